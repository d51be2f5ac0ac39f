using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Gemeenten;

/// <summary>A gemeente that exists or existed.</summary>
/// <param name="Naam">Official name in the list of the CBS, for example <c>'s-Gravenhage</c> or <c>Bergen (L.)</c>.</param>
/// <param name="Toonnaam">The name residents use, for example <c>Den Haag</c> or <c>Bergen (Limburg)</c>.</param>
public sealed record Gemeente(Gemeentecode Code, string Naam, string Toonnaam)
{
    public IReadOnlyList<string> Aliassen { get; init; } = [];

    /// <summary>First day; absent when it lies before anything that matters here.</summary>
    public DateOnly? GeldigVan { get; init; }

    /// <summary>Last day, inclusive; absent while the gemeente exists.</summary>
    public DateOnly? GeldigTot { get; init; }

    /// <summary>Those of its names that are ordinary Dutch words too (Best, Buren, Krimpen): there a sentence has to say that a place is meant.</summary>
    public IReadOnlyList<string> GewoneWoorden { get; init; } = [];
}

/// <summary>A name of a gemeente that was merged into others, or will be.</summary>
/// <param name="Nieuw">Where its territory went: one gemeente, or several when it was split.</param>
/// <param name="Per">First day of the new situation.</param>
public sealed record Herindeling(string OudeNaam, IReadOnlyList<Gemeentecode> Nieuw, DateOnly Per, string Bron, Zekerheid Zekerheid)
{
    /// <summary>Whether the name is an ordinary Dutch word too (Leek, Monster).</summary>
    public bool GewoonWoord { get; init; }
}

/// <summary>Where the list of gemeenten comes from and how long it holds.</summary>
/// <param name="GeldtTot">Last day for which the list is known to be complete.</param>
public sealed record Gemeentelijst(string Bron, DateOnly GecontroleerdOp, DateOnly GeldtTot)
{
    /// <summary>Countries and provinces. What looks as much like one of these as like a gemeente is no typing error of that gemeente.</summary>
    public IReadOnlyList<string> GeenGemeente { get; init; } = [];
}
