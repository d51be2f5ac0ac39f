using KlachtHulp.Dialogs.Recognizers.Dates;

namespace KlachtHulp.Dialogs.Recognizers.Moments;

/// <summary>Clock times: 14.30 uur, half elf, kwart over negen 's avonds.</summary>
internal static class Clock
{
    private const int Noon = 12;

    /// <param name="bare">Whether a number without "uur" counts, as after "om".</param>
    public static bool TryRead(Scan scan, int at, bool bare, out TimeOnly time, out int next)
    {
        time = default;
        next = at;
        if (!TrySpoken(scan, at, out var minutes, out next) && !TryDigits(scan, at, bare, out minutes, out next))
        {
            return TryNamed(scan, at, out time, out next);
        }

        var part = DayParts.TryAfter(scan, next, out var dayPart, out var end);
        next = part ? end : next;
        if (part)
        {
            minutes = InPart(minutes, dayPart);
        }

        time = new TimeOnly(minutes / 60 % 24, minutes % 60, SecondsOf(scan, at));
        return true;
    }

    private static int SecondsOf(Scan scan, int at) => scan.Is(at + 1, ":") && scan.Is(at + 3, ":") && scan.GluedAt(at + 3)
        && scan.NumberAt(at + 4) is >= 0 and < 60 ? scan.NumberAt(at + 4) : 0;

    private static int InPart(int minutes, int part) => part switch
    {
        1 when minutes >= Noon * 60 && minutes < (Noon + 1) * 60 => minutes - (Noon * 60),
        2 or 3 when minutes < Noon * 60 && !(part == 2 && minutes >= 11 * 60) => minutes + (Noon * 60),
        4 when minutes >= 6 * 60 && minutes < Noon * 60 => minutes + (Noon * 60),
        4 when minutes is >= Noon * 60 and < 13 * 60 => minutes - (Noon * 60),
        _ => minutes,
    };

    /// <summary>7 uur, 14:30, 14.30 uur, 7 uur 30.</summary>
    private static bool TryDigits(Scan scan, int at, bool bare, out int minutes, out int next)
    {
        minutes = 0;
        next = at + 1;
        var hour = HourAt(scan, at);
        if (hour is < 0 or > 24)
        {
            return false;
        }

        var colon = scan.Is(next, ":") && scan.GluedAt(next);
        var dot = scan.Is(next, ".") && scan.GluedAt(next);
        if ((colon || dot) && scan.DigitsAt(next + 1) == 2 && scan.GluedAt(next + 1) && scan.NumberAt(next + 1) < 60 && !IsPartOfDate(scan, at, next + 2))
        {
            minutes = (hour * 60) + scan.NumberAt(next + 1);
            next += colon && scan.Is(next + 2, ":") && scan.NumberAt(next + 3) is >= 0 and < 60 ? 4 : 2;
            next = scan.Is(next, "uur") || scan.Is(next, "u") ? next + 1 : next;
            return true;
        }

        minutes = hour * 60;
        if (scan.Is(next, "uur") || scan.Is(next, "u"))
        {
            next++;
            var more = Quantities.TryAmount(scan, next, out var extra, out var after) && extra is > 0 and < 60 && extra % 1 == 0
                && !scan.Is(next, "een") && !scan.Is(after, TimeWord.Unit) && !scan.Is(after, TimeWord.ClockUnit) && !scan.Is(after, TimeWord.Month);
            minutes += more ? (int)extra : 0;
            next = more ? after : next;
            return true;
        }

        return bare || DayParts.TryAfter(scan, next, out _, out _);
    }

    private static int HourAt(Scan scan, int at)
    {
        if (scan.NumberAt(at) >= 0)
        {
            return scan.DigitsAt(at) <= 2 ? scan.NumberAt(at) : -1;
        }

        return at < scan.Count && scan.Lexicon.Numbers.TryRead(scan.Tokens[at].Text, out var value, out var rank) && !rank && value <= 24 ? (int)value : -1;
    }

    private static bool IsPartOfDate(Scan scan, int at, int next)
        => (scan.Is(next, ".") && scan.GluedAt(next) && scan.NumberAt(next + 1) >= 0) || (scan.Is(at - 1, "-") && scan.GluedAt(at)
            && scan.NumberAt(at - 2) > 31) || scan.Is(next, "procent") || scan.Is(next, "%");

    /// <summary>Half acht, kwart voor acht, tien over half negen, drie minuten voor acht.</summary>
    private static bool TrySpoken(Scan scan, int at, out int minutes, out int next)
    {
        minutes = 0;
        next = at;
        if (scan.Is(at, "half"))
        {
            var hour = HourAt(scan, at + 1);
            next = scan.Is(at + 2, "uur") ? at + 3 : at + 2;
            minutes = (hour * 60) - 30;
            return hour is >= 1 and <= 12 && !scan.Is(at + 2, TimeWord.Unit);
        }

        decimal offset = 15;
        var side = at + 1;
        if (!scan.Is(at, "kwart") && !(Quantities.TryAmount(scan, at, out offset, out side) && offset is >= 1 and < 30 && !scan.Is(at, TimeWord.Article)))
        {
            return false;
        }

        side = scan.Is(side, "minuten") || scan.Is(side, "minuut") || scan.Is(side, "min") ? side + 1 : side;
        var sign = scan.Is(side, "voor") ? -1 : scan.Is(side, "over") ? 1 : 0;
        if (sign == 0)
        {
            return false;
        }

        var half = scan.Is(side + 1, "half");
        var of = HourAt(scan, half ? side + 2 : side + 1);
        next = half ? side + 3 : side + 2;
        next = scan.Is(next, "uur") ? next + 1 : next;
        minutes = (of * 60) - (half ? 30 : 0) + (sign * (int)offset);
        return of is >= 1 and <= 24 && minutes >= 0 && !scan.Is(next, TimeWord.Month) && !scan.Is(next, TimeWord.Unit);
    }

    private static bool TryNamed(Scan scan, int at, out TimeOnly time, out int next)
    {
        var from = scan.Is(at, "het") ? at + 1 : at;
        next = from + 1;
        time = scan.Is(from, "middaguur") ? new(Noon, 0) : TimeOnly.MinValue;
        return scan.Is(from, "middaguur") || (scan.Is(from, "middernacht") && from == at);
    }
}
