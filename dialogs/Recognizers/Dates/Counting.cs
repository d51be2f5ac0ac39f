using KlachtHulp.Dialogs.Recognizers.Moments;

namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>Amounts of time ago, as residents mean them: days are exact, weeks, months and years are the whole one that holds that day.</summary>
internal static class Counting
{
    private const int FewFrom = 2;
    private const int FewTo = 5;
    private const int MostUnits = 5000;

    public static bool TryRead(Scan scan, int at, out Hit hit)
    {
        hit = default;
        return !scan.Neutral && (TryFew(scan, at, out hit) || TryAmountOf(scan, at, out hit) || TryAgo(scan, at, out hit) || TryPast(scan, at, out hit));
    }

    /// <summary>Een paar weken geleden: two to five, in whole days or months.</summary>
    private static bool TryFew(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var few = scan.Is(at, TimeWord.Article) ? at + 1 : at;
        if (!scan.Is(few, TimeWord.Few) || !scan.TryValue(few + 1, TimeWord.Unit, out var unit) || !scan.Is(few + 2, TimeWord.Ago))
        {
            return false;
        }

        hit = new(at, few + 3, Stretch(scan.Today, (TimeUnit)unit, FewFrom, FewTo).With(Confidence.Vague));
        return true;
    }

    private static Extent Stretch(DateOnly today, TimeUnit unit, int from, int to) => unit switch
    {
        TimeUnit.Month => Months(today, from, to),
        TimeUnit.Quarter => Months(today, from * 3, to * 3),
        TimeUnit.Year => Months(today, from * 12, to * 12),
        TimeUnit.Decade => Months(today, from * 120, to * 120),
        TimeUnit.Week or TimeUnit.Weekend => Extent.Between(Calendar.AddDays(today, -7L * to), Calendar.AddDays(today, (-7L * from) + 1)),
        _ => Extent.Between(Calendar.AddDays(today, -to), Calendar.AddDays(today, 1 - from)),
    };

    private static Extent Months(DateOnly today, int from, int to)
    {
        var month = Calendar.MonthStart(today);
        return Extent.Between(Calendar.AddMonths(month, -to), Calendar.AddMonths(month, 1 - from));
    }

    /// <summary>Een week of drie geleden.</summary>
    private static bool TryAmountOf(Scan scan, int at, out Hit hit)
    {
        hit = default;
        if (!scan.Is(at, TimeWord.Article) || !Quantities.TryRound(scan, at + 1, out var unit, out var about, out var vague, out var next)
            || vague || !scan.Is(next, TimeWord.Ago))
        {
            return false;
        }

        hit = new(at, next + 1, Ago(scan.Today, unit, about).With(Confidence.Approx));
        return true;
    }

    /// <summary>Drie weken geleden, twee of drie maanden terug.</summary>
    private static bool TryAgo(Scan scan, int at, out Hit hit)
    {
        hit = default;
        if (!Quantities.TryAmount(scan, at, out var amount, out var next) || amount > MostUnits)
        {
            return false;
        }

        var most = amount;
        if ((scan.Is(next, TimeWord.Or) || scan.Is(next, "a") || scan.Is(next, "-") || scan.Is(next, TimeWord.Until))
            && Quantities.TryAmount(scan, next + 1, out var second, out var after) && second > amount && second <= MostUnits)
        {
            (most, next) = (second, after);
        }

        if (!scan.TryValue(next, TimeWord.Unit, out var unit) || unit == (int)TimeUnit.Century)
        {
            return false;
        }

        if (!scan.Is(next + 1, TimeWord.Ago) || IsMovement(scan, next + 1))
        {
            return TryCompound(scan, at, next + 1, out hit);
        }

        var extent = Ago(scan.Today, (TimeUnit)unit, amount);
        if (most > amount)
        {
            var earliest = Ago(scan.Today, (TimeUnit)unit, most);
            extent = (extent with { Start = earliest.Start, Precision = Precision.Range }).With(Confidence.Approx);
        }

        hit = new(at, next + 2, extent);
        return true;
    }

    /// <summary>Een jaar en twee maanden geleden: as fine as the last unit.</summary>
    private static bool TryCompound(Scan scan, int at, int link, out Hit hit)
    {
        hit = default;
        if (!scan.Is(link, TimeWord.And) && !scan.Is(link, ","))
        {
            return false;
        }

        var amounts = new List<(decimal Amount, TimeUnit Unit, int ClockSeconds)>();
        if (!Durations.TryRead(scan, at, amounts, out var next) || amounts.Count < 2 || !scan.Is(next, TimeWord.Ago) || IsMovement(scan, next)
            || amounts.Exists(static one => one.Unit is TimeUnit.None or TimeUnit.Century || one.Amount > MostUnits))
        {
            return false;
        }

        var day = Durations.Shift(scan.Today, amounts, -1);
        hit = new(at, next + 1, (amounts[^1].Unit switch
        {
            TimeUnit.Year or TimeUnit.Decade => Extent.Year(day.Year),
            TimeUnit.Month or TimeUnit.Quarter => Extent.Month(day),
            TimeUnit.Week or TimeUnit.Weekend => Extent.Week(day),
            _ => Extent.Day(day),
        }).With(Confidence.Approx));
        return true;
    }

    /// <summary>"600 euro per maand terug betalen": "terug" belongs to a verb.</summary>
    private static bool IsMovement(Scan scan, int at)
        => scan.Is(at, "terug") && at + 1 < scan.Count && scan.Tokens[at + 1].Text is "betalen" or "bellen" or "komen" or "krijgen" or "gaan"
            or "betaald" or "gebeld";

    private static Extent Ago(DateOnly today, TimeUnit unit, decimal amount)
    {
        var whole = amount % 1 == 0;
        return unit switch
        {
            TimeUnit.Day => Extent.Day(Calendar.AddDays(today, -(long)amount)),
            TimeUnit.Workday => Extent.Day(Durations.Shift(today, [(amount, unit, 0)], -1)),
            TimeUnit.Week => Extent.Week(Calendar.AddDays(today, -(long)(amount * 7))).With(Confidence.Approx),
            TimeUnit.Weekend => Extent.Weekend(Calendar.AddDays(today, -(long)(amount * 7))),
            TimeUnit.Month => Extent.Month(whole ? Calendar.AddMonths(Calendar.MonthStart(today), -(long)amount)
                : Calendar.AddDays(today, -(long)(amount * 30))).With(Confidence.Approx),
            TimeUnit.Year when whole => Extent.Year(Math.Max(1, today.Year - (int)amount)).With(Confidence.Approx),
            TimeUnit.Year => Extent.Month(Calendar.AddMonths(Calendar.MonthStart(today), -(long)(amount * 12))).With(Confidence.Approx),
            TimeUnit.Quarter => Extent.Quarter(Calendar.AddMonths(Calendar.MonthStart(today), -3L * (long)amount)).With(Confidence.Approx),
            _ => Extent.Year(Math.Max(1, today.Year - (int)Math.Min(amount * 10, 2000))).With(Confidence.Approx),
        };
    }

    /// <summary>De afgelopen maand of drie; not "vorige maand of drie".</summary>
    public static bool TryPastRound(Scan scan, int at, out Hit hit)
    {
        var from = scan.Is(at, TimeWord.Article) ? at + 1 : at;
        var about = 0m;
        var unit = TimeUnit.None;
        var (vague, next) = (false, at);
        var read = !scan.Neutral && scan.TryValue(from, TimeWord.Previous, out var how) && how > 1
            && Quantities.TryRound(scan, from + 1, out unit, out about, out vague, out next);
        hit = read ? new(at, next, UpToToday(scan, unit, about, vague)) : default;
        return read;
    }

    /// <summary>De afgelopen drie maanden: up to and including today.</summary>
    private static bool TryPast(Scan scan, int at, out Hit hit)
    {
        hit = default;
        var from = scan.Is(at, TimeWord.Article) ? at + 1 : at;
        if (!scan.Is(from, TimeWord.Previous))
        {
            return false;
        }

        var few = scan.TryValue(from + 1, TimeWord.Few, out var count);
        decimal amount = count;
        var next = from + 2;
        if (!few && (!Quantities.TryAmount(scan, from + 1, out amount, out next) || amount > MostUnits))
        {
            return false;
        }

        if (!scan.TryValue(next, TimeWord.Unit, out var unit))
        {
            return false;
        }

        hit = new(at, next + 1, UpToToday(scan, (TimeUnit)unit, amount, few));
        return true;
    }

    /// <summary>From so long ago up to and including today.</summary>
    public static Extent UpToToday(Scan scan, TimeUnit unit, decimal amount, bool vague)
        => Extent.Between(Back(scan.Today, unit, amount), Calendar.AddDays(scan.Today, 1)).With(vague ? Confidence.Vague : Confidence.Approx);

    /// <summary>The day that lies exactly this long before <paramref name="today"/>.</summary>
    public static DateOnly Back(DateOnly today, TimeUnit unit, decimal amount) => unit switch
    {
        TimeUnit.Week or TimeUnit.Weekend => Calendar.AddDays(today, -(long)(amount * 7)),
        TimeUnit.Decade => Calendar.AddMonths(today, -(long)(amount * 120)),
        TimeUnit.Century => Calendar.AddMonths(today, -(long)(amount * 1200)),
        TimeUnit.Month => Calendar.AddMonths(today, -(long)amount),
        TimeUnit.Quarter => Calendar.AddMonths(today, -3 * (long)amount),
        TimeUnit.Year => Calendar.AddMonths(today, -(long)(amount * 12)),
        _ => Calendar.AddDays(today, -(long)amount),
    };
}
