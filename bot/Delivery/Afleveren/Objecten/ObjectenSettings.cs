using System.Globalization;

namespace KlachtHulp.Bot.Delivery.Afleveren.Objecten;

/// <summary>The section <c>Objecten</c> of a way of delivering.</summary>
/// <param name="Objecten">Root of the Objecten API, ending in a slash.</param>
/// <param name="Type">Address of the objecttype that has schemas/klachtformulier-1.0.json as its schema.</param>
/// <param name="Versie">Version of that objecttype.</param>
public sealed record ObjectenSettings(Uri Objecten, string Token, Uri Type, int Versie)
{
    /// <exception cref="InvalidOperationException">A setting is missing or unsafe.</exception>
    public static ObjectenSettings From(IConfigurationSection section) => new(
        AfleverHttp.Root(section, "Objecten"),
        AfleverHttp.Required(section, "Token"),
        AfleverHttp.Address(section, "Type"),
        int.TryParse(section["Versie"] ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new InvalidOperationException($"{section.Path}:Versie must be a number."));
}
