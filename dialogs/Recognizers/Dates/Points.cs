namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>One moment or period with the year that belongs to it: "okt '18", "vorig jaar juni", "begin mei 2019", "rond kerst".</summary>
internal static class Points
{
    private const int AroundDay = 3;
    private const int AroundFeast = 5;
    private const int DaysAfterFeast = 14;

    /// <summary>Reads the longest moment that starts here.</summary>
    public static bool TryRead(Scan scan, int at, out Hit hit)
    {
        if (IsNumberOfSomething(scan, at))
        {
            hit = default;
            return false;
        }

        return TryAround(scan, at, out hit) || TryNear(scan, at, out hit) || TryPart(scan, at, out hit) || TryWhole(scan, at, out hit);
    }

    private static bool IsNumberOfSomething(Scan scan, int at)
    {
        if (scan.NumberAt(at) < 0)
        {
            return false;
        }

        var before = scan.Is(at - 1, ".") || scan.Is(at - 1, ":") ? at - 2 : at - 1;
        return scan.Is(before, TimeWord.NumberIsNoDate) || scan.Is(at - 1, "€") || scan.Is(at - 1, "#") || scan.Is(at - 1, "+")
            || (scan.Is(at + 1, TimeWord.NoDateAfter) && !(scan.DigitsAt(at) == 4 && scan.Is(at - 1, "in")));
    }

    /// <summary>A moment without begin, half, eind or rond before it.</summary>
    public static bool TryWhole(Scan scan, int at, out Hit hit)
    {
        if (TryYearFirst(scan, at, out hit))
        {
            return true;
        }

        var weekday = NamedDates.SkipWeekday(scan, at);
        if (weekday > at && scan.NumberAt(weekday) > 0 && NumericDates.TryRead(scan, weekday, out hit) && !scan.Is(hit.Next, "s")
            && !scan.Is(hit.Next, TimeWord.DayPart))
        {
            hit = hit with { From = at };
            return hit.Yearly is null || !TryYearAfter(scan, hit, out var full) || Take(full, out hit);
        }

        if (NumericDates.TryRead(scan, at, out hit) || NamedDates.TryRead(scan, at, out hit) || YearlyDates.TryRead(scan, at, out hit)
            || RelativeDates.TryRead(scan, at, out hit))
        {
            return hit.Yearly is null || !TryYearAfter(scan, hit, out var dated) || Take(dated, out hit);
        }

        return TryYearAlone(scan, at, out hit);
    }

    private static bool Take(Hit found, out Hit hit)
    {
        hit = found;
        return true;
    }

    private static bool TryYearAfter(Scan scan, Hit hit, out Hit dated)
    {
        dated = default;
        var link = scan.Is(hit.Next, "/") || scan.Is(hit.Next, "-") || scan.Is(hit.Next, TimeWord.Or) || scan.Is(hit.Next, TimeWord.And);
        if (link && !scan.Neutral && hit.Yearly is Yearly.WholeMonth && scan.TryValue(hit.Next + 1, TimeWord.Month, out var second)
            && Years.TryBeside(scan, hit.Next + 2, out var shared, out _, out _))
        {
            return hit.TryYear(hit.Yearly is Yearly.WholeMonth first && first.Month > second ? shared - 1 : shared, Confidence.Exact, out dated);
        }

        return Years.TryBeside(scan, hit.Next, out var year, out var confidence, out var next)
            && !IsNumberOfSomething(scan, next - 1)
            && ((hit with { Next = next }).TryYear(year, confidence, out dated) || (!scan.Neutral && Take(NotIn(year, hit, next), out dated)));
    }

    /// <summary>What that year does not have ("29 februari 2023", "week 53 van 2025") becomes the month or the year, never a day of another year.</summary>
    private static Hit NotIn(int year, Hit hit, int next)
        => new(hit.From, next, (hit.Yearly is Yearly.DayAndMonth day ? Extent.Month(new(year, day.Month, 1)) : Extent.Year(year)).With(Confidence.Approx));

    /// <summary>Vorig jaar juni, vorig jaar rond kerst, twee jaar geleden in de zomer, 2016 nov.</summary>
    private static bool TryYearFirst(Scan scan, int at, out Hit hit)
    {
        hit = default;
        if (scan.Nesting > 0 || !Years.TryRead(scan, at, out var year, out var confidence, out var next))
        {
            return false;
        }

        var from = scan.Is(next, ",") ? next + 1 : next;
        from = scan.Is(from, "-") && scan.GluedAt(from) && (scan.Is(from + 1, "q") || scan.Is(from + 1, "k")) ? from + 1 : from;
        from = scan.Is(from, TimeWord.Vague) ? from + 1 : from;
        from = scan.Is(from, TimeWord.At) || scan.Is(from, TimeWord.Of) ? from + 1 : from;
        scan.Nesting++;
        var read = TryYearless(scan, from, out var inner);
        scan.Nesting--;
        if (!read || inner.Yearly is null || !(inner with { From = at }).TryYear(year, confidence, out hit))
        {
            return false;
        }

        return true;
    }

    private static bool TryYearless(Scan scan, int at, out Hit hit)
        => TryAround(scan, at, out hit) || TryPart(scan, at, out hit) || YearlyDates.TryRead(scan, at, out hit)
            || (scan.NumberAt(at) < 0 && NamedDates.TryRead(scan, at, out hit)) || (scan.DigitsAt(at) <= 2 && NamedDates.TryRead(scan, at, out hit));

    private static bool TryYearAlone(Scan scan, int at, out Hit hit)
    {
        hit = default;
        if (!Years.TryRead(scan, at, out var year, out var confidence, out var next) || (scan.Is(at, TimeWord.Article) && scan.NumberAt(at + 1) > 0))
        {
            return false;
        }

        hit = new(at, next, Extent.Year(year).With(confidence));
        return true;
    }

    /// <summary>Begin mei, half november, eind vorige week, in het begin van 2019.</summary>
    public static bool TryPart(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var from = scan.Is(at, TimeWord.Article) ? at + 1 : at;
        var part = scan.Is(from, TimeWord.Start) ? Modifier.Start : scan.Is(from, TimeWord.End) ? Modifier.End : scan.Is(from, TimeWord.Middle)
            ? Modifier.Mid : Modifier.None;
        var next = scan.Is(from + 1, TimeWord.Of) ? from + 2 : from + 1;
        if (part == Modifier.None || !TryWhole(scan, next, out var inner))
        {
            return false;
        }

        var halves = scan.Neutral && inner.Yearly is null && inner.Extent.Precision == Precision.Year && scan.NumberAt(inner.Next - 1) < 0
            && part != Modifier.Mid;
        Extent Cut(Extent extent) => halves ? Parts.HalfOf(extent, part) : Parts.Of(extent, part);
        if (inner.Yearly is { } yearly)
        {
            hit = inner with { From = at, Yearly = new Yearly.Changed(yearly, Cut) };
            return yearly is not Yearly.DayAndMonth;
        }

        hit = inner with { From = at, Extent = Cut(inner.Extent) };
        return inner.Extent.Precision != Precision.Day;
    }

    /// <summary>Rond de 20e, rond kerst: a few days on either side.</summary>
    private static bool TryAround(Scan scan, int at, out Hit hit)
    {
        hit = default;
        if (!scan.Is(at, TimeWord.About) || scan.Neutral || (!TryPart(scan, at + 1, out var inner) && !TryWhole(scan, at + 1, out inner)))
        {
            return false;
        }

        var feast = inner.Yearly is Yearly.OfFeast || IsFeast(scan, at + 1);
        Extent Widen(Extent extent) => Soften(extent, feast);
        hit = inner.Yearly is { } yearly
            ? inner with { From = at, Yearly = new Yearly.Changed(yearly, Widen) }
            : inner with { From = at, Extent = Widen(inner.Extent) };
        return true;
    }

    /// <summary>A few days on either side of a day.</summary>
    public static Extent Around(Extent day) => Soften(day, feast: false);

    private static bool IsFeast(Scan scan, int at) => YearlyDates.TryRead(scan, at, out var hit) && hit.Yearly is Yearly.OfFeast;

    private static Extent Soften(Extent extent, bool feast)
    {
        var margin = feast ? AroundFeast : AroundDay;
        return feast || extent.Precision == Precision.Day
            ? (extent with { Start = extent.Start?.AddDays(-margin), End = extent.End?.AddDays(margin), Precision = Precision.Range }).With(Confidence.Approx)
            : extent.With(Confidence.Approx);
    }

    /// <summary>Twee weken voor kerst, de week na pasen, vlak voor de zomer, na de ramadan.</summary>
    private static bool TryNear(Scan scan, int at, out Hit hit)
    {
        hit = default;
        if (scan.Neutral || !Distance.TryRead(scan, at, out var distance))
        {
            return false;
        }

        if (!TryWhole(scan, distance.Next, out var inner) || (distance.FeastOnly && !IsSeasonal(scan, distance.Next)))
        {
            return false;
        }

        Extent Move(Extent extent) => distance.From(extent, DaysAfterFeast, AroundFeast);
        hit = inner.Yearly is { } yearly
            ? inner with { From = at, Yearly = new Yearly.Changed(yearly, Move), Strict = inner.Strict }
            : inner with { From = at, Extent = Move(inner.Extent) };
        return true;
    }

    private static bool IsSeasonal(Scan scan, int at) => YearlyDates.TryRead(scan, at, out var hit) && hit.Yearly is Yearly.OfFeast or Yearly.OfSeason;
}
