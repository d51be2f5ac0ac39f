using KlachtHulp.Dialogs.Recognizers.Numbers;

namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>A year written out: tweeduizend achttien, negentien achtenzeventig, negentienhonderd en een.</summary>
internal sealed class YearWords(Scan scan, int at)
{
    private const int MostWords = 5;

    public int Next { get; private set; }

    public bool TryRead(out int year)
    {
        year = 0;
        var parts = new List<NumberMorpheme>();
        var word = new List<NumberMorpheme>();
        for (var i = at; i < scan.Count && i < at + MostWords; i++)
        {
            var isLink = i > at && scan.Is(i, "en");
            if (!isLink && !scan.Lexicon.Numbers.TrySplit(scan.Tokens[i].Text, word))
            {
                break;
            }

            if (isLink)
            {
                continue;
            }

            parts.AddRange(word);
            if (word[^1].Rank || !IsYear(parts, out var candidate))
            {
                if (word[^1].Rank)
                {
                    break;
                }

                continue;
            }

            year = candidate;
            Next = i + 1;
        }

        return year > 0;
    }

    private static bool IsYear(List<NumberMorpheme> parts, out int year)
    {
        var first = parts[0];
        var isCentury = ((first.Part == NumberPart.Unit && first.Value == 19) || first.Value == 20) && parts.Count > 1
            && parts.TrueForAll(static part => part.Part != NumberPart.Multiplier);
        var value = isCentury
            ? (first.Value * 100) + NumberWords.Value([.. parts.Skip(1).Where(static part => part.Part != NumberPart.Link)])
            : NumberWords.Value(parts);
        year = value is >= 1900 and < 2100 ? (int)value : 0;
        return year > 0;
    }
}
