namespace KlachtHulp.Bot.Channels.Limits;

/// <summary>A count in a window of time that begins with the first. Callers lock.</summary>
internal struct CountWindow
{
    private int _count;

    /// <summary>When the window is over.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <returns>How many there are now with these.</returns>
    public int Add(DateTimeOffset now, TimeSpan length, int weight = 1)
    {
        if (now >= Until)
        {
            (_count, Until) = (0, now + length);
        }

        return _count = (int)Math.Min((long)_count + weight, int.MaxValue);
    }

    public readonly int At(DateTimeOffset now) => now < Until ? _count : 0;
}
