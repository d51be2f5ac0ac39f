namespace KlachtHulp.Bot.Beheer;

/// <summary>The section <c>KlachtHulp:Metingen</c>.</summary>
/// <param name="Token">Opens <c>/metrics</c> from elsewhere; null for this machine only.</param>
/// <param name="Otlp">Root of the collector that gets metrics and traces, ending in a slash; null for none.</param>
public sealed record BeheerSettings(string? Token, Uri? Otlp = null)
{
    private const int Shortest = 24;

    /// <exception cref="InvalidOperationException">The token is too short to be safe, or the collector is no address.</exception>
    public static BeheerSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("KlachtHulp:Metingen");
        var token = section["Token"] is { Length: > 0 } text ? text : null;
        return token is null or { Length: >= Shortest }
            ? new(token, Collector(section["Otlp"]))
            : throw new InvalidOperationException($"KlachtHulp:Metingen:Token must have at least {Shortest} characters.");
    }

    private static Uri? Collector(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address
            : throw new InvalidOperationException("KlachtHulp:Metingen:Otlp must be an http or https address.");
    }
}
