using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace KlachtHulp.Bot.Channels.Web;

/// <summary>A file of the web client in memory, with the compressed forms that were built beside it.</summary>
/// <param name="HasHashInName">The name changes with the content, so that it may be cached for ever.</param>
internal sealed record WebFile(string ContentType, bool HasHashInName, byte[] Plain, byte[]? Brotli, byte[]? Gzip)
{
    private readonly string _tag = Convert.ToHexStringLower(SHA256.HashData(Plain))[..16];

    /// <exception cref="FileNotFoundException">The web client was not built.</exception>
    public static WebFile Read(string path) => new(
        TypeOf(path),
        Path.GetFileNameWithoutExtension(path).Contains('-', StringComparison.Ordinal),
        File.ReadAllBytes(path),
        ReadIfThere(path + ".br"),
        ReadIfThere(path + ".gz"));

    public static IReadOnlyDictionary<string, WebFile> ReadAll(string folder)
        => Directory.EnumerateFiles(folder)
            .Where(path => !path.EndsWith(".br", StringComparison.Ordinal) && !path.EndsWith(".gz", StringComparison.Ordinal))
            .ToDictionary(path => Path.GetFileName(path), Read, StringComparer.Ordinal);

    /// <summary>Sends the smallest form that the client accepts, or 304 when it has it already.</summary>
    public async Task SendAsync(HttpContext context)
    {
        var (body, encoding) = Choose(context.Request.GetTypedHeaders().AcceptEncoding);
        var (request, response) = (context.Request.GetTypedHeaders(), context.Response);
        var tag = new EntityTagHeaderValue($"\"{_tag}{encoding}\"");
        response.Headers.ETag = tag.ToString();
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.XContentTypeOptions = "nosniff";
        if (request.IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = ContentType;
        response.ContentLength = body.Length;
        if (encoding.Length > 0)
        {
            response.Headers.ContentEncoding = encoding;
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private (byte[] Body, string Encoding) Choose(IList<StringWithQualityHeaderValue> accepted)
    {
        bool Takes(string encoding) => accepted.Any(a => a.Quality is null or > 0 && a.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase));
        return Brotli is not null && Takes("br") ? (Brotli, "br") : Gzip is not null && Takes("gzip") ? (Gzip, "gzip") : (Plain, "");
    }

    private static byte[]? ReadIfThere(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        _ => "application/octet-stream",
    };
}
