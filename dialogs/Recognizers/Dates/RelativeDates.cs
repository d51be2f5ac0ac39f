namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>Dates counted from today: gisteren, vorige week dinsdag, drie weken geleden, deze maand.</summary>
internal static class RelativeDates
{
    public static bool TryRead(Scan scan, int at, out Hit hit)
        => TryOffset(scan, at, out hit) || Counting.TryPastRound(scan, at, out hit) || TryPeriod(scan, at, out hit) || TryWeekday(scan, at, out hit)
            || Counting.TryRead(scan, at, out hit);

    /// <summary>De maand van nu, de vorige of de volgende.</summary>
    public static bool TryRelativeMonth(Scan scan, int at, out DateOnly month, out int next)
    {
        var from = scan.Is(at, TimeWord.Article) ? at + 1 : at;
        var known = TryShift(scan, from, out var shift);
        var plain = !known && from > at && scan.Is(from, "maand");
        month = Calendar.AddMonths(Calendar.MonthStart(scan.Today), plain ? 0 : shift);
        next = plain ? from + 1 : from + 2;
        return plain || (known && scan.TryValue(from + 1, TimeWord.Unit, out var unit) && unit == (int)TimeUnit.Month);
    }

    /// <summary>Vorige (-1), deze (0), volgende (1), voorvorige (-2).</summary>
    public static bool TryShift(Scan scan, int at, out int shift)
    {
        shift = scan.Is(at, TimeWord.BeforePrevious) ? -2 : scan.Is(at, TimeWord.Previous) ? -1 : scan.Is(at, TimeWord.Next) ? 1 : 0;
        return shift != 0 || scan.Is(at, TimeWord.This);
    }

    private static bool TryOffset(Scan scan, int at, out Hit hit)
    {
        hit = default;
        if (!scan.TryValue(at, TimeWord.DayOffset, out var days))
        {
            return false;
        }

        if (scan.Is(at, "morgen") && (scan.Is(at - 1, "s") || scan.Is(at - 1, TimeWord.This) || scan.Is(at - 1, "'s") || (!scan.Neutral
            && scan.Is(at - 1, TimeWord.Article))))
        {
            return false;
        }

        var next = scan.Is(at + 1, TimeWord.DayPart) && !scan.Neutral ? at + 2 : at + 1;
        var day = Calendar.AddDays(scan.Today, days);
        hit = new(at, next, Extent.Day(day));
        return scan.Neutral || !TryWeeksAgo(scan, next, day, at, out var earlier) || Take(earlier, out hit);
    }

    /// <summary>Vorige week, deze maand, afgelopen weekend, van de week.</summary>
    private static bool TryPeriod(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var from = scan.Is(at, TimeWord.Article) && !scan.Neutral ? at + 1 : at;
        var ofTheWeek = scan.Is(at, "van") && scan.Is(at + 1, "de") && scan.Is(at + 2, "week");
        if (ofTheWeek && !scan.Neutral)
        {
            hit = new(at, at + 3, Extent.Week(scan.Today));
            return true;
        }

        if (!TryShift(scan, from, out var shift) || !scan.TryValue(from + 1, TimeWord.Unit, out var unit) || IsPlural(scan, from + 1))
        {
            return false;
        }

        var extent = OfUnit(scan, (TimeUnit)unit, shift);
        if (extent is not { } found)
        {
            return false;
        }

        hit = new(at, from + 2, found);
        if (unit == (int)TimeUnit.Month && !scan.Neutral && TryDayInMonth(scan, at, from + 2, found, out var inMonth))
        {
            return Take(inMonth, out hit);
        }

        return unit != (int)TimeUnit.Week || !TryDayInWeek(scan, at, from + 2, found, out var day) || Take(day, out hit);
    }

    /// <summary>Vorige maand de 12e; also "vorige maand op de 12e".</summary>
    private static bool TryDayInMonth(Scan scan, int from, int at, Extent month, out Hit hit)
    {
        hit = default;
        var article = scan.Is(at, ",") || scan.Is(at, "op") || scan.Is(at, "rond") ? at + 1 : at;
        if (!scan.Is(article, "de") || !Quantities.TryDayOfMonth(scan, article + 1, out var day, out var next, out var ordinal) || !ordinal
            || month.Start is not { } start || !Calendar.TryDay(start.Year, start.Month, day, out var date))
        {
            return false;
        }

        hit = new(from, next, Extent.Day(date));
        return true;
    }

    private static bool IsPlural(Scan scan, int at) => scan.Tokens[at].Text.EndsWith("en", StringComparison.Ordinal);

    private static bool Take(Hit found, out Hit hit)
    {
        hit = found;
        return true;
    }

    private static Extent? OfUnit(Scan scan, TimeUnit unit, int shift) => unit switch
    {
        TimeUnit.Day when shift == -1 => Extent.Day(Calendar.AddDays(scan.Today, -1)),
        TimeUnit.Day when shift == 0 => Extent.Day(scan.Today),
        TimeUnit.Day when scan.Neutral => Extent.Day(Calendar.AddDays(scan.Today, shift)),
        TimeUnit.Week => Extent.Week(Calendar.AddDays(scan.Today, 7L * shift)),
        TimeUnit.Weekend => Weekend(scan, shift),
        TimeUnit.Month => Extent.Month(Calendar.AddMonths(Calendar.MonthStart(scan.Today), shift)),
        TimeUnit.Quarter => Extent.Quarter(Calendar.AddMonths(Calendar.MonthStart(scan.Today), 3L * shift)),
        TimeUnit.Year when scan.Today.Year + shift > 0 => Extent.Year(scan.Today.Year + shift),
        TimeUnit.Decade => new(new((scan.Today.Year / 10 * 10) + (10 * shift), 1, 1), new((scan.Today.Year / 10 * 10) + (10 * shift) + 10, 1, 1),
            Precision.Years),
        _ => null,
    };

    /// <summary>For a resident the last weekend is the one that has ended, also when today is a Sunday.</summary>
    private static Extent Weekend(Scan scan, int shift) => Extent.Weekend(Calendar.AddDays(scan.Today, 7L * shift));

    /// <summary>Vorige week dinsdag; also "vorige week op dinsdag".</summary>
    private static bool TryDayInWeek(Scan scan, int from, int at, Extent week, out Hit hit)
    {
        var day = scan.Is(at, "op") || scan.Is(at, ",") || scan.Is(at, "de") || (scan.Is(at, "-") && scan.Neutral) ? at + 1 : at;
        var ok = TryDayName(scan, day, out var weekday, out var next) && week.Start is not null && !scan.Is(next, TimeWord.Until);
        hit = ok && week.Start is { } monday ? new(from, next, Extent.Day(Calendar.AddDays(monday, weekday - 1))) : default;
        return ok;
    }

    /// <summary>Maandag, maandagochtend, maandag ochtend.</summary>
    public static bool TryDayName(Scan scan, int at, out int weekday, out int next)
    {
        next = at + 1;
        if (scan.TryValue(at, TimeWord.WeekdayWithPart, out weekday))
        {
            return !scan.Neutral;
        }

        if (!scan.TryValue(at, TimeWord.Weekday, out weekday) || IsNoDayName(scan, at))
        {
            return false;
        }

        next = scan.Is(next, ".") && scan.GluedAt(next) && scan.Tokens[at].Text.Length <= 5 && next + 1 < scan.Count ? next + 1 : next;
        next = !scan.Neutral && (scan.Is(next, TimeWord.DayPart) || scan.Is(next, "morgen")) ? next + 1 : next;
        return true;
    }

    /// <summary>Short names that are ordinary words ("zon", "zat", "do", "ma") count only in company.</summary>
    private static bool IsNoDayName(Scan scan, int at)
    {
        if (scan.Tokens[at].Text.Length > 4)
        {
            return scan.Tokens[at].Text.EndsWith('s') || (scan.Tokens[at].Text is "woens" or "dins" && !scan.Neutral && scan.Count > 3);
        }

        var company = scan.Is(at + 1, ".") || scan.Is(at - 1, TimeWord.Previous) || scan.Is(at - 1, "op") || scan.Count == 1 || scan.NumberAt(at + 1) > 0;
        return !company && !(scan.Neutral && scan.Tokens[at].Text.Length > 2);
    }

    private static bool TryWeekday(Scan scan, int at, out Hit hit)
    {
        hit = default;
        if (scan.Is(at, TimeWord.Every) || (scan.Is(at, "een") && !scan.Neutral))
        {
            return false;
        }

        var shifted = TryShift(scan, at, out var shift);
        var from = shifted ? at + 1 : at;
        if (!TryDayName(scan, from, out var weekday, out var next) || (IsHabit(scan, at) && !shifted))
        {
            return false;
        }

        if (TryOfWeek(scan, at, next, weekday, out hit))
        {
            return true;
        }

        var day = WeekdayFrom(scan, at, weekday, shifted ? shift : null);
        next = scan.Is(next, "jl") || scan.Is(next, "jongstleden") ? SkipDots(scan, next + 1) : next;
        hit = new(at, next, Extent.Day(day));
        return !TryWeeksAgo(scan, next, day, at, out var earlier) || Take(earlier, out hit);
    }

    private static int SkipDots(Scan scan, int at) => scan.Is(at, ".") && scan.GluedAt(at) ? at + 1 : at;

    /// <summary>"elke maandag" and "op een maandag" name no day.</summary>
    private static bool IsHabit(Scan scan, int at)
        => !scan.Neutral && (scan.Is(at - 1, TimeWord.Every) || scan.Is(at - 1, "een") || scan.Is(at - 1, "'n"));

    /// <summary>Dinsdag vorige week, vrijdag van deze week.</summary>
    private static bool TryOfWeek(Scan scan, int at, int next, int weekday, out Hit hit)
    {
        hit = default;
        var from = scan.Is(next, TimeWord.Of) || scan.Is(next, "in") ? next + 1 : next;
        from = scan.Is(from, TimeWord.Article) ? from + 1 : from;
        if (!TryShift(scan, from, out var shift) || !scan.TryValue(from + 1, TimeWord.Unit, out var unit) || unit != (int)TimeUnit.Week)
        {
            return false;
        }

        var first = scan.Neutral && scan.Is(at - 1, "op") ? at - 1 : at;
        hit = new(first, from + 2, Extent.Day(Calendar.AddDays(Calendar.Monday(scan.Today), (7L * shift) + weekday - 1)));
        return true;
    }

    private static DateOnly WeekdayFrom(Scan scan, int at, int weekday, int? shift)
    {
        var monday = Calendar.Monday(scan.Today);
        var before = Calendar.AddDays(scan.Today, -(((Calendar.Weekday(scan.Today) - weekday + 6) % 7) + 1));
        var after = Calendar.AddDays(scan.Today, ((weekday - Calendar.Weekday(scan.Today) + 6) % 7) + 1);
        return shift switch
        {
            0 => scan.Neutral ? Calendar.AddDays(monday, weekday - 1) : Calendar.Weekday(scan.Today) == weekday ? scan.Today : before,
            > 0 when scan.TryValue(at, TimeWord.Next, out var near) && near == 1 && scan.Neutral => Calendar.AddDays(monday, weekday + 6),
            > 0 => after,
            -1 when scan.Neutral && scan.TryValue(at, TimeWord.Previous, out var how) && how == 1 => Calendar.AddDays(monday, weekday - 8),
            -2 => Calendar.AddDays(before, -7),
            _ => before,
        };
    }

    /// <summary>"overmorgen twee weken geleden", "maandag een week terug": counted back from that day.</summary>
    public static bool TryWeeksAgo(Scan scan, int at, DateOnly day, int from, out Hit hit)
    {
        hit = default;
        if (!Quantities.TryAmount(scan, at, out var amount, out var next) || amount % 1 != 0 || amount > 5000
            || !scan.TryValue(next, TimeWord.Unit, out var unit) || unit is not ((int)TimeUnit.Week or (int)TimeUnit.Day) || !scan.Is(next + 1, TimeWord.Ago))
        {
            return false;
        }

        hit = new(from, next + 2, Extent.Day(Calendar.AddDays(day, -(long)amount * (unit == (int)TimeUnit.Week ? 7 : 1))));
        return true;
    }
}
