namespace KlachtHulp.Dialogs.Recht;

/// <summary>How far a route is open.</summary>
/// <remarks>Source: Awb art. 9:8 lid 1 under c to e and 9:22.</remarks>
public enum Routestatus
{
    Open,

    /// <summary>Only for what stands apart from the running procedure.</summary>
    AlleenLosDeel,

    /// <summary>Another route covers it; always explained, never dropped silently.</summary>
    NietNodig,
}

/// <summary>Why a route is there.</summary>
/// <remarks>Source: see <see cref="Grondslag"/>.</remarks>
/// <param name="Regel">Number of the row.</param>
/// <param name="Zin">Finished Dutch sentence.</param>
public sealed record Routereden(int Regel, string Zin, string Grondslag, Termijn? Termijn, string Formulier, Zekerheid Zekerheid)
{
    /// <summary>Number in the place of a row: a chosen kind suggests the route.</summary>
    public const int Soort = 0;
}

/// <summary>A route for this resident.</summary>
/// <remarks>Source: see each <see cref="Routereden.Grondslag"/>.</remarks>
/// <param name="Redenen">At least one, most urgent first.</param>
public sealed record Route(string Code, string Naam, Voorrang Voorrang, Routestatus Status, IReadOnlyList<Routereden> Redenen)
{
    /// <summary>The sentence to show.</summary>
    public string Uitleg { get; init; } = Redenen[0].Zin;

    /// <summary>The term to show; absent when there is none or its start is not known.</summary>
    public Termijn? Termijn { get; init; }

    /// <summary>The last day to show as such. A last day of the resident that has passed, or may have, is never one.</summary>
    /// <param name="vandaag">The day in the Netherlands.</param>
    public DateOnly? LaatsteDag(DateOnly vandaag)
        => Termijn is { } termijn && (termijn.Partij == Partij.Gemeente || termijn.StandOp(vandaag) == Stand.Loopt) ? termijn.TeTonen(vandaag) : null;

    /// <summary>Sentence of doubt to show with it; empty when all is certain.</summary>
    public string Voorbehoud { get; init; } = "";
}

/// <summary>All routes of one klacht. Routes add up: one never pushes out another.</summary>
/// <remarks>Source: seeds/recht/routes.yaml.</remarks>
/// <param name="Pauze">Somebody is in danger: the conversation waits.</param>
/// <param name="Getoond">What to show at once, at most <see cref="Routewijzer.MaxGetoond"/>.</param>
/// <param name="Rest">The other open routes, for "nog n mogelijkheden".</param>
/// <param name="NietNodig">Routes that another one covers, with the explanation.</param>
/// <param name="Meldingen">Sentences of rows that open no route.</param>
public sealed record Routeplan(bool Pauze, IReadOnlyList<Route> Getoond, IReadOnlyList<Route> Rest, IReadOnlyList<Route> NietNodig,
    IReadOnlyList<string> Meldingen)
{
    public required Poortuitkomst Poort { get; init; }

    /// <summary>Numbers of the rows that hold.</summary>
    public required IReadOnlyList<int> Regels { get; init; }

    /// <summary>Every open route in order.</summary>
    public IEnumerable<Route> Open => Getoond.Concat(Rest);
}
