using KlachtHulp.Dialogs.Recognizers.Dates;

namespace KlachtHulp.Dialogs.Recognizers.Moments;

/// <summary>Clock times and stretches of the clock without a day.</summary>
internal static class Times
{
    public static bool TryRead(Scan scan, int at, out Piece piece)
    {
        if (TryRange(scan, at, out piece) || TryOpen(scan, at, out piece) || TryPart(scan, at, out piece))
        {
            return true;
        }

        var om = scan.Is(at, "om");
        if (TryOrLater(scan, at, out piece))
        {
            return true;
        }

        if (om && scan.Is(at + 2, ".") && Clock.TryRead(scan, at + 1, bare: false, out var time, out var next))
        {
            piece = new(MomentType.Time, at, next) { From = time };
            return true;
        }

        if (om || !Clock.TryRead(scan, at, bare: scan.Is(at - 1, "om"), out time, out next) || IsLength(scan, at, next))
        {
            return false;
        }

        piece = new(MomentType.Time, at, next) { From = time };
        return true;
    }

    /// <summary>Om 15.00 of later.</summary>
    private static bool TryOrLater(Scan scan, int at, out Piece piece)
    {
        piece = default;
        var from = scan.Is(at, "om") ? at + 1 : at;
        if (!Clock.TryRead(scan, from, bare: from > at, out var time, out var next) || !scan.Is(next, TimeWord.Or) || !scan.Is(next + 1, "later"))
        {
            return false;
        }

        piece = new(MomentType.TimeRange, at, next + 2) { From = time };
        return true;
    }

    /// <summary>"3 uur" after these words is a length, not a time.</summary>
    private static bool IsLength(Scan scan, int at, int next)
        => next == at + 2 && (scan.Is(at + 1, "uur") || scan.Is(at + 1, "u")) && !scan.Is(at - 1, "om") && !scan.Is(at - 1, "is")
            && !scan.Is(at - 1, "rond") && !scan.Is(at - 1, "tegen") && !scan.Is(next, TimeWord.DayPart);

    public static bool TryRange(Scan scan, int at, out Piece piece)
    {
        piece = default;
        var from = scan.Is(at, "van") || scan.Is(at, "tussen") || scan.Is(at, "vanaf") || (scan.Is(at, "om") && scan.Is(at + 2, ".")) ? at + 1 : at;
        var between = scan.Is(at, "tussen");
        var announced = from > at;
        if (!Clock.TryRead(scan, from, bare: true, out var start, out var link))
        {
            return false;
        }

        var second = scan.Is(link, "-") || (between && scan.Is(link, "en")) ? link + 1 : scan.Is(link, "tot") ? scan.Is(link + 1, "en")
            && scan.Is(link + 2, "met") ? link + 3 : link + 1 : -1;
        if (second < 0 || !Clock.TryRead(scan, second, bare: true, out var end, out var next))
        {
            return false;
        }

        var firstSure = IsSure(scan, from, link);
        var secondSure = IsSure(scan, second, next);
        if (!(firstSure || secondSure) || scan.Is(next, TimeWord.Month) || scan.Is(next, "/") || (scan.Is(next, "-") && scan.GluedAt(next)))
        {
            return false;
        }

        if (DayParts.TryAfter(scan, next - 1, out var part, out _) || DayParts.TryAfter(scan, next - 2, out part, out _)
            || DayParts.TryAfter(scan, next - 3, out part, out _))
        {
            start = part is 2 or 3 && start.Hour < 12 && end.Hour >= 12 && !firstSure && start.Hour < end.Hour - 12 ? start.AddHours(12) : start;
        }

        piece = new(MomentType.TimeRange, at, next) { From = start, Until = end };
        return announced || firstSure || secondSure;
    }

    /// <summary>Whether it can only be a clock time: with minutes, "uur" or a part of the day.</summary>
    private static bool IsSure(Scan scan, int from, int next) => next > from + 1 || scan.Is(from, "middernacht");

    /// <summary>Voor 3 uur, na 15.30.</summary>
    private static bool TryOpen(Scan scan, int at, out Piece piece)
    {
        piece = default;
        var before = scan.Is(at, "voor") || scan.Is(at, "tot");
        if (!(before || scan.Is(at, "na") || scan.Is(at, "vanaf") || scan.Is(at, "sinds"))
            || !Clock.TryRead(scan, at + 1, bare: false, out var time, out var next) || scan.Is(next, TimeWord.Month))
        {
            return false;
        }

        piece = new(MomentType.TimeRange, at, next) { From = before ? null : time, Until = before ? time : null };
        return next > at + 2 && time > TimeOnly.MinValue;
    }

    /// <summary>Vroeg in de ochtend, later in de middag, in de vroege ochtend: the first or last two hours.</summary>
    private static bool TryEarlyOrLate(Scan scan, int at, out Piece piece)
    {
        piece = default;
        var inside = scan.Is(at, "in") && scan.Is(at + 1, "de") && scan.Is(at + 2, "vroege");
        var late = scan.Is(at, "later") || scan.Is(at, "laat");
        var part = 0;
        var next = at + 4;
        if (inside ? !DayParts.TryPart(scan, at + 3, out part) : !((late || scan.Is(at, "vroeg")) && DayParts.TryAfter(scan, at + 1, out part, out next)))
        {
            return false;
        }

        var (from, until) = DayParts.Hours(part);
        piece = late ? new(MomentType.TimeRange, at, next) { From = until.AddHours(-2), Until = until }
            : new(MomentType.TimeRange, at, next) { From = from, Until = from.AddHours(2) };
        return true;
    }

    /// <summary>'s morgens, in de avond.</summary>
    private static bool TryPart(Scan scan, int at, out Piece piece)
    {
        piece = default;
        if (TryEarlyOrLate(scan, at, out piece))
        {
            return true;
        }

        if (scan.Tokens[at].Text is "am" or "pm" or "lunchtijd" || !DayParts.TryAfter(scan, at, out var part, out var next))
        {
            var alone = scan.Tokens[at].Text is "ochtend" or "middag" or "avond" or "namiddag";
            if (!alone || !scan.TryValue(at, TimeWord.DayPart, out part))
            {
                return false;
            }

            next = at + 1;
        }

        var (from, until) = DayParts.Hours(part);
        piece = new(MomentType.TimeRange, at, next) { From = from, Until = until };
        return true;
    }
}
