namespace KlachtHulp.Dialogs.Recht;

/// <summary>The unit in which a term is counted.</summary>
/// <remarks>Source: Awb art. 6:7, 9:11, 9:24; AVG art. 12 lid 3.</remarks>
public enum Eenheid
{
    Dagen,
    Weken,
    Maanden,
    Jaren,
}

/// <summary>Whose term it is: who has to act before its end.</summary>
/// <remarks>Source: none in law; decides which day is the safe one to show.</remarks>
public enum Partij
{
    Inwoner,
    Gemeente,
}

/// <summary>What happens when the last day is no ordinary day.</summary>
/// <remarks>Source: Algemene termijnenwet art. 1 and 4; Regulation (EEC, Euratom) 1182/71 art. 3 lid 4.</remarks>
public enum Verlenging
{
    /// <summary>Nothing: terms in years, and own reminders.</summary>
    Geen,

    /// <summary>On to the first ordinary day.</summary>
    Atw,

    /// <summary>The same, but whether the Atw governs this term is not settled.</summary>
    AtwOnzeker,

    /// <summary>On to the first working day, by the European rule.</summary>
    Vo1182,
}

/// <summary>The fact whose day starts a term. The day itself does not count.</summary>
/// <remarks>Source: Awb art. 4:13, 4:17, 6:8, 7:10, 9:8, 9:11, 9:24; AVG art. 12; Woo art. 4.4; BW art. 3:310.</remarks>
public enum Aanvang
{
    /// <summary>Last moment of what happened; for a broken toezegging the day of the refusal, not of the toezegging.</summary>
    Gedraging,

    /// <summary>Receipt of the klacht by the gemeente, not its sending.</summary>
    KlachtOntvangen,

    /// <summary>Day of the letter with the findings.</summary>
    KlachtAntwoord,

    /// <summary>Nominal last day of the behandeling of the klacht.</summary>
    EindeBehandeling,

    /// <summary>Bekendmaking of the besluit: the day it was sent or handed over.</summary>
    BesluitBekendgemaakt,

    /// <summary>Nominal last day to make bezwaar.</summary>
    EindeBezwaartermijn,

    AvgVerzoekOntvangen,
    AvgWeigeringBekendgemaakt,
    AanvraagOntvangen,
    IngebrekestellingOntvangen,
    WooVerzoekOntvangen,
}

/// <summary>One row of seeds/recht/termijnen.yaml: how long a term is and how its last day is found.</summary>
/// <remarks>Source: each row names its own article in <see cref="Grondslag"/>.</remarks>
/// <param name="Code">Stable code, for example <c>K6+4</c>.</param>
/// <param name="Aantal">Number of <paramref name="Eenheid"/> from the start.</param>
public sealed record Termijnregel(string Code, string Naam, int Aantal, Eenheid Eenheid, Aanvang Aanvang, Partij Partij)
{
    public required Verlenging Verlenging { get; init; }

    public required string Grondslag { get; init; }

    public required Zekerheid Zekerheid { get; init; }

    /// <summary>Whether the right is lost after the last day, so that it may be said with "moet".</summary>
    public bool Fataal { get; init; }

    /// <summary>The last day without any extension. A day that does not exist becomes the last day of that month (29 February plus a year is 28
    /// February).</summary>
    public DateOnly Nominaal(DateOnly start) => Eenheid switch
    {
        Eenheid.Dagen => start.AddDays(Aantal),
        Eenheid.Weken => start.AddDays(7 * Aantal),
        Eenheid.Maanden => start.AddMonths(Aantal),
        _ => start.AddYears(Aantal),
    };
}
