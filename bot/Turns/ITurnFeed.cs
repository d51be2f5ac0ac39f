using System.Threading.Channels;

namespace KlachtHulp.Bot.Turns;

/// <summary>Tells open screens that a conversation has something new.</summary>
/// <remarks>It is a hint, not the record: who misses an item reads the transcript. A feed between processes may therefore send the id alone.</remarks>
public interface ITurnFeed
{
    void Publish(FeedItem item);

    FeedSubscription Subscribe(string conversationId);
}

/// <param name="FirstSequence">Sequence of the first of <paramref name="Activities"/>.</param>
/// <param name="Activities">What was written; empty when the reader has to look in the transcript.</param>
/// <param name="Ends">The conversation was erased: <paramref name="Activities"/> are its last words and are kept nowhere.</param>
/// <param name="Passing">Only for who looks now: not written, without a sequence.</param>
public sealed record FeedItem(string ConversationId, long FirstSequence, IReadOnlyList<ReadOnlyMemory<byte>> Activities, bool Ends = false, bool Passing = false);

/// <summary>One reader of a conversation. Holds a bounded number of items and forgets the oldest when the reader is slow.</summary>
public sealed class FeedSubscription(Action<FeedSubscription> onDispose) : IDisposable
{
    private const int Capacity = 64;

    private readonly Channel<FeedItem?> _items = Channel.CreateBounded<FeedItem?>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Items in the order in which they were saved; null is a heartbeat.</summary>
    public ChannelReader<FeedItem?> Items => _items.Reader;

    public void Offer(FeedItem item) => _items.Writer.TryWrite(item);

    /// <summary>A sign of life when there is nothing else to send; never in the place of an item.</summary>
    public void Beat()
    {
        if (_items.Reader.Count == 0)
        {
            _items.Writer.TryWrite(null);
        }
    }

    /// <summary>Lets the reader finish what it has and go.</summary>
    public void Complete() => _items.Writer.TryComplete();

    public void Dispose() => onDispose(this);
}
