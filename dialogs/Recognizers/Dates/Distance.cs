namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>How far before or after a moment: "twee weken voor", "de dag na", "vlak voor", "na".</summary>
/// <param name="Amount">Number of units; 0 is close by, without a number.</param>
/// <param name="After">After the moment, otherwise before it.</param>
/// <param name="FeastOnly">Whether this counts only beside a feast or season ("na de ramadan").</param>
internal readonly record struct Distance(decimal Amount, TimeUnit Unit, bool After, bool FeastOnly, int Next)
{
    public static bool TryRead(Scan scan, int at, out Distance distance)
    {
        distance = default;
        if (TrySide(scan, at, out var after))
        {
            distance = new(0, TimeUnit.None, after, FeastOnly: true, at + 1);
            return true;
        }

        if (scan.Is(at, TimeWord.Just) && TrySide(scan, at + 1, out after))
        {
            distance = new(0, TimeUnit.Day, after, FeastOnly: false, at + 2);
            return true;
        }

        decimal amount = 1;
        var next = at + 1;
        var single = scan.Is(at, TimeWord.Article) && scan.Is(next, TimeWord.Unit);
        if (!single && !(scan.Is(at, TimeWord.Unit) || Quantities.TryAmount(scan, at, out amount, out next)))
        {
            return false;
        }

        next = scan.Is(at, TimeWord.Unit) ? at : next;
        if (!scan.TryValue(next, TimeWord.Unit, out var unit) || amount > 1000 || !TrySide(scan, next + 1, out after))
        {
            return false;
        }

        distance = new(scan.Is(at, TimeWord.Unit) ? 1 : amount, (TimeUnit)unit, after, FeastOnly: false, next + 2);
        return true;
    }

    private static bool TrySide(Scan scan, int at, out bool after)
    {
        after = scan.Is(at, TimeWord.After);
        return after || scan.Is(at, TimeWord.Before);
    }

    public Extent From(Extent moment, int daysWide, int daysClose)
    {
        if (moment.Start is not { } start || moment.End is not { } end)
        {
            return moment;
        }

        // after a short feast one counts from its first day, after a season or a month from its last
        var from = After && end > Calendar.AddDays(start, 7) ? Calendar.AddDays(end, -1) : start;
        return Unit switch
        {
            TimeUnit.None => Beside(start, end, daysWide),
            TimeUnit.Day when Amount == 0 => Beside(start, end, daysClose),
            TimeUnit.Day => Extent.Day(After ? Calendar.AddDays(end, (long)Amount - 1) : Calendar.AddDays(start, -(long)Amount)).With(moment.Confidence),
            TimeUnit.Week => WeekAt(from).With(Amount == 1 ? moment.Confidence : Confidence.Approx),
            TimeUnit.Month => Extent.Month(Calendar.AddMonths(Calendar.MonthStart(from), After ? (long)Amount : -(long)Amount)).With(Amount == 1
                ? moment.Confidence : Confidence.Approx),
            TimeUnit.Weekend => Extent.Weekend(from > start ? end : Calendar.AddDays(start, After ? 7 : -7)).With(moment.Confidence),
            TimeUnit.Year => Extent.Year(Math.Clamp(from.Year + (After ? (int)Amount : -(int)Amount), 1, 9997)).With(moment.Confidence),
            _ => moment.With(Confidence.Vague),
        };
    }

    private Extent WeekAt(DateOnly from)
    {
        var days = (long)(Amount * 7);
        return Extent.Week(Calendar.AddDays(from, After ? days : -days));
    }

    private Extent Beside(DateOnly start, DateOnly end, int days)
        => (After ? Extent.Between(end, Calendar.AddDays(end, days)) : Extent.Between(Calendar.AddDays(start, -days), start)).With(Confidence.Vague);
}
