using System.Globalization;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Content;

namespace KlachtHulp.Bot.Teams.Kaarten;

/// <summary>The screens around a klacht: menu, hand-over, explanation, and what a channel may see.</summary>
internal sealed class BalieKaarten(Words words)
{
    private readonly OverzichtDelen _overview = new(words);

    public Kaart Menu(string? active)
    {
        List<JsonObject> parts =
        [
            Deel.Kop(words.Message("balie.menu.titel")),
            .. active is null ? Array.Empty<JsonObject>() : [Deel.Vak("accent", [Deel.Tekst(words.Message("balie.menu.actief", Values(("kenmerk", active)))), Deel.Knoppen(Open(active))])],
            Deel.Knoppen(
                Deel.Knop(words.Message("balie.knop.nieuw_telefoon"), Deel.Data("nieuw", ("wijze", "telefoon"))),
                Deel.Knop(words.Message("balie.knop.nieuw_balie"), Deel.Data("nieuw", ("wijze", "balie"))),
                Deel.Knop(words.Message("balie.knop.lijst"), Deel.Data("lijst"))),
            new JsonObject
            {
                ["type"] = "Input.Text",
                ["id"] = "zoekterm",
                ["label"] = words.Message("balie.veld.zoek"),
                ["placeholder"] = words.Message("balie.voorbeeld.zoek"),
                ["isRequired"] = true,
                ["errorMessage"] = words.Message("balie.fout.leeg"),
            },
            Deel.Knoppen(Deel.Knop(words.Message("balie.knop.zoek"), Deel.Data("zoek"), inputs: true)),
        ];
        var text = $"{words.Message("balie.menu.titel")}\n\n{words.Message("balie.menu.tekst")}";
        return new Kaart(parts, active is null ? text : $"{text}\n\n{words.Message("balie.menu.actief", Values(("kenmerk", active)))}", words.Message("balie.melding.menu"));
    }

    /// <summary>Something to say, and the way back.</summary>
    public Kaart Bericht(string key, string? kenmerk = null, params (string Name, string Value)[] values)
    {
        var text = words.Message(key, Values([.. values, .. kenmerk is null ? Array.Empty<(string, string)>() : [("kenmerk", kenmerk)]]));
        return new Kaart([.. Deel.Alineas(text), Deel.Knoppen([.. kenmerk is null ? Array.Empty<JsonObject>() : [Open(kenmerk)], Menu()])], text, words.Message("balie.melding.menu"));
    }

    /// <summary>Words that look like a code and are none.</summary>
    public Kaart CodeOfAntwoord(PromptData open, string kenmerk, string said) => OfAntwoord("balie.code_of_antwoord", open, kenmerk, said);

    /// <summary>One word that begins a new klacht, or answers the question that is open.</summary>
    public Kaart NieuwOfAntwoord(PromptData open, string kenmerk, string said, string wijze)
        => OfAntwoord("balie.nieuw_of_antwoord", open, kenmerk, said, Deel.Knop(words.Message($"balie.knop.nieuw_{wijze}"), Deel.Data("nieuw", ("wijze", wijze))));

    private Kaart OfAntwoord(string key, PromptData open, string kenmerk, string said, params JsonObject[] others)
    {
        var text = words.Message(key);
        return new Kaart(
            [
                .. Deel.Alineas(text), Deel.Letterlijk(said),
                Deel.Knoppen([Deel.Knop(words.Message("balie.knop.is_antwoord"), VraagVelden.Data(open, kenmerk, said)), .. others, Open(kenmerk), Menu()]),
            ],
            $"{text}\n\n{said}", words.Message("balie.melding.vraag", Values(("kenmerk", kenmerk))));
    }

    /// <param name="address">Where the resident goes on.</param>
    /// <param name="isHere">The resident can see this screen, and scan it.</param>
    public Kaart Overdracht(string kenmerk, string code, string address, bool isHere)
    {
        var values = Values(("kenmerk", kenmerk), ("code", code), ("adres", address));

        // Behind the #: browsers never send that part to a server.
        var link = $"{address}#verder={code}";
        return new Kaart(
            [
                Deel.Kop(words.Message("balie.overdracht.titel", values)),
                .. Deel.Alineas(words.Message("balie.overdracht.tekst", values)),
                Deel.Vak("emphasis", [Deel.Kop(code), Deel.Tekst(Spelled(code))]),
                .. isHere ? [Deel.Tekst(words.Message("balie.overdracht.qr")), Deel.Plaat(QrPlaat.Adres(link), words.Message("balie.overdracht.qr_plaat"))] : Array.Empty<JsonObject>(),
                .. Deel.Alineas(words.Message("balie.overdracht.daarna", values)),
                Deel.Knoppen(Deel.Link(words.Message("balie.knop.web"), link), Open(kenmerk), Menu()),
            ],
            $"{words.Message("balie.overdracht.titel", values)}\n\n{words.Message("balie.overdracht.tekst", values)}\n\n{code}\n\n{words.Message("balie.overdracht.daarna", values)}",
            words.Message("balie.melding.overdracht", values));
    }

    public Kaart Toelichting(Toelichting found, string titel, string kenmerk)
    {
        string[] lines = [found.Tekst, words.Message("balie.toelichting.wet", Values(("wet", found.Grondslag))), words.Message("balie.toelichting.bron", Values(("bron", found.Bron)))];
        return new Kaart(
            [Deel.Kop(words.Message("balie.toelichting.titel")), Deel.Tekst(titel, subtle: true), Deel.Tekst(lines[0]), Deel.Tekst(lines[1], bold: true), Deel.Tekst(lines[2], subtle: true),
                Deel.Knoppen(Open(kenmerk), Menu())],
            string.Join("\n\n", lines.Prepend(words.Message("balie.toelichting.titel"))),
            words.Message("balie.melding.menu"));
    }

    public Kaart Overzicht(string kenmerk, Overzicht overview) => new(
        [Deel.Tekst(words.Message("balie.boven", Values(("kenmerk", kenmerk))), subtle: true), .. _overview.Maak(overview, kenmerk), Deel.Knoppen(Open(kenmerk), Menu())],
        _overview.Tekst(overview), words.Message("balie.melding.vraag", Values(("kenmerk", kenmerk))));

    /// <summary>What a team or a group sees: numbers, and the way to the own conversation.</summary>
    /// <param name="near">How many have a last day soon.</param>
    public Kaart Kanaal(int open, int near, string address)
    {
        var text = words.Message("balie.kanaal.tekst", Values(("aantal", open.ToString(CultureInfo.InvariantCulture)), ("bijna", near.ToString(CultureInfo.InvariantCulture))));
        return new Kaart([.. Deel.Alineas(text), Deel.Knoppen(Deel.Link(words.Message("balie.knop.eigen_gesprek"), address))], $"{text}\n{address}", words.Message("balie.melding.menu"));
    }

    /// <summary>Something happened while nobody looked.</summary>
    public Kaart Waarschuwing(string text, string kenmerk)
        => new([Deel.Gezegd(words.Message("balie.toon.waarschuwing"), text, "warning"), Deel.Knoppen(Deel.Knop(words.Message("balie.knop.bekijk"), Deel.Data("zoek", ("zoekterm", kenmerk))), Menu())], text, text);

    public JsonObject Open(string kenmerk) => Deel.Knop(words.Message("balie.knop.open"), Deel.Data("open", ("zaak", kenmerk)));

    public JsonObject Menu() => Deel.Knop(words.Message("balie.knop.menu"), Deel.Data("menu"));

    /// <summary>The code letter by letter, to read aloud.</summary>
    private static string Spelled(string code) => string.Join("  -  ", code.Split('-').Select(static group => string.Join(' ', group.ToCharArray())));

    internal static Dictionary<string, string> Values(params IEnumerable<(string Name, string Value)> values) => values.ToDictionary(static pair => pair.Name, static pair => pair.Value);
}
