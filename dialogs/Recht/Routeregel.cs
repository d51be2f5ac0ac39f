namespace KlachtHulp.Dialogs.Recht;

/// <summary>How soon a route has to be seen.</summary>
/// <remarks>Source: none in law; crisis before fatal terms before the rest.</remarks>
public enum Voorrang
{
    /// <summary>Somebody is in danger: nothing else is shown.</summary>
    Crisis,

    /// <summary>A right is lost, or money, care or a home stops.</summary>
    Nu,
    Gewoon,
}

/// <summary>A kind of route with the words for it.</summary>
/// <remarks>Source: the list of route codes in seeds/recht/routes.yaml.</remarks>
/// <param name="Code">R00 to R20.</param>
/// <param name="Naam">Plain Dutch, at most 60 characters.</param>
/// <param name="Zin">General explanation for when no row speaks for this route; as <see cref="Routeregel.Zin"/>, without {datum}.</param>
public sealed record Routesoort(string Code, string Naam, string Zin)
{
    /// <summary>The explanation for somebody under 18 who complains, with "je"; it takes the place of every other one. Empty when there is none.</summary>
    public string ZinJe { get; init; } = "";
}

/// <summary>A route that a row opens.</summary>
/// <remarks>Source: see <see cref="Routeregel"/>.</remarks>
/// <param name="Als">A further condition for this route alone; absent when the row is enough.</param>
public sealed record Routeverwijzing(string Code, Voorwaarde? Als);

/// <summary>One row of the route table: when it holds, which routes it opens, and what to tell the resident.</summary>
/// <remarks>Source: each row names its own article in <see cref="Grondslag"/>.</remarks>
/// <param name="Nr">Number of the row, stable.</param>
/// <param name="Routes">The first one gets the sentence and the term of the row, the others speak for themselves. Empty for a row that only says
/// something.</param>
public sealed record Routeregel(int Nr, Voorwaarde Als, IReadOnlyList<Routeverwijzing> Routes, Herkomst Herkomst)
{
    public required string Naam { get; init; }

    public required string Grondslag { get; init; }

    public Voorrang Voorrang { get; init; } = Voorrang.Gewoon;

    /// <summary>Code of the term whose last day belongs to this row; empty when there is none.</summary>
    public string Termijn { get; init; } = "";

    /// <summary>Dutch, at most 20 words, with {datum}, {weken:CODE}, {ombudsman}, {organisatie} or {instantie}.</summary>
    public required string Zin { get; init; }

    /// <summary>The sentence when the day is not known; empty when <see cref="Zin"/> has no {datum}.</summary>
    public string ZinZonderDatum { get; init; } = "";

    /// <summary>What this row puts on the form, in words for the resident; empty when nothing.</summary>
    public string Formulier { get; init; } = "";
}

/// <summary>The whole of seeds/recht/routes.yaml.</summary>
/// <remarks>Source: see <see cref="Routeregel"/>.</remarks>
/// <param name="Soorten">In the order in which routes are shown.</param>
/// <param name="Woorden">General words and explanations by key.</param>
public sealed record Routetabel(IReadOnlyList<Routesoort> Soorten, IReadOnlyList<Routeregel> Regels, IReadOnlyDictionary<string, string> Woorden)
{
    /// <summary>How a day is written in a sentence.</summary>
    public Func<DateOnly, string> Dag { get; init; } = DagInWoorden.Van;

    /// <summary>How two days are written of which either may be the last.</summary>
    public Func<DateOnly, DateOnly, string> TweeDagen { get; init; } = static (een, ander) => $"{DagInWoorden.Van(een)} of {DagInWoorden.Van(ander)}";
}
