using System.Collections.Frozen;

namespace KlachtHulp.Dialogs.Recognizers.Numbers;

internal enum NumberPart
{
    Unit,
    Ten,
    Multiplier,
    Link,
}

/// <param name="Rank">Whether this is the ordinal form, which ends a word.</param>
internal readonly record struct NumberMorpheme(NumberPart Part, decimal Value, bool Rank);

/// <param name="Place">Places from the anchor; 0 is the anchor itself.</param>
/// <param name="From">"einde" or "huidige".</param>
internal readonly record struct RelativeRank(int Place, string From);

/// <summary>The Dutch number words. Reads one written word ("vijfentwintig", "honderdste") as a value.</summary>
internal sealed class NumberWords(IReadOnlyDictionary<string, NumberMorpheme> morphemes)
{
    private const int LongestWord = 70;
    private readonly FrozenDictionary<string, NumberMorpheme> _morphemes = morphemes.ToFrozenDictionary(StringComparer.Ordinal);
    private readonly int _longest = morphemes.Keys.Max(static key => key.Length);

    public required IReadOnlyDictionary<string, decimal> Suffixes { get; init; }

    public required IReadOnlyDictionary<string, decimal> Fractions { get; init; }

    public required IReadOnlySet<string> OneAndHalf { get; init; }

    public required IReadOnlySet<string> Dozens { get; init; }

    public required IReadOnlySet<string> Minus { get; init; }

    /// <summary>The parts of one word, or false when it is not wholly a number.</summary>
    public bool TrySplit(string word, List<NumberMorpheme> parts)
    {
        parts.Clear();
        if (word.Length is 0 or > LongestWord)
        {
            return false;
        }

        Span<bool> dead = stackalloc bool[LongestWord + 1];
        dead.Clear();
        return Split(word, 0, parts, dead) && parts.Exists(static part => part.Part != NumberPart.Link);
    }

    /// <summary>The value of one written word; <paramref name="rank"/> tells an ordinal.</summary>
    public bool TryRead(string word, out decimal value, out bool rank)
    {
        value = 0;
        rank = false;
        if (word.Length < 3)
        {
            return false;
        }

        if (_morphemes.TryGetValue(word, out var whole))
        {
            value = whole.Value;
            rank = whole.Rank;
            return whole.Part != NumberPart.Link;
        }

        if (word.Length < 6)
        {
            return false;
        }

        var parts = new List<NumberMorpheme>();
        if (!TrySplit(word, parts) || parts[^1].Part == NumberPart.Link || parts[0].Part == NumberPart.Link)
        {
            return false;
        }

        rank = parts[^1].Rank;
        value = Value(parts);
        return true;
    }

    /// <summary>Adds up: a unit before a ten is added to it, a multiplier takes what stands before it.</summary>
    public static decimal Value(IReadOnlyList<NumberMorpheme> parts)
    {
        decimal total = 0;
        decimal group = 0;
        foreach (var part in parts)
        {
            switch (part.Part)
            {
                case NumberPart.Unit or NumberPart.Ten:
                    group += part.Value;
                    break;
                case NumberPart.Multiplier when part.Value == 100:
                    group = group == 0 ? 100 : group % 100 == 0 ? group + 100 : (group - group % 100) + group % 100 * 100;
                    break;
                case NumberPart.Multiplier:
                    total += (group == 0 ? 1 : group) * part.Value;
                    group = 0;
                    break;
                case NumberPart.Link:
                    break;
            }
        }

        return total + group;
    }

    private bool Split(string word, int at, List<NumberMorpheme> parts, Span<bool> dead)
    {
        if (at == word.Length)
        {
            return true;
        }

        if (dead[at])
        {
            return false;
        }

        var lookup = _morphemes.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(_longest, word.Length - at); length >= 2; length--)
        {
            if (!lookup.TryGetValue(word.AsSpan(at, length), out var part) || (part.Rank && at + length < word.Length))
            {
                continue;
            }

            parts.Add(part);
            if (Split(word, at + length, parts, dead))
            {
                return true;
            }

            parts.RemoveAt(parts.Count - 1);
        }

        dead[at] = true;
        return false;
    }
}
