using System.Net;

namespace KlachtHulp.Bot.Channels.Connector;

/// <summary>Settings of the Bot Framework channels, from <c>KlachtHulp:Bot</c>.</summary>
public sealed record ConnectorSettings
{
    private const string DefaultMetadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";
    private const string DefaultToken = "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token";

    /// <summary>Our registration; null when no Bot Framework channel is connected.</summary>
    public string? AppId { get; init; }

    public string? AppGeheim { get; init; }

    /// <summary>Where the channel publishes the keys it signs with.</summary>
    public required Uri Metadata { get; init; }

    /// <summary>How soon an unknown key may make us look again.</summary>
    public required TimeSpan MetadataRefresh { get; init; }

    /// <summary>Where we get the token for our replies.</summary>
    public required Uri TokenAddress { get; init; }

    /// <summary>Hosts, or suffixes that begin with a dot, to which replies may go.</summary>
    public required IReadOnlyList<string> ServiceHosts { get; init; }

    /// <summary>On a developer's machine the channel may be a program on the same machine.</summary>
    public required bool AllowLoopback { get; init; }

    public static ConnectorSettings From(IConfiguration configuration, IHostEnvironment environment, IReadOnlyList<string> defaultHosts)
    {
        var own = configuration.GetSection("KlachtHulp:Bot");
        return new ConnectorSettings
        {
            AppId = own["AppId"] is { Length: > 0 } id ? id : null,
            AppGeheim = own["AppGeheim"],
            Metadata = Address(own["Metadata"] ?? DefaultMetadata, environment),
            MetadataRefresh = TimeSpan.FromSeconds(own.GetValue("MetadataSeconden", 300)),
            TokenAddress = Address(own["TokenAdres"] ?? DefaultToken, environment),
            ServiceHosts = own.GetSection("ServiceHosts").Get<string[]>() ?? defaultHosts,
            AllowLoopback = environment.IsDevelopment(),
        };
    }

    /// <exception cref="InvalidOperationException">Not https, and not a developer's own machine.</exception>
    private static Uri Address(string text, IHostEnvironment environment)
    {
        var address = new Uri(text, UriKind.Absolute);
        return address.Scheme == Uri.UriSchemeHttps || (environment.IsDevelopment() && IsLoopback(address))
            ? address
            : throw new InvalidOperationException($"KlachtHulp:Bot: {address.Host} must be reached by https.");
    }

    /// <summary>Literal loopback addresses only: a name can point anywhere.</summary>
    private static bool IsLoopback(Uri address) => IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip);
}
