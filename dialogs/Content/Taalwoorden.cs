using System.Globalization;

namespace KlachtHulp.Dialogs.Content;

/// <summary>Days and amounts in the words of a language. The words are seeds: what the machine knows of languages differs from machine to machine.</summary>
public static class Taalwoorden
{
    private const int Monday = 1;
    private const int DaysInWeek = 7;

    /// <summary><c>Thursday 18 October 2018</c>, <c>18 Ekim 2018 Perşembe</c>.</summary>
    public static string Dag(DateOnly dag, Words words) => Zin("datum.dag", words,
        ("weekdag", Een("datum.weekdagen", ((int)dag.DayOfWeek + DaysInWeek - Monday) % DaysInWeek, words)), ("dag", Getal(dag.Day)), ("maand", Een("datum.maanden", dag.Month - 1, words)), ("jaar", Getal(dag.Year)));

    /// <summary>Without the day of the week.</summary>
    public static string Kort(DateOnly dag, Words words)
        => Zin("datum.kort", words, ("dag", Getal(dag.Day)), ("maand", Een("datum.maanden", dag.Month - 1, words)), ("jaar", Getal(dag.Year)));

    /// <summary>A month on its own: some languages write its name another way after a day.</summary>
    public static string Maand(DateOnly dag, Words words)
        => Zin("datum.maand", words, ("maand", Een("datum.maanden_los", dag.Month - 1, words)), ("jaar", Getal(dag.Year)));

    public static string Een(DateOnly een, DateOnly ander, Words words) => Zin("datum.of", words, ("een", Dag(een, words)), ("ander", Dag(ander, words)));

    /// <summary>A moment of the clock on a day.</summary>
    public static string Tijdstip(DateOnly dag, TimeOnly tijd, Words words)
        => Zin("datum.tijdstip", words, ("dag", Dag(dag, words)), ("tijd", tijd.ToString("HH:mm", CultureInfo.InvariantCulture)));

    /// <summary>An amount in euro.</summary>
    public static string Bedrag(decimal euro, Words words)
    {
        var marks = words.Text("bedrag.tekens").Replace('_', '\u00a0');
        var format = new NumberFormatInfo { NumberDecimalSeparator = marks[..1], NumberGroupSeparator = marks[1..] };
        return Zin("bedrag.vorm", words, ("bedrag", euro.ToString(euro == decimal.Truncate(euro) ? "#,##0" : "#,##0.00", format)));
    }

    /// <summary>A few words with their places filled, all in one direction.</summary>
    public static string Zin(string key, Words words, params (string Name, string Value)[] values)
        => Words.Fill(words.Text(key), values.ToDictionary(static pair => pair.Name, static pair => pair.Value));

    private static string Een(string key, int index, Words words) => words.Text(key).Split(' ')[index];

    private static string Getal(int value) => value.ToString(CultureInfo.InvariantCulture);
}
