using System.Diagnostics;

namespace KlachtHulp.Dialogs.Recht;

/// <summary>A rule that gives one algemeen erkende feestdag (or a day that counts as one) in a year.</summary>
/// <remarks>Source: Algemene termijnenwet art. 3, lid 1 to 3; the days themselves stand in seeds/recht/feestdagen.yaml.</remarks>
public abstract record Feestdag
{
    private Feestdag(string naam, Herkomst herkomst) => (Naam, Herkomst) = (naam, herkomst);

    public string Naam { get; }

    public Herkomst Herkomst { get; }

    /// <summary>Whether the day surely counts under Regulation 1182/71 too; false where that is not settled.</summary>
    public bool ZekerInEu { get; init; } = true;

    /// <summary>The same day and month each year.</summary>
    /// <param name="NietOpZondag">On a Sunday it is kept the day before (Koningsdag).</param>
    public sealed record Vast(string Naam, Herkomst Herkomst, int Maand, int Dag, bool NietOpZondag) : Feestdag(Naam, Herkomst);

    /// <param name="Dagen">Days after Easter Sunday; negative is before.</param>
    public sealed record RondPasen(string Naam, Herkomst Herkomst, int Dagen) : Feestdag(Naam, Herkomst);

    /// <summary>One day named by royal decree.</summary>
    public sealed record Aangewezen(string Naam, Herkomst Herkomst, DateOnly Datum) : Feestdag(Naam, Herkomst);

    /// <summary>Whether this rule makes <paramref name="dag"/> a feestdag.</summary>
    /// <param name="pasen">Easter Sunday of the year of <paramref name="dag"/>.</param>
    public bool ValtOp(DateOnly dag, DateOnly pasen) => Herkomst.GeldtOp(dag) && this switch
    {
        Vast vast => DagVan(vast, dag.Year) == dag,
        RondPasen rond => pasen.AddDays(rond.Dagen) == dag,
        Aangewezen aangewezen => aangewezen.Datum == dag,
        _ => throw new UnreachableException(),
    };

    private static DateOnly DagVan(Vast vast, int jaar)
    {
        var dag = new DateOnly(jaar, vast.Maand, vast.Dag);
        return vast.NietOpZondag && dag.DayOfWeek == DayOfWeek.Sunday ? dag.AddDays(-1) : dag;
    }
}
