using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Channels.Pagina;

/// <summary>One language of the pages, with the way to the others. Languages are called by their own names, without flags.</summary>
/// <param name="Taal">BCP-47.</param>
public sealed record Paginataal(string Taal, ShellTalen Talen)
{
    /// <summary>ltr or rtl.</summary>
    public string Richting => Talen.Richting(Taal);

    public string Dag(DateOnly dag) => Talen.Dag(dag, Taal);

    /// <summary>Links for where nothing was typed yet.</summary>
    public Html Links(string gemeente) => Html.Join(Others.Select(other
        => Html.Of($"<a href=\"/klacht/stap?taal={other.Taal}{(gemeente.Length > 0 ? $"&gemeente={gemeente}" : "")}\" lang=\"{other.Taal}\" hreflang=\"{other.Taal}\"><bdi>{other.Naam}</bdi></a> ")));

    /// <summary>Buttons of the form itself, so that what stands in the field goes along.</summary>
    public Html Knoppen() => Html.Join(Others.Select(static other => Html.Of($"<button name=\"taal\" value=\"{other.Taal}\" lang=\"{other.Taal}\">{other.Naam}</button> ")));

    private IEnumerable<(string Taal, string Naam)> Others => Talen.Namen.Where(other => other.Taal != Taal);
}

/// <summary>The pages of one language.</summary>
public sealed record Paginas(PaginaHtml Frame, StapHtml Step, VerderHtml Later);

/// <summary>The pages in every language.</summary>
public sealed class PaginaTalen
{
    private const string Dutch = "nl";
    private readonly Dictionary<string, Paginas> _pages;

    /// <param name="kanaal">seeds/kanaal.</param>
    /// <param name="contact">Where residents report that something does not work for them; empty when there is no such address.</param>
    public PaginaTalen(string kanaal, ShellTalen talen, string contact)
        => _pages = talen.Namen.ToDictionary(
            static pair => pair.Taal, pair => Make(ShellTalen.Folder(kanaal, pair.Taal), new(pair.Taal, talen), contact), StringComparer.Ordinal);

    /// <summary>Those of a language; Dutch when it has none.</summary>
    public Paginas In(string taal) => _pages.GetValueOrDefault(taal) ?? _pages[Dutch];

    public bool Has(string taal) => _pages.ContainsKey(taal);

    private static Paginas Make(string folder, Paginataal taal, string contact)
    {
        var words = PaginaWoorden.Read(Path.Combine(folder, "pagina.yaml"));
        var later = VerderWoorden.Read(Path.Combine(folder, "verder.yaml"));
        var frame = new PaginaHtml(words, later, taal);
        return new(frame, new StapHtml(frame, new UitkomstHtml(words, taal)), new VerderHtml(frame, later, contact));
    }
}
