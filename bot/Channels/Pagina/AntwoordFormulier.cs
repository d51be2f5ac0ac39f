using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Channels.Activities;

namespace KlachtHulp.Bot.Channels.Pagina;

/// <summary>What a resident sent with a form.</summary>
/// <param name="Vraag">Path of the question the form was about.</param>
/// <param name="Turn">Name of the turn the form belongs to.</param>
/// <param name="Opdracht">A command instead of an answer; empty for an answer.</param>
/// <param name="Wijzig">Path of an earlier answer to change; empty for none.</param>
/// <param name="Keuzes">Ids of the options that were ticked.</param>
/// <param name="Tekst">Words, with line ends as everywhere else.</param>
public sealed record AntwoordFormulier(string Vraag, string Turn, string Opdracht, string Wijzig, IReadOnlyList<string> Keuzes, string Tekst)
{
    /// <summary>Another language that was asked for; empty for none.</summary>
    public string Taal { get; init; } = "";

    /// <summary>Language of the page the form stood on.</summary>
    public string Nu { get; init; } = "";

    private static readonly string[] Opdrachten = ["terug", "annuleer", "ongedaan", "overslaan", "genoeg", "weetniet", "mens", "help", "wis"];

    /// <summary>Commands that only tell something: what was typed meanwhile must not get lost.</summary>
    private static readonly string[] Vertellend = ["mens", "help"];

    public bool OnlyAsks => Taal.Length > 0 || Vertellend.Contains(Opdracht, StringComparer.Ordinal);

    public static AntwoordFormulier Read(IFormCollection form)
    {
        var command = form["doe"].ToString();
        return new AntwoordFormulier(
            form["vraag"].ToString(),
            form["beurt"].ToString(),
            Opdrachten.Contains(command, StringComparer.Ordinal) ? command : "",
            form["wijzig"].ToString(),
            [.. form["keuze"].OfType<string>().Where(static id => id.Length > 0)],
            form["tekst"].ToString().ReplaceLineEndings("\n").Trim())
        {
            Taal = form["taal"].ToString(),
            Nu = form["nu"].ToString(),
        };
    }

    /// <summary>The same as what a client of Direct Line would send. Typed words go before a ticked option; a form of an earlier page first goes back to its question.</summary>
    public IReadOnlyList<Activity> Activities(PaginaView view)
    {
        if (Taal.Length > 0)
        {
            return [Language(Taal)];
        }

        if (Wijzig.Length > 0)
        {
            return [Command("wijzig", Wijzig)];
        }

        if (Opdracht.Length > 0)
        {
            return [Command(Opdracht)];
        }

        var current = view.Question?.Vraag == Vraag;
        return Tekst.Length == 0 && Keuzes.Count > 0 ? [Choice(view.Question)] : Tekst.Length > 0 || current ? Typed(current) : [];
    }

    /// <summary>Names one activity of this form, the same for the same form.</summary>
    public string Key(int index)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [$"pagina {index}", Turn, Vraag, Opdracht + Taal, Wijzig, .. Keuzes, "", Tekst])))[..16]);

    private IReadOnlyList<Activity> Typed(bool current)
    {
        var words = Words(Tekst);
        return current ? [words] : Vraag.Length > 0 ? [Command("wijzig", Vraag), words] : [];
    }

    private Activity Choice(PromptData? question)
    {
        var answer = string.Join(',', Keuzes);
        var titles = Keuzes.Select(id => question?.Opties?.FirstOrDefault(option => option.Id == id)?.Titel ?? id);
        var words = question?.Voorstel is { } offer && offer.Antwoord == answer ? offer.Tekst : string.Join(", ", titles);
        return new Activity { Type = ActivityTypes.Message, Text = words, Value = Json(new() { ["vraag"] = Vraag, ["antwoord"] = answer }) };
    }

    /// <summary>Words as they were typed.</summary>
    public static Activity Words(string text) => new() { Type = ActivityTypes.Message, Text = text };

    private static Activity Command(string name, string? vraag = null) => Event(name, vraag is null ? null : new() { ["vraag"] = vraag });

    /// <summary>The wish for another language.</summary>
    public static Activity Language(string taal) => Event("taal", new() { ["taal"] = taal });

    private static Activity Event(string name, JsonObject? value)
        => new() { Type = ActivityTypes.Event, Name = $"klachthulp/{name}", Value = value is null ? null : Json(value) };

    private static JsonElement Json(JsonObject value)
    {
        using var document = JsonDocument.Parse(value.ToJsonString());
        return document.RootElement.Clone();
    }
}
