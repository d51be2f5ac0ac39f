using KlachtHulp.Dialogs.Recognizers.Dates;

namespace KlachtHulp.Dialogs.Recognizers.Moments;

/// <summary>Lengths of time: drie weken, anderhalf uur, 1 jaar, 1 maand en 21 dagen, de hele dag.</summary>
internal static class Durations
{
    private const int Day = 86400;

    /// <summary>Amounts of units, one after another.</summary>
    /// <param name="amounts">Filled with every amount and its unit in days or months; the clock units count as seconds.</param>
    public static bool TryRead(Scan scan, int at, List<(decimal Amount, TimeUnit Unit, int ClockSeconds)> amounts, out int next)
    {
        amounts.Clear();
        next = at;
        while (TryOne(scan, next, amounts.Count > 0, out var one, out var after))
        {
            amounts.Add(one);
            next = after;
            var link = scan.Is(next, ",") ? next + 1 : next;
            link = scan.Is(link, "en") ? link + 1 : link;
            if (!Quantities.TryAmount(scan, link, out _, out var number) || !(scan.Is(number, TimeWord.Unit) || scan.Is(number, TimeWord.ClockUnit)))
            {
                break;
            }

            next = link;
        }

        return amounts.Count > 0;
    }

    private static bool TryOne(Scan scan, int at, bool continued, out (decimal Amount, TimeUnit Unit, int ClockSeconds) one, out int next)
    {
        one = default;
        next = at;
        if (!TryCount(scan, at, continued, out var amount, out var unit))
        {
            return false;
        }

        next = unit + 1;
        if (scan.TryValue(unit, TimeWord.Unit, out var value))
        {
            next = scan.Is(next, ".") && scan.GluedAt(next) && scan.Tokens[unit].Text.Length <= 3 && next + 1 < scan.Count ? next + 1 : next;
            one = (amount, (TimeUnit)value, 0);
            return true;
        }

        if (!scan.TryValue(unit, TimeWord.ClockUnit, out var seconds))
        {
            return false;
        }

        next = scan.Is(next, ".") && scan.GluedAt(next) && scan.Is(unit, "min") && next + 1 < scan.Count ? next + 1 : next;
        one = (amount, TimeUnit.None, seconds);
        return true;
    }

    private static bool TryCount(Scan scan, int at, bool continued, out decimal amount, out int unit)
    {
        var from = !continued && scan.Is(at, TimeWord.Article) && (scan.Is(at + 1, TimeWord.Few) || scan.Is(at + 1, TimeWord.Whole)) ? at + 1 : at;
        if (scan.TryValue(from, TimeWord.Few, out var few) && !continued)
        {
            amount = few;
            unit = from + 1;
            return true;
        }

        if (scan.Is(from, TimeWord.Whole))
        {
            amount = 1;
            unit = from + 1;
            return true;
        }

        if (scan.Is(at, "½"))
        {
            amount = 0.5m;
            unit = at + 1;
            return true;
        }

        return Quantities.TryAmount(scan, at, out amount, out unit);
    }

    public static decimal Seconds(IReadOnlyList<(decimal Amount, TimeUnit Unit, int ClockSeconds)> amounts)
        => amounts.Sum(static one => one.Amount * (one.Unit switch
        {
            TimeUnit.None => one.ClockSeconds,
            TimeUnit.Week => 7m * Day,
            TimeUnit.Month => 30m * Day,
            TimeUnit.Year => 365m * Day,
            TimeUnit.Weekend => 2m * Day,
            TimeUnit.Quarter => 90m * Day,
            TimeUnit.Decade => 3650m * Day,
            TimeUnit.Century => 36500m * Day,
            _ => Day,
        }));

    /// <summary>The day that lies this long after (or before) a day.</summary>
    public static DateOnly Shift(DateOnly day, IReadOnlyList<(decimal Amount, TimeUnit Unit, int ClockSeconds)> amounts, int sign)
    {
        foreach (var (amount, unit, _) in amounts.OrderByDescending(static one => (int)one.Unit == 4 ? 5 : (int)one.Unit))
        {
            day = unit switch
            {
                TimeUnit.Year => Calendar.AddMonths(day, sign * (long)(amount * 12)),
                TimeUnit.Month => Calendar.AddMonths(day, sign * (long)amount),
                TimeUnit.Quarter => Calendar.AddMonths(day, sign * 3L * (long)amount),
                TimeUnit.Decade => Calendar.AddMonths(day, sign * 120L * (long)amount),
                TimeUnit.Week => Calendar.AddDays(day, sign * (long)(amount * 7)),
                TimeUnit.Workday => Workdays(day, sign * (int)amount),
                _ => Calendar.AddDays(day, sign * (long)amount),
            };
        }

        return day;
    }

    private static DateOnly Workdays(DateOnly day, int amount)
    {
        for (var left = Math.Min(Math.Abs(amount), 5000); left > 0;)
        {
            day = Calendar.AddDays(day, Math.Sign(amount));
            left -= Calendar.Weekday(day) <= 5 ? 1 : 0;
        }

        return day;
    }
}
