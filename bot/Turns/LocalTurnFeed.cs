namespace KlachtHulp.Bot.Turns;

/// <summary>The feed within one process.</summary>
public sealed class LocalTurnFeed : ITurnFeed
{
    /// <summary>Most readers of one conversation; a new one sends the oldest away.</summary>
    public const int MaxReaders = 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<FeedSubscription>> _readers = new(StringComparer.Ordinal);

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
