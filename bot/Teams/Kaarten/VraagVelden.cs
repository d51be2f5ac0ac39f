using System.Text.Json.Nodes;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Bot.Teams.Kaarten;

/// <summary>The fields and buttons with which one kind of question is answered.</summary>
internal sealed class VraagVelden(Words words)
{
    /// <summary>With more options than this a list is folded up.</summary>
    private const int MostOpen = 12;

    private const int LongestText = 8000;
    private const string Answer = "antwoord";

    public IEnumerable<JsonObject> Maak(PromptData vraag, string zaak)
    {
        var soort = Enum.TryParse<Soort>(vraag.Soort, ignoreCase: true, out var known) ? known : Soort.Tekst;
        return soort switch
        {
            Soort.JaNee or Soort.Controle => [Deel.Knoppen((vraag.Opties ?? []).Select(optie => Deel.Knop(optie.Titel, Data(vraag, zaak, optie.Id))))],
            Soort.Keuze when vraag.Opties is { Count: > 0 } => [Choices(vraag, several: false), Send(vraag, zaak)],
            Soort.Meerkeuze when vraag.Opties is { Count: > 0 } => [Choices(vraag, several: true), Send(vraag, zaak)],
            Soort.Datum => [Day(vraag), Words(vraag, "balie.veld.datum", "balie.voorbeeld.datum"), Send(vraag, zaak)],
            Soort.Bedrag => [Words(vraag, "balie.veld.bedrag", "balie.voorbeeld.bedrag"), Send(vraag, zaak)],
            Soort.LangeTekst => [Story(vraag), Send(vraag, zaak)],
            Soort.Contact => [Contact(vraag), Send(vraag, zaak)],
            Soort.Bestand => [Deel.Tekst(words.Message("balie.bestand")), Deel.Knoppen(Deel.Knop(words.Message("balie.knop.overdragen"), Deel.Data("overdragen", ("zaak", zaak))))],
            _ => [Words(vraag, "balie.veld.tekst", placeholder: null), Send(vraag, zaak)],
        };
    }

    /// <summary>What a press on an answer sends back.</summary>
    public static JsonObject Data(PromptData vraag, string zaak, string? answer) => Deel.Data("antwoord", ("zaak", zaak), ("vraag", vraag.Vraag), (Answer, answer));

    private JsonObject Send(PromptData vraag, string zaak)
        => Deel.Knoppen(Deel.Knop(words.Message("balie.knop.verder"), Data(vraag, zaak, answer: null), inputs: true));

    private JsonObject Choices(PromptData vraag, bool several)
    {
        var field = Field("Input.ChoiceSet", Answer, words.Message(several ? "balie.veld.meerkeuze" : "balie.veld.keuze"), vraag.Huidig?.Antwoord);
        field["isMultiSelect"] = several;
        field["style"] = several || vraag.Opties!.Count <= MostOpen ? "expanded" : "compact";
        field["wrap"] = true;
        field["choices"] = new JsonArray([.. vraag.Opties!.Select(static optie => new JsonObject { ["title"] = optie.Titel, ["value"] = optie.Id })]);
        return Required(field, vraag);
    }

    private JsonObject Day(PromptData vraag) => Field("Input.Date", "dag", words.Message("balie.veld.dag"), DateOnly.TryParseExact(vraag.Huidig?.Antwoord, "yyyy-MM-dd", out _) ? vraag.Huidig?.Antwoord : null);

    private JsonObject Words(PromptData vraag, string label, string? placeholder)
    {
        var field = Field("Input.Text", Answer, words.Message(label), vraag.Soort is "datum" ? null : vraag.Huidig?.Tekst);
        if (placeholder is not null)
        {
            field["placeholder"] = words.Message(placeholder);
        }

        // A day may come from the calendar instead.
        return vraag.Soort is "datum" ? field : Required(field, vraag);
    }

    private JsonObject Story(PromptData vraag)
    {
        var field = Field("Input.Text", Answer, words.Message("balie.veld.verhaal"), vraag.Huidig?.Tekst);
        field["isMultiline"] = true;
        field["maxLength"] = LongestText;
        return Required(field, vraag);
    }

    private JsonObject Contact(PromptData vraag)
    {
        var (style, label) = vraag.Vraag?.Split('.')[^1] switch
        {
            "email" => ("email", "balie.veld.email"),
            "telefoon" => ("tel", "balie.veld.telefoon"),
            "adres" => ("text", "balie.veld.adres"),
            _ => ("text", "balie.veld.naam"),
        };
        var field = Field("Input.Text", Answer, words.Message(label), vraag.Huidig?.Tekst);
        field["style"] = style;
        return Required(field, vraag);
    }

    private static JsonObject Field(string type, string id, string label, string? value)
    {
        var field = new JsonObject { ["type"] = type, ["id"] = id, ["label"] = label };
        if (value is { Length: > 0 })
        {
            field["value"] = value;
        }

        return field;
    }

    /// <summary>Said by the client before anything is sent; skipping has a button of its own.</summary>
    private JsonObject Required(JsonObject field, PromptData vraag)
    {
        field["isRequired"] = true;
        field["errorMessage"] = words.Message(vraag.Verplicht == true ? "balie.fout.verplicht" : "balie.fout.leeg");
        return field;
    }
}
