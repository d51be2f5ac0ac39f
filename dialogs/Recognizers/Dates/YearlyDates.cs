namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>Feasts, seasons, quarters and numbered weeks.</summary>
internal static class YearlyDates
{
    public static bool TryRead(Scan scan, int at, out Hit hit)
        => TryFeast(scan, at, out hit) || TrySeason(scan, at, out hit) || TryWeekNumber(scan, at, out hit) || TryQuarter(scan, at, out hit);

    private static bool TryFeast(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var shifted = RelativeDates.TryShift(scan, at, out var shift);
        var from = shifted ? at + 1 : scan.Is(at, TimeWord.Article) && !scan.Neutral ? at + 1 : at;
        if (!scan.Lexicon.Feasts.TryRead(scan.Tokens, from, out var feast, out var next))
        {
            return false;
        }

        next = SkipSuffix(scan, next);
        hit = new(at, next, new Yearly.OfFeast(feast, scan.Neutral));
        if (!shifted || shift < 0)
        {
            return true;
        }

        var first = hit.Yearly?.FirstFrom(shift == 0 ? new DateOnly(scan.Today.Year, 1, 1) : scan.Today);
        hit = first is { } found ? new(at, next, found) : hit;
        return true;
    }

    /// <summary>"kerst-avond" and "met de kerstdagen": only a glued hyphen and nothing else.</summary>
    private static int SkipSuffix(Scan scan, int next) => !scan.Neutral && scan.Is(next, "periode") ? next + 1 : next;

    private static bool TrySeason(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var ofThe = !scan.Neutral && scan.Is(at, "van") && scan.Is(at + 1, "de") ? at + 2 : at;
        var from = scan.Is(ofThe, TimeWord.Article) ? ofThe + 1 : ofThe;
        var shifted = RelativeDates.TryShift(scan, from, out var shift);
        var name = shifted ? from + 1 : from;
        if (!scan.TryValue(name, TimeWord.Season, out var season))
        {
            return false;
        }

        Yearly yearly = season == 4 ? new Yearly.OfSeason(4) : new Yearly.OfSeason(season);
        var strict = shift < 0 && scan.TryValue(from, TimeWord.Previous, out var how) && how == 1;
        hit = new Hit(at, name + 1, yearly) { Strict = strict };
        if (shifted && shift == 0 && season != 4)
        {
            return (hit with { }).TryYear(scan.Today.Year, Confidence.Exact, out hit);
        }

        if (shift > 0 && yearly.FirstFrom(scan.Today) is { } coming)
        {
            hit = new(at, name + 1, coming);
        }

        return TryWinter(scan, at, name + 1, season, out var winter) ? Take(winter, out hit) : true;
    }

    private static bool Take(Hit found, out Hit hit)
    {
        hit = found;
        return true;
    }

    /// <summary>De winter van 2018 op 2019: named by its first year.</summary>
    private static bool TryWinter(Scan scan, int from, int at, int season, out Hit hit)
    {
        hit = default;
        var number = scan.Is(at, TimeWord.Of) ? at + 1 : at;
        var year = scan.NumberAt(number);
        var link = scan.Is(number + 1, "op") || scan.Is(number + 1, "-") || scan.Is(number + 1, "/") || scan.Is(number + 1, TimeWord.And);
        var second = scan.Is(number + 2, "'") ? number + 3 : number + 2;
        var follows = scan.NumberAt(second) == year + 1 || (scan.DigitsAt(second) == 2 && scan.NumberAt(second) == (year + 1) % 100);
        if (season != 4 || scan.DigitsAt(number) != 4 || !link || !follows || !new Yearly.OfSeason(4).TryIn(year, out var extent))
        {
            return false;
        }

        hit = new(from, second + 1, extent);
        return true;
    }

    private static bool TryWeekNumber(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var from = scan.Is(at, "de") && !scan.Neutral ? at + 1 : at;
        if (!(scan.Is(from, "week") || scan.Is(from, "wk") || scan.Is(from, "weeknummer")))
        {
            return false;
        }

        var number = scan.Is(from + 1, "nummer") || scan.Is(from + 1, "nr") || scan.Is(from + 1, ".") ? from + 2 : from + 1;
        var week = scan.NumberAt(number);
        if (week is < 1 or > 53 || scan.DigitsAt(number) > 2)
        {
            return false;
        }

        hit = new(at, number + 1, new Yearly.OfWeek(week));
        return true;
    }

    /// <summary>Het derde kwartaal, K3, Q3, de tweede helft.</summary>
    private static bool TryQuarter(Scan scan, int at, out Hit hit)
    {
        hit = default;
        if ((scan.Is(at, "k") || scan.Is(at, "q")) && scan.GluedAt(at + 1) && scan.NumberAt(at + 1) is >= 1 and <= 4)
        {
            hit = new(at, at + 2, new Yearly.OfQuarter(scan.NumberAt(at + 1)));
            return true;
        }

        if (scan.Is(at, "h") && scan.GluedAt(at + 1) && scan.NumberAt(at + 1) is 1 or 2 && scan.Neutral)
        {
            hit = new(at, at + 2, new Yearly.OfHalf(scan.NumberAt(at + 1)));
            return true;
        }

        var from = scan.Is(at, TimeWord.Article) ? at + 1 : at;
        if (!Quantities.TryDayOfMonth(scan, from, out var rank, out var next, out var ordinal) || !ordinal || !(scan.Is(next, "kwartaal")
            || scan.Is(next, "helft")))
        {
            return false;
        }

        var half = scan.Is(next, "helft") && (scan.Is(next + 1, "van") && (scan.DigitsAt(next + 2) == 4 || scan.Is(next + 3, "jaar")));
        if (rank > (half ? 2 : 4) || (scan.Is(next, "helft") && !half))
        {
            return false;
        }

        var ofYear = scan.Neutral && !half && scan.Is(next + 1, "van") && scan.Is(next + 2, "het") && scan.Is(next + 3, "jaar")
            && scan.NumberAt(next + 4) < 0 ? next + 4 : next + 1;
        hit = new(at, ofYear, half ? new Yearly.OfHalf(rank) : new Yearly.OfQuarter(rank));
        return true;
    }
}
