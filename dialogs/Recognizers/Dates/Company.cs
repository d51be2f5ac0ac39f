namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>Dates that borrow from the one beside them: "vorige week maandag en dinsdag", "3 en 5 mei".</summary>
internal static class Company
{
    /// <summary>A bare weekday after another day and "en" or "of" is the first one after that day.</summary>
    public static Extent? SameWeek(Scan scan, Hit? last, Extent? lastDays, Hit hit)
    {
        if (last is not { } before || lastDays is not { Precision: Precision.Day, Start: { } day } || hit.Next != hit.From + 1
            || !scan.TryValue(hit.From, TimeWord.Weekday, out var weekday))
        {
            return null;
        }

        var link = scan.Is(hit.From - 1, "op") ? hit.From - 2 : hit.From - 1;
        var joined = link == before.Next && (scan.Is(link, TimeWord.And) || scan.Is(link, TimeWord.Or));
        var next = Calendar.AddDays(day, ((weekday - Calendar.Weekday(day) + 6) % 7) + 1);
        return joined && next <= scan.Today ? Extent.Day(next) : null;
    }

    /// <summary>"In oktober 2018, rond de 18e": a day without a month just after a month is a day of that month.</summary>
    public static Extent? DayInMonth(Scan scan, Hit? last, Extent? lastDays, Hit hit)
    {
        if (last is not { } before || lastDays is not { Precision: Precision.Month, Start: { } month } || !IsBeside(scan, before.Next, hit.From))
        {
            return null;
        }

        var from = scan.Skip(scan.Skip(hit.From, TimeWord.About), TimeWord.Article);
        var read = Quantities.TryDayOfMonth(scan, from, out var number, out var next, out var ordinal) && ordinal && next == hit.Next;
        if (!read || !Calendar.TryDay(month.Year, month.Month, number, out var day))
        {
            return null;
        }

        return scan.Is(hit.From, TimeWord.About) || scan.Is(hit.From - 1, TimeWord.About) ? Points.Around(Extent.Day(day)) : Extent.Day(day);
    }

    private static bool IsBeside(Scan scan, int from, int until)
    {
        for (var at = from; at < until; at++)
        {
            if (!scan.Is(at, TimeWord.At) && !scan.Is(at, TimeWord.About) && !scan.Is(at, TimeWord.Vague) && !scan.Is(at, ","))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The day of "3 en" before "5 mei", also "3. en" before "5. mei".</summary>
    /// <param name="from">Token of that day.</param>
    public static Extent? DayBefore(Scan scan, Hit hit, Extent days, out int from)
    {
        var link = hit.From - 1;
        from = scan.Is(link - 1, ".") && scan.GluedAt(link - 1) ? link - 2 : link - 1;
        var number = scan.NumberAt(from);
        var single = days is { Precision: Precision.Day, Start: not null } && scan.NumberAt(hit.From) > 0
            && scan.Is(scan.Skip(hit.From + 1, "."), TimeWord.Month);
        if (!single || number < 1 || scan.DigitsAt(from) > 2 || !(scan.Is(link, TimeWord.And) || scan.Is(link, TimeWord.Or)) || days.Start is not { } day)
        {
            return null;
        }

        return number < day.Day && Calendar.TryDay(day.Year, day.Month, number, out var earlier) ? Extent.Day(earlier) : null;
    }
}
