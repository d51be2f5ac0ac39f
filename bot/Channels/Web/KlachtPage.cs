using System.IO.Compression;
using System.Text;
using KlachtHulp.Bot.Channels.Pagina;

namespace KlachtHulp.Bot.Channels.Web;

/// <summary>The page <c>/klacht</c>, with the first question as a form, and in an attribute for the script: what is not markup cannot be a script.</summary>
/// <param name="opening">null where there is no conversation to begin, such as a server that only gives out files.</param>
/// <param name="form">null where <paramref name="opening"/> is.</param>
internal sealed class KlachtPage(string html, Opening? opening, BeginFormulier? form)
{
    private const string Place = "<klacht-chat modus=\"pagina\"";

    /// <summary>Made for each visitor, so quick: a third of the bytes in a fifth of a millisecond. Its length gives nothing away: a stranger chooses no more of it than four digits and a language, and the token is another each time.</summary>
    private const int Quality = 4;
    private const int WindowBits = 18;

    public WebFile For(HttpContext http)
    {
        var page = opening is null || form is null ? html : Begin(http, opening.Begin(http.Request), form);
        var plain = Encoding.UTF8.GetBytes(page);
        return new WebFile("text/html; charset=utf-8", HasHashInName: false, plain, Compress(plain), Gzip: null);
    }

    private static byte[]? Compress(byte[] plain)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, packed, out var length, Quality, WindowBits) ? packed[..length] : null;
    }

    private string Begin(HttpContext http, Begin begin, BeginFormulier form)
        => form.Fill(html, http, begin).Replace(Place, $"{Place}{Phone(begin.Telefoon)} begin='{Attribute(begin.Activities)}'", StringComparison.Ordinal);

    private static string Phone(string number) => number.Length > 0 ? $" telefoon='{Attribute(number)}'" : "";

    private static string Attribute(string text)
        => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
