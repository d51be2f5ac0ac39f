using System.Security.Cryptography;
using System.Text;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>The site of the page that calls, as browsers tell it. Programs tell none, and neither does a browser that only reads from its own site.</summary>
internal static class PageOrigin
{
    private const string Hidden = "null";
    private const char Separator = ',';

    /// <summary>Most sites one token may be for; a token goes into an address and has to stay short.</summary>
    public const int Most = 5;

    /// <returns>null when the caller does not say.</returns>
    public static string? Of(HttpRequest request)
        => request.Headers.Origin.ToString() is { Length: > 0 } origin && !string.Equals(origin, Hidden, StringComparison.OrdinalIgnoreCase) ? origin : null;

    /// <summary>Short marks of sites, as a token carries them; empty for none.</summary>
    public static string Marks(IEnumerable<string> origins) => string.Join(Separator, origins.Select(Mark));

    /// <summary>Whether a token with these marks may come from this page.</summary>
    public static bool Fits(HttpRequest request, string marks)
        => marks.Length == 0 || Of(request) is not { } origin || marks.Split(Separator).Contains(Mark(origin), StringComparer.Ordinal);

    private static string Mark(string origin) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin.TrimEnd('/').ToLowerInvariant()))[..8]);
}
