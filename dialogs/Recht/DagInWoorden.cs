using System.Diagnostics;
using System.Globalization;

namespace KlachtHulp.Dialogs.Recht;

/// <summary>A day as people read it aloud: <c>maandag 14 december 2026</c>.</summary>
/// <remarks>Source: none in law; a resident who only sees a number miscounts the day of the week. Own words instead of ICU, which falls back to English
/// silently.</remarks>
public static class DagInWoorden
{
    public static string Van(DateOnly dag)
        => string.Create(CultureInfo.InvariantCulture, $"{Weekdag(dag.DayOfWeek)} {dag.Day} {Maand(dag.Month)} {dag.Year}");

    public static string Weekdag(DayOfWeek dag) => dag switch
    {
        DayOfWeek.Monday => "maandag",
        DayOfWeek.Tuesday => "dinsdag",
        DayOfWeek.Wednesday => "woensdag",
        DayOfWeek.Thursday => "donderdag",
        DayOfWeek.Friday => "vrijdag",
        DayOfWeek.Saturday => "zaterdag",
        DayOfWeek.Sunday => "zondag",
        _ => throw new UnreachableException(),
    };

    /// <param name="maand">1 to 12.</param>
    public static string Maand(int maand) => maand switch
    {
        1 => "januari",
        2 => "februari",
        3 => "maart",
        4 => "april",
        5 => "mei",
        6 => "juni",
        7 => "juli",
        8 => "augustus",
        9 => "september",
        10 => "oktober",
        11 => "november",
        12 => "december",
        _ => throw new ArgumentOutOfRangeException(nameof(maand), maand, "A month is 1 to 12."),
    };
}
