using System.Text.Json.Nodes;

namespace KlachtHulp.Bot.Teams.Kaarten;

/// <summary>One screen for the staff.</summary>
/// <param name="Delen">The body of the Adaptive Card.</param>
/// <param name="Tekst">The same in plain text, for a client that cannot show the card.</param>
/// <param name="Melding">What a notification says: never a word of a resident.</param>
public sealed record Kaart(IReadOnlyList<JsonObject> Delen, string Tekst, string Melding)
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Teams shows 1.5 and nothing newer in cards of bots; Action.Execute needs it.</summary>
    private const string Version = "1.5";

    /// <summary>The card as it goes over the wire; a new tree each time, because a node has one parent.</summary>
    public JsonObject Json() => new()
    {
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["type"] = "AdaptiveCard",
        ["version"] = Version,
        ["lang"] = "nl",
        ["fallbackText"] = Tekst,
        ["body"] = new JsonArray([.. Delen.Select(static part => part.DeepClone())]),
    };

    /// <summary>The same screen with something said above it.</summary>
    public Kaart Na(string said) => this with { Delen = [Deel.Gezegd("", said, "accent"), .. Delen], Tekst = $"{said}\n\n{Tekst}" };
}
