using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Channels;

public sealed class DirectLineConversationTests(BotServer server) : IClassFixture<BotServer>
{
    [Fact]
    public async Task The_bot_speaks_first_and_its_greeting_replies_to_nothing()
    {
        var resident = await server.Resident().StartAsync();

        var history = await resident.HistoryAsync();

        Assert.Equal(["Welkom bij de proef.", "Vraag 1: wie?"], history.Select(static activity => activity.GetProperty("text").GetString()));
        Assert.All(history, static activity => Assert.False(activity.TryGetProperty("replyToId", out _)));
        Assert.All(history, static activity => Assert.Equal("bot", activity.GetProperty("from").GetProperty("role").GetString()));
    }

    [Fact]
    public async Task The_resident_gets_the_own_message_back_before_the_answer_with_the_name_the_client_gave_it()
    {
        var resident = await server.Resident().StartAsync();

        var posted = await resident.SayAsync("Het loket was dicht", "mijn-bericht");

        var history = (await resident.HistoryAsync()).Skip(2).ToList();
        Assert.Equal($"{resident.ConversationId}|0000003", posted.Json.GetProperty("id").GetString());
        Assert.Equal(posted.Json.GetProperty("id").GetString(), history[0].GetProperty("id").GetString());
        Assert.Equal("mijn-bericht", history[0].GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal("user", history[0].GetProperty("from").GetProperty("role").GetString());
        Assert.Equal(["Het loket was dicht", "U zei: Het loket was dicht", "Vraag 2: wat?"],
            history.Select(static activity => activity.GetProperty("text").GetString()));
        Assert.All(history.Skip(1), activity => Assert.Equal(posted.Json.GetProperty("id").GetString(), activity.GetProperty("replyToId").GetString()));
    }

    [Fact]
    public async Task Starting_again_with_the_same_token_gives_the_same_conversation_and_no_second_greeting()
    {
        var resident = await server.Resident().StartAsync();

        var again = await resident.SendAsync(HttpMethod.Post, "conversations");

        Assert.Equal((200, resident.ConversationId), (again.Status, again.Json.GetProperty("conversationId").GetString()));
        Assert.Equal(2, (await resident.HistoryAsync()).Count);
    }

    [Fact]
    public async Task Moments_go_up_strictly_even_when_the_clock_stands_still_or_goes_back()
    {
        var resident = await server.Resident().StartAsync();
        await resident.SayAsync("een");
        server.Clock.Advance(TimeSpan.FromHours(-1));
        await resident.SayAsync("twee");

        var moments = (await resident.HistoryAsync()).Select(static activity => activity.GetProperty("timestamp").GetString()!).ToList();

        Assert.All(moments, static moment => Assert.EndsWith("Z", moment, StringComparison.Ordinal));
        Assert.Equal(moments.Distinct().Order(StringComparer.Ordinal), moments);
    }

    [Fact]
    public async Task A_watermark_gives_what_comes_after_it_and_an_empty_set_does_not_move_it()
    {
        var resident = await server.Resident().StartAsync();
        var first = await resident.HistoryReplyAsync("?watermark=");
        var mark = first.Json.GetProperty("watermark").GetString();

        var nothing = await resident.HistoryReplyAsync($"?watermark={mark}");
        await resident.SayAsync("hallo");
        var next = await resident.HistoryAsync($"?watermark={mark}");

        Assert.Equal("2", mark);
        Assert.Equal((0, mark), (nothing.Json.GetProperty("activities").GetArrayLength(), nothing.Json.GetProperty("watermark").GetString()));
        Assert.Equal(["hallo", "U zei: hallo", "Vraag 2: wat?"], next.Select(static activity => activity.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_long_history_comes_in_pages_that_together_are_whole()
    {
        var resident = await server.Resident().StartAsync();
        for (var turn = 0; turn < 100; turn++)
        {
            await resident.SayAsync($"bericht {turn}");
        }

        var first = await resident.HistoryReplyAsync();
        var second = await resident.HistoryAsync($"?watermark={first.Json.GetProperty("watermark").GetString()}");

        Assert.Equal(200, first.Json.GetProperty("activities").GetArrayLength());
        Assert.Equal(102, second.Count);
        Assert.Equal($"{resident.ConversationId}|0000201", second[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_hundred_parallel_posts_of_one_message_are_one_turn()
    {
        var resident = await server.Resident().StartAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => resident.SayAsync("ja", "dezelfde")));

        Assert.All(replies, static reply => Assert.Equal(200, reply.Status));
        Assert.Single(replies.Select(static reply => reply.Json.GetProperty("id").GetString()).Distinct());
        Assert.Equal(5, (await resident.HistoryAsync()).Count);
    }

    [Fact]
    public async Task A_message_of_another_user_with_the_same_client_name_is_another_message()
    {
        var resident = await server.Resident().StartAsync();
        var secret = resident.Token;
        var generated = await resident.SendAsync(HttpMethod.Post, "tokens/generate", "{}", BotServer.Secret);
        resident.Token = generated.Json.GetProperty("token").GetString()!;
        resident.Take(await resident.SendAsync(HttpMethod.Post, "conversations"));

        await resident.PostAsync("""{"type":"message","from":{"id":"een"},"text":"ja","channelData":{"clientActivityID":"x"}}""");
        await resident.PostAsync("""{"type":"message","from":{"id":"twee"},"text":"nee","channelData":{"clientActivityID":"x"}}""");

        Assert.NotEqual(secret, resident.Token);
        Assert.Equal(8, (await resident.HistoryAsync()).Count);
    }

    [Fact]
    public async Task Fifty_conversations_at_once_never_see_each_other()
    {
        var residents = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => server.Resident().StartAsync()));

        await Task.WhenAll(residents.Select(async (resident, index) =>
        {
            for (var turn = 0; turn < 5; turn++)
            {
                await resident.SayAsync($"van-{index:D2}-{turn}");
            }
        }));

        for (var index = 0; index < residents.Length; index++)
        {
            var history = await residents[index].HistoryAsync();
            var said = history.Where(static activity => activity.GetProperty("from").GetProperty("role").GetString() == "user")
                .Select(static activity => activity.GetProperty("text").GetString());
            Assert.Equal(Enumerable.Range(0, 5).Select(turn => $"van-{index:D2}-{turn}"), said);
            Assert.All(history, activity => Assert.Equal(residents[index].ConversationId, activity.GetProperty("conversation").GetProperty("id").GetString()));
        }
    }

    [Fact]
    public async Task Messages_sent_at_once_in_one_conversation_are_all_kept_with_gapless_ids()
    {
        var resident = await server.Resident().StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(turn => resident.SayAsync($"bericht {turn}")));

        var ids = (await resident.HistoryAsync()).Select(static activity => activity.GetProperty("id").GetString());
        Assert.Equal(Enumerable.Range(1, 122).Select(sequence => $"{resident.ConversationId}|{sequence:D7}"), ids);
    }

    [Fact]
    public async Task Unknown_members_come_back_but_identity_addresses_and_buttons_do_not()
    {
        var resident = await server.Resident().StartAsync();
        await resident.PostAsync("""
            {"type":"message","id":"eigen","from":{"id":"dl_ander","role":"bot"},"text":"<b>hoi</b>","textFormat":"markdown","serviceUrl":"https://kwaad.example",
             "callerId":"x","channelId":"msteams","iets":{"a":[1]},"attachments":[{"contentType":"text/html","contentUrl":"javascript:1"}],
             "suggestedActions":{"to":[],"actions":[]},"conversation":{"id":"ander"}}
            """);

        var echo = (await resident.HistoryAsync())[2];

        Assert.Equal("""{"a":[1]}""", echo.GetProperty("iets").GetRawText());
        Assert.Equal(("user", "plain", "directline"), (echo.GetProperty("from").GetProperty("role").GetString(), echo.GetProperty("textFormat")
            .GetString(), echo.GetProperty("channelId").GetString()));
        Assert.Equal(resident.ConversationId, echo.GetProperty("conversation").GetProperty("id").GetString());
        Assert.StartsWith("dl_", echo.GetProperty("from").GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.NotEqual("dl_ander", echo.GetProperty("from").GetProperty("id").GetString());
        Assert.All(["serviceUrl", "callerId", "attachments", "suggestedActions"],
            (Action<string>)(name => Assert.False(echo.TryGetProperty(name, out _), name)));
    }

    [Fact]
    public async Task Typing_and_unknown_activities_are_accepted_and_kept_nowhere()
    {
        var resident = await server.Resident().StartAsync();

        foreach (var type in new[] { "typing", "conversationUpdate", "nl.voorbeeld/onbekend", "event" })
        {
            var reply = await resident.PostAsync($$$"""{"type":"{{{type}}}","name":"iets","from":{"id":"dl_a"},"membersAdded":[{"id":"dl_a"},null]}""");
            Assert.Equal(200, reply.Status);
            Assert.NotEmpty(reply.Json.GetProperty("id").GetString()!);
        }

        Assert.Equal(2, (await resident.HistoryAsync()).Count);
    }

    [Fact]
    public async Task A_button_of_a_question_arrives_with_its_question_and_an_event_with_its_values()
    {
        var resident = await server.Resident().StartAsync();

        await resident.PostAsync("""{"type":"message","from":{"id":"dl_a"},"text":"De eerste keuze","value":{"vraag":"wie","antwoord":"een"}}""");
        await resident.PostAsync("""{"type":"event","name":"klachthulp/wijzig","from":{"id":"dl_a"},"value":{"vraag":"wie"}}""");

        var texts = (await resident.HistoryAsync()).Select(static activity => activity.TryGetProperty("text", out var text) ? text.GetString() : null).ToList();
        Assert.Contains("U zei: een", texts);
        Assert.Contains("Knop Wijzig wie", texts);
    }

    [Fact]
    public async Task Erasing_leaves_nothing_and_the_token_finds_no_conversation()
    {
        var resident = await server.Resident().StartAsync();
        await resident.SayAsync("geheim");

        var erased = await resident.PostAsync("""{"type":"event","name":"klachthulp/wis","from":{"id":"dl_a"}}""");

        Assert.Equal(200, erased.Status);
        Assert.Equal(404, (await resident.HistoryReplyAsync()).Status);
        Assert.Equal(404, (await resident.SayAsync("ben ik er nog")).Status);
        foreach (var path in new[] { "conversations", "tokens/refresh", $"/api/v1/gesprekken/{resident.ConversationId}/verleng" })
        {
            Assert.Equal((path, 404), (path, (await resident.SendAsync(HttpMethod.Post, path)).Status));
        }

        Assert.Equal(404, (await resident.HistoryReplyAsync()).Status);
    }

    [Fact]
    public async Task A_language_asked_for_with_the_token_is_passed_on_at_the_start()
    {
        var resident = await server.Resident().StartAsync("""{"taal":"ar"}""");

        Assert.Equal(["Welkom bij de proef in ar.", "Vraag 1: wie?"], (await resident.HistoryAsync())
            .Select(static activity => activity.GetProperty("text").GetString()));
    }
}
