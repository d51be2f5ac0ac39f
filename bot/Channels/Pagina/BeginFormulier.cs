using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Channels.Web;
using Microsoft.AspNetCore.Antiforgery;

namespace KlachtHulp.Bot.Channels.Pagina;

/// <summary>The page of the chat in the language asked for, with the first question as a form: it can be answered before the script is there, and without it.</summary>
public sealed class BeginFormulier(PaginaTalen pages, IAntiforgery antiforgery)
{
    /// <summary>Names the field in the page; the script looks for it too.</summary>
    private const string Field = "begin-antwoord";

    /// <param name="html">The page in Dutch as it stands in wwwroot.</param>
    public string Fill(string html, HttpContext http, Begin begin)
    {
        var view = begin.View;
        var own = pages.In(view.Taal).Frame;
        var chat = html.IndexOf("<klacht-chat", StringComparison.Ordinal);
        var (inside, end) = (html.IndexOf('>', chat) + 1, html.IndexOf("</main>", chat, StringComparison.Ordinal));
        var content = GesprekCookie.IsThere(http.Request) || view.Question is null ? GoOn(own) : Form(own, begin, view.Question, Token(http));
        return string.Concat(Head(html[..inside], own), content.ToString(), "</klacht-chat>\n  ", Head(html[end..], own));
    }

    private static string Head(string html, PaginaHtml own) => html
        .Replace("<html lang=\"nl\">", $"<html lang=\"{own.Taal.Taal}\" dir=\"{own.Taal.Richting}\">", StringComparison.Ordinal)
        .Replace("Ga naar de vraag", Html.Of($"{own.Words.NaarVraag}").ToString(), StringComparison.Ordinal)
        .Replace("Klacht over de gemeente", Html.Of($"{own.Words.Titel}").ToString(), StringComparison.Ordinal)
        .Replace("<a href=\"/toegankelijkheid\">Toegankelijkheid</a>", own.Statement.ToString(), StringComparison.Ordinal);

    /// <summary>Who has a conversation by pages already does not begin a second one unasked.</summary>
    private static Html GoOn(PaginaHtml own) => Html.Of($"<p class=\"wacht\"><a href=\"/klacht/stap\">{own.Words.Verder}</a></p>");

    private static Html Form(PaginaHtml own, Begin begin, PromptData question, string token)
    {
        var gemeente = begin.Gemeente;
        var hidden = new Dictionary<string, string> { ["gemeente"] = gemeente, ["taal"] = own.Taal.Taal, ["vraag"] = question.Vraag ?? "" };
        return Html.Of(
            $"""
            <div class="blad voorlopig">
            <p class="pagina-weg"><a href="/klacht/weg">{own.Later.SnelWeg}</a></p>
            {Html.Join(begin.View.Notices.Select(static say => Html.Of($"<div class=\"bericht {say.Toon}\">{PaginaHtml.Lines(say.Text)}</div>")))}
            {PaginaHtml.Form("/klacht/begin", token, hidden, Html.Of(
                $"""
                <h2 id="begin-vraag">{question.Titel}</h2>
                <div id="begin-uitleg" class="uitleg">{PaginaHtml.Lines(question.Hulp)}</div>
                <label class="veldnaam" for="{Field}">{own.Words.UwAntwoord}</label>
                <textarea id="{Field}" name="tekst" rows="4" dir="auto" autocomplete="off" aria-describedby="begin-vraag begin-uitleg"></textarea>
                <button class="hoofd">{own.Words.Verstuur}</button>
                """))}
            <p><a href="/klacht/stap?taal={own.Taal.Taal}{(gemeente.Length > 0 ? Html.Of($"&amp;gemeente={gemeente}") : Html.Empty)}">{own.Words.StapVoorStap}</a></p>
            <p><a href="/klacht/verder?taal={own.Taal.Taal}">{own.Later.IkHebCode}</a></p>
            {own.Call(begin.Telefoon)}
            </div>
            """);
    }

    private string Token(HttpContext http) => antiforgery.GetAndStoreTokens(http).RequestToken ?? throw new System.Diagnostics.UnreachableException();
}
