using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Gemeenten;

/// <summary>A way to hand in a klacht that the gemeente has designated.</summary>
/// <remarks>Source: Awb art. 2:13 and 2:14 (Wmebv); the exact numbers are still to be confirmed.</remarks>
public enum Kanaalsoort
{
    Webformulier,
    Email,
    Post,
    Balie,
    Telefoon,
}

/// <param name="Adres">Web address, e-mail address, postal address or telephone number, by its kind.</param>
public sealed record Kanaal(Kanaalsoort Soort, string Adres);

/// <summary>What one gemeente has set for itself in seeds/gemeenten/&lt;code&gt;/gemeente.yaml; it goes before the tables.</summary>
public sealed record Gemeenteinstelling(Gemeentecode Code, Herkomst Herkomst)
{
    /// <summary>Whether a klachtadviescommissie advises, so ten weeks instead of six; absent when not told.</summary>
    public bool? Klachtadviescommissie { get; init; }

    /// <summary>The weeks the gemeente aims at itself; a service norm, no legal term.</summary>
    public int? ServicetermijnWeken { get; init; }

    public IReadOnlyList<Kanaal> Kanalen { get; init; } = [];

    /// <summary>Id of seeds/ombudsmannen.yaml; empty when not told.</summary>
    public string Ombudsman { get; init; } = "";

    public string Telefoon { get; init; } = "";

    /// <summary>Address for the letter, one line per line.</summary>
    public IReadOnlyList<string> Adres { get; init; } = [];
}
