namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>Dates with the name of a month or a day: 3 oktober, de 3e, in de maand mei, maandag.</summary>
internal static class NamedDates
{
    public static bool TryRead(Scan scan, int at, out Hit hit)
        => TryMonthNumber(scan, at, out hit) || TryDayMonth(scan, at, out hit) || TryNthOfMonth(scan, at, out hit) || TryMonth(scan, at, out hit) || TryDayOnly(scan, at, out hit);

    /// <summary>"Maand 5": how people say it who do not know the name.</summary>
    private static bool TryMonthNumber(Scan scan, int at, out Hit hit)
    {
        var ok = !scan.Neutral && scan.Is(at, "maand") && scan.NumberAt(at + 1) is >= 1 and <= 12 && !scan.Is(at + 2, TimeWord.Unit);
        hit = ok ? new(at, at + 2, new Yearly.WholeMonth(scan.NumberAt(at + 1))) : default;
        return ok;
    }

    /// <summary>3 oktober, de 3e van oktober, maandag 3 okt., 3-okt.</summary>
    private static bool TryDayMonth(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var from = SkipWeekday(scan, at);
        var number = scan.Is(from, "de") ? from + 1 : from;
        if (!Quantities.TryDayOfMonth(scan, number, out var day, out var next, out var ordinal))
        {
            return TryMonthDay(scan, at, from, out hit);
        }

        next = scan.Is(next, "-") || scan.Is(next, "/") || IsDayDot(scan, number, next) ? next + 1 : next;
        next = scan.Is(next, "dag") && ordinal ? next + 1 : next;
        next = scan.Is(next, TimeWord.Of) ? next + 1 : next;
        next = scan.Is(next, "de") && scan.Is(next + 1, "maand") ? next + 2 : next;
        if (!scan.TryValue(next, TimeWord.Month, out var month))
        {
            return false;
        }

        var first = scan.Neutral && ordinal && number > from && from == at && scan.NumberAt(number) < 0 ? number : at;
        return Named(scan, first, SkipDot(scan, next + 1), (day, month), out hit);
    }

    /// <summary>The dot of "3. mei". Before a capital it may end a sentence ("de jongste is 3. Maart was ..."); then a word before the day has to ask for one.</summary>
    private static bool IsDayDot(Scan scan, int number, int dot)
    {
        if (scan.Neutral || dot != number + 1 || scan.NumberAt(number) < 0 || !scan.Is(dot, ".") || !scan.GluedAt(dot) || !scan.Is(dot + 1, TimeWord.Month))
        {
            return false;
        }

        return number == 0 || AsksForDay(scan, number - 1) || char.IsLower(scan.Source[scan.Tokens[dot + 1].Start]);
    }

    private static bool AsksForDay(Scan scan, int at)
        => scan.Is(at, TimeWord.At) || scan.Is(at, TimeWord.Article) || scan.Is(at, TimeWord.Of) || scan.Is(at, TimeWord.Since) || scan.Is(at, TimeWord.Weekday)
            || scan.Is(at, TimeWord.Until) || scan.Is(at, TimeWord.Between) || scan.Is(at, TimeWord.And) || scan.Is(at, TimeWord.Or)
            || scan.Is(at, TimeWord.About) || scan.Is(at, TimeWord.Before) || scan.Is(at, TimeWord.After) || scan.Is(at, "-");

    /// <summary>Oktober de 3e; mei 3 only when the day is ordinal, because "mei 2018" is more likely.</summary>
    private static bool TryMonthDay(Scan scan, int at, int from, out Hit hit)
    {
        hit = default;
        if (!scan.TryValue(from, TimeWord.Month, out var month))
        {
            return false;
        }

        var number = SkipDot(scan, from + 1);
        number = scan.Is(number, "de") ? number + 1 : number;
        var ok = Quantities.TryDayOfMonth(scan, number, out var day, out var next, out var ordinal) && ordinal;
        return ok && Named(scan, at, next, (day, month), out hit);
    }

    private static bool Named(Scan scan, int from, int next, (int Day, int Month) date, out Hit hit)
    {
        var (day, month) = date;
        hit = scan.Neutral && !Calendar.TryDay(2000, month, day, out _) ? new(from, next, Extent.Day(DateOnly.MinValue))
            : Calendar.TryDay(2000, month, day, out _)
            ? new(from, next, new Yearly.DayAndMonth(day, month))
            : new(from, next, new Yearly.WholeMonth(month), Confidence.Approx);
        return true;
    }

    /// <summary>De eerste maandag van juli, de laatste week van mei.</summary>
    private static bool TryNthOfMonth(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var from = scan.Is(at, TimeWord.Article) ? at + 1 : at;
        if (!TryRank(scan, from, out var rank, out var next))
        {
            return false;
        }

        var isDay = scan.TryValue(next, TimeWord.Weekday, out var weekday);
        var isWeek = !isDay && scan.TryValue(next, TimeWord.Unit, out var unit) && unit == (int)TimeUnit.Week;
        var of = scan.Is(next + 1, TimeWord.Of) || scan.Is(next + 1, "in") ? next + 2 : next + 1;
        if (!(isDay || isWeek) || rank > 5)
        {
            return false;
        }

        if (scan.TryValue(of, TimeWord.Month, out var month))
        {
            Yearly yearly = isDay ? new Yearly.NthWeekday(rank, weekday, month) : new Yearly.WeekOfMonth(rank, month);
            hit = new(at, SkipDot(scan, of + 1), yearly);
            return true;
        }

        if (scan.Neutral && isDay && !scan.Is(next + 1, TimeWord.Of))
        {
            hit = new(from, next + 1, Extent.Day(Calendar.NthWeekday(scan.Today.Year, scan.Today.Month, weekday, rank) ?? DateOnly.MinValue));
            return rank > 0;
        }

        return RelativeDates.TryRelativeMonth(scan, of, out var monthStart, out var end)
            && TryInMonth(isDay ? new Yearly.NthWeekday(rank, weekday, monthStart.Month)
                : new Yearly.WeekOfMonth(rank, monthStart.Month), monthStart, at, end, out hit);
    }

    private static bool TryInMonth(Yearly yearly, DateOnly month, int at, int next, out Hit hit)
    {
        var ok = yearly.TryIn(month.Year, out var extent);
        hit = ok ? new(at, next, extent) : default;
        return ok;
    }

    /// <summary>Eerste, 1e, laatste (-1).</summary>
    public static bool TryRank(Scan scan, int at, out int rank, out int next)
    {
        if (scan.TryValue(at, TimeWord.Previous, out var kind) && kind == 3)
        {
            rank = -1;
            next = at + 1;
            return true;
        }

        return Quantities.TryDayOfMonth(scan, at, out rank, out next, out var ordinal) && ordinal;
    }

    /// <summary>Oktober, in de maand mei, afgelopen maart.</summary>
    private static bool TryMonth(Scan scan, int at, out Hit hit)
    {
        var from = scan.Is(at, "de") && scan.Is(at + 1, "maand") ? at + 2 : scan.Is(at, "maand") ? at + 1 : at;
        var strict = scan.TryValue(from, TimeWord.Previous, out var how) && how == 1;
        var name = scan.Is(from, TimeWord.Previous) || scan.Is(from, TimeWord.This) || scan.Is(from, TimeWord.Next) ? from + 1 : from;
        if (!scan.TryValue(name, TimeWord.Month, out var month) || IsOtherWord(scan, name))
        {
            hit = default;
            return false;
        }

        hit = new Hit(at, SkipDot(scan, name + 1), new Yearly.WholeMonth(month)) { Strict = strict };
        if (name > from && scan.Is(from, TimeWord.This))
        {
            return (hit with { }).TryYear(scan.Today.Year, Confidence.Exact, out hit);
        }

        return name == from || !scan.Is(from, TimeWord.Next)
            || (hit with { }).TryYear(month > scan.Today.Month ? scan.Today.Year + (scan.Is(from, "volgende")
                && scan.Neutral ? 1 : 0) : scan.Today.Year + 1, Confidence.Exact, out hit);
    }

    /// <summary>Short month names that are also something else need company.</summary>
    private static bool IsOtherWord(Scan scan, int at) => scan.Tokens[at].Text is "maard" or "mar" && !scan.Neutral;

    /// <summary>De 3e, rond de 20e, de 1e van deze maand, maandag de 21e.</summary>
    private static bool TryDayOnly(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var from = SkipWeekday(scan, at);
        var number = scan.Is(from, "de") ? from + 1 : from;
        if (!Quantities.TryDayOfMonth(scan, number, out var day, out var next, out var ordinal) || (!ordinal && !IsBareAfterWeekday(scan, at, number)))
        {
            return false;
        }

        next = scan.Neutral && scan.Is(next, "dag") ? next + 1 : next;
        var of = scan.Is(next, TimeWord.Of) ? next + 1 : next;
        if (RelativeDates.TryRelativeMonth(scan, of, out var month, out var end) && Calendar.TryDay(month.Year, month.Month, day, out var exact))
        {
            hit = new(at, end, Extent.Day(exact));
            return true;
        }

        if (scan.Neutral && scan.Is(of + 1, "maand") && scan.Is(of, TimeWord.This) && day > 28)
        {
            hit = new(at, of + 2, Extent.Day(DateOnly.MinValue));
            return true;
        }

        if ((number == from && from == at) || (number == from && ordinal) || IsCounting(scan, next) || (scan.Neutral && from == at && !IsAnnounced(scan, at)))
        {
            return false;
        }

        hit = from > at && scan.TryValue(at, TimeWord.Weekday, out var weekday) ? OnWeekday(scan, at, next, day, weekday) : OnDay(scan, at, next, day);
        return hit.Next > 0;
    }

    /// <summary>"de tweede keer" and "de 3e verdieping" count something.</summary>
    private static bool IsCounting(Scan scan, int next)
        => next < scan.Count && scan.Tokens[next].Kind == Text.TokenKind.Word
            && !(scan.Is(next, TimeWord.At) || scan.Is(next, TimeWord.And) || scan.Is(next, TimeWord.Of) || scan.Is(next, TimeWord.But)
                || scan.Is(next, TimeWord.Ago)
                || scan.Is(next, TimeWord.Until) || scan.Is(next, TimeWord.Vague) || scan.Is(next, "was") || scan.Is(next, "had")
                    || scan.Is(next, "heb") || scan.Is(next, "ben") || scan.Is(next, "heeft"));

    /// <summary>"vrijdag 31": only for the neutral reading, and no clock time.</summary>
    private static bool IsBareAfterWeekday(Scan scan, int at, int number)
        => scan.Neutral && number > at && scan.Is(at, TimeWord.Weekday) && scan.NumberAt(number) > 0 && (!scan.GluedAt(number + 1) || scan.Is(number + 1, "!") || scan.Is(number + 1, "?"))
            && !scan.Is(number + 1, TimeWord.ClockUnit) && !scan.Is(number + 1, "-") && !scan.Is(number + 1, TimeWord.Unit);

    /// <summary>The neutral reading takes "de 15e" for a day only after a word that asks for one.</summary>
    private static bool IsAnnounced(Scan scan, int at) => scan.Is(at - 1, "op") || scan.Is(at - 1, "voor") || scan.Is(at - 1, TimeWord.Until)
        || scan.Is(at - 1, TimeWord.And) || scan.Is(at - 1, "na");

    private static Hit OnDay(Scan scan, int from, int next, int day)
    {
        for (var back = 0; back < 12; back++)
        {
            var month = Calendar.AddMonths(Calendar.MonthStart(scan.Today), -back);
            if (Calendar.TryDay(month.Year, month.Month, day, out var date) && date <= scan.Today)
            {
                return new(from, next, Extent.Day(date));
            }
        }

        return default;
    }

    private static Hit OnWeekday(Scan scan, int from, int next, int day, int weekday)
    {
        for (var back = scan.Neutral ? -1 : 0; back < 24; back++)
        {
            var month = Calendar.AddMonths(Calendar.MonthStart(scan.Today), -back);
            if (Calendar.TryDay(month.Year, month.Month, day, out var date) && Calendar.Weekday(date) == weekday && (date <= scan.Today || scan.Neutral))
            {
                return new(from, next, Extent.Day(date));
            }
        }

        return OnDay(scan, from, next, day);
    }

    /// <summary>A weekday before a date adds nothing to it: "maandag", "ma.", "maandag,".</summary>
    public static int SkipWeekday(Scan scan, int at)
    {
        if (!scan.Is(at, TimeWord.Weekday))
        {
            return at;
        }

        var next = SkipDot(scan, at + 1);
        return scan.Is(next, ",") ? next + 1 : next;
    }

    private static int SkipDot(Scan scan, int at) => scan.Is(at, ".") && scan.GluedAt(at) && !scan.GluedAt(at + 1)
        && IsShort(scan.Tokens[at - 1].Text) && (at + 1 < scan.Count || scan.Neutral) ? at + 1 : at;

    private static bool IsShort(string word) => word.Length <= 6 && word is not ("mei" or "maart" or "april" or "juni" or "juli");
}
