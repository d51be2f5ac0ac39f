using System.Security.Cryptography;
using KlachtHulp.Bot.Storage.Sealing;

namespace KlachtHulp.Bot.Storage;

/// <summary>The effects of turns.</summary>
public sealed partial class ConversationStore
{
    public async ValueTask<IReadOnlyList<OutboxItem>> LeaseOutboxAsync(int max, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken)
    {
        var until = (now + lease).ToUnixTimeMilliseconds();
        var items = await Engine.LeaseOutboxAsync(max, now.ToUnixTimeMilliseconds(), until, cancellationToken);
        return [.. items.Select(OpenItem).OfType<OutboxItem>()];
    }

    public ValueTask CompleteOutboxAsync(long itemId, CancellationToken cancellationToken) => Engine.CompleteOutboxAsync(itemId, cancellationToken);

    public ValueTask RetryOutboxAsync(long itemId, DateTimeOffset due, CancellationToken cancellationToken)
        => Engine.RetryOutboxAsync(itemId, due.ToUnixTimeMilliseconds(), cancellationToken);

    public async ValueTask<OutboxPlace?> FindOutboxAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        var id = item.ConversationId;
        if (await Engine.FindOutboxAsync(item.Id, cancellationToken) is not { } found || (_keys.Find(id) ?? await LoadKeyAsync(id, cancellationToken)) is not { } key)
        {
            return null;
        }

        return new(found.WaitsBehind, found.Progress is { } block ? Envelope.Open(key, ProgressTable + item.Key, id, 0, block) : default);
    }

    public async ValueTask UpdateOutboxAsync(
        OutboxItem item, OutboxState state, DateTimeOffset due, ReadOnlyMemory<byte> progress, CancellationToken cancellationToken)
    {
        var id = item.ConversationId;
        if ((_keys.Find(id) ?? await LoadKeyAsync(id, cancellationToken)) is { } key)
        {
            var block = Envelope.Seal(key, ProgressTable + item.Key, id, 0, progress.Span);
            await Engine.UpdateOutboxAsync(item.Id, state, due.ToUnixTimeMilliseconds(), block, cancellationToken);
        }
    }

    public async ValueTask ReleaseOutboxAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await Engine.ReleaseOutboxAsync(now.ToUnixTimeMilliseconds(), cancellationToken);
        _feed.Outbox.Set();
    }

    public async ValueTask<OutboxSummary> ReadOutboxAsync(CancellationToken cancellationToken)
    {
        var open = (await Engine.CountOutboxAsync(cancellationToken)).Where(static row => row.State != OutboxState.Done).ToList();
        long Count(OutboxState state) => open.Where(row => row.State == state).Sum(static row => row.Count);
        var oldest = open.Count == 0 ? (DateTimeOffset?)null : DateTimeOffset.FromUnixTimeMilliseconds(open.Min(static row => row.Oldest));
        return new(Count(OutboxState.Waiting), Count(OutboxState.Parked), oldest);
    }

    /// <returns>null for an item that was damaged: it stays, <see cref="CheckAsync"/> reports it, and the items behind it go on.</returns>
    private OutboxItem? OpenItem(SealedOutboxItem item)
    {
        try
        {
            var key = KeyOf(item.ConversationId, item.DataKey);
            var (effect, standing) = (item.Effect, item.Standing);
            var json = Envelope.Open(key, OutboxTable + effect.Key, item.ConversationId, 0, effect.Payload);
            return new(item.Id, item.ConversationId, effect.Kind, effect.Key, json, item.Attempts)
            {
                State = standing.State,
                Created = DateTimeOffset.FromUnixTimeMilliseconds(standing.Created),
                Progress = standing.Progress is { } block ? Envelope.Open(key, ProgressTable + effect.Key, item.ConversationId, 0, block) : default,
            };
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
