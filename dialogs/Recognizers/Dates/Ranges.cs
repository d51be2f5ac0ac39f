namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>Periods with two ends or one: van A tot en met B, tussen A en B, sinds A, al drie weken, voor A.</summary>
internal static class Ranges
{
    public static bool TryRead(Scan scan, int at, out Hit hit)
        => TryBetween(scan, at, out hit) || TrySince(scan, at, out hit) || TryOpen(scan, at, out hit);

    /// <summary>Two ends; the first may be a bare day that takes its month from the second ("van 3 tot en met 7 feb").</summary>
    private static bool TryBetween(Scan scan, int at, out Hit hit)
    {
        hit = default;
        if (!scan.HasLink)
        {
            return false;
        }

        var between = scan.Is(at, TimeWord.Between);
        var from = between || scan.Is(at, TimeWord.Of) || scan.Is(at, "vanaf") ? at + 1 : at;
        if (TryBareDays(scan, at, from, between, out hit))
        {
            return true;
        }

        if (!TryPoint(scan, from, out var left) || !TryLink(scan, left.Next, between, out var inclusive, out var next)
            || !TryRight(scan, next, left, out var right))
        {
            return false;
        }

        if (!TryEnds(scan, left, right, out var first, out var last))
        {
            return false;
        }

        if (!scan.Neutral && first.Start > last.Start && last.Start is { } closing && scan.TryValue(left.From, TimeWord.Weekday, out var weekday)
            && left.Next == left.From + 1)
        {
            first = Extent.Day(Calendar.AddDays(closing, -((Calendar.Weekday(closing) - weekday + 7) % 7)));
        }

        var end = scan.Neutral ? last.Modifier == Modifier.End ? last.End : last.Start : inclusive || between ? last.End : last.Start;
        if ((scan.Neutral && first.Modifier == Modifier.End ? first.End : first.Start) is not { } start || end is not { } until || until <= start)
        {
            return false;
        }

        hit = new(at, right.Next, Extent.Between(start, until).With(first.Confidence).With(last.Confidence));
        return true;
    }

    /// <summary>A moment, or now.</summary>
    private static bool TryPoint(Scan scan, int at, out Hit hit)
    {
        var now = scan.Is(at, "op") ? at + 1 : at;
        if (scan.Is(now, TimeWord.Now))
        {
            hit = new(at, now + 1, Extent.Day(scan.Today));
            return true;
        }

        return Points.TryRead(scan, at, out hit);
    }

    /// <summary>The second end; a bare ordinal day takes its month from the first ("15 november tot en met de 19e").</summary>
    private static bool TryRight(Scan scan, int at, Hit left, out Hit right)
    {
        if (TryPoint(scan, at, out right))
        {
            return true;
        }

        var number = scan.Is(at, "de") ? at + 1 : at;
        var sameMonth = left.Yearly is Yearly.DayAndMonth && Quantities.TryDayOfMonth(scan, number, out _, out _, out var ordinal) && ordinal;
        if (sameMonth && left.Yearly is Yearly.DayAndMonth first && Quantities.TryDayOfMonth(scan, number, out var day, out var next, out _)
            && day > first.Day)
        {
            right = new(at, next, new Yearly.DayAndMonth(day, first.Month));
            return true;
        }

        return false;
    }

    /// <summary>Gives an end without a year the year that the other end asks for.</summary>
    public static bool TryEnds(Scan scan, Hit left, Hit right, out Extent first, out Extent last)
    {
        last = default;
        first = default;
        Extent? start;
        Extent? end;
        if (left.Yearly is { } yearly && right.Yearly is null)
        {
            end = right.Resolve(scan);
            start = end?.Start is { } limit ? yearly.Latest(limit, strict: false) : null;
        }
        else
        {
            start = left.Resolve(scan);
            end = right.Yearly is { } later && start?.Start is { } begin ? later.FirstFrom(begin) : right.Resolve(scan);
            AwayFromFuture(scan, left, right, ref start, ref end);
        }

        first = start.GetValueOrDefault();
        last = end.GetValueOrDefault();
        return start is not null && end is not null;
    }

    /// <summary>"Van 9 maart tot 3 maart": what would end in a year to come is told of the year before, and is only approximately known.</summary>
    private static void AwayFromFuture(Scan scan, Hit left, Hit right, ref Extent? start, ref Extent? end)
    {
        if (scan.Neutral || left.Yearly is not { } first || right.Yearly is not { } last || start?.Start is not { } begin || end?.Start is not { } close)
        {
            return;
        }

        if (close <= scan.Today || close.Year == begin.Year || first.Latest(Calendar.AddDays(begin, -1), strict: false) is not { Start: { } earlier } before)
        {
            return;
        }

        if (last.FirstFrom(earlier) is { } after && after.Start <= scan.Today)
        {
            (start, end) = (before.With(Confidence.Approx), after.With(Confidence.Approx));
        }
    }

    private static bool TryBareDays(Scan scan, int at, int from, bool between, out Hit hit)
    {
        hit = default;
        var number = scan.Is(from, "de") ? from + 1 : from;
        if (!Quantities.TryDayOfMonth(scan, number, out var day, out var next, out _))
        {
            return false;
        }

        next = from > at && scan.Is(next, ".") && scan.GluedAt(next) ? next + 1 : next;
        if (!TryLink(scan, next, between, out var inclusive, out var second))
        {
            return false;
        }

        if (!Points.TryRead(scan, second, out var right) || right.Resolve(scan) is not { Precision: Precision.Day, Start: { } last } whole)
        {
            return false;
        }

        var month = day < last.Day ? last : Calendar.AddMonths(last, -1);
        if (!Calendar.TryDay(month.Year, month.Month, day, out var first))
        {
            return false;
        }

        hit = new(at, right.Next, Extent.Between(first, (inclusive || between) && !scan.Neutral ? whole.End ?? last : last));
        return last > first;
    }

    /// <summary>"tot", "tot en met", "t/m", a hyphen, or "en" after "tussen".</summary>
    private static bool TryLink(Scan scan, int at, bool between, out bool inclusive, out int next)
    {
        inclusive = between;
        next = at + 1;
        if (between && scan.Is(at, TimeWord.And))
        {
            return true;
        }

        if (scan.Is(at, "t") && scan.Is(at + 1, "/") && scan.Is(at + 2, "m"))
        {
            inclusive = true;
            next = at + 3;
            return true;
        }

        if (scan.Is(at, TimeWord.Until))
        {
            inclusive = scan.Is(at, "tm") || (scan.Is(at + 1, TimeWord.And) && scan.Is(at + 2, TimeWord.With)) || scan.Is(at + 1, TimeWord.With);
            next = !inclusive || scan.Is(at, "tm") ? at + 1 : scan.Is(at + 1, TimeWord.With) ? at + 2 : at + 3;
            return true;
        }

        inclusive = true;
        return scan.Is(at, "-") || scan.Is(at, "~") || (scan.Is(at, "/") && scan.DigitsAt(at - 1) == 4 && scan.DigitsAt(at + 1) == 4);
    }

    /// <summary>Sinds maart, al drie weken, vanaf vorig jaar: up to and including today.</summary>
    private static bool TrySince(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var from = scan.Is(at, TimeWord.Already) ? at + 1 : at;
        if (scan.Is(from, TimeWord.Since) && !scan.Neutral)
        {
            if (TryLasting(scan, at, from + 1, out hit))
            {
                return true;
            }

            if (!Points.TryRead(scan, from + 1, out var inner) || inner.Resolve(scan) is not { Start: { } start } extent || start > scan.Today)
            {
                return false;
            }

            hit = new(at, inner.Next, Extent.Between(start, Calendar.AddDays(scan.Today, 1)).With(extent.Confidence));
            return true;
        }

        return from > at && TryLasting(scan, at, from, out hit);
    }

    /// <summary>"al een half jaar" runs until today; "al drie weken geleden" does not.</summary>
    private static bool TryLasting(Scan scan, int at, int from, out Hit hit)
    {
        hit = default;
        from = scan.Is(from, TimeWord.About) || scan.Is(from, TimeWord.Vague) ? from + 1 : from;
        if (scan.Is(from, TimeWord.Article) && Quantities.TryRound(scan, from + 1, out var round, out var about, out var vague, out var after))
        {
            hit = new(at, after, Counting.UpToToday(scan, round, about, vague));
            return !scan.Is(after, TimeWord.Ago) && !scan.Is(after, TimeWord.Later);
        }

        var few = scan.Is(from, TimeWord.Article) && scan.Is(from + 1, TimeWord.Few) ? from + 1 : from;
        decimal amount = 0;
        var next = few + 1;
        if (!scan.TryValue(few, TimeWord.Few, out var count) && !Quantities.TryAmount(scan, from, out amount, out next))
        {
            return false;
        }

        if (!scan.TryValue(next, TimeWord.Unit, out var unit) || scan.Is(next + 1, TimeWord.Ago) || amount > 5000 || scan.Is(next + 1, TimeWord.Later))
        {
            return false;
        }

        hit = new(at, next + 1, Counting.UpToToday(scan, (TimeUnit)unit, count > 0 ? count : amount, count > 0));
        return true;
    }

    /// <summary>Voor 1 mei, na maart: one side stays open.</summary>
    private static bool TryOpen(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var before = scan.Is(at, TimeWord.Before);
        if (scan.Neutral || !(before || scan.Is(at, TimeWord.After)) || Points.TryRead(scan, at, out _))
        {
            return false;
        }

        if (!Points.TryRead(scan, at + 1, out var inner) || inner.Resolve(scan) is not { } extent)
        {
            return false;
        }

        hit = new(at, inner.Next, before
            ? new Extent(null, extent.Start, Precision.Range, extent.Confidence, Modifier.Before)
            : new Extent(extent.End, null, Precision.Range, extent.Confidence, Modifier.After));
        return true;
    }
}
