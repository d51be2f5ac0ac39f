namespace KlachtHulp.Dialogs.Recht;

/// <summary>Where a day lies against the end of a term.</summary>
/// <remarks>Source: none in law; keeps "too late" apart from "perhaps too late" when a date is only known roughly.</remarks>
public enum Stand
{
    /// <summary>The start is not known, so nothing is said.</summary>
    Onbekend,

    /// <summary>Surely still running.</summary>
    Loopt,

    /// <summary>Over on the earliest reading, running on the latest.</summary>
    MisschienVoorbij,

    /// <summary>Surely over.</summary>
    Voorbij,
}

/// <summary>A computed term with its last day.</summary>
/// <remarks>
/// Source: Awb art. 6:7, 9:8, 9:11, 9:24; Algemene termijnenwet; each term names its own article in <see cref="Grondslag"/>.
/// The safe day differs per party. A resident's own term counts from the earliest possible start and is shown without extension; the term of
/// the gemeente counts from the latest possible start and is shown with it. So a resident is never late by our doing, and the gemeente never accused too soon.
/// </remarks>
/// <param name="Start">Day counted from; itself not part of the term.</param>
/// <param name="Nominaal">Last day without extension.</param>
/// <param name="Uiterlijk">Last day with the extension for weekend and feestdag, where the law gives one.</param>
/// <param name="AtwToegepast">Whether Atw art. 1 moved the last day.</param>
public sealed record Termijn(string Code, DateOnly Start, DateOnly Nominaal, DateOnly Uiterlijk, bool AtwToegepast, string Grondslag, Zekerheid Zekerheid)
{
    public required Partij Partij { get; init; }

    public required string Naam { get; init; }

    /// <summary>Length in weeks; absent for other units.</summary>
    public int? Weken { get; init; }

    public bool Fataal { get; init; }

    /// <summary>Nominal last day on the earliest and on the latest reading of what is known.</summary>
    public required Tijdvak Nominalen { get; init; }

    /// <summary>The same with extension.</summary>
    public required Tijdvak Uitersten { get; init; }

    /// <summary>Whether weekend or feestdag moved the last day, by the Atw or by Regulation 1182/71.</summary>
    public bool Verlengd => Uiterlijk != Nominaal;

    /// <summary>Both days have to be shown: whether the extension holds is not settled.</summary>
    public bool TweeDagen => Zekerheid == Zekerheid.Onzeker && Verlengd;

    /// <summary>The last day to show on a given day. A resident sees the nominal day; only when that has gone by the extended one.</summary>
    public DateOnly TeTonen(DateOnly vandaag)
        => Partij == Partij.Gemeente || (vandaag > Nominaal && vandaag <= Uiterlijk) ? Uiterlijk : Nominaal;

    public Stand StandOp(DateOnly vandaag)
        => vandaag <= Uitersten.Van ? Stand.Loopt : vandaag > Uitersten.Tot ? Stand.Voorbij : Stand.MisschienVoorbij;
}
