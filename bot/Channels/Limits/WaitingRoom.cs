namespace KlachtHulp.Bot.Channels.Limits;

/// <summary>How many calls of one address or conversation wait for their answer.</summary>
internal sealed class Waiters
{
    private int _count;

    /// <summary>How many there are now.</summary>
    public int Count => Volatile.Read(ref _count);

    public bool TryEnter(int most)
    {
        if (Interlocked.Increment(ref _count) <= most)
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _count);
}

/// <summary>Where calls wait for a late answer. A waiting call holds no thread, and there are only so many.</summary>
internal sealed class WaitingRoom(TimeProvider clock)
{
    internal const int MostPerAddress = 256;
    internal const int MostPerConversation = 8;
    private const int MostInAll = 4096;

    private readonly Waiters _all = new();

    /// <summary>How many wait now.</summary>
    public int Count => _all.Count;

    /// <returns>false when too many wait already, or the caller left: there is nothing to do for this call then.</returns>
    public async ValueTask<bool> WaitAsync(Waiters own, int most, TimeSpan time, CancellationToken left)
    {
        if (!own.TryEnter(most))
        {
            return false;
        }

        try
        {
            return await WaitAsync(time, left);
        }
        finally
        {
            own.Leave();
        }
    }

    private async ValueTask<bool> WaitAsync(TimeSpan time, CancellationToken left)
    {
        if (!_all.TryEnter(MostInAll))
        {
            return false;
        }

        // Callers who leave are many in a flood; an exception for each would cost more than their call.
        await Task.Delay(time, clock, left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _all.Leave();
        return !left.IsCancellationRequested;
    }
}
