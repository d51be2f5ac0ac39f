using System.Collections.Concurrent;

namespace KlachtHulp.Bot.Storage.Sealing;

/// <summary>Data keys of conversations that are going on, so that a turn needs no extra read. Bounded: the older half goes when it is full.</summary>
internal sealed class DataKeyCache(int capacity = 8192)
{
    private volatile ConcurrentDictionary<string, DataKey> _young = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, DataKey> _old = new(StringComparer.Ordinal);
    private int _added;

    public DataKey? Find(string conversationId)
    {
        if (_young.TryGetValue(conversationId, out var key))
        {
            return key;
        }

        if (_old.TryGetValue(conversationId, out key))
        {
            Add(conversationId, key);
        }

        return key;
    }

    public void Add(string conversationId, DataKey key)
    {
        _young[conversationId] = key;
        if (Interlocked.Increment(ref _added) >= capacity / 2)
        {
            Interlocked.Exchange(ref _added, 0);
            _old = _young;
            _young = new(StringComparer.Ordinal);
        }
    }

    public void Remove(string conversationId)
    {
        _young.TryRemove(conversationId, out _);
        _old.TryRemove(conversationId, out _);
    }
}
