namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>Small numbers in digits and words: days of the month, and amounts of weeks or months.</summary>
internal static class Quantities
{
    private const int MostRound = 1000;

    /// <summary>A day of the month: 3, 3e, derde, drie.</summary>
    public static bool TryDayOfMonth(Scan scan, int at, out int day, out int next, out bool ordinal)
    {
        ordinal = false;
        next = at + 1;
        day = scan.NumberAt(at);
        if (day >= 0)
        {
            if (scan.DigitsAt(at) > 2)
            {
                return false;
            }

            if (IsSuffix(scan, at + 1))
            {
                ordinal = true;
                next = at + 2;
            }

            return day is >= 1 and <= 31;
        }

        if (at >= scan.Count || !scan.Lexicon.Numbers.TryRead(scan.Tokens[at].Text, out var value, out ordinal) || value is < 1 or > 31 || value % 1 != 0)
        {
            return false;
        }

        day = (int)value;
        return true;
    }

    /// <summary>The ending of an ordinal in digits: "e", "ste", "de", and in old style "5den".</summary>
    public static bool IsSuffix(Scan scan, int at)
        => (scan.GluedAt(at) || (scan.Is(at, "ste") && at > 0)) && (scan.Is(at, "e") || scan.Is(at, "ste") || scan.Is(at, "de")
            || scan.Is(at, "den") || scan.Is(at, "sten") || scan.Is(at, "en"));

    /// <summary>An amount of something: 3, drie, een, 2,5, anderhalf, tweeenhalf.</summary>
    public static bool TryAmount(Scan scan, int at, out decimal amount, out int next)
    {
        amount = scan.NumberAt(at);
        next = at + 1;
        if (amount >= 0)
        {
            if (scan.GluedAt(at + 1) && (scan.Is(at + 1, ",") || scan.Is(at + 1, ".")) && scan.GluedAt(at + 2) && scan.NumberAt(at + 2) >= 0)
            {
                amount += scan.NumberAt(at + 2) / (decimal)Math.Pow(10, scan.DigitsAt(at + 2));
                next = at + 3;
            }

            return true;
        }

        if (scan.Is(at, TimeWord.OneAndHalf))
        {
            amount = 1.5m;
            return true;
        }

        var first = scan.Is(at, TimeWord.Article) && (scan.Is(at + 1, TimeWord.HalfOf) || scan.Is(at + 1, TimeWord.OneAndHalf)) ? at + 1 : at;
        if (scan.Is(first, TimeWord.HalfOf))
        {
            amount = 0.5m;
            next = first + 1;
            return true;
        }

        if (first != at)
        {
            amount = 1.5m;
            next = first + 1;
            return true;
        }

        return TryWord(scan, at, out amount, out next);
    }

    /// <summary>"week of drie", "maand of wat": about so many, after "een" or "de afgelopen".</summary>
    /// <param name="at">The unit.</param>
    /// <param name="about">How many; for "of wat" what the word stands for, and then <paramref name="vague"/>.</param>
    public static bool TryRound(Scan scan, int at, out TimeUnit unit, out decimal about, out bool vague, out int next)
    {
        about = 0;
        next = at;
        vague = scan.TryValue(at + 2, TimeWord.Few, out var few);
        var single = scan.TryValue(at, TimeWord.Unit, out var value);
        unit = (TimeUnit)value;
        if (!single || !scan.Is(at + 1, TimeWord.Or))
        {
            return false;
        }

        next = at + 3;
        about = few;
        var counted = vague || (TryAmount(scan, at + 2, out about, out next) && about is > 1 and < MostRound);
        return counted && !CountsOther(scan, next);
    }

    /// <summary>"of twee weken", "of 3 mei", "of 2 keer": the number belongs to the word after it.</summary>
    private static bool CountsOther(Scan scan, int next)
        => scan.Is(next, TimeWord.Unit) || scan.Is(next, TimeWord.Month) || scan.Is(next, TimeWord.ClockUnit) || scan.Is(next, TimeWord.NoDateAfter)
            || scan.Is(next, TimeWord.Few) || (scan.GluedAt(next) && (IsSuffix(scan, next) || scan.NumberAt(next + 1) >= 0));

    private static bool TryWord(Scan scan, int at, out decimal amount, out int next)
    {
        next = at + 1;
        amount = 0;
        if (at >= scan.Count)
        {
            return false;
        }

        var text = scan.Tokens[at].Text;
        if (scan.Lexicon.Numbers.TryRead(text, out amount, out var rank))
        {
            return !rank && amount < 100_000;
        }

        if (scan.Is(at, "'n") || scan.Is(at, "n"))
        {
            amount = 1;
            return true;
        }

        foreach (var ending in HalfEndings)
        {
            if (text.EndsWith(ending, StringComparison.Ordinal) && scan.Lexicon.Numbers.TryRead(text[..^ending.Length], out amount, out rank) && !rank)
            {
                amount += 0.5m;
                return true;
            }
        }

        return false;
    }

    private static readonly string[] HalfEndings = ["eneenhalf", "eneenhalve", "enhalf", "enhalve"];
}
