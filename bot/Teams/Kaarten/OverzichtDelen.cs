using System.Globalization;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Content;

namespace KlachtHulp.Bot.Teams.Kaarten;

/// <summary>All answers so far, and the way to change one.</summary>
internal sealed class OverzichtDelen(Words words)
{
    /// <summary>
    /// Characters of a card for all answers together. Teams counts two bytes a character, takes about 100 kB, and asks to stay below 80 kB; the rest of
    /// the card needs its part. The whole text is in the documents.
    /// </summary>
    private const int Room = 34_000;

    /// <summary>What a row takes beside its answer: the boxes, its place in the list, and its title in each of them.</summary>
    private const int Around = 400;

    /// <summary>An answer stands in the card and in the plain text that goes with it.</summary>
    private const int Times = 2;

    private const int Longest = 600;
    private const int Shortest = 40;
    private const int LongestTitle = 100;

    /// <summary>More rows than this are counted, not shown.</summary>
    private const int MostRows = 80;

    public IEnumerable<JsonObject> Maak(Overzicht overview, string kenmerk)
    {
        var rows = Rows(overview);
        if (rows.Count == 0)
        {
            yield return Deel.Tekst(words.Message("overzicht.leeg"));
            yield break;
        }

        foreach (var group in rows.GroupBy(static row => row.Groep))
        {
            yield return Deel.Vak("default", [Deel.Kop(group.Key), .. group.SelectMany(static row => Row(row))]);
        }

        if (Left(overview) is { } left)
        {
            yield return Deel.Tekst(left, bold: true);
        }

        yield return Choice(rows);
        yield return Deel.Knoppen(Deel.Knop(words.Message("balie.knop.wijzig"), Deel.Data("opdracht", ("opdracht", "wijzig"), ("zaak", kenmerk)), inputs: true));
    }

    /// <summary>The same as text.</summary>
    public string Tekst(Overzicht overview)
    {
        var rows = Rows(overview);
        return rows.Count == 0 ? words.Message("overzicht.leeg") : string.Join('\n', [.. rows.Select(static row => $"{row.Titel}: {row.Tekst}"), .. Left(overview) is { } left ? [left] : Array.Empty<string>()]);
    }

    /// <summary>What is shown, as long as it may be.</summary>
    private static List<OverzichtRij> Rows(Overzicht overview)
    {
        var rows = Used(overview).Take(MostRows).ToList();
        var most = rows.Count == 0 ? Longest : Math.Clamp(((Room / rows.Count) - Around) / Times, Shortest, Longest);
        return [.. rows.Select(row => row with { Titel = Short(row.Titel, LongestTitle), Tekst = Short(row.Tekst, most) })];
    }

    private string? Left(Overzicht overview) => Used(overview).Count() - MostRows is var left and > 0
        ? words.Message("balie.overzicht.meer", BalieKaarten.Values(("aantal", left.ToString(CultureInfo.InvariantCulture))))
        : null;

    private static IEnumerable<OverzichtRij> Used(Overzicht overview) => overview.Antwoorden.Where(static row => row.Status != "ongebruikt");

    private static IEnumerable<JsonObject> Row(OverzichtRij row) => [Deel.Tekst(row.Titel, bold: true), Deel.Letterlijk(row.Tekst)];

    private JsonObject Choice(IEnumerable<OverzichtRij> rows) => new()
    {
        ["type"] = "Input.ChoiceSet",
        ["id"] = "wijzig",
        ["label"] = words.Message("balie.veld.wijzig"),
        ["style"] = "compact",
        ["isRequired"] = true,
        ["errorMessage"] = words.Message("balie.fout.leeg"),
        ["choices"] = new JsonArray([.. rows.Select(static row => new JsonObject { ["title"] = row.Titel, ["value"] = row.Vraag })]),
    };

    /// <summary>Not through the middle of a character of two parts.</summary>
    private static string Short(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";
}
