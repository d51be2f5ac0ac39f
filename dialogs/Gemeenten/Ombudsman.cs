using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Gemeenten;

/// <summary>What kind of ombudsman it is.</summary>
/// <remarks>Source: Awb art. 9:17.</remarks>
public enum Ombudsmansoort
{
    Nationaal,
    Gemeentelijk,
    Gemeenschappelijk,
    Ombudscommissie,
}

/// <summary>An ombudsman of today or of the past.</summary>
/// <remarks>Source: Awb art. 9:17.</remarks>
/// <param name="Id">Stable id of seeds/ombudsmannen.yaml.</param>
/// <param name="Naam">For in a sentence, with its article and at most four words: <c>de Nationale ombudsman</c>.</param>
public sealed record Ombudsman(string Id, string Naam, Ombudsmansoort Soort, Herkomst Herkomst)
{
    /// <summary>The full name, for above a letter.</summary>
    public string Voluit { get; init; } = "";

    public string Website { get; init; } = "";

    public string Telefoon { get; init; } = "";

    public string Post { get; init; } = "";

    public string Email { get; init; } = "";

    /// <summary>How sure the telephone number and addresses are.</summary>
    public Zekerheid ContactZekerheid { get; init; } = Zekerheid.Hoog;

    /// <summary>Id of who took over; empty while it exists.</summary>
    public string Opvolger { get; init; } = "";
}

/// <summary>Which ombudsman a gemeente has.</summary>
/// <param name="BronDatum">Date of the source as far as it shows one, in words.</param>
public sealed record Ombudsmanrij(Gemeentecode Gemeente, string Ombudsman, Herkomst Herkomst, string BronDatum);

/// <summary>The ombudsman for children in some gemeenten.</summary>
/// <param name="Gemeenten">Empty for the whole country.</param>
public sealed record Kinderombudsman(string Naam, IReadOnlyList<Gemeentecode> Gemeenten, Herkomst Herkomst);

/// <summary>The ombudsman to name to a resident, with what has to be said along with it.</summary>
/// <param name="Bron">Where it was found.</param>
/// <param name="GecontroleerdOp">Day it was found there.</param>
/// <param name="Voorbehoud">Dutch sentences of doubt to show; empty only when the certainty is <see cref="Recht.Zekerheid.Hoog"/>.</param>
public sealed record Ombudsmanadvies(Ombudsman Ombudsman, Zekerheid Zekerheid, string Bron, DateOnly GecontroleerdOp, string Voorbehoud);
