namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>A year, in digits, in words or counted from today.</summary>
internal static class Years
{
    private const int First = 1900;
    private const int Last = 2099;

    /// <summary>A year that stands beside something yearly: "2018", "van vorig jaar", "'18", "twee jaar geleden".</summary>
    public static bool TryBeside(Scan scan, int at, out int year, out Confidence confidence, out int next)
    {
        var from = scan.Is(at, ",") || ((scan.Is(at, "-") || scan.Is(at, "/")) && scan.GluedAt(at) && (scan.DigitsAt(at + 1) == 4
            || scan.Is(at + 1, "'"))) ? at + 1 : at;
        from = scan.Is(from, TimeWord.Of) || scan.Is(from, "in") || scan.Is(from, "uit") ? from + 1 : from;
        from = scan.Is(from, "het") && !scan.Is(from + 1, "jaar") ? from + 1 : from;
        if (TryRead(scan, from, out year, out confidence, out next))
        {
            return true;
        }

        confidence = Confidence.Exact;
        return TryLongAgo(scan, at, out year, out next) || TryShort(scan, from, out year, out next);
    }

    /// <summary>"3 maart 1899": straight after a day and a month it is a year, however unlikely; it must not be left out of the date.</summary>
    private static bool TryLongAgo(Scan scan, int at, out int year, out int next)
    {
        year = scan.NumberAt(at);
        next = at + 1;
        return scan.DigitsAt(at) == 4 && year is >= 1800 and < First && scan.Is(at - 1, TimeWord.Month) && scan.NumberAt(at - 2) > 0;
    }

    /// <summary>A year that can stand alone.</summary>
    public static bool TryRead(Scan scan, int at, out int year, out Confidence confidence, out int next)
    {
        confidence = Confidence.Exact;
        var number = !scan.Neutral && scan.Is(at, "het") && scan.Is(at + 1, "jaar") ? at + 2 : IsYearWord(scan, at) ? at + 1 : scan.Is(at, "fiscale")
            && scan.Is(at + 1, "jaar") ? at + 2 : at;
        number = number > at && scan.Is(number, "'") && scan.DigitsAt(number + 1) == 2 ? number + 1 : number;
        year = scan.NumberAt(number);
        next = number + 1;
        if (number > at && scan.DigitsAt(number) == 2 && scan.Is(number - 1, "'"))
        {
            year += year < 70 ? 2000 : 1900;
            return true;
        }

        if (year >= 0)
        {
            var plain = !scan.GluedAt(number + 1) || !(scan.Is(number + 1, ",") || scan.Is(number + 1, ".")) || !scan.GluedAt(number + 2)
                || scan.NumberAt(number + 2) < 0;
            return (scan.DigitsAt(number) == 4 || (scan.Neutral && number > at && scan.DigitsAt(number) == 3)) && plain
                && (year is >= First and <= Last || (scan.Neutral && (year is > 1300 and < 2200 || (number > at && year is > 100 and < 2200))));
        }

        if (TryRelative(scan, at, out year, out next) || TryInWords(scan, number, out year, out next))
        {
            return true;
        }

        confidence = Confidence.Approx;
        return TryAgo(scan, at, out year, out next);
    }

    private static bool IsYearWord(Scan scan, int at) => scan.Is(at, "jaar") || (scan.Neutral && (scan.Is(at, "schooljaar") || scan.Is(at, "kalenderjaar")));

    /// <summary>Vorig jaar, dit jaar, voorvorig jaar.</summary>
    public static bool TryRelative(Scan scan, int at, out int year, out int next)
    {
        year = 0;
        next = at;
        var from = scan.Is(at, "het") ? at + 1 : at;
        int offset;
        if (scan.Is(from, TimeWord.BeforePrevious))
        {
            offset = -2;
        }
        else if (scan.Is(from, TimeWord.Previous))
        {
            offset = -1;
        }
        else if (scan.Is(from, TimeWord.This) || (scan.Is(from, TimeWord.That) && scan.Neutral))
        {
            offset = 0;
        }
        else if (scan.Is(from, TimeWord.Next))
        {
            offset = 1;
        }
        else
        {
            return false;
        }

        year = scan.Today.Year + offset;
        from = scan.Neutral && scan.Is(from + 1, "fiscaal") ? from + 1 : from;
        next = from + 2;
        return (scan.Neutral && scan.Is(from + 1, "schooljaar")) || scan.Is(from + 1, "jaar") || scan.Is(from + 1, "jr") || scan.Is(from + 1, "kalenderjaar");
    }

    private static bool TryAgo(Scan scan, int at, out int year, out int next)
    {
        year = 0;
        next = at;
        if (scan.Neutral || !Quantities.TryAmount(scan, at, out var amount, out next) || amount % 1 != 0 || amount > 150)
        {
            return false;
        }

        var isYears = scan.TryValue(next, TimeWord.Unit, out var unit) && unit == (int)TimeUnit.Year && scan.Is(next + 1, TimeWord.Ago);
        year = scan.Today.Year - (int)amount;
        next += 2;
        return isYears && year > 0;
    }

    /// <summary>Two digits after an apostrophe, or straight after a month or day: 00-69 is this century.</summary>
    private static bool TryShort(Scan scan, int at, out int year, out int next)
    {
        var number = scan.Is(at, "'") ? at + 1 : at;
        next = number + 1;
        year = scan.NumberAt(number);
        if (scan.DigitsAt(number) != 2 || (number == at && !scan.Neutral && !IsBareYear(scan, number)))
        {
            return false;
        }

        year += year < 70 ? 2000 : 1900;
        return number > at || IsBareYear(scan, number);
    }

    /// <summary>Two bare digits are a year only where nothing else can be meant.</summary>
    private static bool IsBareYear(Scan scan, int at)
    {
        var ends = at + 1 >= scan.Count || scan.Is(at + 1, ".") || scan.Is(at + 1, ",") || scan.Is(at + 1, "ofzo") || scan.Is(at + 1, "zien");
        return ends && (scan.NumberAt(at) > 12 || scan.Neutral) && !(scan.GluedAt(at + 1) && scan.GluedAt(at + 2));
    }

    private static bool TryInWords(Scan scan, int at, out int year, out int next)
    {
        year = 0;
        next = at;
        if (at >= scan.Count)
        {
            return false;
        }

        var reader = new YearWords(scan, at);
        if (!reader.TryRead(out year))
        {
            return false;
        }

        next = reader.Next;
        return true;
    }
}
