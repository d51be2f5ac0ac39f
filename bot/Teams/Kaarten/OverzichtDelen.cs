using System.Text.Json.Nodes;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Content;

namespace KlachtHulp.Bot.Teams.Kaarten;

/// <summary>All answers so far, and the way to change one.</summary>
internal sealed class OverzichtDelen(Words words)
{
    /// <summary>Longer answers are shortened: a card may have 80 kB, and the whole text is in the documents.</summary>
    private const int LongestAnswer = 600;

    public IEnumerable<JsonObject> Maak(Overzicht overview, string kenmerk)
    {
        var rows = overview.Antwoorden.Where(static row => row.Status != "ongebruikt").ToList();
        if (rows.Count == 0)
        {
            yield return Deel.Tekst(words.Message("overzicht.leeg"));
            yield break;
        }

        foreach (var group in rows.GroupBy(static row => row.Groep))
        {
            yield return Deel.Vak("default", [Deel.Kop(group.Key), .. group.SelectMany(static row => Row(row))]);
        }

        yield return Choice(rows);
        yield return Deel.Knoppen(Deel.Knop(words.Message("balie.knop.wijzig"), Deel.Data("opdracht", ("opdracht", "wijzig"), ("zaak", kenmerk)), inputs: true));
    }

    /// <summary>The same as text.</summary>
    public string Tekst(Overzicht overview) => overview.Antwoorden.Count == 0
        ? words.Message("overzicht.leeg")
        : string.Join('\n', overview.Antwoorden.Where(static row => row.Status != "ongebruikt").Select(static row => $"{row.Titel}: {Short(row.Tekst)}"));

    private static IEnumerable<JsonObject> Row(OverzichtRij row) => [Deel.Tekst(row.Titel, bold: true), Deel.Letterlijk(Short(row.Tekst))];

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

    private static string Short(string text) => text.Length <= LongestAnswer ? text : text[..LongestAnswer] + "…";
}
