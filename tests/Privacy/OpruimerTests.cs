using KlachtHulp.Bot.Privacy;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Tests.Storage;
using KlachtHulp.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace KlachtHulp.Tests.Privacy;

public sealed class OpruimerTests : IAsyncDisposable
{
    private readonly FixedClock _clock = new(Some.Moment);
    private readonly ConversationStore _store = ConversationStore.InMemory();
    private readonly Conversations _conversations;
    private readonly Opruimer _opruimer;

    public OpruimerTests()
    {
        _conversations = new(_store, new EchoDialog(), new LocalTurnFeed(), new TurnOrder(), _clock);
        _opruimer = new(_store, _store, _conversations, new BewaarSettings(TimeSpan.FromDays(30)), _clock, NullLogger<Opruimer>.Instance);
    }

    [Fact]
    public async Task A_conversation_nobody_came_back_to_goes_after_thirty_days_and_not_before()
    {
        await _store.SaveAsync(Some.Turn("oud", 0), default);
        await _store.SaveAsync(Some.Turn("nieuw", 0) with { At = Some.Moment.AddDays(1) }, default);

        _clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await _opruimer.RunOnceAsync(default));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, await _opruimer.RunOnceAsync(default));

        Assert.Null(await _store.LoadAsync("oud", default));
        Assert.NotNull(await _store.LoadAsync("nieuw", default));
    }

    [Fact]
    public async Task Every_message_makes_the_time_begin_anew()
    {
        await _store.SaveAsync(Some.Turn("a", 0), default);
        await _store.SaveAsync(Some.Turn("a", 1) with { At = Some.Moment.AddDays(29) }, default);

        _clock.Advance(TimeSpan.FromDays(45));

        Assert.Equal(0, await _opruimer.RunOnceAsync(default));
        Assert.NotNull(await _store.LoadAsync("a", default));
    }

    [Fact]
    public async Task A_form_that_is_not_delivered_is_kept_however_long_it_takes()
    {
        await _store.SaveAsync(Some.Turn("a", 0, outbox: [Some.Effect("KH-a")]), default);

        _clock.Advance(TimeSpan.FromDays(400));

        Assert.Equal(0, await _opruimer.RunOnceAsync(default));
        Assert.Equal(1, (await _store.ReadOutboxAsync(default)).Waiting);
    }

    [Fact]
    public async Task Who_came_back_after_the_list_was_made_loses_nothing()
    {
        await _store.SaveAsync(Some.Turn("a", 0), default);
        await _store.SaveAsync(Some.Turn("a", 1) with { At = Some.Moment.AddDays(31) }, default);

        Assert.False(await _conversations.EraseUnchangedAsync("a", Some.Moment.AddDays(30), default));
        Assert.NotNull(await _store.LoadAsync("a", default));
    }

    [Fact]
    public async Task More_than_one_batch_goes_in_one_round()
    {
        for (var n = 0; n < 450; n++)
        {
            await _store.SaveAsync(Some.Turn($"oud{n}", 0), default);
        }

        _clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal(450, await _opruimer.RunOnceAsync(default));
        Assert.Empty(await _store.ListUnchangedSinceAsync(_clock.GetUtcNow(), 10, default));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("366")]
    public void A_term_without_sense_stops_the_start(string days)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("KlachtHulp:Bewaren:DagenOpen", days)]).Build();

        Assert.Throws<InvalidOperationException>(() => BewaarSettings.From(configuration));
    }

    public async ValueTask DisposeAsync()
    {
        _opruimer.Dispose();
        await _store.DisposeAsync();
    }
}
