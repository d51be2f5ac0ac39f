namespace KlachtHulp.Bot.Turns;

/// <summary>
/// Which conversations were erased in the last day, by this process, and by which message: an erased conversation cannot tell by itself that a message was handled before.
/// </summary>
/// <remarks>Numbers that say nothing about anybody, in memory only. A restart forgets them, and so does a flood.</remarks>
/// <param name="capacity">So many are remembered; the oldest goes first.</param>
public sealed class RecentErasures(int capacity = 10_000)
{
    /// <summary>As long as a token may be renewed after its end.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(25);

    /// <summary>As long as channels deliver a message again that was not answered.</summary>
    private static readonly TimeSpan Redelivered = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (string? Message, DateTimeOffset At)> _erased = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, DateTimeOffset At)> _order = new();

    /// <param name="message">Dedupe key of the message that asked for it; null when no message did.</param>
    public void Add(string conversation, string? message, DateTimeOffset now)
    {
        lock (_lock)
        {
            Forget(now);
            _erased[conversation] = (message, now);
            _order.Enqueue((conversation, now));
        }
    }

    /// <summary>Whether the conversation was erased, whatever was begun under its number since.</summary>
    public bool Contains(string conversation, DateTimeOffset now)
    {
        lock (_lock)
        {
            return _erased.TryGetValue(conversation, out var erased) && now < erased.At + Remembered;
        }
    }

    /// <summary>Whether this is the message that erased the conversation, delivered again.</summary>
    public bool Was(string conversation, string message, DateTimeOffset now)
    {
        lock (_lock)
        {
            return _erased.TryGetValue(conversation, out var erased) && now < erased.At + Redelivered && string.Equals(erased.Message, message, StringComparison.Ordinal);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (_order.TryPeek(out var oldest) && (oldest.At + Remembered <= now || _order.Count >= capacity))
        {
            _order.Dequeue();
            if (_erased.TryGetValue(oldest.Id, out var erased) && erased.At == oldest.At)
            {
                _erased.Remove(oldest.Id);
            }
        }
    }
}
