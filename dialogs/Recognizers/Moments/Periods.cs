using KlachtHulp.Dialogs.Recognizers.Dates;

namespace KlachtHulp.Dialogs.Recognizers.Moments;

/// <summary>Periods that only the neutral reading knows: de komende drie dagen, de rest van de week, de jaren zeventig.</summary>
internal static class Periods
{
    public static bool TryRead(Scan scan, int at, out Hit hit)
        => TryCounted(scan, at, out hit) || TryRest(scan, at, out hit) || TryWeekOf(scan, at, out hit) || TryWeekOfYear(scan, at, out hit)
            || TryDecade(scan, at, out hit) || TryWorkWeek(scan, at, out hit)
            || TryAfterNext(scan, at, out hit) || TryWithin(scan, at, out hit) || TryCurrent(scan, at, out hit);

    /// <summary>Komende drie dagen, afgelopen paar weken, laatste 2 decennia.</summary>
    private static bool TryCounted(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var amounts = new List<(decimal Amount, TimeUnit Unit, int)>();
        var article = scan.Is(at, "de") ? at + 1 : at;
        var forward = scan.Is(article, TimeWord.Next);
        if (!(forward || scan.Is(article, TimeWord.Previous)) || !TryAmounts(scan, article + 1, amounts, out var next) || amounts[0].Unit == TimeUnit.None)
        {
            return false;
        }

        var from = amounts[0].Unit == TimeUnit.Decade ? at : article;
        var (start, end) = forward
            ? (Calendar.AddDays(scan.Today, 1), Durations.Shift(Calendar.AddDays(scan.Today, 1), amounts, 1))
            : (Durations.Shift(scan.Today, amounts, -1), scan.Today);
        if (amounts[0].Unit == TimeUnit.Decade && scan.Today.Year is > 200 and < 9000 && amounts[0].Amount < 20)
        {
            var decade = new DateOnly(scan.Today.Year / 10 * 10, 1, 1);
            (start, end) = forward ? (decade.AddYears(10), decade.AddYears(10 + (10 * (int)amounts[0].Amount)))
                : (decade.AddYears(-10 * (int)amounts[0].Amount), decade);
        }

        hit = new(from, next, new Extent(start, end, Precision.Range));
        return true;
    }

    private static bool TryAmounts(Scan scan, int at, List<(decimal Amount, TimeUnit Unit, int)> amounts, out int next)
    {
        if (Durations.TryRead(scan, at, amounts, out next))
        {
            return true;
        }

        next = at + 1;
        var plural = scan.TryValue(at, TimeWord.Unit, out var unit) && scan.Tokens[at].Text is "weken" or "dagen" or "maanden" or "jaren";
        if (plural)
        {
            amounts.Add((1, (TimeUnit)unit, 0));
        }

        return plural;
    }

    /// <summary>Rest van de week, later deze week, eerder in de week.</summary>
    private static bool TryRest(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var rest = scan.Is(at, "rest");
        var later = scan.Is(at, TimeWord.Later);
        if (!(rest || later || scan.Is(at, "eerder")))
        {
            return false;
        }

        var from = scan.Is(at + 1, TimeWord.Of) || scan.Is(at + 1, "in") ? at + 2 : at + 1;
        from = scan.Is(from, TimeWord.Article) || scan.Is(from, TimeWord.This) || scan.Is(from, "mijn") ? from + 1 : from;
        var past = scan.Is(from, TimeWord.Previous);
        from = past ? from + 1 : from;
        if (!scan.TryValue(from, TimeWord.Unit, out var unit)
            || OfUnit(scan.Today, (TimeUnit)unit, past ? -1 : 0) is not { Start: { } start, End: { } end } whole)
        {
            return false;
        }

        var extent = past ? Parts.Of(whole, later ? Modifier.End : Modifier.Start)
            : rest ? new Extent(scan.Today, end.AddDays(-1), Precision.Range)
            : later ? new Extent(scan.Today, end, Precision.Range)
            : new Extent(start, scan.Today, Precision.Range);
        hit = new(at, from + 1, extent);
        return extent.End > extent.Start;
    }

    private static Extent? OfUnit(DateOnly today, TimeUnit unit, int shift) => unit switch
    {
        TimeUnit.Week => Extent.Week(Calendar.AddDays(today, 7 * shift)),
        TimeUnit.Weekend => Extent.Weekend(Calendar.AddDays(today, 7 * shift)),
        TimeUnit.Month => Extent.Month(Calendar.AddMonths(Calendar.MonthStart(today), shift)),
        TimeUnit.Quarter => Extent.Quarter(Calendar.AddMonths(today, 3 * shift)),
        TimeUnit.Year => Extent.Year(Math.Clamp(today.Year + shift, 1, 9997)),
        _ => null,
    };

    /// <summary>De week van 30 november, de week die op 4 februari begint; for residents also het weekend van 8 mei.</summary>
    public static bool TryWeekOf(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var from = scan.Is(at, "de") || scan.Is(at, "het") ? at + 1 : at;
        var weekend = scan.Is(from, "weekend") && !scan.Neutral;
        if (!scan.Is(from, "week") && !weekend)
        {
            return false;
        }

        var starting = scan.Is(from + 1, "beginnend") || scan.Is(from + 1, "startend") || scan.Is(from + 1, "aanvangend");
        var which = scan.Is(from + 1, "die");
        var day = starting || which || scan.Is(from + 1, TimeWord.Of) ? from + 2 : -1;
        day = (which || starting) && scan.Is(day, "op") ? day + 1 : day;
        if (day < 0 || !Points.TryWhole(scan, day, out var inner) || inner.Yearly is not Yearly.DayAndMonth && inner.Extent.Precision != Precision.Day)
        {
            return false;
        }

        var end = which && (scan.Is(inner.Next, "start") || scan.Is(inner.Next, "begint") || scan.Is(inner.Next, "aanvangt")) ? inner.Next + 1 : inner.Next;
        Extent Around(DateOnly? day) => weekend ? Extent.Weekend(day ?? scan.Today) : Extent.Week(day ?? scan.Today);
        hit = inner.Yearly is { } yearly ? new(at, end, new Yearly.Changed(yearly, found => Around(found.Start))) : new(at, end, Around(inner.Extent.Start));
        return !which || end > inner.Next;
    }

    /// <summary>De eerste week van 2015, de laatste week van 2019, volgend jaar de derde week.</summary>
    private static bool TryWeekOfYear(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var yearFirst = Years.TryRead(scan, at, out var year, out _, out var from);
        from = yearFirst ? from : at;
        var number = scan.Is(from, TimeWord.Article) ? from + 1 : from;
        if (!NamedDates.TryRank(scan, number, out var rank, out var next) || !scan.Is(next, "week"))
        {
            return false;
        }

        next++;
        if (!yearFirst && !(scan.Is(next, TimeWord.Of) && Years.TryRead(scan, next + 1, out year, out _, out next)))
        {
            return false;
        }

        var thursday = rank < 0 ? Calendar.NthWeekday(year, 12, 4, -1) : Calendar.AddDays(Calendar.IsoWeek(Math.Max(2, year), rank), 3);
        hit = thursday is { } day ? new(at, next, Extent.Week(day)) : default;
        return thursday is not null;
    }

    /// <summary>De jaren zeventig, de jaren '90, de 21e eeuw.</summary>
    private static bool TryDecade(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var from = scan.Is(at, "de") ? at + 1 : at;
        if (Quantities.TryDayOfMonth(scan, from, out var century, out var eeuw, out var ordinal) && ordinal && scan.Is(eeuw, "eeuw") && century <= 30)
        {
            hit = new(from, eeuw + 1, new Extent(new(Math.Max(1, (century - 1) * 100), 1, 1), new(century * 100, 1, 1), Precision.Years));
            return true;
        }

        if (!scan.Is(from, "jaren"))
        {
            return false;
        }

        var number = scan.Is(from + 1, "'") ? from + 2 : from + 1;
        var next = number + 1;
        decimal value = scan.NumberAt(number);
        if (value < 0)
        {
            var words = new YearWords(scan, number);
            if (words.TryRead(out var year))
            {
                value = year;
                next = words.Next;
            }
            else if (number >= scan.Count || !scan.Lexicon.Numbers.TryRead(scan.Tokens[number].Text, out value, out _))
            {
                return false;
            }
        }

        if (value % 10 != 0 || value is > 99 and < 1000 or > 3000)
        {
            return false;
        }

        var decade = (int)(value >= 1000 ? value : value < 20 ? 2000 + value : 1900 + value);
        hit = new(at, next, new Extent(new(decade, 1, 1), new(decade + 10, 1, 1), Precision.Years));
        return true;
    }

    /// <summary>Deze werkweek: monday to friday.</summary>
    private static bool TryWorkWeek(Scan scan, int at, out Hit hit)
    {
        var shift = 0;
        var known = scan.Is(at + 1, "werkweek") && (scan.Is(at, TimeWord.This) || RelativeDates.TryShift(scan, at, out shift));
        var monday = known ? Calendar.AddDays(Calendar.Monday(scan.Today), 7L * shift) : default;
        hit = known ? new(at, at + 2, new Extent(monday, Calendar.AddDays(monday, 5), Precision.Week)) : default;
        return known;
    }

    /// <summary>De week na de volgende.</summary>
    private static bool TryAfterNext(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var from = scan.Is(at, TimeWord.Article) ? at + 1 : at;
        if (from > at && scan.Is(from + 1, "decennium") && RelativeDates.TryRead(scan, from, out hit))
        {
            hit = hit with { From = at };
            return true;
        }

        if (!scan.TryValue(from, TimeWord.Unit, out var unit) || !scan.Is(from + 1, "na"))
        {
            return false;
        }

        var next = scan.Is(from + 2, TimeWord.Article) ? from + 3 : from + 2;
        var known = scan.Is(next, TimeWord.Next) && !scan.Is(next + 1, TimeWord.Unit) ? OfUnit(scan.Today, (TimeUnit)unit, 2) : null;
        hit = known is { } extent ? new(at, next + 1, extent) : default;
        return known is not null;
    }

    /// <summary>Binnen vijf dagen; meer dan twee weken voor vandaag; minder dan drie dagen na morgen.</summary>
    private static bool TryWithin(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var amounts = new List<(decimal Amount, TimeUnit Unit, int)>();
        var within = scan.Is(at, "binnen");
        var from = within ? at + 1 : at;
        var more = (scan.Is(from, "meer") || scan.Is(from, "langer")) && scan.Is(from + 1, "dan");
        var less = scan.Is(from, "minder") && scan.Is(from + 1, "dan");
        from = more || less ? from + 2 : from;
        from = within && scan.Is(from, TimeWord.Article) && scan.Is(from + 1, TimeWord.Next) ? from + 2 : from;
        if (!(within || more || less) || !Durations.TryRead(scan, from, amounts, out var next) || amounts[0].Unit == TimeUnit.None)
        {
            return false;
        }

        var sign = scan.Is(next, TimeWord.Before) ? -1 : scan.Is(next, TimeWord.After) || scan.Is(next, TimeWord.Since) ? 1 : 0;
        if (sign != 0 && Points.TryWhole(scan, next + 1, out var anchor) && anchor.Resolve(scan) is { Precision: Precision.Day, Start: { } day })
        {
            var moved = Durations.Shift(day, amounts, sign);
            hit = new(at, anchor.Next, Beyond(day, moved, sign, more));
            return true;
        }

        hit = new(at, next, new Extent(scan.Today, Durations.Shift(scan.Today, amounts, 1), Precision.Range));
        return within;
    }

    private static Extent Beyond(DateOnly day, DateOnly moved, int sign, bool more) => (sign, more) switch
    {
        (-1, true) => new(null, moved, Precision.Range, Modifier: Modifier.Before),
        (1, true) => new(moved, null, Precision.Range, Modifier: Modifier.After),
        (-1, _) => new(moved, day, Precision.Range),
        _ => new(day, moved, Precision.Range),
    };

    /// <summary>Mijn week, het weekend, het jaar.</summary>
    private static bool TryCurrent(Scan scan, int at, out Hit hit)
    {
        hit = default;
        if ((scan.Is(at + 2, "tot") && scan.Is(at + 3, "op")) || scan.NumberAt(at + 2) >= 0)
        {
            return false;
        }

        if (!(scan.Is(at, "mijn") || scan.Is(at, "het") || scan.Is(at, "de") || scan.Is(at, "dat") || scan.Is(at, "die") || scan.Is(at, "dezelfde")
            || scan.Is(at, "hetzelfde"))
            || !scan.TryValue(at + 1, TimeWord.Unit, out var unit) || !IsWhole(scan.Tokens[at + 1].Text))
        {
            return false;
        }

        var known = unit == (int)TimeUnit.Day && scan.Is(at, "mijn") ? Extent.Day(scan.Today) : OfUnit(scan.Today, (TimeUnit)unit, 0);
        hit = known is { } extent ? new(at, at + 2, extent) : default;
        return known is not null;
    }

    private static bool IsWhole(string unit) => unit is "week" or "weekend" or "maand" or "jaar" or "kwartaal" or "dag";
}
