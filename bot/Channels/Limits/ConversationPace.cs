namespace KlachtHulp.Bot.Channels.Limits;

/// <summary>
/// How fast calls in one conversation follow each other. Nobody who answers questions comes near the limit; what goes beyond it is slowed down and not refused,
/// because clients lose a refused message without a word.
/// </summary>
public sealed class ConversationPace(LimitSettings settings, TimeProvider clock)
{
    /// <summary>Reading a file of 10 MB costs as much as so many other calls.</summary>
    internal const int FileWeight = 20;

    private const int MostConversations = 200_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Recent<string, Entry> _entries = new(LimitSettings.Span * 2, MostConversations);

    /// <summary>Counts a call by somebody who may be in the conversation; others cannot slow it down.</summary>
    internal void Count(string conversation, int weight = 1)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            _entries.Get(conversation, now).Calls.Add(now, LimitSettings.Span, weight);
        }
    }

    /// <returns>How long the next call is to wait; zero for most.</returns>
    internal Slowdown Look(string conversation)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            return _entries.Find(conversation) is { } entry && entry.Calls.At(now) > settings.CallsPerConversation
                ? new(entry.Waiting, entry.Calls.Until - now is var left && left < Longest ? left : Longest)
                : default;
        }
    }

    private sealed class Entry
    {
        public CountWindow Calls;

        public Waiters Waiting { get; } = new();
    }
}

/// <param name="Waiting">Calls that wait in this conversation; null when none has to.</param>
internal readonly record struct Slowdown(Waiters? Waiting, TimeSpan Wait);
