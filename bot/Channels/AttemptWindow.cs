namespace KlachtHulp.Bot.Channels;

/// <summary>Counts attempts per key in windows of time, in this process. The window of a key begins with its first attempt.</summary>
internal sealed class AttemptWindow(TimeProvider clock, TimeSpan window)
{
    /// <summary>So many keys are remembered; a flood of them takes no more memory and forgets the oldest first.</summary>
    internal const int MostKeys = 100_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Count, DateTimeOffset Until)> _counts = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, DateTimeOffset Until)> _begun = new();

    /// <returns>How many there were in this window with this one, and when the window is over.</returns>
    public (int Count, DateTimeOffset Until) Add(string key)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            Forget(now);
            var (count, until) = _counts.TryGetValue(key, out var known) ? known : (0, now + window);
            if (count == 0)
            {
                _begun.Enqueue((key, until));
            }

            _counts[key] = (count + 1, until);
            return (count + 1, until);
        }
    }

    /// <summary>As if this key was never tried.</summary>
    public void Clear(string key)
    {
        lock (_lock)
        {
            _counts.Remove(key);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (_begun.TryPeek(out var oldest) && (oldest.Until <= now || _begun.Count >= MostKeys))
        {
            _begun.Dequeue();
            if (_counts.TryGetValue(oldest.Key, out var known) && known.Until == oldest.Until)
            {
                _counts.Remove(oldest.Key);
            }
        }
    }
}
