using KlachtHulp.Dialogs.Recognizers.Dates;

namespace KlachtHulp.Dialogs.Recognizers.Moments;

/// <summary>Parts of the day: 's ochtends, in de middag, vanavond.</summary>
internal static class DayParts
{
    /// <summary>A part of the day that says which half of the clock is meant; the parts are numbered as in the seed.</summary>
    public static bool TryAfter(Scan scan, int at, out int part, out int next)
    {
        var s = scan.Is(at, "s") ? at + 1 : scan.Is(at, "'") && scan.Is(at + 1, "s") ? at + 2 : at;
        var inThe = s == at && scan.Is(at, "in") && scan.Is(at + 1, "de") ? at + 2 : s;
        next = inThe + 1;
        if (inThe == at)
        {
            part = scan.Is(at, "am") ? 1 : scan.Is(at, "pm") ? 2 : scan.Is(at, "lunchtijd") ? 2 : 0;
            return part > 0;
        }

        return TryPart(scan, inThe, out part);
    }

    public static bool TryPart(Scan scan, int at, out int part)
    {
        if (scan.TryValue(at, TimeWord.DayPart, out part))
        {
            return true;
        }

        part = scan.Is(at, "morgen") ? 1 : 0;
        return part > 0;
    }

    /// <summary>Hours as the neutral reading takes them.</summary>
    public static (TimeOnly From, TimeOnly Until) Hours(int part) => part switch
    {
        1 => (new(8, 0), new(12, 0)),
        2 => (new(12, 0), new(16, 0)),
        3 => (new(16, 0), new(20, 0)),
        _ => (new(20, 0), new(23, 59, 59)),
    };

    /// <summary>The part of the day inside one word, such as "gisteravond" or "maandagmorgen"; 0 when there is none.</summary>
    public static int Inside(string word)
    {
        if (word.EndsWith("ochtend", StringComparison.Ordinal) || (word.EndsWith("morgen", StringComparison.Ordinal)
            && word is not ("morgen" or "overmorgen")))
        {
            return 1;
        }

        return word.EndsWith("middag", StringComparison.Ordinal) ? 2 : word.EndsWith("avond", StringComparison.Ordinal) ? 3
            : word.EndsWith("nacht", StringComparison.Ordinal) ? 4 : 0;
    }
}
