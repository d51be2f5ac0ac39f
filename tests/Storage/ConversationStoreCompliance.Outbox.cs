using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Tests.Storage;

public abstract partial class ConversationStoreCompliance
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task An_effect_is_leased_with_what_was_written()
    {
        await Store.SaveAsync(Some.Turn(Id("a"), 0, outbox: [Some.Effect(Id("1"), "{\"aan\":\"gemeente\"}"), Some.Effect(Id("2"))]), default);

        var items = await LeaseOwnAsync(Some.Moment);

        Assert.Equal([(Id("1"), "{\"aan\":\"gemeente\"}"), (Id("2"), "{}")], items.Select(static item => (item.Key, Some.Text(item.Json))));
        Assert.All(items, item => Assert.Equal((Id("a"), "bericht", 0), (item.ConversationId, item.Kind, item.Attempts)));
    }

    [Fact]
    public async Task A_leased_effect_is_nobody_elses_until_the_lease_ends()
    {
        await Store.SaveAsync(Some.Turn(Id("a"), 0, outbox: [Some.Effect(Id("1"))]), default);

        Assert.Empty(await LeaseOwnAsync(Some.Moment.AddSeconds(-1)));
        var first = Assert.Single(await LeaseOwnAsync(Some.Moment));
        Assert.Empty(await LeaseOwnAsync(Some.Moment.Add(Lease).AddSeconds(-1)));
        var second = Assert.Single(await LeaseOwnAsync(Some.Moment.Add(Lease)));
        Assert.Equal((first.Id, 0, 1), (second.Id, first.Attempts, second.Attempts));
    }

    [Fact]
    public async Task A_completed_effect_is_gone_and_a_failed_one_comes_back_when_it_is_due()
    {
        await Store.SaveAsync(Some.Turn(Id("a"), 0, outbox: [Some.Effect(Id("klaar")), Some.Effect(Id("mislukt"))]), default);
        var items = await LeaseOwnAsync(Some.Moment);

        await Store.CompleteOutboxAsync(items[0].Id, default);
        await Store.CompleteOutboxAsync(items[0].Id, default);
        await Store.RetryOutboxAsync(items[1].Id, Some.Moment.AddSeconds(10), default);
        await Store.RetryOutboxAsync(items[0].Id, Some.Moment, default);

        Assert.Empty(await LeaseOwnAsync(Some.Moment.AddSeconds(9)));
        Assert.Equal((Id("mislukt"), 1), Assert.Single((await LeaseOwnAsync(Some.Moment.AddSeconds(10))).Select(static item => (item.Key, item.Attempts))));
        Assert.Empty(await LeaseOwnAsync(Some.Moment.AddSeconds(20)));
    }

    [Fact]
    public async Task The_same_effect_of_one_conversation_is_queued_once()
    {
        await Store.SaveAsync(Some.Turn(Id("a"), 0, outbox: [Some.Effect(Id("1"), "eerst")]), default);
        var again = await Store.SaveAsync(Some.Turn(Id("a"), 1, outbox: [Some.Effect(Id("1"), "weer"), Some.Effect(Id("2"))]), default);

        Assert.Equal(new SaveResult.Saved(2, 2), again);
        Assert.Equal([(Id("1"), "eerst"), (Id("2"), "{}")], (await LeaseOwnAsync(Some.Moment)).Select(static item => (item.Key, Some.Text(item.Json))));
    }

    [Fact]
    public async Task A_key_of_another_conversation_fails_its_own_turn_only()
    {
        await Store.SaveAsync(Some.Turn(Id("a"), 0, outbox: [Some.Effect(Id("1"))]), default);

        var others = Enumerable.Range(0, 20).Select(n => Task.Run(async () => await Store.SaveAsync(Some.Turn(Id($"buur{n}"), 0), default))).ToList();
        await Assert.ThrowsAnyAsync<Exception>(async () => await Store.SaveAsync(Some.Turn(Id("b"), 0, outbox: [Some.Effect(Id("1"))]), default));

        Assert.All(await Task.WhenAll(others), static result => Assert.Equal(new SaveResult.Saved(1, 1), result));
        Assert.Null(await Store.LoadAsync(Id("b"), default));
        Assert.Equal(Id("a"), Assert.Single(await LeaseOwnAsync(Some.Moment)).ConversationId);
        Assert.Equal(new SaveResult.Saved(1, 1), await Store.SaveAsync(Some.Turn(Id("b"), 0, outbox: [Some.Effect(Id("b1"))]), default));
    }

    [Fact]
    public async Task Many_workers_at_once_never_get_the_same_effect()
    {
        var keys = Enumerable.Range(0, 100).Select(n => Id($"{n:000}")).ToArray();
        await Store.SaveAsync(Some.Turn(Id("a"), 0, outbox: [.. keys.Select(static key => Some.Effect(key))]), default);

        var leased = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var mine = new List<string>();
            while (await Store.LeaseOutboxAsync(7, Some.Moment, Lease, default) is { Count: > 0 } items)
            {
                mine.AddRange(items.Select(static item => item.Key));
            }

            return mine;
        })));

        Assert.Equal(keys, leased.SelectMany(static mine => mine).Where(key => key.StartsWith(Id(""), StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_effect_waits_behind_an_earlier_one_of_its_kind_and_conversation_until_that_is_carried_out()
    {
        await Store.SaveAsync(Some.Turn(Id("a"), 0, outbox: [Some.Effect(Id("1")), Some.Effect(Id("soort")) with { Kind = "anders" }]), default);
        await Store.SaveAsync(Some.Turn(Id("a"), 1, outbox: [Some.Effect(Id("2")), Some.Effect(Id("3"))]), default);
        await Store.SaveAsync(Some.Turn(Id("b"), 0, outbox: [Some.Effect(Id("b"))]), default);
        var items = (await LeaseOwnAsync(Some.Moment)).ToDictionary(static item => item.Key);

        Assert.Equal([Id("2"), Id("3")], await BehindAsync(items.Values));
        await Store.RetryOutboxAsync(items[Id("1")].Id, Some.Moment.AddHours(1), default);
        Assert.Equal([Id("2"), Id("3")], await BehindAsync(items.Values));
        await Store.CompleteOutboxAsync(items[Id("1")].Id, default);
        Assert.Equal([Id("3")], await BehindAsync(items.Values));
        await Store.UpdateOutboxAsync(items[Id("2")], OutboxState.Done, Some.Moment.AddHours(1), default, default);
        Assert.Empty(await BehindAsync(items.Values));
        Assert.Null(await Store.FindOutboxAsync(items[Id("1")], default));
    }

    [Fact]
    public async Task How_far_an_effect_came_is_kept_with_it()
    {
        await Store.SaveAsync(Some.Turn(Id("a"), 0, outbox: [Some.Effect(Id("1"), "heen")]), default);
        var item = Assert.Single(await LeaseOwnAsync(Some.Moment));

        await Store.UpdateOutboxAsync(item, OutboxState.Waiting, Some.Moment.AddSeconds(5), Some.Bytes("stap 1"), default);
        await Store.UpdateOutboxAsync(item, OutboxState.Parked, Some.Moment.AddSeconds(9), Some.Bytes("stap 2"), default);

        Assert.Equal((OutboxState.Waiting, Some.Moment, ""), (item.State, item.Created, Some.Text(item.Progress)));
        Assert.Equal((false, "stap 2"), await Store.FindOutboxAsync(item, default) is { } place ? (place.WaitsBehind, Some.Text(place.Progress)) : default);
        Assert.Empty(await LeaseOwnAsync(Some.Moment.AddSeconds(8)));
        var again = Assert.Single(await LeaseOwnAsync(Some.Moment.AddSeconds(9)));
        Assert.Equal((item.Id, "heen", OutboxState.Parked, Some.Moment, "stap 2"), (again.Id, Some.Text(again.Json), again.State, again.Created, Some.Text(again.Progress)));
    }

    [Fact]
    public async Task Progress_of_an_effect_that_is_gone_is_kept_nowhere()
    {
        await Store.SaveAsync(Some.Turn(Id("a"), 0, outbox: [Some.Effect(Id("1"))]), default);
        var item = Assert.Single(await LeaseOwnAsync(Some.Moment));
        await Store.EraseAsync(Id("a"), default);

        await Store.UpdateOutboxAsync(item, OutboxState.Waiting, Some.Moment, Some.Bytes("stap"), default);
        Assert.Null(await Store.FindOutboxAsync(item, default));
        await Store.SaveAsync(Some.Turn(Id("a"), 0), default);
        await Store.UpdateOutboxAsync(item, OutboxState.Waiting, Some.Moment, Some.Bytes("stap"), default);

        Assert.Empty(await LeaseOwnAsync(Some.Moment.AddDays(1)));
    }

    [Fact]
    public async Task Parked_effects_are_counted_apart_and_come_back_when_they_are_released()
    {
        var before = await Store.ReadOutboxAsync(default);
        var longAgo = Some.Moment.AddYears(-50).AddSeconds(-Random.Shared.Next(1_000_000));
        await Store.SaveAsync(Some.Turn(Id("a"), 0, outbox: [Some.Effect(Id("1")), Some.Effect(Id("2")), Some.Effect(Id("3"))]) with { At = longAgo }, default);
        var items = await LeaseOwnAsync(Some.Moment);
        await Store.UpdateOutboxAsync(items[0], OutboxState.Parked, Some.Moment.AddYears(1), default, default);
        await Store.UpdateOutboxAsync(items[1], OutboxState.Done, Some.Moment.AddYears(1), default, default);

        var found = await Store.ReadOutboxAsync(default);

        Assert.True(found.Parked >= 1 && found.Waiting >= 1 && found.Oldest <= longAgo, $"{before} became {found}");
        await Store.ReleaseOutboxAsync(Some.Moment, default);
        Assert.Equal([Id("1")], (await LeaseOwnAsync(Some.Moment)).Select(static item => item.Key));
        await Store.EraseAsync(Id("a"), default);
    }

    [Fact]
    public async Task A_conversation_with_effects_is_not_listed_as_old()
    {
        var longAgo = new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await Store.SaveAsync(Some.Turn(Id("a"), 0, outbox: [Some.Effect(Id("1"))]) with { At = longAgo }, default);
        await Store.SaveAsync(Some.Turn(Id("b"), 0) with { At = longAgo }, default);

        var listed = await Store.ListUnchangedSinceAsync(longAgo.AddSeconds(1), 1000, default);

        Assert.Equal([Id("b")], listed.Where(id => id.StartsWith(Id(""), StringComparison.Ordinal)));
        await Store.EraseAsync(Id("a"), default);
        await Store.EraseAsync(Id("b"), default);
    }

    private async Task<List<OutboxItem>> LeaseOwnAsync(DateTimeOffset now)
        => [.. (await Store.LeaseOutboxAsync(1000, now, Lease, default)).Where(item => item.Key.StartsWith(Id(""), StringComparison.Ordinal))];

    private async Task<IReadOnlyList<string>> BehindAsync(IEnumerable<OutboxItem> items)
    {
        var behind = new List<string>();
        foreach (var item in items.OrderBy(static item => item.Id))
        {
            if (await Store.FindOutboxAsync(item, default) is { WaitsBehind: true })
            {
                behind.Add(item.Key);
            }
        }

        return behind;
    }
}
