namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>Something that comes back every year and was named without one: which year is meant depends on the words around it and on today.</summary>
internal abstract record Yearly
{
    private Yearly()
    {
    }

    /// <summary>The days in that year; false when that year has none (29 February).</summary>
    public abstract bool TryIn(int year, out Extent extent);

    /// <summary>The latest that has begun on or before <paramref name="today"/>.</summary>
    /// <param name="strict">Leaves out the one that holds today.</param>
    public Extent? Latest(DateOnly today, bool strict)
    {
        for (var year = today.Year + 1; year >= Math.Max(1, today.Year - 9); year--)
        {
            if (TryIn(year, out var extent) && extent.Start <= today && !(strict && extent.End > today))
            {
                return extent;
            }
        }

        return null;
    }

    /// <summary>The first that begins on or after <paramref name="from"/>.</summary>
    public Extent? FirstFrom(DateOnly from)
    {
        for (var year = from.Year - 1; year <= from.Year + 9; year++)
        {
            if (TryIn(year, out var extent) && extent.Start >= from)
            {
                return extent;
            }
        }

        return null;
    }

    public sealed record DayAndMonth(int Day, int Month) : Yearly
    {
        public override bool TryIn(int year, out Extent extent)
        {
            var ok = Calendar.TryDay(year, Month, Day, out var date);
            extent = ok ? Extent.Day(date) : default;
            return ok;
        }
    }

    public sealed record WholeMonth(int Month) : Yearly
    {
        public override bool TryIn(int year, out Extent extent)
        {
            var ok = Calendar.TryDay(year, Month, 1, out var date);
            extent = ok ? Extent.Month(date) : default;
            return ok;
        }
    }

    /// <summary>Meteorological seasons; winter is named after the year in which it begins.</summary>
    public sealed record OfSeason(int Season) : Yearly
    {
        public override bool TryIn(int year, out Extent extent)
        {
            var ok = Calendar.TryDay(year, Season * 3, 1, out var start);
            extent = ok ? new(start, Calendar.AddMonths(start, 3), Precision.Season) : default;
            return ok;
        }
    }

    public sealed record OfQuarter(int Quarter) : Yearly
    {
        public override bool TryIn(int year, out Extent extent)
        {
            var ok = Calendar.TryDay(year, (Quarter * 3) - 2, 1, out var start);
            extent = ok ? new(start, Calendar.AddMonths(start, 3), Precision.Quarter) : default;
            return ok;
        }
    }

    public sealed record OfHalf(int Half) : Yearly
    {
        public override bool TryIn(int year, out Extent extent)
        {
            var ok = Calendar.TryDay(year, Half == 1 ? 1 : 7, 1, out var start);
            extent = ok ? new(start, Calendar.AddMonths(start, 6), Precision.Range) : default;
            return ok;
        }
    }

    public sealed record OfWeek(int Week) : Yearly
    {
        public override bool TryIn(int year, out Extent extent)
        {
            var ok = year is >= 1 and <= 9998 && Week >= 1 && Week <= Calendar.WeeksIn(year);
            extent = ok ? Extent.Week(Calendar.IsoWeek(year, Week)) : default;
            return ok;
        }
    }

    public sealed record OfFeast(Feast Feast, bool FirstDayOnly) : Yearly
    {
        public override bool TryIn(int year, out Extent extent)
        {
            var start = year is >= 1 and <= 9998 ? Feast.In(year) : null;
            var days = FirstDayOnly ? 1 : Feast.Days;
            extent = start is { } day ? Extent.From(day, days, days == 1 ? Precision.Day : Precision.Range) : default;
            extent = Feast.Vague ? extent.With(Confidence.Vague) : extent;
            return start is not null;
        }
    }

    /// <param name="Number">1 is the first, -1 the last.</param>
    public sealed record NthWeekday(int Number, int Weekday, int Month) : Yearly
    {
        public override bool TryIn(int year, out Extent extent)
        {
            var day = Calendar.NthWeekday(year, Month, Weekday, Number);
            extent = day is { } found ? Extent.Day(found) : default;
            return day is not null;
        }
    }

    /// <param name="Number">1 is the week that holds the first Thursday, -1 the last week.</param>
    public sealed record WeekOfMonth(int Number, int Month) : Yearly
    {
        public override bool TryIn(int year, out Extent extent)
        {
            extent = default;
            if (Calendar.NthWeekday(year, Month, 4, Number) is not { } thursday)
            {
                return false;
            }

            extent = Extent.Week(thursday);
            return true;
        }
    }

    /// <summary>Any other change to the days of something yearly.</summary>
    public sealed record Changed(Yearly Inner, Func<Extent, Extent> Change) : Yearly
    {
        public override bool TryIn(int year, out Extent extent)
        {
            var ok = Inner.TryIn(year, out var inner);
            extent = ok ? Change(inner) : default;
            return ok;
        }
    }
}
