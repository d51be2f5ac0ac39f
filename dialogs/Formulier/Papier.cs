namespace KlachtHulp.Dialogs.Formulier;

/// <summary>A letter or form as a tree of blocks, before it becomes PDF, plain text or a web page.</summary>
/// <param name="Titel">Title of the document, also in its metadata.</param>
/// <param name="Taal">BCP-47, for example nl-NL.</param>
/// <param name="Dagtekening">Day on the document; also its creation date, so that equal answers give equal bytes.</param>
public sealed record Papier(string Titel, string Taal, DateOnly Dagtekening, IReadOnlyList<Blok> Blokken)
{
    /// <summary>Text repeated at the foot of each page, for example the reference.</summary>
    public string Voettekst { get; init; } = "";
}

/// <summary>A block of a document.</summary>
public abstract record Blok
{
    private Blok()
    {
    }

    /// <param name="Niveau">1 to 3.</param>
    public sealed record Kop(int Niveau, string Tekst) : Blok;

    public sealed record Alinea(string Tekst) : Blok
    {
        /// <summary>Language when it is not that of the document: the resident's own words.</summary>
        public string? Taal { get; init; }
    }

    /// <summary>The resident's own words, set apart.</summary>
    public sealed record Citaat(string Tekst) : Blok
    {
        public string? Taal { get; init; }
    }

    public sealed record Lijst(IReadOnlyList<string> Punten) : Blok;

    /// <summary>Two columns: what was asked and what was answered.</summary>
    /// <param name="KopLinks">Header of the first column.</param>
    /// <param name="KopRechts">Header of the second column.</param>
    public sealed record Tabel(string KopLinks, string KopRechts, IReadOnlyList<Rij> Rijen) : Blok;

    /// <summary>Lines kept as they are, such as an address.</summary>
    public sealed record Regels(IReadOnlyList<string> Tekst) : Blok;
}

public sealed record Rij(string Links, string Rechts);
