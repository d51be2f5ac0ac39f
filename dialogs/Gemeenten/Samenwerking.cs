using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Gemeenten;

/// <summary>How an organisation that works for gemeenten is set up.</summary>
/// <remarks>Source: Wet gemeenschappelijke regelingen; Awb art. 10:1 and 10:13.</remarks>
public enum Samenwerkingsvorm
{
    GemeenschappelijkeRegeling,
    Stichting,
}

/// <summary>A joint body or foundation that does work for gemeenten, such as a werkplein. The gemeente of the resident keeps listening too.</summary>
/// <remarks>Source: Awb art. 2:3 and 9:1.</remarks>
/// <param name="Leden">The gemeenten it works for, by their code of today.</param>
/// <param name="Herkomst">Its period is the period in which the organisation worked as described.</param>
public sealed record Samenwerking(string Id, string Naam, Samenwerkingsvorm Vorm, IReadOnlyList<Gemeentecode> Leden, Herkomst Herkomst)
{
    public IReadOnlyList<string> Aliassen { get; init; } = [];

    /// <summary>Id of its ombudsman when that is known; otherwise empty and the one of the gemeente is the best guess.</summary>
    public string Ombudsman { get; init; } = "";

    public string Opmerking { get; init; } = "";
}
