namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>Calendar arithmetic that never throws: what falls outside the years 1 to 9999 is cut off at the edge.</summary>
internal static class Calendar
{
    public static bool TryDay(int year, int month, int day, out DateOnly date)
    {
        var ok = year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = ok ? new(year, month, day) : default;
        return ok;
    }

    public static DateOnly AddDays(DateOnly day, long days)
        => DateOnly.FromDayNumber((int)Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber - 800));

    public static DateOnly AddMonths(DateOnly day, long months)
    {
        var target = (day.Year * 12L) + day.Month - 1 + months;
        return target is >= 12 and < 9998 * 12L ? day.AddMonths((int)months) : months < 0 ? DateOnly.MinValue : new DateOnly(9998, 1, 1);
    }

    /// <summary>Monday = 1 to Sunday = 7.</summary>
    public static int Weekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    public static DateOnly Monday(DateOnly day) => AddDays(day, 1 - Weekday(day));

    public static DateOnly MonthStart(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>Monday of the ISO week.</summary>
    public static DateOnly IsoWeek(int year, int week) => AddDays(Monday(new DateOnly(year, 1, 4)), 7L * (week - 1));

    public static int WeeksIn(int year) => System.Globalization.ISOWeek.GetWeeksInYear(Math.Clamp(year, 1, 9998));

    /// <param name="number">1 is the first, -1 the last.</param>
    public static DateOnly? NthWeekday(int year, int month, int weekday, int number)
    {
        if (!TryDay(year, month, 1, out var first))
        {
            return null;
        }

        if (number < 0)
        {
            var last = first.AddMonths(1).AddDays(-1);
            return last.AddDays(-((Weekday(last) - weekday + 7) % 7));
        }

        var day = first.AddDays(((weekday - Weekday(first) + 7) % 7) + (7 * (number - 1)));
        return day.Month == month ? day : null;
    }

    /// <summary>Easter Sunday of the Gregorian calendar (anonymous algorithm).</summary>
    public static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, g = ((8 * b) + 13) / 25;
        int h = ((19 * a) + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451, n = h + l - (7 * m) + 114;
        return new(year, n / 31, (n % 31) + 1);
    }
}
