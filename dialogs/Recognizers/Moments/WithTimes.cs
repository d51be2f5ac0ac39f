using KlachtHulp.Dialogs.Recognizers.Dates;

namespace KlachtHulp.Dialogs.Recognizers.Moments;

/// <summary>A day together with a clock time, a stretch of the clock or a part of the day, in either order.</summary>
internal static class WithTimes
{
    public static bool TryRead(Scan scan, int at, TimeOnly now, out Piece piece)
        => TryDayFirst(scan, at, out piece) || TryTimeFirst(scan, at, out piece) || TryPartOfDay(scan, at, out piece)
            || TryMinutes(scan, at, now, out piece) || TryEndOfDay(scan, at, out piece);

    private static bool TryDay(Scan scan, int at, out DateOnly day, out int next, out int part)
    {
        day = default;
        part = 0;
        next = at;
        if (scan.TryValue(at, TimeWord.WeekdayWithPart, out var weekday) || (RelativeDates.TryShift(scan, at, out _)
            && scan.TryValue(at + 1, TimeWord.WeekdayWithPart, out weekday)))
        {
            var shifted = RelativeDates.TryShift(scan, at, out var shift);
            next = shifted ? at + 2 : at + 1;
            part = DayParts.Inside(scan.Tokens[next - 1].Text);
            day = Calendar.AddDays(Calendar.Monday(scan.Today), weekday - 1 + (shifted ? 7 * shift : weekday <= Calendar.Weekday(scan.Today)
                && weekday != Calendar.Weekday(scan.Today) ? 0 : -7));
            return true;
        }

        if (!Points.TryRead(scan, at, out var hit) && !LooseDays.TryRead(scan, at, out hit))
        {
            return false;
        }

        if (hit.Resolve(scan) is not { Precision: Precision.Day, Start: { } start, Modifier: Modifier.None })
        {
            return false;
        }

        if (hit.From > at || hit.Yearly is Yearly.OfFeast)
        {
            return false;
        }

        day = start;
        next = hit.Next;
        part = DayParts.Inside(scan.Tokens[next - 1].Text);
        return true;
    }

    private static bool TryDayFirst(Scan scan, int at, out Piece piece)
    {
        piece = default;
        if (!TryDay(scan, at, out var day, out var next, out var part))
        {
            return false;
        }

        var clock = scan.Is(next, ",") || scan.Is(next, "-") ? next + 1 : next;
        if (Times.TryRange(scan, clock, out var range))
        {
            piece = Combine(at, range.Next, day, range.From, range.Until);
            return true;
        }

        if (TryBareRange(scan, clock, out range))
        {
            piece = Combine(at, range.Next, day, range.From, range.Until);
            return true;
        }

        var om = scan.Is(clock, "om") || scan.Is(clock, "rond") ? clock + 1 : clock;
        if (Clock.TryRead(scan, om, bare: om > clock, out var time, out var end) && !scan.Is(end, TimeWord.Month))
        {
            time = part is 2 or 3 && time.Hour < 12 ? time.AddHours(12) : time;
            piece = new(MomentType.DateTime, at, end) { Days = Extent.Day(day), From = time };
            return true;
        }

        if (DayParts.TryAfter(scan, next, out part, out end) || (scan.TryValue(next, TimeWord.DayPart, out part) && (end = next + 1) > 0))
        {
            var (from, until) = DayParts.Hours(part);
            piece = Combine(at, end, day, from, until);
            return true;
        }

        return false;
    }

    /// <summary>"vandaag van vijf tot zeven", "maandag 6-8": bare hours after a day.</summary>
    private static bool TryBareRange(Scan scan, int at, out Piece range)
    {
        range = default;
        var from = scan.Is(at, "van") || scan.Is(at, "tussen") ? at + 1 : at;
        if (!Clock.TryRead(scan, from, bare: true, out var start, out var link))
        {
            return false;
        }

        var second = scan.Is(link, "-") || scan.Is(link, "tot") || (scan.Is(at, "tussen") && scan.Is(link, "en")) ? link + 1 : -1;
        if (second < 0 || !Clock.TryRead(scan, second, bare: true, out var end, out var next) || scan.Is(next, TimeWord.Month) || scan.Is(next, "-")
            || scan.Is(next, "/"))
        {
            return false;
        }

        range = new(MomentType.TimeRange, at, next) { From = start, Until = end };
        return true;
    }

    private static Piece Combine(int at, int next, DateOnly day, TimeOnly? from, TimeOnly? until)
        => new(MomentType.DateTimeRange, at, next) { Days = Extent.Day(day), From = from, Until = until, UntilDay = until < from ? day.AddDays(1) : day };

    /// <summary>15:00 vandaag, tussen 16:00 en 17:00 vandaag, 8 vanmorgen.</summary>
    private static bool TryTimeFirst(Scan scan, int at, out Piece piece)
    {
        piece = default;
        if (Times.TryRange(scan, at, out var range) || TryBareRange(scan, at, out range))
        {
            var of = scan.Is(range.Next, "op") ? range.Next + 1 : range.Next;
            if (TryDay(scan, of, out var rangeDay, out var rangeEnd, out _))
            {
                piece = Combine(at, rangeEnd, rangeDay, range.From, range.Until);
                return true;
            }

            return false;
        }

        var from = scan.Is(at, "om") ? at + 1 : at;
        if (!Clock.TryRead(scan, from, bare: true, out var time, out var next))
        {
            return false;
        }

        var plain = next == from + 1;
        var on = scan.Is(next, "op") || scan.Is(next, ",") ? next + 1 : next;
        if (!TryDay(scan, on, out var day, out var end, out var part) || (plain && part == 0) || (plain && scan.Is(from + 1, TimeWord.Month)))
        {
            return false;
        }

        part = part == 0 && scan.Is(on, "vanavond") ? 3 : part;
        time = part is 2 or 3 && time.Hour < 12 ? time.AddHours(12) : time;
        var start = scan.Is(on, "vandaag") && scan.NumberAt(from) >= 0 ? from : at;
        piece = new(MomentType.DateTime, start, end) { Days = Extent.Day(day), From = time };
        return true;
    }

    /// <summary>Gisteravond, vanmiddag, deze ochtend, maandagmorgen.</summary>
    private static bool TryPartOfDay(Scan scan, int at, out Piece piece)
    {
        piece = default;
        var next = at + 1;
        DateOnly day;
        int part;
        var late = scan.Is(at, "later");
        if ((late || scan.Is(at, "vroeg")) && scan.Is(at + 1, TimeWord.This) && DayParts.TryPart(scan, at + 2, out part))
        {
            var (first, last) = DayParts.Hours(part);
            piece = Combine(at, at + 3, scan.Today, late ? last.AddHours(-2) : first, late ? last : first.AddHours(2));
            return true;
        }

        if (scan.Is(at, TimeWord.This) && DayParts.TryPart(scan, at + 1, out part))
        {
            day = scan.Today;
            next = at + 2;
        }
        else if (scan.TryValue(at, TimeWord.DayOffset, out var offset) && (part = DayParts.Inside(scan.Tokens[at].Text)) > 0)
        {
            day = Calendar.AddDays(scan.Today, offset);
        }
        else if (!TryDay(scan, at, out day, out next, out part) || part == 0)
        {
            return false;
        }

        var (from, until) = DayParts.Hours(part);
        piece = Combine(at, next, day, from, until);
        return true;
    }

    /// <summary>Afgelopen 5 minuten, 5 aankomende minuten, aankomende uur.</summary>
    private static bool TryMinutes(Scan scan, int at, TimeOnly now, out Piece piece)
    {
        piece = default;
        var side = scan.NumberAt(at) >= 0 ? at + 1 : at;
        var forward = scan.Is(side, TimeWord.Next);
        if (!forward && !scan.Is(side, TimeWord.Previous))
        {
            return false;
        }

        decimal amount = side > at ? scan.NumberAt(at) : 1;
        var unit = side + 1;
        if (!scan.Is(unit, TimeWord.ClockUnit) && (side > at || !Quantities.TryAmount(scan, at + 1, out amount, out unit)))
        {
            return false;
        }

        if (!scan.TryValue(unit, TimeWord.ClockUnit, out var seconds) || amount > 100_000)
        {
            return false;
        }

        var other = now.Add(TimeSpan.FromSeconds((double)(amount * seconds) * (forward ? 1 : -1)), out var days);
        var otherDay = Calendar.AddDays(scan.Today, days);
        piece = forward
            ? new(MomentType.DateTimeRange, at, unit + 1) { Days = Extent.Day(scan.Today), From = now, Until = other, UntilDay = otherDay }
            : new(MomentType.DateTimeRange, at, unit + 1) { Days = Extent.Day(otherDay), From = other, Until = now, UntilDay = scan.Today };
        return true;
    }

    /// <summary>Eind van de dag, eind van morgen.</summary>
    private static bool TryEndOfDay(Scan scan, int at, out Piece piece)
    {
        piece = default;
        var from = scan.Is(at, "aan") ? at + 1 : at;
        from = scan.Is(from, "het") ? from + 1 : from;
        if (!scan.Is(from, TimeWord.End) || !scan.Is(from + 1, TimeWord.Of))
        {
            return false;
        }

        var of = scan.Is(from + 2, "de") ? from + 3 : from + 2;
        var today = scan.Is(of, "dag") && of == from + 3;
        var day = scan.Today;
        var next = of + 1;
        if (!today && !TryDay(scan, of, out day, out next, out _))
        {
            return false;
        }

        piece = new(MomentType.DateTime, at, next) { Days = Extent.Day(day), From = new(23, 59, 59) };
        return true;
    }
}
