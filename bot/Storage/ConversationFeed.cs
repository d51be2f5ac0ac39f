using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace KlachtHulp.Bot.Storage;

/// <summary>Tells who waits for a conversation that something was written, by this instance or another.</summary>
/// <remarks>A signal carries nothing: read the store after your watermark. Signals may be spurious and several may fall together; none is missed.</remarks>
public sealed class ConversationFeed
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ImmutableArray<ConversationSubscription>> _subscriptions = new(StringComparer.Ordinal);

    /// <summary>Set when a turn of this instance wrote effects.</summary>
    public OutboxSignal Outbox { get; } = new();

    /// <summary>Called with the id of a conversation that another instance wrote to; with null when something may have been missed, so it may be any.</summary>
    public Action<string?> Elsewhere { get; set; } = static _ => { };

    /// <summary>Subscribe first, then read, then wait: in that order nothing falls between.</summary>
    public ConversationSubscription Subscribe(string conversationId)
    {
        var subscription = new ConversationSubscription(this, conversationId);
        lock (_lock)
        {
            ref var listeners = ref CollectionsMarshal.GetValueRefOrAddDefault(_subscriptions, conversationId, out var exists);
            listeners = exists ? listeners.Add(subscription) : [subscription];
        }

        return subscription;
    }

    public void Publish(string conversationId)
    {
        ImmutableArray<ConversationSubscription> listeners;
        lock (_lock)
        {
            if (!_subscriptions.TryGetValue(conversationId, out listeners))
            {
                return;
            }
        }

        foreach (var listener in listeners)
        {
            listener.Signal();
        }
    }

    /// <summary>Another instance wrote.</summary>
    public void PublishElsewhere(string conversationId)
    {
        Publish(conversationId);
        Elsewhere(conversationId);
    }

    /// <summary>Something may have been missed: everybody reads again.</summary>
    public void PublishAll()
    {
        Elsewhere(null);
        ImmutableArray<ConversationSubscription> listeners;
        lock (_lock)
        {
            listeners = [.. _subscriptions.Values.SelectMany(static one => one)];
        }

        foreach (var listener in listeners)
        {
            listener.Signal();
        }
    }

    internal void Remove(ConversationSubscription subscription)
    {
        lock (_lock)
        {
            if (!_subscriptions.TryGetValue(subscription.ConversationId, out var listeners))
            {
                return;
            }

            var left = listeners.Remove(subscription);
            if (left.IsEmpty)
            {
                _subscriptions.Remove(subscription.ConversationId);
            }
            else
            {
                _subscriptions[subscription.ConversationId] = left;
            }
        }
    }
}

/// <summary>One listener to one conversation; dispose it when the client has gone.</summary>
public sealed class ConversationSubscription : IDisposable
{
    private readonly ConversationFeed _feed;
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    internal ConversationSubscription(ConversationFeed feed, string conversationId)
    {
        _feed = feed;
        ConversationId = conversationId;
    }

    public string ConversationId { get; }

    /// <summary>Returns when something was written since the last return; at once when that happened already.</summary>
    /// <exception cref="ChannelClosedException">The subscription was disposed.</exception>
    public async ValueTask WaitAsync(CancellationToken cancellationToken) => await _signal.Reader.ReadAsync(cancellationToken);

    public void Dispose()
    {
        _feed.Remove(this);
        _signal.Writer.TryComplete();
    }

    internal void Signal() => _signal.Writer.TryWrite(true);
}
