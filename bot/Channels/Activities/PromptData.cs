using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Bot.Channels.Activities;

/// <summary>What a bot message carries in <c>channelData</c>.</summary>
public sealed record PromptChannelData(PromptData Klachthulp);

/// <summary>One prompt for a rich client; see docs/wire.md. Members that do not belong to the kind of prompt are absent.</summary>
public sealed record PromptData
{
    public const string Bewaar = "bewaar";
    public const string Verder = "verder";

    public string? Toon { get; init; }

    /// <summary>What the client offers beside a message: <see cref="Bewaar"/>, to keep the answers first, or <see cref="Verder"/>, to see the question only then.</summary>
    public string? Aanbod { get; init; }

    public string? Vraag { get; init; }

    public string? Soort { get; init; }

    public string? Titel { get; init; }

    public string? Hulp { get; init; }

    public string? Waarom { get; init; }

    public IReadOnlyList<Optie>? Opties { get; init; }

    public bool? Verplicht { get; init; }

    public bool? MagOnbekend { get; init; }

    public bool? MagGenoeg { get; init; }

    public Stap? Stap { get; init; }

    public GetoondAntwoord? Voorstel { get; init; }

    public GetoondAntwoord? Huidig { get; init; }

    public UitkomstData? Uitkomst { get; init; }
}

public sealed record UitkomstData(
    string Formulier, string Titel, string Uitleg, IReadOnlyList<Routeadvies> Routes, IReadOnlyList<DocumentData> Documenten)
{
    /// <summary>Reference of the form, the same as on its documents.</summary>
    public string? Kenmerk { get; init; }

    /// <summary>Only when the form was sent.</summary>
    public Ontvangstbewijs? Ontvangstbewijs { get; init; }
}

/// <param name="Url">Where the document is; the conversation's token opens it.</param>
public sealed record DocumentData(string Naam, string Soort, string Titel, string Url);
