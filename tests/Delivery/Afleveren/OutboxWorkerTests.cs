using KlachtHulp.Bot.Delivery.Afleveren;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace KlachtHulp.Tests.Delivery.Afleveren;

public sealed class OutboxWorkerTests : IAsyncDisposable
{
    private readonly FixedClock _clock = new(Proefzending.Moment);
    private readonly ConversationFeed _feed = new();
    private readonly ConversationStore _store;
    private readonly Script _way = new();
    private readonly OutboxWorker _worker;

    public OutboxWorkerTests()
    {
        _store = ConversationStore.InMemory(_feed);
        _worker = Worker(_way);
    }

    [Fact]
    public async Task A_form_that_was_sent_is_delivered_and_then_nothing_waits()
    {
        await SendAsync("a");

        await _worker.RunOnceAsync(default);

        Assert.Equal(["KH-a"], _way.Delivered);
        Assert.Equal(new OutboxSummary(0, 0, null), await _store.ReadOutboxAsync(default));
        Assert.Equal(0, await _worker.RunOnceAsync(default));
    }

    [Fact]
    public async Task A_week_of_failure_ends_in_one_delivery_and_no_pause_is_longer_than_an_hour()
    {
        await SendAsync("a");
        _way.Answer = _ => _clock.GetUtcNow() < Proefzending.Moment.AddDays(7) ? new Afleverresultaat.Later("503") : new Afleverresultaat.Afgeleverd();

        var pauses = new List<TimeSpan>();
        for (var last = _clock.GetUtcNow(); _way.Delivered.Count == 0; _clock.Advance(TimeSpan.FromSeconds(5)))
        {
            if (await _worker.RunOnceAsync(default) > 0)
            {
                pauses.Add(_clock.GetUtcNow() - last);
                last = _clock.GetUtcNow();
            }
        }

        Assert.Equal(["KH-a"], _way.Delivered);
        Assert.True(pauses.Count > 7 * 24, $"{pauses.Count} attempts");
        Assert.InRange(pauses.Max(), TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(60));
        Assert.InRange(_clock.GetUtcNow() - Proefzending.Moment, TimeSpan.FromDays(7), TimeSpan.FromDays(7) + TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task An_exception_is_tried_again_like_any_failure()
    {
        await SendAsync("a");
        _way.Answer = static _ => throw new InvalidOperationException();
        await _worker.RunOnceAsync(default);

        _way.Answer = static _ => new Afleverresultaat.Afgeleverd();
        _clock.Advance(TimeSpan.FromSeconds(10));
        await _worker.RunOnceAsync(default);

        Assert.Equal(["KH-a"], _way.Delivered);
    }

    [Fact]
    public async Task A_refusal_parks_the_form_where_everybody_sees_it_and_tries_it_again_the_next_day()
    {
        await SendAsync("a");
        _way.Answer = static _ => new Afleverresultaat.Geweigerd("400");
        await _worker.RunOnceAsync(default);

        Assert.Equal(new OutboxSummary(0, 1, Proefzending.Moment), await _store.ReadOutboxAsync(default));
        _clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(0, await _worker.RunOnceAsync(default));
        _clock.Advance(TimeSpan.FromHours(1));
        _way.Answer = static _ => new Afleverresultaat.Afgeleverd();
        Assert.Equal(1, await _worker.RunOnceAsync(default));
        Assert.Equal(new OutboxSummary(0, 0, null), await _store.ReadOutboxAsync(default));
    }

    [Fact]
    public async Task A_start_tries_what_was_parked_at_once()
    {
        await SendAsync("a");
        _way.Answer = static _ => new Afleverresultaat.Geweigerd("400");
        await _worker.RunOnceAsync(default);
        _way.Answer = static _ => new Afleverresultaat.Afgeleverd();

        await _worker.StartAsync(default);
        await _way.Next;
        await _worker.StopAsync(default);

        Assert.Equal(["KH-a"], _way.Delivered);
    }

    [Fact]
    public async Task The_commit_of_a_turn_wakes_the_worker_without_any_time_passing()
    {
        await _worker.StartAsync(default);
        await SendAsync("a");

        await _way.Next;
        await _worker.StopAsync(default);

        Assert.Equal(["KH-a"], _way.Delivered);
    }

    [Fact]
    public async Task A_step_that_was_done_is_not_done_again_after_a_restart()
    {
        await SendAsync("a");
        var done = new List<string>();
        _way.Steps = async stappen =>
        {
            await stappen.DoenAsync("zaak", () => Done("zaak"));
            await stappen.DoenAsync("document", () => Done("document"));
            if (done.Count == 2)
            {
                throw new IOException();
            }
        };
        await _worker.RunOnceAsync(default);
        _clock.Advance(TimeSpan.FromSeconds(10));
        done.Add("herstart");

        await Worker(_way).RunOnceAsync(default);

        Assert.Equal(["zaak", "document", "herstart"], done);
        Assert.Equal(["KH-a"], _way.Delivered);

        Task<string> Done(string step)
        {
            done.Add(step);
            return Task.FromResult(step);
        }
    }

    [Fact]
    public async Task A_worker_that_stops_halfway_gives_the_form_to_the_next_when_its_lease_ends()
    {
        await SendAsync("a");
        Assert.Single(await _store.LeaseOutboxAsync(1, _clock.GetUtcNow(), TimeSpan.FromMinutes(5), default));

        Assert.Equal(0, await _worker.RunOnceAsync(default));
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await _worker.RunOnceAsync(default));
        Assert.Equal(["KH-a"], _way.Delivered);
    }

    [Fact]
    public async Task The_conversation_goes_a_week_after_delivery_and_not_before()
    {
        await SendAsync("a");
        await _worker.RunOnceAsync(default);

        _clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(2));
        await _worker.RunOnceAsync(default);
        Assert.NotNull(await _store.LoadAsync("a", default));
        _clock.Advance(TimeSpan.FromSeconds(2));
        await _worker.RunOnceAsync(default);
        Assert.Null(await _store.LoadAsync("a", default));
        Assert.Equal(["KH-a"], _way.Delivered);
    }

    [Fact]
    public async Task One_gemeente_that_never_answers_does_not_hold_up_the_others()
    {
        var never = new TaskCompletionSource();
        _way.Steps = stappen => never.Task;
        using var other = new TemporaryFolder();
        var wijzer = new Afleverwijzer(new Dictionary<string, IAflevering> { ["0363"] = _way }, new BestandAflevering(other.Path));
        await SendAsync("vast", "0363");
        await SendAsync("vrij", "0344");

        var round = Worker(wijzer).RunOnceAsync(default);

        Assert.True(Directory.Exists(Path.Combine(other.Path, "KH-vrij")));
        never.SetResult();
        await round;
    }

    [Fact]
    public async Task What_nobody_can_carry_out_is_parked()
    {
        await _store.SaveAsync(new("a", "0344", 0, "{}"u8.ToArray(), [], null, [new("anders", "x", "{}"u8.ToArray())], _clock.GetUtcNow()), default);
        await _store.SaveAsync(new("b", "0344", 0, "{}"u8.ToArray(), [], null, [new(Bezorger.Soort, "y", "geen json"u8.ToArray())], _clock.GetUtcNow()), default);

        await _worker.RunOnceAsync(default);

        Assert.Equal(2, (await _store.ReadOutboxAsync(default)).Parked);
    }

    public async ValueTask DisposeAsync()
    {
        _worker.Dispose();
        await _store.DisposeAsync();
    }

    private async Task SendAsync(string id, string gemeente = "0344")
        => await _store.SaveAsync(new(id, gemeente, 0, "{}"u8.ToArray(), [], null, [Proefzending.Item($"KH-{id}", gemeente)], _clock.GetUtcNow()), default);

    private OutboxWorker Worker(IAflevering way) => Worker(new Afleverwijzer(new Dictionary<string, IAflevering>(), way));

    private OutboxWorker Worker(Afleverwijzer wijzer)
    {
        var conversations = new Conversations(_store, new EchoDialog(), new LocalTurnFeed(), new TurnOrder(), _clock);
        return new OutboxWorker(
            _store, new Bezorger(wijzer, Proefzending.Stukken), conversations, _feed.Outbox, new Backoff(static () => 0.5),
            new AfleverSettings(TimeSpan.FromDays(7)), _clock, NullLogger<OutboxWorker>.Instance);
    }

    /// <summary>A way that does what the test says.</summary>
    private sealed class Script : IAflevering
    {
        private readonly TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Func<Zending, Afleverresultaat> Answer { get; set; } = static _ => new Afleverresultaat.Afgeleverd();

        public Func<Stappen, Task> Steps { get; set; } = static _ => Task.CompletedTask;

        public List<string> Delivered { get; } = [];

        public Task Next => _next.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public async Task<Afleverresultaat> LeverAsync(Zending zending, Stappen stappen, CancellationToken cancellationToken)
        {
            await Steps(stappen);
            var result = Answer(zending);
            if (result is Afleverresultaat.Afgeleverd)
            {
                Delivered.Add(zending.Kenmerk);
                _next.TrySetResult();
            }

            return result;
        }
    }
}
