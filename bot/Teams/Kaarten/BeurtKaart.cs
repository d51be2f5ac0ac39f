using System.Text.Json;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Teams.Kaarten;

/// <summary>One turn of a klacht as one card: what was said, then the question or the end.</summary>
internal sealed class BeurtKaart(Words words)
{
    private readonly VraagVelden _fields = new(words);

    private readonly OverzichtDelen _overview = new(words);

    /// <param name="messages">The messages of the bot, as stored.</param>
    /// <param name="overview">All answers; needed only for check-your-answers.</param>
    /// <param name="documentUrl">Address of a document that opens without a header.</param>
    public Kaart Maak(string kenmerk, IReadOnlyList<Activity> messages, Overzicht? overview, Func<string, string> documentUrl)
    {
        List<JsonObject> parts = [];
        foreach (var data in messages.Select(Prompt).OfType<PromptData>())
        {
            parts.AddRange(data switch
            {
                { Vraag: not null } => Vraag(data, kenmerk, overview),
                { Uitkomst: { } end } => Einde(end, kenmerk, documentUrl),
                _ => [],
            });
        }

        var said = messages.Select(message => Gezegd(message, Prompt(message))).OfType<JsonObject>();
        var text = string.Join("\n\n", messages.SelectMany(message => Tekst(message, overview)));
        var all = (IReadOnlyList<JsonObject>)[Boven(kenmerk, messages), .. said, .. parts, Onder(kenmerk)];
        return new Kaart(all, text, words.Message("balie.melding.vraag", new Dictionary<string, string> { ["kenmerk"] = kenmerk }));
    }

    public static PromptData? Prompt(Activity message) => message.ChannelData is { ValueKind: JsonValueKind.Object } data
        ? data.Deserialize(BotJson.Wire.PromptChannelData)?.Klachthulp
        : null;

    /// <summary>The message in plain text, with what the card shows and the message itself leaves to buttons.</summary>
    private IEnumerable<string> Tekst(Activity message, Overzicht? overview)
    {
        var data = Prompt(message);
        if (data?.Soort == "controle" && overview is not null)
        {
            yield return _overview.Tekst(overview);
        }

        var said = message.Text ?? "";
        yield return said;
        if (data?.Opties is { Count: > 0 } options && !said.Contains($"1. {options[0].Titel}", StringComparison.Ordinal))
        {
            yield return string.Join('\n', options.Select(static option => $"- {option.Titel}"));
        }
    }

    private JsonObject Boven(string kenmerk, IReadOnlyList<Activity> messages)
    {
        var step = messages.Select(Prompt).LastOrDefault(static data => data?.Stap is not null)?.Stap;
        var text = step is null ? words.Message("balie.boven", Values(("kenmerk", kenmerk))) : words.Message("balie.boven_stap", Values(
            ("kenmerk", kenmerk), ("nr", $"{step.Nr}"), ("van", $"{step.Van}"), ("stap", step.Titel)));
        return Deel.Tekst(text, subtle: true);
    }

    private JsonObject? Gezegd(Activity message, PromptData? data) => data switch
    {
        null or { Vraag: not null } or { Uitkomst: not null } => null,
        { Toon: "waarschuwing" } => Deel.Gezegd(words.Message("balie.toon.waarschuwing"), message.Text ?? "", "warning"),
        { Toon: "fout" } => Deel.Gezegd(words.Message("balie.toon.fout"), message.Text ?? "", "attention"),
        { Toon: "crisis" } => Deel.Gezegd(words.Message("balie.toon.crisis"), message.Text ?? "", "attention"),
        { Toon: "echo" } => Deel.Vak("default", [Deel.Letterlijk(message.Text ?? "")]),
        _ => Deel.Gezegd("", message.Text ?? "", "emphasis"),
    };

    private IEnumerable<JsonObject> Vraag(PromptData data, string kenmerk, Overzicht? overview)
    {
        if (data.Soort == "controle" && overview is not null)
        {
            foreach (var part in _overview.Maak(overview, kenmerk))
            {
                yield return part;
            }
        }

        yield return Deel.Kop(data.Titel ?? "");
        foreach (var line in Deel.Alineas(data.Hulp ?? ""))
        {
            yield return line;
        }

        if (data.Voorstel is { } offer)
        {
            yield return Deel.Vak("accent", [Deel.Tekst(words.Message("balie.voorstel"), bold: true), Deel.Letterlijk(offer.Tekst),
                Deel.Knoppen(Deel.Knop(words.Message("balie.knop.klopt"), VraagVelden.Data(data, kenmerk, offer.Antwoord)))]);
        }

        if (data.Huidig is { } now)
        {
            yield return Deel.Vak("emphasis", [Deel.Tekst(words.Message("balie.huidig"), bold: true), Deel.Letterlijk(now.Tekst)]);
        }

        foreach (var field in _fields.Maak(data, kenmerk))
        {
            yield return field;
        }

        yield return Deel.Knoppen(Ernaast(data, kenmerk));
        yield return Deel.Verborgen("waarom", Deel.Vak("emphasis", [Deel.Tekst(words.Message("balie.waarom"), bold: true), .. Deel.Alineas(data.Waarom ?? "")]));
    }

    private IEnumerable<JsonObject> Ernaast(PromptData data, string kenmerk)
    {
        if (data.MagOnbekend == true)
        {
            yield return Opdracht("balie.knop.weet_niet", "weetniet", data, kenmerk);
        }

        if (data.Verplicht != true)
        {
            yield return Opdracht("balie.knop.overslaan", "overslaan", data, kenmerk);
        }

        yield return Opdracht("balie.knop.terug", "terug", data, kenmerk);
        if (data.Waarom is { Length: > 0 })
        {
            yield return Deel.Wissel(words.Message("balie.knop.waarom"), "waarom");
        }

        yield return Deel.Knop(words.Message("balie.knop.toelichting"), Deel.Data("toelichting", ("zaak", kenmerk), ("vraag", data.Vraag)));
    }

    private JsonObject Opdracht(string title, string name, PromptData data, string kenmerk)
        => Deel.Knop(words.Message(title), Deel.Data("opdracht", ("opdracht", name), ("zaak", kenmerk), ("vraag", data.Vraag)));

    private IEnumerable<JsonObject> Einde(UitkomstData end, string kenmerk, Func<string, string> documentUrl)
    {
        yield return Deel.Kop(end.Titel);
        foreach (var line in Deel.Alineas(end.Uitleg))
        {
            yield return line;
        }

        foreach (var route in end.Routes)
        {
            yield return Deel.Vak("emphasis", [Deel.Tekst(route.Naam, bold: true), Deel.Tekst(route.Uitleg),
                .. route.Uiterlijk is { } day ? [Deel.Tekst(words.Message("balie.uiterlijk", Values(("dag", DagInWoorden.Van(day)))), bold: true)] : Array.Empty<JsonObject>()]);
        }

        foreach (var link in end.Documenten)
        {
            yield return Deel.Vak("default", [Deel.Tekst(link.Titel), Deel.Knoppen(Deel.Link(words.Message("balie.knop.document"), documentUrl(link.Naam), link.Titel))]);
        }
    }

    /// <summary>What can be done from every screen of a klacht.</summary>
    private JsonObject Onder(string kenmerk) => Deel.Knoppen(
        Deel.Knop(words.Message("balie.knop.overzicht"), Deel.Data("overzicht", ("zaak", kenmerk))),
        Deel.Knop(words.Message("balie.knop.overdragen"), Deel.Data("overdragen", ("zaak", kenmerk))),
        Deel.Knop(words.Message("balie.knop.menu"), Deel.Data("menu")));

    private static Dictionary<string, string> Values(params (string Name, string Value)[] values) => values.ToDictionary(static pair => pair.Name, static pair => pair.Value);
}
