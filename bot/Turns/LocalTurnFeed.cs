using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Bot.Turns;

/// <summary>The feed of the readers in this process; what other instances wrote arrives as a hint to look in the transcript.</summary>
public sealed class LocalTurnFeed : ITurnFeed
{
    /// <summary>Most readers of one conversation; a new one sends the oldest away.</summary>
    public const int MaxReaders = 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<FeedSubscription>> _readers = new(StringComparer.Ordinal);

    public LocalTurnFeed()
    {
    }

    /// <param name="feed">Tells what other instances wrote.</param>
    public LocalTurnFeed(ConversationFeed feed) => feed.Elsewhere = Hint;

    public void Publish(FeedItem item)
    {
        lock (_lock)
        {
            if (_readers.TryGetValue(item.ConversationId, out var readers))
            {
                readers.ForEach(reader => reader.Offer(item));
            }
        }
    }

    public FeedSubscription Subscribe(string conversationId)
    {
        var subscription = new FeedSubscription(left => Remove(conversationId, left));
        lock (_lock)
        {
            if (!_readers.TryGetValue(conversationId, out var readers))
            {
                _readers[conversationId] = readers = [];
            }

            readers.Add(subscription);
            if (readers.Count > MaxReaders)
            {
                readers[0].Complete();
                readers.RemoveAt(0);
            }
        }

        return subscription;
    }

    /// <param name="conversationId">null for every conversation.</param>
    private void Hint(string? conversationId)
    {
        lock (_lock)
        {
            foreach (var id in conversationId is null ? _readers.Keys.ToArray() : [conversationId])
            {
                Publish(new FeedItem(id, FirstSequence: 0, []));
            }
        }
    }

    private void Remove(string conversationId, FeedSubscription subscription)
    {
        lock (_lock)
        {
            if (_readers.TryGetValue(conversationId, out var readers) && readers.Remove(subscription) && readers.Count == 0)
            {
                _readers.Remove(conversationId);
            }
        }
    }
}
