using KlachtHulp.Bot.Turns;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Channels;

public sealed class TurnLimitTests : IDisposable
{
    private readonly BotServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_text_that_is_too_long_is_answered_in_words_and_stays_on_the_screen()
    {
        var resident = await _server.Resident().StartAsync();
        var text = new string('a', 8001);

        Assert.Equal(200, (await resident.SayAsync(text)).Status);
        Assert.Equal(200, (await resident.SayAsync(new string('b', 8000))).Status);

        var texts = (await resident.HistoryAsync()).Select(static activity => activity.GetProperty("text").GetString()!).ToList();
        Assert.Equal(text, texts[2]);
        Assert.Contains("8000 tekens", texts[3], StringComparison.Ordinal);
        Assert.DoesNotContain($"U zei: {text}", texts);
        Assert.Equal("Vraag 1: wie?", texts[5]);
        Assert.Equal("Vraag 2: wat?", texts[^1]);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_that_under_any_question()
    {
        var resident = await _server.Resident().StartAsync();

        await resident.PostAsync($$"""{"type":"message","from":{"id":"dl_bewoner"},"text":"{{new string('a', 8001)}}","value":{"vraag":"wie"} }""");

        var texts = (await resident.HistoryAsync()).Select(static activity => activity.GetProperty("text").GetString()!).ToList();
        Assert.Contains("8000 tekens", texts[3], StringComparison.Ordinal);
        Assert.Equal("Vraag 1: wie?", texts[^1]);
    }

    [Fact]
    public async Task A_full_conversation_says_so_keeps_its_answers_and_stops_growing()
    {
        _server.Settings["KlachtHulp:Limieten:BeurtenPerGesprek"] = "3";
        var resident = await _server.Resident().StartAsync();
        await resident.SayAsync("een");
        await resident.SayAsync("twee");
        var body = (await _server.Store.LoadAsync(resident.ConversationId, CancellationToken.None))!.Body;

        for (var turn = 0; turn < TurnSettings.LastAnswers; turn++)
        {
            Assert.Equal(200, (await resident.SayAsync("nog een")).Status);
        }

        var refused = await resident.SayAsync("en nog een");
        var last = (await resident.HistoryAsync())[^1].GetProperty("text").GetString()!;
        Assert.Equal((400, "ConversationFull"), (refused.Status, refused.Code));
        Assert.Contains("bewaard", last, StringComparison.Ordinal);
        Assert.Equal(body.ToArray(), (await _server.Store.LoadAsync(resident.ConversationId, CancellationToken.None))!.Body.ToArray());
    }

    [Fact]
    public async Task When_another_writer_saves_first_the_turn_is_decided_again()
    {
        var resident = await _server.Resident().StartAsync();
        var intruded = false;
        _server.Store.BeforeSave = async commit =>
        {
            if (!intruded)
            {
                intruded = true;
                await _server.Store.SaveAsync(new(commit.ConversationId, "", commit.ExpectedVersion, "van elders\n"u8.ToArray(), [], null, [],
                    _server.Clock.GetUtcNow()), CancellationToken.None);
            }
        };

        Assert.Equal(200, (await resident.SayAsync("van hier")).Status);

        Assert.Equal("van elders\nvan hier\n"u8.ToArray(), (await _server.Store.LoadAsync(resident.ConversationId, CancellationToken.None))!.Body.ToArray());
        Assert.Equal("Vraag 3: wanneer?", (await resident.HistoryAsync())[^1].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_turn_that_could_not_be_saved_can_be_sent_again_and_is_then_taken_once()
    {
        var resident = await _server.Resident().StartAsync();
        _server.Store.BeforeSave = static _ => throw new IOException("disk full");

        Assert.Equal(503, (await resident.SayAsync("hallo", "m1")).Status);
        _server.Store.BeforeSave = static _ => Task.CompletedTask;
        Assert.Equal(200, (await resident.SayAsync("hallo", "m1")).Status);
        Assert.Equal(200, (await resident.SayAsync("hallo", "m1")).Status);

        Assert.Equal(5, (await resident.HistoryAsync()).Count);
    }

    [Fact]
    public async Task The_order_lets_one_turn_of_a_conversation_in_at_a_time_and_remembers_nothing_afterwards()
    {
        var order = new TurnOrder();
        var first = await order.EnterAsync("a", CancellationToken.None);
        var second = order.EnterAsync("a", CancellationToken.None).AsTask();
        using var other = await order.EnterAsync("b", CancellationToken.None);
        using var gaveUp = new CancellationTokenSource();
        var third = order.EnterAsync("a", gaveUp.Token).AsTask();

        Assert.False(second.IsCompleted);
        await gaveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        first.Dispose();
        first.Dispose();
        (await second).Dispose();
        other.Dispose();

        Assert.Equal(0, order.Count);
    }
}
