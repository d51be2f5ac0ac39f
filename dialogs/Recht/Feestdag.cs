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

    /// <summary>Whether this rule makes <paramref name="dag"/> a feestdag.</summary>
    /// <param name="pasen">Easter Sunday of the year of <paramref name="dag"/>.</param>
    public bool ValtOp(DateOnly dag, DateOnly pasen) => Herkomst.GeldtOp(dag) && Dag(pasen) == dag;

    /// <summary>The day of this rule in the year of <paramref name="pasen"/>.</summary>
    protected abstract DateOnly Dag(DateOnly pasen);

    /// <summary>The same day and month each year.</summary>
    /// <param name="DagVanMaand">1 to 31.</param>
    /// <param name="NietOpZondag">On a Sunday it is kept the day before (Koningsdag).</param>
    public sealed record Vast(string Naam, Herkomst Herkomst, int Maand, int DagVanMaand, bool NietOpZondag) : Feestdag(Naam, Herkomst)
    {
        protected override DateOnly Dag(DateOnly pasen)
        {
            var dag = new DateOnly(pasen.Year, Maand, DagVanMaand);
            return NietOpZondag && dag.DayOfWeek == DayOfWeek.Sunday ? dag.AddDays(-1) : dag;
        }
    }

    /// <param name="Dagen">Days after Easter Sunday; negative is before.</param>
    public sealed record RondPasen(string Naam, Herkomst Herkomst, int Dagen) : Feestdag(Naam, Herkomst)
    {
        protected override DateOnly Dag(DateOnly pasen) => pasen.AddDays(Dagen);
    }

    /// <summary>One day named by royal decree.</summary>
    public sealed record Aangewezen(string Naam, Herkomst Herkomst, DateOnly Datum) : Feestdag(Naam, Herkomst)
    {
        protected override DateOnly Dag(DateOnly pasen) => Datum;
    }
}
