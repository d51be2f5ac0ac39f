namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>Dates in digits: 16-08-19, 5/7, 2018.09.17, 20180917. Always day before month; a year of two digits up to 69 is this century.</summary>
internal static class NumericDates
{
    public static bool TryRead(Scan scan, int at, out Hit hit)
    {
        hit = default;
        if (scan.NumberAt(at) < 0)
        {
            return false;
        }

        return TryCompact(scan, at, out hit) || TrySpaced(scan, at, out hit) || TryThree(scan, at, out hit) || TryMonthYear(scan, at, out hit)
            || TryTwo(scan, at, out hit);
    }

    private static bool TryCompact(Scan scan, int at, out Hit hit)
    {
        hit = default;
        if (scan.DigitsAt(at) != 8 || scan.Neutral)
        {
            return false;
        }

        var number = scan.NumberAt(at);
        DateOnly day = default;
        var ok = (number / 10000 is >= 1900 and < 2100 && Calendar.TryDay(number / 10000, number / 100 % 100, number % 100, out day))
            || (number % 10000 is >= 1900 and < 2100 && Calendar.TryDay(number % 10000, number / 10000 % 100, number / 1000000, out day));
        hit = ok ? new(at, at + 1, Extent.Day(day)) : default;
        return ok;
    }

    /// <summary>12 05 2024.</summary>
    private static bool TrySpaced(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var shape = !scan.Neutral && scan.DigitsAt(at) <= 2 && scan.DigitsAt(at + 1) is 1 or 2 && scan.DigitsAt(at + 2) == 4
            && scan.NumberAt(at + 2) is >= 1900 and < 2100;
        if (!shape || !Calendar.TryDay(scan.NumberAt(at + 2), scan.NumberAt(at + 1), scan.NumberAt(at), out var day))
        {
            return false;
        }

        hit = new(at, at + 3, Extent.Day(day));
        return true;
    }

    private static bool TryThree(Scan scan, int at, out Hit hit)
    {
        hit = default;
        if (!TrySeparator(scan, at + 1, out var second) || scan.NumberAt(second) < 0)
        {
            return false;
        }

        var yearFirst = scan.DigitsAt(at) == 4;
        if ((scan.Is(second + 1, "-") || scan.Is(second + 1, "/") || scan.Is(second + 1, ".")) && !scan.Tokens[second + 1].Is(scan.Tokens[at + 1].Text))
        {
            return false;
        }

        if (!TryThird(scan, second + 1, out var third) || scan.NumberAt(third) < 0 || IsLonger(scan, at, third))
        {
            return false;
        }

        var (day, month, year) = yearFirst
            ? (scan.NumberAt(third), scan.NumberAt(second), scan.NumberAt(at))
            : (scan.NumberAt(at), scan.NumberAt(second), Full(scan.NumberAt(third), scan.DigitsAt(third)));
        if (scan.DigitsAt(second) > 2 || (yearFirst && scan.DigitsAt(third) > 2) || (!yearFirst && scan.DigitsAt(at) > 2))
        {
            return false;
        }

        if (Calendar.TryDay(year, month, day, out var date))
        {
            hit = new(at, third + 1, Extent.Day(date));
            return true;
        }

        return TryImpossible(at, third + 1, day, month, year, scan, out hit);
    }

    /// <summary>A day that does not exist becomes its month, never another day.</summary>
    private static bool TryImpossible(int at, int next, int day, int month, int year, Scan scan, out Hit hit)
    {
        hit = default;
        if (scan.Neutral && year > 0 && month == 2 && day == 29)
        {
            hit = new(at, next, Extent.Day(DateOnly.MinValue));
            return true;
        }

        var ok = !scan.Neutral && day is > 28 and <= 31 && Calendar.TryDay(year, month, 1, out _);
        hit = ok ? new(at, next, Extent.Month(new(year, month, 1)).With(Confidence.Approx)) : default;
        return ok;
    }

    private static bool TryTwo(Scan scan, int at, out Hit hit)
    {
        hit = default;
        if (scan.DigitsAt(at) > 2 || !TrySeparator(scan, at + 1, out var second) || scan.DigitsAt(second) is 0 or > 2 || IsLonger(scan, at, second))
        {
            return false;
        }

        var (day, month) = (scan.NumberAt(at), scan.NumberAt(second));
        if (day is < 1 or > 31 || month is < 1 or > 12 || IsOtherThing(scan, at, second))
        {
            return false;
        }

        hit = Calendar.TryDay(2000, month, day, out _)
            ? new(at, second + 1, new Yearly.DayAndMonth(day, month))
            : new(at, second + 1, new Yearly.WholeMonth(month), Confidence.Approx);
        return true;
    }

    /// <summary>A fraction, a clock time ("14.30 uur"), an amount ("5,10") or always ("24/7") looks the same.</summary>
    private static bool IsOtherThing(Scan scan, int at, int second)
    {
        var dot = scan.Is(at + 1, ".");
        if (scan.Is(second + 1, TimeWord.Unit) || scan.Is(second + 1, TimeWord.ClockUnit) || scan.Is(second + 1, TimeWord.NoDateAfter)
            || scan.Is(second + 1, "%"))
        {
            return true;
        }

        if (scan.Is(at - 1, "€") || (scan.NumberAt(at) == 24 && scan.NumberAt(second) == 7 && scan.Is(at + 1, "/")))
        {
            return true;
        }

        return dot && (scan.Neutral || scan.DigitsAt(second) == 2 && scan.Is(at - 1, "om"));
    }

    /// <summary>Month and year: 3/2015, 2015-3.</summary>
    private static bool TryMonthYear(Scan scan, int at, out Hit hit)
    {
        hit = default;
        if (!TrySeparator(scan, at + 1, out var second) || scan.NumberAt(second) < 0 || IsLonger(scan, at, second))
        {
            return false;
        }

        var yearFirst = scan.DigitsAt(at) == 4 && scan.DigitsAt(second) <= 2;
        if (!yearFirst && (scan.DigitsAt(at) > 2 || scan.DigitsAt(second) != 4))
        {
            return false;
        }

        var (year, month) = yearFirst ? (scan.NumberAt(at), scan.NumberAt(second)) : (scan.NumberAt(second), scan.NumberAt(at));
        if (year is < 1900 or >= 2100 || !Calendar.TryDay(year, month, 1, out var day))
        {
            return false;
        }

        hit = new(at, second + 1, Extent.Month(day));
        return true;
    }

    private static bool TrySeparator(Scan scan, int at, out int next)
    {
        next = at + 1;
        if (!(scan.Is(at, "-") || scan.Is(at, "/") || scan.Is(at, ".") || scan.Is(at, "\\")))
        {
            return false;
        }

        var spaced = !scan.GluedAt(at) && !scan.GluedAt(next) && !scan.Is(at, ".") && (scan.DigitsAt(at - 1) == 4 || scan.DigitsAt(next) == 4 || (scan.Is(next + 1, scan.Tokens[at].Text) && scan.DigitsAt(next + 2) == 4));
        return spaced || (scan.GluedAt(at) && scan.GluedAt(next));
    }

    private static bool TryThird(Scan scan, int at, out int next)
    {
        if (TrySeparator(scan, at, out next))
        {
            next = scan.Is(next, "'") && scan.DigitsAt(next + 1) == 2 ? next + 1 : next;
            return true;
        }

        var comma = scan.Is(at, ",") && !scan.GluedAt(at + 1) ? at + 1 : at;
        next = scan.DigitsAt(comma) == 4 && comma > at ? comma : next;
        return comma > at && next == comma;
    }

    /// <summary>Whether more digits hang on, so that it is a number of something else.</summary>
    private static bool IsLonger(Scan scan, int at, int last)
    {
        var before = scan.GluedAt(at) && (scan.Is(at - 1, "-") || scan.Is(at - 1, "/") || scan.Is(at - 1, ".")) && scan.GluedAt(at - 1)
            && scan.NumberAt(at - 2) >= 0 && !IsWholeDate(scan, at - 2);
        var after = scan.GluedAt(last + 1) && (scan.Is(last + 1, "-") || scan.Is(last + 1, "/")) && scan.GluedAt(last + 2)
            && scan.NumberAt(last + 2) >= 0 && scan.DigitsAt(last) != 4;
        after |= scan.Is(last - 1, "/") && scan.GluedAt(last + 1) && scan.Is(last + 1, ".") && scan.GluedAt(last + 2) && scan.DigitsAt(last + 2) is 1 or 2;
        return before || after;
    }

    /// <summary>Whether the digits before the hyphen close a date of their own (1-10-2018-7-10-2018).</summary>
    private static bool IsWholeDate(Scan scan, int last) => scan.Neutral && (scan.DigitsAt(last) == 4 || scan.Is(last - 1, "/"));

    private static int Full(int year, int digits) => digits switch
    {
        2 => year < 70 ? 2000 + year : 1900 + year,
        4 => year,
        _ => -1,
    };
}
