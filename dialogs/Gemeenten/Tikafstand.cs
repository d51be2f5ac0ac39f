namespace KlachtHulp.Dialogs.Gemeenten;

/// <summary>How many typing errors lie between two words: a letter too many, missing, wrong, or two swapped.</summary>
internal static class Tikafstand
{
    private const int LongestName = 40;

    /// <summary>Errors tolerated in a word of this length: none below 5 letters, 1 below 8, else 2.</summary>
    public static int Bound(int length) => length < 5 ? 0 : length < 8 ? 1 : 2;

    /// <summary>One bit per letter that occurs; words that differ in many letters need no further look.</summary>
    public static uint Letters(ReadOnlySpan<char> word)
    {
        var letters = 0u;
        foreach (var letter in word)
        {
            letters |= 1u << (letter & 31);
        }

        return letters;
    }

    /// <summary>The distance, or <paramref name="bound"/> + 1 when it is more than that.</summary>
    public static int Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int bound)
    {
        if (Math.Abs(one.Length - other.Length) > bound || one.Length > LongestName || other.Length > LongestName)
        {
            return bound + 1;
        }

        Span<int> rows = stackalloc int[3 * (LongestName + 1)];
        var before = rows[..(LongestName + 1)];
        var previous = rows.Slice(LongestName + 1, LongestName + 1);
        var current = rows[(2 * (LongestName + 1))..];
        for (var j = 0; j <= other.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            if (FillRow(one, other, i, before, previous, current) > bound)
            {
                return bound + 1;
            }

            var free = before;
            before = previous;
            previous = current;
            current = free;
        }

        return previous[other.Length];
    }

    private static int FillRow(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int i, Span<int> before, Span<int> previous, Span<int> current)
    {
        current[0] = i;
        var best = i;
        for (var j = 1; j <= other.Length; j++)
        {
            var cost = one[i - 1] == other[j - 1] ? 0 : 1;
            var value = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
            {
                value = Math.Min(value, before[j - 2] + 1);
            }

            current[j] = value;
            best = Math.Min(best, value);
        }

        return best;
    }
}
