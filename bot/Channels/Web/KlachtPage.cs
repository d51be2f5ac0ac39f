using System.Text;
using KlachtHulp.Bot.Channels.Pagina;

namespace KlachtHulp.Bot.Channels.Web;

/// <summary>The page <c>/klacht</c>, with the first question as a form, and in an attribute for the script: what is not markup cannot be a script.</summary>
/// <param name="opening">null where there is no conversation to begin, such as a server that only gives out files.</param>
/// <param name="form">null where <paramref name="opening"/> is.</param>
internal sealed class KlachtPage(string html, Opening? opening, BeginFormulier? form)
{
    private const string Place = "<klacht-chat modus=\"pagina\"";

    public WebFile For(HttpContext http)
    {
        var page = opening is null || form is null ? html : Begin(http, opening.Begin(http.Request), form);
        return new WebFile("text/html; charset=utf-8", HasHashInName: false, Encoding.UTF8.GetBytes(page), Brotli: null, Gzip: null);
    }

    private string Begin(HttpContext http, Begin begin, BeginFormulier form)
        => form.Fill(html, http, begin.View, begin.Gemeente).Replace(Place, $"{Place} begin='{Attribute(begin.Activities)}'", StringComparison.Ordinal);

    private static string Attribute(string text)
        => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
