using System.Globalization;

namespace KlachtHulp.Dialogs.Recht;

/// <summary>A day as people read it aloud: <c>maandag 14 december 2026</c>.</summary>
/// <remarks>Source: none in law; a resident who only sees a number miscounts the day of the week. Own words instead of ICU, which falls back to English
/// silently.</remarks>
public static class DagInWoorden
{
    private static readonly string[] Weekdagen = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];

    private static readonly string[] Maanden =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    public static string Van(DateOnly dag)
        => string.Create(CultureInfo.InvariantCulture, $"{Weekdag(dag.DayOfWeek)} {dag.Day} {Maand(dag.Month)} {dag.Year}");

    public static string Weekdag(DayOfWeek dag) => Weekdagen[(int)dag];

    /// <param name="maand">1 to 12.</param>
    public static string Maand(int maand) => Maanden[maand - 1];
}
