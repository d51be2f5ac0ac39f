namespace KlachtHulp.Bot.Channels.Limits;

/// <summary>What each address asked for lately, and for how long it is refused what: a refusal is remembered here until it is over, so that the next one asks nobody.</summary>
public sealed class AddressBook(LimitSettings settings, TimeProvider clock)
{
    /// <summary>Longest wait for an answer. Who asks again and again over one connection gets one in so long.</summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private const int MostAddresses = 100_000;
    private const int MostDoublings = 4;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(125);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Recent<NetworkKey, Entry> _entries = new(TimeSpan.FromMinutes(2), MostAddresses);

    /// <summary>Counts a call before anything is done for it.</summary>
    internal Verdict Arrives(NetworkKey network, Door door)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var entry = _entries.Get(network, now);
            var tooMany = door != Door.Inside && entry.Calls.Add(now, LimitSettings.Span) > settings.CallsPerAddress;
            var until = door == Door.Begin ? entry.NoBeginUntil : door == Door.Guess ? entry.NoGuessUntil : default;
            var strikes = tooMany || until > now ? entry.Refusals.Add(now, Minute) : entry.Refusals.At(now);
            return new Verdict(entry.Waiting, Wait(strikes - settings.QuickRefusals), until > now ? until - now : TimeSpan.Zero);
        }
    }

    /// <summary>Counts a call that was refused for any reason.</summary>
    internal void WasRefused(NetworkKey network)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            _entries.Get(network, now).Refusals.Add(now, Minute);
        }
    }

    /// <summary>Counts a conversation that an address wants to begin.</summary>
    /// <returns>How many there are in this minute with this one, and how long to wait when that is too many.</returns>
    internal (int Count, TimeSpan Wait) Begins(NetworkKey network)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var entry = _entries.Get(network, now);
            var count = entry.Begun.Add(now, Minute);
            if (count <= settings.NewPerMinute)
            {
                return (count, TimeSpan.Zero);
            }

            entry.NoBeginUntil = entry.Begun.Until;
            return (count, entry.Begun.Until - now);
        }
    }

    /// <summary>Remembers what the instances together decided.</summary>
    internal void Refuse(NetworkKey network, Door door, DateTimeOffset until)
    {
        lock (_lock)
        {
            var entry = _entries.Get(network, clock.GetUtcNow());
            _ = door == Door.Begin ? entry.NoBeginUntil = until : entry.NoGuessUntil = until;
        }
    }

    /// <param name="over">Refusals beyond those that are quick.</param>
    private static TimeSpan Wait(int over) => over <= 0 ? TimeSpan.Zero
        : over > MostDoublings ? LongestWait : FirstWait * (1 << (over - 1));

    private sealed class Entry
    {
        public CountWindow Calls;
        public CountWindow Refusals;
        public CountWindow Begun;
        public DateTimeOffset NoBeginUntil;
        public DateTimeOffset NoGuessUntil;

        public Waiters Waiting { get; } = new();
    }
}

/// <param name="Waiting">Calls of this address that wait for their answer.</param>
/// <param name="Wait">How long the answer is to take; zero for most.</param>
/// <param name="Refused">How long what is asked for stays refused; zero when it is not.</param>
internal readonly record struct Verdict(Waiters Waiting, TimeSpan Wait, TimeSpan Refused);
