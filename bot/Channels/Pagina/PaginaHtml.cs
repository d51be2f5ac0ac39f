namespace KlachtHulp.Bot.Channels.Pagina;

/// <summary>The frame around every page, and the pages that hold only a message.</summary>
/// <param name="words">What the pages say themselves.</param>
/// <param name="later">What they say about going on later.</param>
/// <param name="taal">The language they are in.</param>
public sealed class PaginaHtml(PaginaWoorden words, VerderWoorden later, Paginataal taal)
{
    public PaginaWoorden Words => words;

    public VerderWoorden Later => later;

    public Paginataal Taal => taal;

    /// <summary>The link to the accessibility statement.</summary>
    public Html Statement => Html.Of($"<a href=\"/toegankelijkheid?taal={taal.Taal}\">{later.Toegankelijkheid}</a>");

    /// <param name="title">What this page is about, for the title of the window.</param>
    /// <param name="wrong">Whether an error stands on the page; then the title begins with that.</param>
    public string Page(string title, Html content, bool wrong = false) => Html.Of(
        $"""
        <!doctype html>
        <html lang="{taal.Taal}" dir="{taal.Richting}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{(wrong ? words.FoutInTitel : "")}{title} - {words.Titel}</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/app/pagina.css">
        <link rel="stylesheet" href="/app/stap.css">
        </head>
        <body>
        <a class="spring" href="#inhoud">{words.NaarVraag}</a>
        <header class="pagina-kop"><p class="merk">{words.Merk}</p><p class="pagina-titel">{words.Titel}</p><p class="pagina-weg"><a href="/klacht/weg">{later.SnelWeg}</a></p></header>
        <main id="inhoud" class="blad">
        {content}
        </main>
        <footer class="pagina-voet">{Statement}</footer>
        </body>
        </html>

        """).ToString();

    /// <param name="number">Where the gemeente can be called; empty when it told none.</param>
    public Html Call(string number) => number.Length == 0
        ? Html.Of($"<p>{words.BellenGemeente}</p>")
        : Html.Of($"<p>{words.Bellen.Replace("{telefoon}", number, StringComparison.Ordinal)}</p>");

    /// <summary>A form with everything the server needs beside the answer.</summary>
    public static Html Form(string action, string antiforgery, IReadOnlyDictionary<string, string> hidden, Html content) => Html.Of(
        $"""
        <form method="post" action="{action}" novalidate>
        <input type="hidden" name="__RequestVerificationToken" value="{antiforgery}">
        {Html.Join(hidden.Select(static pair => Html.Of($"<input type=\"hidden\" name=\"{pair.Key}\" value=\"{pair.Value}\">")))}
        {content}
        </form>
        """);

    /// <summary>Text of several lines as paragraphs, its telephone numbers as links.</summary>
    public static Html Lines(string? text)
        => Html.Join((text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(static line => Html.Of($"<p>{TelefoonHtml.Render(line)}</p>")));

    public string Start(string antiforgery, string gemeente, bool expired) => Page(expired ? words.VerlopenTitel : words.Titel, Html.Of(
        $"""
        <h1>{(expired ? words.VerlopenTitel : words.Titel)}</h1>
        {(expired ? Lines(words.Verlopen) : Html.Empty)}
        {Lines(words.Begin)}
        {Form("/klacht/begin", antiforgery, new Dictionary<string, string> { ["gemeente"] = gemeente, ["taal"] = taal.Taal }, Html.Of($"<button class=\"hoofd\">{words.BeginKnop}</button>"))}
        <p><a href="/klacht/verder?taal={taal.Taal}">{later.IkHebCode}</a></p>
        <nav class="talen" aria-label="{words.Taal}"><p class="hulp-kop">{words.Taal}</p><p>{taal.Links(gemeente)}</p></nav>
        """));

    /// <summary>A form that cannot be taken any more; what was typed in it is shown, so that it is not lost.</summary>
    public string Outdated(string typed) => Page(words.StoringTitel, Html.Of(
        $"""
        <h1>{words.StoringTitel}</h1>
        <p>{words.FormulierOud}</p>
        {Typed(typed)}
        <p><a href="/klacht/stap">{words.Verder}</a></p>
        """));

    public string Failed(string typed) => Page(words.StoringTitel, Html.Of(
        $"""
        <h1>{words.StoringTitel}</h1>
        <p>{words.Storing}</p>
        {Typed(typed)}
        <p><a href="/klacht/stap">{words.Verder}</a></p>
        """));

    public string Erased() => Page(words.GewistTitel, Html.Of(
        $"""
        <h1>{words.GewistTitel}</h1>
        <p>{words.Gewist}</p>
        <p><a href="/klacht/stap?taal={taal.Taal}">{words.BeginKnop}</a></p>
        """));

    /// <summary>For who follows a link to a document that is too old.</summary>
    public string LinkExpired() => Page(words.LinkVerlopenTitel, Html.Of($"<h1>{words.LinkVerlopenTitel}</h1><p>{words.LinkVerlopen}</p>"));

    private Html Typed(string typed) => typed.Length == 0 ? Html.Empty : Html.Of($"<p>{words.UwTekst}</p><pre dir=\"auto\">{typed}</pre>");
}
