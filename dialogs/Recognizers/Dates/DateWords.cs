using System.Globalization;

namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>Dates in Dutch words.</summary>
internal static class DateWords
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static string Say(DateReading reading)
    {
        var about = reading.Confidence == Confidence.Exact ? "" : "ongeveer ";
        return (reading.Start, reading.EndExclusive) switch
        {
            ({ } start, { } end) => about + Closed(start, end.AddDays(-1), reading),
            ({ } start, null) => "na " + Day(start.AddDays(-1)),
            (null, { } end) => "voor " + Day(end),
            _ => "",
        };
    }

    private static string Closed(DateOnly first, DateOnly last, DateReading reading) => reading.Precision switch
    {
        Precision.Day => first.ToString("dddd d MMMM yyyy", Dutch),
        Precision.Month => first.ToString("MMMM yyyy", Dutch),
        Precision.Year => first.ToString("yyyy", Dutch),
        Precision.Season => Season(first),
        Precision.Quarter => string.Create(Dutch, $"{first:MMMM} tot en met {last:MMMM yyyy}"),
        Precision.Week => "de week van " + Between(first, last),
        Precision.Weekend => "het weekend van " + Between(first, last),
        Precision.Years => string.Create(Dutch, $"{first.Year} tot en met {last.Year}"),
        _ => WholeMonths(first, last) ? Months(first, last) : Between(first, last),
    };

    private static bool WholeMonths(DateOnly first, DateOnly last) => first.Day == 1 && last.AddDays(1).Day == 1;

    private static string Months(DateOnly first, DateOnly last)
        => first.Year == last.Year
            ? string.Create(Dutch, $"{first:MMMM} tot en met {last:MMMM yyyy}")
            : string.Create(Dutch, $"{first:MMMM yyyy} tot en met {last:MMMM yyyy}");

    private static string Season(DateOnly first) => first.Month switch
    {
        3 => $"de lente van {first.Year}",
        6 => $"de zomer van {first.Year}",
        9 => $"de herfst van {first.Year}",
        _ => $"de winter van {first.Year} op {first.Year + 1}",
    };

    private static string Between(DateOnly first, DateOnly last)
    {
        if (first == last)
        {
            return Day(first);
        }

        var start = first.Year != last.Year ? Day(first) : first.ToString(first.Month == last.Month ? "%d" : "d MMMM", Dutch);
        return $"{start} tot en met {Day(last)}";
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Dutch);
}
