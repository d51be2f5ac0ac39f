namespace KlachtHulp.Bot.Turns;

/// <summary>Lets the turns of one conversation through one at a time, in the order in which they came; other conversations do not wait.</summary>
public sealed class TurnOrder
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Gate> _gates = new(StringComparer.Ordinal);

    /// <summary>What those turns left; to be touched only by who has been let in.</summary>
    public RecentTurns Recent { get; } = new();

    /// <summary>Which conversations are gone.</summary>
    public RecentErasures Erased { get; } = new();

    /// <summary>How many conversations have a turn under way or waiting.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _gates.Count;
            }
        }
    }

    /// <summary>Waits for the turns before this one; disposing lets the next one in.</summary>
    public async ValueTask<IDisposable> EnterAsync(string conversationId, CancellationToken cancellationToken)
    {
        var gate = Join(conversationId);
        try
        {
            await gate.Semaphore.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Leave(conversationId, gate);
            throw;
        }

        return new Pass(this, conversationId, gate);
    }

    private Gate Join(string conversationId)
    {
        lock (_lock)
        {
            if (!_gates.TryGetValue(conversationId, out var gate))
            {
                _gates[conversationId] = gate = new Gate();
            }

            gate.Waiting++;
            return gate;
        }
    }

    private void Leave(string conversationId, Gate gate)
    {
        lock (_lock)
        {
            if (--gate.Waiting == 0)
            {
                _gates.Remove(conversationId);
            }
        }
    }

    private sealed class Gate
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        public int Waiting { get; set; }
    }

    private sealed class Pass(TurnOrder order, string conversationId, Gate gate) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                gate.Semaphore.Release();
                order.Leave(conversationId, gate);
            }
        }
    }
}
