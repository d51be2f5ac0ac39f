namespace KlachtHulp.Bot.Delivery.Afleveren.Klantinteracties;

/// <summary>The section <c>Klantinteracties</c> of a way of delivering.</summary>
/// <param name="Api">Root of the Klantinteracties API, ending in a slash.</param>
/// <param name="Actor">Uuid of the actor (person or team) that gets the task.</param>
/// <param name="Kanaal">What the contact is registered under.</param>
/// <param name="Via">Which other way brings the documents first: a klantcontact has no room for them.</param>
public sealed record KlantinteractiesSettings(Uri Api, string Token, Guid Actor, string Kanaal, string Via)
{
    private const int LongestKanaal = 50;

    /// <exception cref="InvalidOperationException">A setting is missing or unsafe.</exception>
    public static KlantinteractiesSettings From(IConfigurationSection section)
    {
        var kanaal = section["Kanaal"] ?? "chat";
        var via = section["Via"] ?? "bestand";
        if (kanaal.Length > LongestKanaal || via == "klantinteracties" || !Guid.TryParse(AfleverHttp.Required(section, "Actor"), out var actor))
        {
            throw new InvalidOperationException($"{section.Path}: Kanaal has at most {LongestKanaal} characters, Actor is a uuid, and Via is another way than this one.");
        }

        return new(AfleverHttp.Root(section, "Api"), AfleverHttp.Required(section, "Token"), actor, kanaal, via);
    }
}
