using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Tests.Faults.Simulation;

/// <summary>The real store, whose calls go wrong.</summary>
internal sealed class FaultyStore(IConversationStore inner, Mishaps mishaps) : IConversationStore
{
    public ValueTask<StoredConversation?> LoadAsync(string id, CancellationToken cancellationToken) => mishaps.DoAsync(() => inner.LoadAsync(id, cancellationToken));

    public ValueTask<SaveResult> SaveAsync(TurnCommit commit, CancellationToken cancellationToken) => mishaps.DoAsync(() => inner.SaveAsync(commit, cancellationToken));

    public ValueTask<IReadOnlyList<StoredActivity>> ReadActivitiesAsync(string id, long after, int max, CancellationToken cancellationToken)
        => mishaps.DoAsync(() => inner.ReadActivitiesAsync(id, after, max, cancellationToken));

    public ValueTask EraseAsync(string id, CancellationToken cancellationToken) => DoAsync(() => inner.EraseAsync(id, cancellationToken));

    public ValueTask<IReadOnlyList<string>> ListUnchangedSinceAsync(DateTimeOffset moment, int max, CancellationToken cancellationToken)
        => mishaps.DoAsync(() => inner.ListUnchangedSinceAsync(moment, max, cancellationToken));

    public ValueTask<IReadOnlyList<OutboxItem>> LeaseOutboxAsync(int max, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken)
        => mishaps.DoAsync(() => inner.LeaseOutboxAsync(max, now, lease, cancellationToken));

    public ValueTask CompleteOutboxAsync(long itemId, CancellationToken cancellationToken) => DoAsync(() => inner.CompleteOutboxAsync(itemId, cancellationToken));

    public ValueTask RetryOutboxAsync(long itemId, DateTimeOffset due, CancellationToken cancellationToken)
        => DoAsync(() => inner.RetryOutboxAsync(itemId, due, cancellationToken));

    public ValueTask<OutboxPlace?> FindOutboxAsync(OutboxItem item, CancellationToken cancellationToken) => mishaps.DoAsync(() => inner.FindOutboxAsync(item, cancellationToken));

    public ValueTask UpdateOutboxAsync(OutboxItem item, OutboxState state, DateTimeOffset due, ReadOnlyMemory<byte> progress, CancellationToken cancellationToken)
        => DoAsync(() => inner.UpdateOutboxAsync(item, state, due, progress, cancellationToken));

    public ValueTask ReleaseOutboxAsync(DateTimeOffset now, CancellationToken cancellationToken) => DoAsync(() => inner.ReleaseOutboxAsync(now, cancellationToken));

    public ValueTask<OutboxSummary> ReadOutboxAsync(CancellationToken cancellationToken) => mishaps.DoAsync(() => inner.ReadOutboxAsync(cancellationToken));

    private async ValueTask DoAsync(Func<ValueTask> work) => await mishaps.DoAsync(async () =>
    {
        await work();
        return true;
    });
}
