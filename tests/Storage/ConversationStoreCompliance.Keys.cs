using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Tests.Storage;

public abstract partial class ConversationStoreCompliance
{
    [Fact]
    public async Task After_rotation_the_old_master_key_is_needed_no_more()
    {
        await Store.SaveAsync(Some.Turn(Id("a"), 0, "een", ["1"], outbox: [Some.Effect(Id("1"), "brief")]), default);
        var both = await ConversationStore.OpenAsync(Store.Engine, Some.Keys("k1", "k2"), new(), default);
        await both.SaveAsync(Some.Turn(Id("b"), 0, "al nieuw"), default);

        Assert.Equal(1, await both.RotateKeysAsync(default));
        Assert.Equal(0, await both.RotateKeysAsync(default));
        Assert.Equal(new SaveResult.Saved(2, 2), await Store.SaveAsync(Some.Turn(Id("a"), 1, "twee", ["2"]), default));

        var newest = await ConversationStore.OpenAsync(Store.Engine, Some.Keys("k2"), new(), default);
        Assert.Equal("twee", Some.Text(Assert.IsType<StoredConversation>(await newest.LoadAsync(Id("a"), default)).Body));
        Assert.Equal([(1, "1"), (2, "2")], await Some.TranscriptAsync(newest, Id("a")));
        Assert.Equal("brief", Some.Text(Assert.Single(await newest.LeaseOutboxAsync(10, Some.Moment, Lease, default)).Json));
        Assert.Empty((await newest.CheckAsync(default)).Problems);
    }

    [Theory]
    [InlineData("k2")]
    [InlineData("vervalst")]
    public async Task A_database_whose_master_key_is_missing_or_different_is_refused(string key)
    {
        await Store.SaveAsync(Some.Turn(Id("a"), 0), default);
        var keys = key == "vervalst" ? new([("k1", new byte[32])]) : Some.Keys(key);

        var refused = await Assert.ThrowsAsync<StorageSetupException>(() => ConversationStore.OpenAsync(Store.Engine, keys, new(), default));

        Assert.Contains("'k1'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_moves_to_another_store_and_back()
    {
        await Store.SaveAsync(Some.Turn(Id("a"), 0, "een", ["1", "2"], dedupe: "m1", outbox: [Some.Effect(Id("z")), Some.Effect(Id("b"), "brief")]), default);
        await Store.SaveAsync(Some.Turn(Id("a"), 1, "twee", [], dedupe: "m2") with { At = Some.Moment.AddDays(1) }, default);
        for (var n = 0; n < 250; n++)
        {
            await Store.SaveAsync(Some.Turn(Id($"{n}"), 0, $"{n}"), default);
        }

        await Store.LeaseOutboxAsync(1, Some.Moment, Lease, default);
        await using var there = await ConversationStore.OpenAsync(new Bot.Storage.Memory.MemoryEngine(), Some.Keys("k1"), new(), default);
        var report = await StoreMove.MoveAsync(Store, there, default);

        Assert.Equal((251L, 252L, 2L), (report.Conversations, report.Turns, report.Outbox));
        await Assert.ThrowsAsync<StorageSetupException>(() => StoreMove.MoveAsync(there, Store, default));
        foreach (var name in Enumerable.Range(0, 250).Select(static n => $"{n}").Append("a"))
        {
            await Store.EraseAsync(Id(name), default);
        }

        Assert.Equal(report, await StoreMove.MoveAsync(there, Store, default));
        Assert.Empty((await Store.CheckAsync(default)).Problems);
        Assert.Equal(new SaveResult.Duplicate(1, 2), await Store.SaveAsync(Some.Turn(Id("a"), 2, dedupe: "m1"), default));
        Assert.Equal(new SaveResult.Saved(3, 3), await Store.SaveAsync(Some.Turn(Id("a"), 2, "drie", ["3"]), default));
        Assert.Equal([(1, "1"), (2, "2"), (3, "3")], await Some.TranscriptAsync(Store, Id("a")));
        var items = await Store.LeaseOutboxAsync(9, Some.Moment.Add(Lease), Lease, default);
        Assert.Equal([0, 1], items.Select(static item => item.Attempts).Order());
    }

    [Fact]
    public async Task A_move_to_a_store_without_the_master_key_is_refused()
    {
        await Store.SaveAsync(Some.Turn(Id("a"), 0), default);
        await using var there = await ConversationStore.OpenAsync(new Bot.Storage.Memory.MemoryEngine(), Some.Keys("k2"), new(), default);

        await Assert.ThrowsAsync<StorageSetupException>(() => StoreMove.MoveAsync(Store, there, default));
        Assert.Equal(0, (await there.CheckAsync(default)).Conversations);
    }
}
