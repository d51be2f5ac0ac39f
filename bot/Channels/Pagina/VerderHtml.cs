namespace KlachtHulp.Bot.Channels.Pagina;

/// <summary>Pages about going on later, and the accessibility statement.</summary>
/// <param name="contact">Where residents report that something does not work for them; empty when there is no such address.</param>
public sealed class VerderHtml(PaginaHtml frame, VerderWoorden words, string contact)
{
    /// <summary>The code of this conversation, until when it works, and the way back to the question.</summary>
    public string Code(string code, DateOnly until) => frame.Page(words.BewaarTitel, Html.Of(
        $"""
        <h1>{words.BewaarTitel}</h1>
        <p>{words.UwCode} <bdi dir="ltr"><strong class="kenmerk">{code}</strong></bdi></p>
        <p>{words.CodeUitleg}</p>
        <p>{words.BewaardTot.Replace("{dag}", frame.Taal.Dag(until), StringComparison.Ordinal)}</p>
        <p><a href="/klacht/stap">{words.TerugNaarVraag}</a></p>
        """));

    /// <summary>The field for a code. A link holds its secret behind the #, which no server sees; without JavaScript the code must be typed.</summary>
    /// <param name="problem">What is wrong with the code that was typed; empty when nothing was.</param>
    public string Resume(string antiforgery, string problem) => frame.Page(words.IkHebCode, Html.Of(
        $"""
        <h1>{words.IkHebCode}</h1>
        <p id="uitleg">{words.LinkUitleg}</p>
        {PaginaHtml.Form("/klacht/verder", antiforgery, new Dictionary<string, string> { ["taal"] = frame.Taal.Taal }, Html.Of(
            $"""
            {(problem.Length == 0 ? Html.Empty : Html.Of($"<p id=\"fout\" class=\"fout\" role=\"alert\">{problem}</p>"))}
            <label class="veldnaam" for="code">{words.TypCode}</label>
            <input id="code" name="code" type="text" autocomplete="off" aria-describedby="uitleg{(problem.Length > 0 ? " fout" : "")}"{(problem.Length > 0 ? Html.Of($" aria-invalid=\"true\"") : Html.Empty)}>
            <button class="hoofd">{words.GaVerder}</button>
            """))}
        """), problem.Length > 0);

    public string Wrong => words.CodeFout;

    public string Wait(string seconds) => words.CodeWacht.Replace("{seconden}", seconds, StringComparison.Ordinal);

    /// <summary>The page that everybody looks at, for who must not be seen here.</summary>
    public string Elsewhere => words.SnelWegAdres;

    public string Toegankelijkheid() => frame.Page(words.Toegankelijkheid, Html.Of(
        $"""
        <h1>{words.Toegankelijkheid}</h1>
        {Html.Join(words.ToegankelijkheidTekst.Select(static part => Html.Of($"<h2>{part.Key}</h2>{PaginaHtml.Lines(part.Value)}")))}
        {(contact.Length == 0 ? Html.Of($"<p>{words.ContactLeeg}</p>") : Html.Of($"<p>{words.Contact} <a href=\"{contact}\">{contact.Replace("mailto:", "", StringComparison.Ordinal)}</a></p>"))}
        <p><a href="/klacht?taal={frame.Taal.Taal}">{frame.Words.Titel}</a></p>
        """));
}
