using System.Text;

namespace KlachtHulp.Bot.Channels.Web;

/// <summary>The page <c>/klacht</c>, with the first question in an attribute: what is not markup cannot be a script.</summary>
/// <param name="opening">null where there is no conversation to begin, such as a server that only gives out files.</param>
internal sealed class KlachtPage(string html, Opening? opening)
{
    private const string Place = "<klacht-chat modus=\"pagina\"";

    public WebFile For(HttpRequest request)
    {
        var page = opening is null ? html : html.Replace(Place, $"{Place} begin='{Attribute(opening.Activities(request))}'", StringComparison.Ordinal);
        return new WebFile("text/html; charset=utf-8", HasHashInName: false, Encoding.UTF8.GetBytes(page), Brotli: null, Gzip: null);
    }

    private static string Attribute(string text)
        => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
