using KlachtHulp.Dialogs.Recognizers.Dates;

namespace KlachtHulp.Dialogs.Recognizers.Moments;

/// <summary>Two days within one month, and periods with one open side, in the neutral reading.</summary>
internal static class Spans
{
    public static bool TryRead(Scan scan, int at, out Hit hit)
        => TryMonthFirst(scan, at, out hit) || TryMonthLast(scan, at, out hit) || TryOpen(scan, at, out hit) || TryOrLater(scan, at, out hit)
            || TryDaysOfWeek(scan, at, out hit) || TryPartOfCurrent(scan, at, out hit) || TryUntilNow(scan, at, out hit);

    /// <summary>Volgende maand van 4 tot 23, november 19-20.</summary>
    private static bool TryMonthFirst(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var month = scan.Is(at, "in") ? at + 1 : at;
        if (!TryMonth(scan, month, out var named, out var next))
        {
            return false;
        }

        var days = scan.Is(next, TimeWord.Of) || scan.Is(next, TimeWord.Between) ? next + 1 : next;
        var hyphenOnly = days == next;
        if (!TryDays(scan, days, out var first, out var last, out var end, out var hyphen) || (hyphenOnly && !hyphen && named.Yearly is not null))
        {
            return false;
        }

        return TryExtent(scan, at, end, named, first, last, out hit);
    }

    /// <summary>Van 4 tot 23 volgende maand, op 18-19 november, 3-7 feb 2018.</summary>
    private static bool TryMonthLast(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var days = scan.Is(at, TimeWord.Of) || scan.Is(at, TimeWord.Between) || scan.Is(at, "op") || scan.Is(at, "vanaf") ? at + 1 : at;
        if (!TryDays(scan, days, out var first, out var last, out var next, out _))
        {
            return false;
        }

        next = scan.Is(next, TimeWord.Of) ? next + 1 : next;
        return TryMonth(scan, next, out var month, out var end) && TryExtent(scan, at, end, month, first, last, out hit);
    }

    private static bool TryMonth(Scan scan, int at, out Hit month, out int next)
    {
        if (RelativeDates.TryRelativeMonth(scan, at, out var start, out next))
        {
            month = new(at, next, Extent.Month(start));
            return true;
        }

        month = default;
        if (!scan.Is(at, TimeWord.Month) || !NamedDates.TryRead(scan, at, out month) || month.Yearly is not Yearly.WholeMonth)
        {
            return false;
        }

        next = month.Next;
        return true;
    }

    private static bool TryDays(Scan scan, int at, out int first, out int last, out int next, out bool hyphen)
    {
        last = 0;
        hyphen = false;
        next = at;
        var from = scan.Is(at, "de") ? at + 1 : at;
        if (!Quantities.TryDayOfMonth(scan, from, out first, out var link, out _))
        {
            return false;
        }

        hyphen = scan.Is(link, "-");
        var second = hyphen || scan.Is(link, TimeWord.And) ? link + 1 : scan.Is(link, TimeWord.Until) ? scan.Is(link + 1, "en")
            && scan.Is(link + 2, "met") ? link + 3 : link + 1 : -1;
        second = scan.Is(second, "de") ? second + 1 : second;
        return second > 0 && Quantities.TryDayOfMonth(scan, second, out last, out next, out _) && last > first;
    }

    private static bool TryExtent(Scan scan, int at, int next, Hit month, int first, int last, out Hit hit)
    {
        hit = default;
        if (month.Yearly is Yearly.WholeMonth named)
        {
            hit = new(at, next, new Yearly.Changed(new Yearly.DayAndMonth(first, named.Month), extent
                => extent with { End = extent.Start?.AddDays(last - first), Precision = Precision.Range }));
            return !Years.TryBeside(scan, next, out var year, out _, out var end) || (hit with { Next = end }).TryYear(year, Confidence.Exact, out hit);
        }

        if (month.Extent.Start is not { } start || !Calendar.TryDay(start.Year, start.Month, first, out var from)
            || !Calendar.TryDay(start.Year, start.Month, last, out var until))
        {
            return false;
        }

        hit = new(at, next, new Extent(from, until, Precision.Range));
        return true;
    }

    /// <summary>Voor 2010, na feb, niet later dan 1 januari, startend op 7 januari.</summary>
    private static bool TryOpen(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var modifier = Side(scan, at, out var from);
        if (modifier == Modifier.None)
        {
            return false;
        }

        from = scan.Is(from, "het") && scan.Is(from + 1, "jaar") && scan.DigitsAt(from + 2) == 4 ? from + 2 : from;
        if (modifier == Modifier.Before && (scan.Is(from + 1, "maand") || scan.Is(from + 1, "week") || Ranges.TryRead(scan, from, out _)))
        {
            return false;
        }

        if (!(Points.TryPart(scan, from, out var inner) || Points.TryWhole(scan, from, out inner) || YearlyDates.TryRead(scan, from, out inner))
            || inner.Resolve(scan) is not { } extent)
        {
            return false;
        }

        if (modifier == Modifier.Before && (extent.Precision == Precision.Quarter || (scan.Is(inner.Next, TimeWord.Or)
            && scan.Is(inner.Next + 1, TimeWord.Later))))
        {
            return false;
        }

        var isDay = extent.Precision == Precision.Day;
        hit = new(at, inner.Next, modifier switch
        {
            Modifier.Before => new Extent(null, extent.Modifier == Modifier.End ? extent.End : extent.Start, extent.Precision, Modifier: modifier),
            Modifier.After => new Extent(isDay ? extent.Start : extent.End, null, extent.Precision, Modifier: modifier),
            _ => new Extent(extent.Start, null, extent.Precision, Modifier: modifier),
        });
        return true;
    }

    private static Modifier Side(Scan scan, int at, out int next)
    {
        next = at + 1;
        if (scan.Is(at, "voor"))
        {
            return Modifier.Before;
        }

        if (scan.Is(at, "na"))
        {
            return Modifier.After;
        }

        if (scan.Is(at, "voorafgaand") && scan.Is(at + 1, "aan"))
        {
            next = at + 2;
            return Modifier.Before;
        }

        next = at + 3;
        if (scan.Is(at, "niet") && scan.Is(at + 1, "later") && scan.Is(at + 2, "dan"))
        {
            return Modifier.Before;
        }

        if (scan.Is(at, "zo") && scan.Is(at + 1, "vroeg") && scan.Is(at + 2, "als"))
        {
            return Modifier.Since;
        }

        next = at + 2;
        return (scan.Is(at, "startend") || scan.Is(at, "beginnend")) && scan.Is(at + 1, "op") ? Modifier.After : Modifier.None;
    }

    /// <summary>2012 of later, 1-1-2016 en daarna.</summary>
    private static bool TryOrLater(Scan scan, int at, out Hit hit)
    {
        hit = default;
        if (!Points.TryWhole(scan, at, out var inner) || inner.Resolve(scan) is not { Start: not null } extent)
        {
            return false;
        }

        var open = (scan.Is(inner.Next, TimeWord.Or) || scan.Is(inner.Next, TimeWord.And)) && (scan.Is(inner.Next + 1, TimeWord.Later)
            || scan.Is(inner.Next + 1, "daarna"));
        hit = open ? new(at, inner.Next + 2, extent with { End = null, Modifier = Modifier.Since }) : default;
        return open;
    }

    /// <summary>Aan het eind van het jaar, eind van de week.</summary>
    private static bool TryPartOfCurrent(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var from = scan.Is(at, "aan") ? at + 1 : at;
        from = scan.Is(from, "het") ? from + 1 : from;
        var part = scan.Is(from, TimeWord.Start) ? Modifier.Start : scan.Is(from, TimeWord.End) ? Modifier.End : Modifier.None;
        if (part == Modifier.None || !scan.Is(from + 1, TimeWord.Of) || !Periods.TryRead(scan, from + 2, out var inner) || inner.Yearly is not null)
        {
            return false;
        }

        var year = inner.Extent.Precision == Precision.Year;
        hit = new(at, inner.Next, year ? Parts.HalfOf(inner.Extent, part) : Parts.Of(inner.Extent, part));
        return inner.Extent.Precision != Precision.Day;
    }

    /// <summary>Volgende week tussen woensdag en vrijdag.</summary>
    private static bool TryDaysOfWeek(Scan scan, int at, out Hit hit)
    {
        hit = default;
        if (!RelativeDates.TryShift(scan, at, out var shift) || !scan.Is(at + 1, "week") || !(scan.Is(at + 2, TimeWord.Between)
            || scan.Is(at + 2, TimeWord.Of))
            || !scan.TryValue(at + 3, TimeWord.Weekday, out var first) || !scan.TryValue(at + 5, TimeWord.Weekday, out var last) || last <= first)
        {
            return false;
        }

        var monday = Calendar.AddDays(Calendar.Monday(scan.Today), 7 * shift);
        hit = new(at, at + 6, new Extent(Calendar.AddDays(monday, first - 1), Calendar.AddDays(monday, last - 1), Precision.Range));
        return true;
    }

    /// <summary>Jaar tot op heden.</summary>
    private static bool TryUntilNow(Scan scan, int at, out Hit hit)
    {
        var known = scan.Is(at, "jaar") && scan.Is(at + 1, "tot") && scan.Is(at + 2, "op") && scan.Is(at + 3, "heden");
        hit = known ? new(at, at + 4, new Extent(new(scan.Today.Year, 1, 1), scan.Today, Precision.Range)) : default;
        return known;
    }
}
