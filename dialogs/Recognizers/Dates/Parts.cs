namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>Begin, half and eind of a period.</summary>
internal static class Parts
{
    public static Extent Of(Extent whole, Modifier part)
    {
        if (whole.Start is not { } start || whole.End is not { } end)
        {
            return whole;
        }

        var (from, until) = whole.Precision switch
        {
            Precision.Month => part switch
            {
                Modifier.Start => (start, start.AddDays(15)),
                Modifier.Mid => (start.AddDays(9), start.AddDays(20)),
                _ => (start.AddDays(15), end),
            },
            Precision.Year => part switch
            {
                Modifier.Start => (start, start.AddMonths(4)),
                Modifier.Mid => (start.AddMonths(4), start.AddMonths(8)),
                _ => (start.AddMonths(8), end),
            },
            Precision.Week => part switch
            {
                Modifier.Start => (start, start.AddDays(3)),
                Modifier.Mid => (start.AddDays(2), start.AddDays(5)),
                _ => (start.AddDays(3), end),
            },
            _ => Thirds(start, end, part),
        };
        return new Extent(from, until, Precision.Range, whole.Confidence, part);
    }

    /// <summary>The first or second six months of a year.</summary>
    public static Extent HalfOf(Extent year, Modifier part)
        => year.Start is { } start && year.End is { } end
            ? part == Modifier.Start ? year with { End = start.AddMonths(6), Modifier = part } : year with { Start = end.AddMonths(-6), Modifier = part }
            : year;

    private static (DateOnly From, DateOnly Until) Thirds(DateOnly start, DateOnly end, Modifier part)
    {
        var days = end.DayNumber - start.DayNumber;
        var third = Math.Max(1, days / 3);
        return part switch
        {
            Modifier.Start => (start, start.AddDays(third)),
            Modifier.Mid when days >= 3 => (start.AddDays(third), end.AddDays(-third)),
            Modifier.Mid => (start, end),
            _ => (end.AddDays(-third), end),
        };
    }
}
