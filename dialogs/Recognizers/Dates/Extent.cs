namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>How an open or softened period came about; the names of the values are those of the language contract.</summary>
internal enum Modifier
{
    None,
    Before,
    After,
    Since,
    Until,
    Approx,
    Start,
    Mid,
    End,
}

/// <summary>Whole days from <paramref name="Start"/> up to <paramref name="End"/>; null is an open side.</summary>
internal readonly record struct Extent(DateOnly? Start, DateOnly? End, Precision Precision, Confidence Confidence = Confidence.Exact,
    Modifier Modifier = Modifier.None)
{
    public static Extent Day(DateOnly day) => new(day, Calendar.AddDays(day, 1), Precision.Day);

    public static Extent Week(DateOnly anyDay) => From(Calendar.Monday(anyDay), 7, Precision.Week);

    public static Extent Weekend(DateOnly anyDay) => From(Calendar.AddDays(Calendar.Monday(anyDay), 5), 2, Precision.Weekend);

    public static Extent Month(DateOnly anyDay)
    {
        var start = Calendar.MonthStart(anyDay);
        return new(start, Calendar.AddMonths(start, 1), Precision.Month);
    }

    public static Extent Year(int year) => new(new(year, 1, 1), new(year + 1, 1, 1), Precision.Year);

    public static Extent Quarter(DateOnly anyDay)
    {
        var start = new DateOnly(anyDay.Year, ((anyDay.Month - 1) / 3 * 3) + 1, 1);
        return new(start, Calendar.AddMonths(start, 3), Precision.Quarter);
    }

    public static Extent From(DateOnly start, int days, Precision precision) => new(start, Calendar.AddDays(start, days), precision);

    public static Extent Between(DateOnly start, DateOnly endExclusive) => new(start, endExclusive, Precision.Range);

    public Extent With(Confidence confidence) => confidence > Confidence ? this with { Confidence = confidence } : this;
}
