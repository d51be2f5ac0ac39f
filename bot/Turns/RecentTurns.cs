using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Bot.Turns;

/// <summary>
/// What the last turns left, so that the next one of the same conversation need not read it back. The store still decides: it takes a turn only on the version that is
/// stored, and a version that another instance has passed is read anew.
/// </summary>
/// <param name="capacity">Most bytes of bodies; the older half goes when it is full.</param>
public sealed class RecentTurns(int capacity = 64 * 1024 * 1024)
{
    private readonly Lock _lock = new();
    private Generation _young = new();
    private Generation _old = new();

    /// <summary>Takes what is known of a conversation out: whoever saves puts it back, so that nothing uncertain stays.</summary>
    public RecentTurn? Take(string id)
    {
        lock (_lock)
        {
            return _young.Take(id) ?? _old.Take(id);
        }
    }

    public void Put(RecentTurn turn)
    {
        lock (_lock)
        {
            _old.Take(turn.Stored.Id);
            _young.Put(turn);
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

        /// <summary>How many times its bytes a body weighs when it was worked out.</summary>
        private const int Unfolded = 8;

        private readonly Dictionary<string, RecentTurn> _entries = new(StringComparer.Ordinal);

        public long Bytes { get; private set; }

        public RecentTurn? Take(string id)
        {
            if (_entries.Remove(id, out var found))
            {
                Bytes -= WeightOf(found);
            }

            return found;
        }

        public void Put(RecentTurn turn)
        {
            Take(turn.Stored.Id);
            _entries.Add(turn.Stored.Id, turn);
            Bytes += WeightOf(turn);
        }

        private static long WeightOf(RecentTurn turn) => (turn.Stored.Body.Length * (turn.WorkedOut is null ? 1L : 1 + Unfolded)) + Weight;
    }
}

/// <summary>What one turn left.</summary>
/// <param name="WorkedOut">What the dialog worked out of the body; null when it hands nothing on.</param>
public sealed record RecentTurn(StoredConversation Stored, WorkedOut? WorkedOut);
