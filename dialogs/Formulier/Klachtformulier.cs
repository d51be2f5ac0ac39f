using KlachtHulp.Dialogs.Flow;

namespace KlachtHulp.Dialogs.Formulier;

/// <summary>The structured result: a klacht to the gemeente or a request to the ombudsman. JSON, PDF and letter are renderings of this one record.</summary>
/// <remarks>Source: Awb art. 9:4 (klacht) and 9:28 (verzoekschrift). Only what the resident said or confirmed is in it.</remarks>
public sealed record Klachtformulier
{
    /// <summary>Version of schemas/klachtformulier-1.0.json.</summary>
    public string SchemaVersie { get; init; } = "1.0";

    /// <summary>klacht or verzoekschrift.</summary>
    public required string Soort { get; init; }

    /// <summary>Our reference; the idempotency key of a delivery.</summary>
    public required string Kenmerk { get; init; }

    /// <summary>Language of the form.</summary>
    public string Taal { get; init; } = "nl";

    /// <summary>Languages in which the resident's own words are, as BCP-47, in the order of the form; absent when all of them are Dutch. They are never translated.</summary>
    public IReadOnlyList<string>? TalenEigenWoorden { get; init; }

    public required Geadresseerde Aan { get; init; }

    /// <summary>Who gets a copy.</summary>
    public IReadOnlyList<Afschrift> Cc { get; init; } = [];

    public required Klager Klager { get; init; }

    public required Vertegenwoordiging Vertegenwoordiging { get; init; }

    /// <summary>Day of signing.</summary>
    public required DateOnly Dagtekening { get; init; }

    /// <summary>At least one; each has its own conduct.</summary>
    public required IReadOnlyList<KlachtOnderdeel> Klachten { get; init; }

    public required WensenDeel Wensen { get; init; }

    public required HorenDeel Horen { get; init; }

    public required Samenhang Samenhang { get; init; }

    /// <summary>How the resident complained before and what came of it; always there in a verzoekschrift.</summary>
    public InterneKlacht? InterneKlacht { get; init; }

    /// <summary>Why the resident complains only now, when it is more than a year ago.</summary>
    public string? WaaromNu { get; init; }

    /// <summary>The text of the letter when the resident changed it by hand; absent otherwise. The answers are as they were given.</summary>
    public EigenBrief? Brief { get; init; }

    public required Ondertekening Ondertekening { get; init; }

    /// <summary>How an oral klacht was taken down and by whom, by function; absent when the resident wrote it. Source: Awb art. 9:2.</summary>
    public Opname? Opname { get; init; }
}

/// <param name="Bestuursorgaan">By default the college van burgemeester en wethouders.</param>
/// <param name="Gemeente">Name; null when the resident does not know.</param>
/// <param name="Gemeentecode">CBS code.</param>
public sealed record Geadresseerde(string Bestuursorgaan, string? Gemeente, string? Gemeentecode)
{
    public OmbudsmanKeuze? Ombudsman { get; init; }

    /// <summary>Body that did it, when that was not the gemeente itself.</summary>
    public string? Uitvoerder { get; init; }

    /// <summary>Address that the gemeente itself gave for klachten, one line per line.</summary>
    public IReadOnlyList<string>? Adres { get; init; }
}

/// <param name="Zekerheid">How sure it is that this is the right one.</param>
public sealed record OmbudsmanKeuze(string Id, string Naam, string Zekerheid, string Bron)
{
    /// <summary>Sentence of doubt for the resident; absent when it is certain.</summary>
    public string? Voorbehoud { get; init; }
}

/// <param name="Rol">aanbieder, jeugdhulp, samenwerking or gemeente.</param>
public sealed record Afschrift(string Organisatie, string Rol);

public sealed record Klager(string Naam, string Adres)
{
    public string? Email { get; init; }

    public string? Telefoon { get; init; }

    /// <summary>How the resident can be reached safely.</summary>
    public string? VeiligContact { get; init; }

    /// <summary>Reference on a letter of the gemeente.</summary>
    public string? KenmerkGemeente { get; init; }
}

/// <param name="Rol">zelf, ouder, gemachtigde, groep or jongere.</param>
public sealed record Vertegenwoordiging(string Rol)
{
    /// <summary>Whom it is about, when not the klager.</summary>
    public string? Betrokkene { get; init; }

    public bool? Machtiging { get; init; }
}

/// <summary>A moment with its precision and the resident's own words; an unknown one has no day and is never today's date.</summary>
/// <param name="Waarde">The day, when it is known to the day.</param>
/// <param name="Precisie">dag, week, weekend, maand, kwartaal, seizoen, jaar, periode or onbekend.</param>
/// <param name="Tekst">As the resident said it.</param>
public sealed record Datum(DateOnly? Waarde, string Precisie, string Tekst)
{
    /// <summary>First day it may have been.</summary>
    public DateOnly? Van { get; init; }

    /// <summary>Last day it may have been.</summary>
    public DateOnly? Tot { get; init; }
}

/// <summary>One complaint.</summary>
/// <param name="Titel">At most 80 characters, the resident's own words.</param>
/// <param name="Soort">toezegging, privacy, bejegening, traagheid, informatie, dossier, samenwerking, regels, integriteit or overig.</param>
public sealed record KlachtOnderdeel(string Id, string Titel, string Soort, string Omschrijving)
{
    public required Datum Wanneer { get; init; }

    public bool? LooptNog { get; init; }

    public string? Waar { get; init; }

    /// <summary>Who did it, as far as known: a function or department is enough.</summary>
    public string? Wie { get; init; }

    public ToezeggingDeel? Toezegging { get; init; }

    public PrivacyDeel? Privacy { get; init; }

    public string? Gevolg { get; init; }

    /// <summary>Why it was not right. Source: Awb art. 9:28, lid 1, onder d.</summary>
    public string? Gronden { get; init; }
}

/// <summary>The facts of a promise. Nothing here is a judgment.</summary>
public sealed record ToezeggingDeel
{
    /// <summary>T01 to T12, as chosen.</summary>
    public IReadOnlyList<Soortkeuze> Soorten { get; init; } = [];

    public string? Inhoud { get; init; }

    public string? Door { get; init; }

    public string? Functie { get; init; }

    public required Datum Wanneer { get; init; }

    public IReadOnlyList<string> Kanaal { get; init; } = [];

    public IReadOnlyList<string> Bewijs { get; init; } = [];

    public bool? Getuige { get; init; }

    public bool? Duidelijk { get; init; }

    /// <summary>In euro.</summary>
    public decimal? Bedrag { get; init; }

    public string? Voorwaarden { get; init; }

    public bool? Voldaan { get; init; }

    public string? Vervolg { get; init; }

    public bool? AndereMedewerker { get; init; }

    public string? Breuk { get; init; }

    public required Datum BreukWanneer { get; init; }

    public string? Reden { get; init; }

    public string? GehandeldOmdat { get; init; }

    public string? Nadeel { get; init; }
}

/// <param name="Id">T or P code.</param>
public sealed record Soortkeuze(string Id, string Naam);

/// <summary>The facts of what happened with data; never the data themselves.</summary>
public sealed record PrivacyDeel
{
    /// <summary>P01 to P21, as chosen.</summary>
    public IReadOnlyList<Soortkeuze> Soorten { get; init; } = [];

    public IReadOnlyList<string> Gegevens { get; init; } = [];

    /// <summary>Whose data came to the wrong person.</summary>
    public string? VanWie { get; init; }

    public string? Ontvanger { get; init; }

    public string? Ontdekt { get; init; }

    public bool? VoorafVerteld { get; init; }

    public bool? ZelfGevraagd { get; init; }

    public string? Doel { get; init; }

    public bool? VrijOmNeeTeZeggen { get; init; }

    public IReadOnlyList<string> Verzoek { get; init; } = [];

    public Datum? VerzoekWanneer { get; init; }

    public string? VerzoekAntwoord { get; init; }
}

/// <param name="Keuzes">Ids of the wishes.</param>
/// <param name="Teksten">The same in words.</param>
public sealed record WensenDeel(IReadOnlyList<string> Keuzes, IReadOnlyList<string> Teksten)
{
    public string? Toelichting { get; init; }

    /// <summary>In euro; asked for in a letter of its own.</summary>
    public decimal? Schade { get; init; }

    /// <summary>Why the resident cannot get further alone; only to the ombudsman.</summary>
    public string? Doorslag { get; init; }
}

/// <summary>Hearing and informal talk. Source: Awb art. 9:10 and 9:5.</summary>
public sealed record HorenDeel
{
    public bool? Gesprek { get; init; }

    public bool? EerstInformeel { get; init; }

    public IReadOnlyList<string> Hulp { get; init; } = [];
}

/// <summary>What else runs, so that the klacht is not taken for it.</summary>
public sealed record Samenhang
{
    public bool? Besluit { get; init; }

    public Datum? BesluitDatum { get; init; }

    /// <summary>nee, bezwaar or rechter.</summary>
    public string? Procedure { get; init; }

    public bool SchadeApart { get; init; }
}

/// <summary>How the resident complained before and what came of it. Source: Awb art. 9:28, lid 1, onder e.</summary>
/// <param name="Wijze">telefoon, gesprek, email, formulier or brief.</param>
/// <param name="Status">geenAntwoord, beantwoord or geweigerd.</param>
public sealed record InterneKlacht(string Wijze, Datum Datum, string Status)
{
    public Datum? Ontvangst { get; init; }

    public bool? Commissie { get; init; }

    public bool? Verdaagd { get; init; }

    public Datum? AntwoordDatum { get; init; }

    public string? AntwoordWijze { get; init; }

    public string? Antwoord { get; init; }

    public string? NietEensOmdat { get; init; }
}

/// <param name="Opgemaakt">The letter as it was made from the answers.</param>
/// <param name="Aangepast">The letter as the resident wants it.</param>
public sealed record EigenBrief(string Opgemaakt, string Aangepast);

/// <param name="Naam">The name as typed under the letter.</param>
/// <param name="Tijdstip">Moment of signing, UTC.</param>
public sealed record Ondertekening(string Naam, bool Akkoord, DateTimeOffset Tijdstip);
