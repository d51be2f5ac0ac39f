using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Content;

/// <summary>A letter besides the form: when it is offered and what stands in it. One row of seeds/brieven.</summary>
/// <param name="Id">Name of the file without its ending, also of the document: <c>herinnering</c>.</param>
/// <param name="Naam">Heading of the letter.</param>
/// <param name="Link">The words on the link.</param>
/// <param name="Als">When it is offered; of the facts, so it can be listed and proven.</param>
public sealed record Briefsoort(string Id, string Naam, string Link, Voorwaarde Als, Herkomst Herkomst)
{
    /// <summary>Offered only where this route is open; empty when <see cref="Als"/> says it all.</summary>
    public string Route { get; init; } = "";

    public required string Grondslag { get; init; }

    /// <summary>Key of the addressee: gemeente, privacy, organisatie, zelf.</summary>
    public required string Aan { get; init; }

    public required string Aanhef { get; init; }

    /// <summary>Places that must stand in the letter whatever is known: what is missing becomes a dotted line.</summary>
    public required IReadOnlyList<string> Vereist { get; init; }

    public required IReadOnlyList<Briefalinea> Alineas { get; init; }

    /// <summary>Weeks within which an answer is asked; 0 when the letter asks for none.</summary>
    public int ReactieWeken { get; init; }
}

/// <summary>A paragraph of a letter.</summary>
/// <param name="Tekst">Dutch with places such as <c>{klacht_datum}</c>.</param>
public sealed record Briefalinea(string Tekst)
{
    /// <summary>Shown only when all of these are known.</summary>
    public IReadOnlyList<string> Als { get; init; } = [];

    /// <summary>Shown only when none of these is known.</summary>
    public IReadOnlyList<string> Zonder { get; init; } = [];

    /// <summary>Points under the paragraph.</summary>
    public IReadOnlyList<string> Punten { get; init; } = [];

    /// <summary>The resident's own words, set apart.</summary>
    public bool Citaat { get; init; }
}
