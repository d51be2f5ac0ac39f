using KlachtHulp.Dialogs.Recognizers.Dates;

namespace KlachtHulp.Dialogs.Recognizers.Moments;

/// <summary>Days that only the neutral reading knows: "op 15", "de volgende dag", "sep-23-2020".</summary>
internal static class LooseDays
{
    public static bool TryRead(Scan scan, int at, out Hit hit) => TryNextDay(scan, at, out hit) || TryBare(scan, at, out hit)
        || TryNameFirst(scan, at, out hit) || TryOnWeek(scan, at, out hit);

    /// <summary>De volgende dag, de afgelopen dag, de dag erna, de laatste dag.</summary>
    private static bool TryNextDay(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var from = scan.Is(at, "de") ? at + 1 : at;
        if (RelativeDates.TryShift(scan, from, out var shift) && scan.Is(from + 1, "dag"))
        {
            hit = new(at, from + 2, Extent.Day(Calendar.AddDays(scan.Today, shift)));
            return true;
        }

        var after = scan.Is(from, "dag") && (scan.Is(from + 1, "erna") || scan.Is(from + 1, "ervoor"));
        hit = after ? new(at, from + 2, Extent.Day(Calendar.AddDays(scan.Today, scan.Is(from + 1, "erna") ? 1 : -1))) : default;
        return after;
    }

    private static bool TryBare(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var number = scan.NumberAt(at);
        if (!scan.Is(at - 1, "op") || number is < 1 or > 31 || scan.DigitsAt(at) > 2 || scan.GluedAt(at + 1))
        {
            return false;
        }

        for (var back = 0; back < 12; back++)
        {
            var month = Calendar.AddMonths(Calendar.MonthStart(scan.Today), -back);
            if (Calendar.TryDay(month.Year, month.Month, number, out var day) && day <= scan.Today)
            {
                hit = new(at, at + 1, Extent.Day(day));
                return !scan.Is(at + 1, TimeWord.Unit) && !scan.Is(at + 1, TimeWord.ClockUnit) && !scan.Is(at + 1, TimeWord.DayOffset);
            }
        }

        return false;
    }

    /// <summary>Sep-23-2020, 2020-Sep-23, 23-2020-September: a month name among two numbers.</summary>
    private static bool TryNameFirst(Scan scan, int at, out Hit hit)
    {
        hit = default;
        if (!(scan.Is(at + 1, "-") || scan.Is(at + 1, "/")) || !(scan.Is(at + 3, "-") || scan.Is(at + 3, "/")))
        {
            return false;
        }

        int day = 0, month = 0, year = 0;
        for (var i = at; i <= at + 4; i += 2)
        {
            if (scan.TryValue(i, TimeWord.Month, out var named))
            {
                month = named;
            }
            else if (scan.DigitsAt(i) == 4)
            {
                year = scan.NumberAt(i);
            }
            else
            {
                day = scan.NumberAt(i);
            }
        }

        var ok = Calendar.TryDay(year, month, day, out var date);
        hit = ok ? new(at, at + 5, Extent.Day(date)) : default;
        return ok;
    }

    /// <summary>Op volgende week zondag: the neutral reading takes the "op" along.</summary>
    private static bool TryOnWeek(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var ok = scan.Is(at, "op") && scan.Is(at + 1, TimeWord.Next) && scan.Is(at + 2, "week") && RelativeDates.TryRead(scan, at + 1, out hit)
            && hit.Extent.Precision == Precision.Day;
        hit = ok ? hit with { From = at } : default;
        return ok;
    }
}
