namespace KlachtHulp.Bot.Teams.Boek;

/// <summary>One klacht that the helpdesk took in, without a word of what is in it.</summary>
/// <param name="Kenmerk">Our reference, as on the form.</param>
/// <param name="Gesprek">Id of the conversation.</param>
/// <param name="Medewerker">Key of who took it in.</param>
/// <param name="Begonnen">UTC.</param>
public sealed record Zaak(string Kenmerk, string Gesprek, string Medewerker, DateTimeOffset Begonnen)
{
    public Zaakstand Stand { get; init; } = Zaakstand.Bezig;

    /// <summary>The last days that are known now, nearest first.</summary>
    public IReadOnlyList<LaatsteDag> Dagen { get; init; } = [];

    /// <summary>Which warnings went out: <c>K6:7:2027-01-04</c> is that of seven days before the end of K6 on that day.</summary>
    public IReadOnlyList<string> Gemeld { get; init; } = [];

    /// <summary>Day on which it was sent, which counts as received; null before that.</summary>
    public DateOnly? Ontvangen { get; init; }

    /// <summary>CBS code of who handles it; null before it was sent.</summary>
    public string? Aan { get; init; }

    /// <summary>Who handles it has put it off by four weeks. Source: Awb art. 9:11, lid 2.</summary>
    public bool Verdaagd { get; init; }

    /// <summary>With what a conversation says now; what the staff noted stays.</summary>
    public Zaak Met(Zaak nu) => this with { Stand = IsVerstuurd ? Stand : nu.Stand, Dagen = nu.Dagen, Ontvangen = nu.Ontvangen, Aan = nu.Aan };

    public bool IsVerstuurd => Stand is Zaakstand.Verstuurd or Zaakstand.Afgeleverd or Zaakstand.Mislukt;
}

/// <param name="Code">Of the term, as in seeds/recht/termijnen.yaml.</param>
/// <param name="Naam">What happens until then.</param>
public sealed record LaatsteDag(string Code, string Naam, DateOnly Dag);

/// <summary>A message to staff that waits in the outbox. What it says is made when it is sent, so that it is true then.</summary>
/// <param name="Dag">The last day that comes near; null when a delivery failed.</param>
public sealed record Staffmelding(string Gemeente, string Kenmerk, LaatsteDag? Dag);

/// <summary>Where a klacht is; the numbers are stored.</summary>
public enum Zaakstand
{
    /// <summary>Being taken down.</summary>
    Bezig = 0,

    /// <summary>The resident has a code and goes on alone.</summary>
    BijInwoner = 1,

    /// <summary>Ready, and not sent by us.</summary>
    Klaar = 2,

    Verstuurd = 3,

    /// <summary>The far end has it.</summary>
    Afgeleverd = 4,

    /// <summary>Sent, and it does not arrive; somebody has to look.</summary>
    Mislukt = 5,
}

/// <summary>Everything the helpdesk of one gemeente keeps.</summary>
public sealed record Balielijst
{
    public IReadOnlyList<Zaak> Zaken { get; init; } = [];

    /// <summary>Keys of the staff that can be written to.</summary>
    public IReadOnlyList<string> Medewerkers { get; init; } = [];

    public Zaak? Vind(string? kenmerk) => Zaken.FirstOrDefault(zaak => string.Equals(zaak.Kenmerk, kenmerk, StringComparison.OrdinalIgnoreCase));

    public Balielijst Met(Zaak zaak) => this with { Zaken = [.. Zaken.Where(other => other.Kenmerk != zaak.Kenmerk), zaak] };

    public Balielijst Zonder(string kenmerk) => this with { Zaken = [.. Zaken.Where(other => other.Kenmerk != kenmerk)] };
}

/// <summary>One member of the staff: where to write to, and which klacht is open. No name.</summary>
public sealed record Medewerker
{
    /// <summary>Verified address of the channel.</summary>
    public string ServiceUrl { get; init; } = "";

    /// <summary>Their own conversation with the bot.</summary>
    public string Gesprek { get; init; } = "";

    /// <summary>Id of the bot in the channel.</summary>
    public string Bot { get; init; } = "";

    /// <summary>Id of the person in the channel.</summary>
    public string Persoon { get; init; } = "";

    public string Tenant { get; init; } = "";

    /// <summary>Reference of the klacht that is open; null when none is.</summary>
    public string? Actief { get; init; }

    /// <summary>Id of the message that began the last klacht, so that a repeat does not begin another.</summary>
    public string? Begonnen { get; init; }

    /// <summary>Last day on which they used the app.</summary>
    public DateOnly Gezien { get; init; }

    public bool IsBereikbaar => ServiceUrl.Length > 0;
}
