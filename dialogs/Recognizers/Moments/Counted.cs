using KlachtHulp.Dialogs.Recognizers.Dates;

namespace KlachtHulp.Dialogs.Recognizers.Moments;

/// <summary>Days counted in the neutral way: 1 maand en 21 dagen geleden, over twee weken, drie dagen vanaf morgen.</summary>
internal static class Counted
{
    public static bool TryRead(Scan scan, int at, TimeOnly now, out Piece piece)
        => TryOver(scan, at, now, out piece) || TryAmount(scan, at, now, out piece) || TryWeekdays(scan, at, out piece);

    /// <summary>Over twee weken.</summary>
    private static bool TryOver(Scan scan, int at, TimeOnly now, out Piece piece)
    {
        piece = default;
        var amounts = new List<(decimal, TimeUnit, int)>();
        if (!(scan.Is(at, "over") || (scan.Is(at, "in") && scan.NumberAt(at + 1) > 0)) || !Durations.TryRead(scan, at + 1, amounts, out var next))
        {
            return false;
        }

        if (scan.Is(next, "vanaf") && scan.Is(next + 1, "nu"))
        {
            return false;
        }

        piece = Move(scan, at, next, scan.Today, now, amounts, 1);
        return true;
    }

    private static bool TryAmount(Scan scan, int at, TimeOnly now, out Piece piece)
    {
        piece = default;
        var amounts = new List<(decimal, TimeUnit, int)>();
        if (!Durations.TryRead(scan, at, amounts, out var next))
        {
            return false;
        }

        if (scan.Is(next, TimeWord.Ago) && !scan.Is(next, "terug"))
        {
            piece = Move(scan, at, next + 1, scan.Today, now, amounts, -1);
            return true;
        }

        if (scan.Is(next, TimeWord.Later))
        {
            piece = Move(scan, at, next + 1, scan.Today, now, amounts, 1);
            return true;
        }

        return TryFrom(scan, at, next, now, amounts, out piece);
    }

    /// <summary>Vier dagen vanaf gisteren, twee dagen voor gisteren, twee weken voor 13 mei 1999.</summary>
    private static bool TryFrom(Scan scan, int at, int next, TimeOnly now, List<(decimal Amount, TimeUnit Unit, int)> amounts, out Piece piece)
    {
        piece = default;
        var side = scan.Is(next, "gerekend") ? next + 1 : next;
        var sign = scan.Is(side, TimeWord.After) || scan.Is(side, TimeWord.Since) ? 1 : scan.Is(side, TimeWord.Before) ? -1 : 0;
        if (sign == 0)
        {
            return false;
        }

        if (scan.Is(side + 1, TimeWord.Now))
        {
            piece = Move(scan, at, side + 2, scan.Today, now, amounts, sign);
            return true;
        }

        if (amounts[0].Unit == TimeUnit.None || !Points.TryWhole(scan, side + 1, out var hit)
            || hit.Resolve(scan) is not { Precision: Precision.Day or Precision.Year, Start: { } day })
        {
            return false;
        }

        if (scan.Is(side + 1, TimeWord.Weekday))
        {
            day = Calendar.AddDays(day, 7);
        }

        if (hit.Yearly is not null && hit.Yearly.FirstFrom(scan.Today)?.Start is { } coming)
        {
            day = coming;
        }

        piece = Move(scan, at, hit.Next, day, now, amounts, sign);
        return true;
    }

    private static Piece Move(Scan scan, int at, int next, DateOnly day, TimeOnly now, List<(decimal Amount, TimeUnit Unit, int ClockSeconds)> amounts,
        int sign)
    {
        if (amounts.Exists(static one => one.ClockSeconds > 0))
        {
            var seconds = (double)Math.Min(Durations.Seconds(amounts), 1_000_000_000m) * sign;
            var time = now.Add(TimeSpan.FromSeconds(seconds), out var days);
            return new(MomentType.DateTime, at, next) { Days = Extent.Day(Calendar.AddDays(day, days)), From = time };
        }

        return new(MomentType.Date, at, next) { Days = Extent.Day(Durations.Shift(day, amounts, sign)) };
    }

    /// <summary>Twee maandagen later.</summary>
    private static bool TryWeekdays(Scan scan, int at, out Piece piece)
    {
        piece = default;
        if (!Quantities.TryAmount(scan, at, out var amount, out var next) || !scan.TryValue(next, TimeWord.Weekdays, out var weekday) || amount > 500)
        {
            return false;
        }

        var end = scan.Is(next + 1, TimeWord.Later) ? next + 2 : scan.Is(next + 1, "vanaf") && scan.Is(next + 2, TimeWord.Now) ? next + 3 : 0;
        var first = Calendar.AddDays(scan.Today, ((weekday - Calendar.Weekday(scan.Today) + 6) % 7) + 1);
        piece = new(MomentType.Date, at, end) { Days = Extent.Day(Calendar.AddDays(first, 7L * ((long)amount - 1))) };
        return end > 0;
    }
}
