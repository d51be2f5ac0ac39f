namespace KlachtHulp.Dialogs.Formulier;

/// <summary>A part of a letter as it stands on a screen.</summary>
/// <param name="Tekst">One or more lines.</param>
public sealed record Briefdeel(string Tekst)
{
    /// <summary>Whether these are the resident's own words from the story.</summary>
    public bool Citaat { get; init; }

    /// <summary>BCP-47, when it is known and not that of the letter.</summary>
    public string? Taal { get; init; }

    /// <summary>Whether the resident changed this part by hand.</summary>
    public bool Aangepast { get; init; }
}

/// <summary>A letter as plain text, to read on a screen and to change by hand.</summary>
public static class Brieftekst
{
    private const string Between = "\n\n";

    public static IReadOnlyList<Briefdeel> Delen(Papier papier) => [.. papier.Blokken.Select(Deel).Where(static deel => deel.Tekst.Length > 0)];

    public static string Tekst(IEnumerable<Briefdeel> delen) => string.Join(Between, delen.Select(static deel => deel.Tekst));

    /// <summary>Text changed by hand, in its own parts; those that were in the letter before keep what was known of them.</summary>
    /// <param name="tekst">Parts are set apart by empty lines.</param>
    public static IReadOnlyList<Briefdeel> Delen(string tekst, IReadOnlyList<Briefdeel> eerder)
    {
        var known = eerder.SelectMany(static deel => Split(deel.Tekst).Select(part => (Part: part, Deel: deel))).ToLookup(static pair => pair.Part, static pair => pair.Deel);
        return [.. Split(tekst).Select(part => known[part].FirstOrDefault() is { } same ? same with { Tekst = part } : new Briefdeel(part) { Aangepast = true })];
    }

    /// <summary>The same text as blocks of a document.</summary>
    public static IEnumerable<Blok> Blokken(string tekst) => Split(tekst).Select(static part => new Blok.Regels(part.Split('\n')));

    private static string[] Split(string text) => text.ReplaceLineEndings("\n").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Briefdeel Deel(Blok blok) => blok switch
    {
        Blok.Kop kop => new(kop.Tekst.Trim()),
        Blok.Alinea alinea => new(alinea.Tekst.Trim()) { Taal = alinea.Taal },
        Blok.Citaat citaat => new(citaat.Tekst.Trim()) { Citaat = true, Taal = citaat.Taal },
        Blok.Lijst lijst => new(string.Join('\n', lijst.Punten.Select(static point => $"- {point.Trim()}"))),
        Blok.Regels regels => new(string.Join('\n', regels.Tekst.Where(static line => !string.IsNullOrWhiteSpace(line)).Select(static line => line.Trim()))),
        Blok.Tabel tabel => new(string.Join('\n', tabel.Rijen.Select(static row => $"{row.Links.TrimEnd(':')}: {row.Rechts}"))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
