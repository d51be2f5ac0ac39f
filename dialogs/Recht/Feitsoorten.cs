namespace KlachtHulp.Dialogs.Recht;

/// <summary>The facts that a condition in seeds/recht/routes.yaml can ask for, by the name it uses there.</summary>
/// <remarks>Source: see <see cref="Feiten"/>.</remarks>
public enum Feit
{
    Gevaar,
    Spoed,
    Uitvoerder,
    Kern,
    Besluit,
    EensMetBesluit,
    BelofteOverRecht,
    AanvraagTeLaat,
    BezwaarTeLaat,
    Doorlopend,
    Klagersrol,
    Geklaagd,
    Ontvangstbevestiging,
    KlachtZoek,
    Antwoord,
    Tevreden,
    NieuweBelofteGebroken,
    Procedure,
    LosVanProcedure,
    Wens,
    AvgVerzoek,
    Datalek,
    HulpNodig,
    Bedreiging,

    /// <summary>What <see cref="OmbudsmanPoort"/> says.</summary>
    Poort,
}

/// <summary>An answer that may not have been given.</summary>
/// <remarks>Source: none in law.</remarks>
public enum JaNee
{
    NietGevraagd,
    Ja,
    Nee,
    WeetNiet,
}

/// <summary>Danger noticed in what the resident wrote.</summary>
/// <remarks>Source: none in law; comes before every route.</remarks>
public enum Gevaar
{
    Geen,
    Zelfdoding,
    Geweld,
    Kind,
    DakloosVandaag,
}

/// <summary>Who did it; more than one is possible.</summary>
/// <remarks>Source: Awb art. 9:1; Wmo 2015 art. 3.2; Jeugdwet art. 4.2.1.</remarks>
[Flags]
public enum Uitvoerder
{
    NietGevraagd = 0,
    Gemeente = 1,
    WmoAanbieder = 2,
    Jeugdhulp = 4,
    GemeenschappelijkeRegeling = 8,
    Stichting = 16,
    AndereInstantie = 32,
    WeetNiet = 64,
}

/// <summary>What it is about; more than one is possible.</summary>
/// <remarks>Source: Awb art. 9:1; AVG art. 5.</remarks>
[Flags]
public enum Kern
{
    NietGevraagd = 0,
    Belofte = 1,
    Privacy = 2,
    Behandeling = 4,
    TeLaat = 8,
    VerkeerdeInformatie = 16,
    Besluit = 32,
    Geld = 64,
    Gegevens = 128,
    Beleid = 256,
    Integriteit = 512,
    Anders = 1024,
}

/// <summary>Whether the gemeente decided something in writing.</summary>
/// <remarks>Source: Awb art. 1:3.</remarks>
public enum Besluit
{
    NietGevraagd,
    Ja,
    Nee,
    WeetNiet,
}

/// <summary>For whom the klacht is.</summary>
/// <remarks>Source: Awb art. 2:1, 9:1 and 9:4 lid 1.</remarks>
public enum Klagersrol
{
    NietGevraagd,
    Zelf,

    /// <summary>A parent for an own child.</summary>
    VoorKind,
    Gemachtigd,
    ZonderMachtiging,
    Groep,

    /// <summary>Somebody under 18 who complains.</summary>
    Jongere,
}

/// <summary>Whether the resident complained to the gemeente already.</summary>
/// <remarks>Source: Awb art. 9:2 and 9:20: no form is prescribed.</remarks>
public enum Geklaagd
{
    NietGevraagd,
    Nee,
    Mondeling,
    Schriftelijk,
    WeetNiet,
}

/// <summary>What came back on the klacht.</summary>
/// <remarks>Source: Awb art. 9:8 lid 3 and 9:12.</remarks>
public enum Antwoord
{
    NietGevraagd,
    Nee,
    Ja,
    Telefonisch,

    /// <summary>The gemeente wrote that it does not handle the klacht.</summary>
    Geweigerd,
}

/// <summary>Whether the resident is satisfied; only the resident decides that.</summary>
/// <remarks>Source: Awb art. 9:5.</remarks>
public enum Tevreden
{
    NietGevraagd,
    Ja,
    Deels,
    Nee,
}

/// <summary>A procedure about the same matter.</summary>
/// <remarks>Source: Awb art. 9:8 lid 1, 9:22 and 9:23.</remarks>
public enum Procedure
{
    NietGevraagd,
    Geen,
    Bezwaar,

    /// <summary>A court, and not known which kind.</summary>
    Rechter,
    Beroep,
    Civiel,
    Straf,
    Uitspraak,
}

/// <summary>What the resident wants; more than one is possible.</summary>
/// <remarks>Source: AVG art. 15 to 18 and 21 for the wishes about gegevens; none for the rest.</remarks>
[Flags]
public enum Wens
{
    NietGevraagd = 0,
    Excuses = 1,
    Uitleg = 2,
    AlsnogNakomen = 4,
    GegevensInzien = 8,
    GegevensVerbeteren = 16,
    GegevensWissen = 32,
    StoppenMetDelen = 64,
    AndereContactpersoon = 128,
    Geld = 256,
    NietWeer = 512,
    Gesprek = 1024,
    BesluitOpPapier = 2048,
}

/// <summary>A request about own gegevens that was made before.</summary>
/// <remarks>Source: AVG art. 12 and 15 to 22; UAVG art. 34.</remarks>
public enum AvgVerzoek
{
    NietGevraagd,
    Geen,

    /// <summary>Made, no answer yet.</summary>
    Wacht,
    Geweigerd,
}

/// <summary>A leak of gegevens.</summary>
/// <remarks>Source: AVG art. 33 and 34.</remarks>
public enum Datalek
{
    NietGevraagd,
    Geen,
    EigenGegevens,
    GegevensVanAnder,
}
