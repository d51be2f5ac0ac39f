using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Bot.Turns;

/// <summary>
/// What the last turns left, so that the next one of the same conversation need not read it back. The store still decides: it takes a turn only on the version that is
/// stored, and a version that another instance has passed is read anew.
/// </summary>
/// <param name="capacity">Most bytes of bodies; the older half goes when it is full.</param>
public sealed class RecentTurns(int capacity = 16 * 1024 * 1024)
{
    private readonly Lock _lock = new();
    private Generation _young = new();
    private Generation _old = new();

    /// <summary>Takes what is known of a conversation out: whoever saves puts it back, so that nothing uncertain stays.</summary>
    public StoredConversation? Take(string id)
    {
        lock (_lock)
        {
            return _young.Take(id) ?? _old.Take(id);
        }
    }

    public void Put(StoredConversation stored)
    {
        lock (_lock)
        {
            _old.Take(stored.Id);
            _young.Put(stored);
            if (_young.Bytes > capacity / 2)
            {
                (_old, _young) = (_young, new Generation());
            }
        }
    }

    private sealed class Generation
    {
        /// <summary>What an entry weighs beside its body.</summary>
        private const int Weight = 256;

        private readonly Dictionary<string, StoredConversation> _entries = new(StringComparer.Ordinal);

        public long Bytes { get; private set; }

        public StoredConversation? Take(string id)
        {
            if (_entries.Remove(id, out var found))
            {
                Bytes -= found.Body.Length + Weight;
            }

            return found;
        }

        public void Put(StoredConversation stored)
        {
            Take(stored.Id);
            _entries.Add(stored.Id, stored);
            Bytes += stored.Body.Length + Weight;
        }
    }
}
