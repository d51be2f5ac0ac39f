namespace KlachtHulp.Dialogs.Prompts;

/// <summary>One thing the resident sees, free of any channel and with its words already looked up. A channel turns each kind into its own format.</summary>
public abstract record Prompt
{
    private Prompt()
    {
    }

    /// <summary>A message that expects no answer.</summary>
    public sealed record Say(string Text, Tone Tone = Tone.Plain) : Prompt
    {
        /// <summary>Whether this is the moment to offer to keep the answers: the resident goes to a person, or stops for now.</summary>
        public bool MaySave { get; init; }

        /// <summary>Whether the question has to wait until the resident wants to go on: somebody is in danger.</summary>
        public bool Waits { get; init; }
    }

    /// <summary>The one question of this turn.</summary>
    public sealed record Vraag(VraagPrompt Content) : Prompt;

    /// <summary>The conversation has reached its end.</summary>
    public sealed record Einde(Uitkomst Content) : Prompt;
}

/// <summary>How a <see cref="Prompt.Say"/> is meant; a channel may give each its own look, never only by colour.</summary>
public enum Tone
{
    /// <summary>An ordinary message.</summary>
    Plain,

    /// <summary>Says back what was understood or changed.</summary>
    Echo,

    /// <summary>Something with consequences, such as the last day to object.</summary>
    Warning,

    /// <summary>The last answer could not be used, and how to repair it.</summary>
    Error,

    /// <summary>Help for somebody in danger: telephone numbers come first.</summary>
    Crisis,
}

/// <summary>How a question is answered. The names are the values of <c>soort</c> on the wire.</summary>
public enum Soort
{
    /// <summary>One of the options.</summary>
    Keuze,

    /// <summary>One or more of the options.</summary>
    Meerkeuze,

    /// <summary>Yes or no.</summary>
    JaNee,

    /// <summary>A day or a period in the past, as people write it.</summary>
    Datum,

    /// <summary>An amount of money in euro.</summary>
    Bedrag,

    /// <summary>One line of text.</summary>
    Tekst,

    /// <summary>Several lines of text.</summary>
    LangeTekst,

    /// <summary>A name, address, e-mail address or telephone number.</summary>
    Contact,

    /// <summary>An upload.</summary>
    Bestand,

    /// <summary>Check-your-answers: shows the overview and asks whether it is right.</summary>
    Controle,
}

/// <param name="Id">Stable id, sent back as <c>antwoord</c>.</param>
/// <param name="Titel">The words on the button, at most 60 characters.</param>
public sealed record Optie(string Id, string Titel);

/// <param name="Nr">Number of the step, from 1.</param>
/// <param name="Van">How many steps there are.</param>
/// <param name="Titel">What this step is about.</param>
public sealed record Stap(int Nr, int Van, string Titel);

/// <summary>An answer with the words in which it is shown.</summary>
/// <param name="Antwoord">Canonical value.</param>
/// <param name="Tekst">The same in Dutch.</param>
public sealed record GetoondAntwoord(string Antwoord, string Tekst);

/// <param name="Vraag">Path of the question, for example <c>klacht[1].toezegging.wie</c>.</param>
/// <param name="Titel">The question itself.</param>
public sealed record VraagPrompt(string Vraag, Soort Soort, string Titel)
{
    /// <summary>Help under the question; empty when there is none.</summary>
    public string Hulp { get; init; } = "";

    /// <summary>All answers as lines of text, with the question whether everything is right, for who has no other place to read them; empty otherwise.</summary>
    public string Overzicht { get; init; } = "";

    /// <summary>Why this is asked.</summary>
    public string Waarom { get; init; } = "";

    /// <summary>The options of a choice, in the order of meaning; empty for other kinds.</summary>
    public IReadOnlyList<Optie> Opties { get; init; } = [];

    /// <summary>Whether the form cannot do without (only what the law asks for).</summary>
    public bool Verplicht { get; init; }

    /// <summary>Whether "weet ik niet" is an answer here.</summary>
    public bool MagOnbekend { get; init; }

    /// <summary>Whether what is still open in this step can be skipped in one go.</summary>
    public bool MagGenoeg { get; init; }

    public required Stap Stap { get; init; }

    /// <summary>An answer taken from the resident's own words, to be confirmed with yes.</summary>
    public GetoondAntwoord? Voorstel { get; init; }

    /// <summary>The answer given before, when the resident comes back to change it.</summary>
    public GetoondAntwoord? Huidig { get; init; }
}

/// <summary>A route that is open to the resident.</summary>
/// <param name="Code">R-code of the route table.</param>
/// <param name="Naam">Its name in plain Dutch.</param>
/// <param name="Uitleg">One sentence of at most 20 words.</param>
/// <param name="Uiterlijk">Last day, when there is one.</param>
public sealed record Routeadvies(string Code, string Naam, string Uitleg, DateOnly? Uiterlijk);

/// <param name="Naam">File name without personal data.</param>
/// <param name="Soort">Media type.</param>
/// <param name="Titel">The words on the link.</param>
public sealed record DocumentLink(string Naam, string Soort, string Titel);

/// <param name="Formulier">Which form this ends in: klacht, verzoekschrift, or the code of another way.</param>
/// <param name="Titel">Heading of the last screen.</param>
/// <param name="Uitleg">What happens next, in plain Dutch.</param>
public sealed record Uitkomst(string Formulier, string Titel, string Uitleg, IReadOnlyList<Routeadvies> Routes, IReadOnlyList<DocumentLink> Documenten)
{
    /// <summary>Reference of the form, the same as on its documents; null when this end has no form.</summary>
    public string? Kenmerk { get; init; }

    /// <summary>Proof of sending, whose words stand in <see cref="Uitleg"/> too; null when the form was not sent.</summary>
    public Ontvangstbewijs? Ontvangstbewijs { get; init; }
}

/// <summary>What the resident has in hand from the moment the form was sent.</summary>
/// <param name="Kenmerk">Our reference, under which the gemeente gets the form too.</param>
/// <param name="Tijdstip">Moment of sending, UTC.</param>
/// <param name="Sha256">Of the form as JSON, in hexadecimal: shows later that nothing was changed.</param>
public sealed record Ontvangstbewijs(string Kenmerk, DateTimeOffset Tijdstip, string Sha256);
