using System.Net;
using System.Security.Claims;
using System.Text.Json;
using KlachtHulp.Bot.Channels.Activities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace KlachtHulp.Bot.Channels.Connector;

/// <summary>Who calls the messaging endpoint.</summary>
/// <remarks>First the token by itself, then whether it was made for this channel and this serviceUrl.</remarks>
public sealed class InboundAuthentication(
    ConnectorSettings settings, IConfigurationManager<OpenIdConnectConfiguration> metadata, IHostEnvironment environment, ILogger<InboundAuthentication> logger)
{
    private const string Issuer = "https://api.botframework.com";
    private const string Scheme = "Bearer ";

    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>Checks signature, issuer, audience and time.</summary>
    /// <returns>null when the caller is not who it should be.</returns>
    public async Task<InboundIdentity?> AuthenticateAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (settings.AppId is not { } appId)
        {
            return IsDeveloper(request.HttpContext.Connection.RemoteIpAddress) ? new InboundIdentity(Claims: null, Key: null) : Refuse("no app id");
        }

        var header = request.Headers.Authorization;
        if (header.Count != 1 || header[0] is not { } value || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || value.AsSpan(Scheme.Length).ContainsAny(' ', ','))
        {
            return Refuse("no bearer token");
        }

        return await ValidateAsync(value[Scheme.Length..], appId, cancellationToken);
    }

    /// <summary>Whether the token was made for the channel and the address in the activity.</summary>
    public static bool Covers(InboundIdentity identity, Activity activity)
        => identity.Claims is null
            || (IsEndorsed(identity.Key, activity.ChannelId) && IsSameAddress(identity.Claims.FindFirst("serviceurl")?.Value, activity.ServiceUrl));

    private bool IsDeveloper(IPAddress? address) => environment.IsDevelopment() && address is not null && IPAddress.IsLoopback(address);

    private async Task<InboundIdentity?> ValidateAsync(string token, string appId, CancellationToken cancellationToken)
    {
        var configuration = await metadata.GetConfigurationAsync(cancellationToken);
        var result = await _handler.ValidateTokenAsync(token, Parameters(appId, configuration));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            metadata.RequestRefresh();
            configuration = await metadata.GetConfigurationAsync(cancellationToken);
            result = await _handler.ValidateTokenAsync(token, Parameters(appId, configuration));
        }

        if (!result.IsValid || result.SecurityToken is not JsonWebToken jwt || string.IsNullOrEmpty(jwt.Kid))
        {
            return Refuse(result.Exception?.GetType().Name ?? "no key id");
        }

        if (IsSkill(result.ClaimsIdentity, appId))
        {
            return Refuse("made for another bot");
        }

        return new InboundIdentity(result.ClaimsIdentity,
            configuration.JsonWebKeySet?.Keys.FirstOrDefault(key => string.Equals(key.Kid, jwt.Kid, StringComparison.Ordinal)));
    }

    private static TokenValidationParameters Parameters(string appId, OpenIdConnectConfiguration configuration) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = appId,
        ValidAlgorithms = Algorithms,
        IssuerSigningKeys = configuration.SigningKeys,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidateIssuerSigningKey = true,
        TryAllIssuerSigningKeys = false,
        ClockSkew = Skew,
    };

    /// <summary>Tokens of other bots name them as the party; a channel's token names nobody else.</summary>
    private static bool IsSkill(ClaimsIdentity claims, string appId)
        => (claims.FindFirst("appid") ?? claims.FindFirst("azp")) is { } party && !string.Equals(party.Value, appId, StringComparison.Ordinal);

    private static bool IsEndorsed(JsonWebKey? key, string? channelId)
        => key is not null && channelId is not null && key.AdditionalData.TryGetValue("endorsements", out var found)
            && found is JsonElement { ValueKind: JsonValueKind.Array } list
            && list.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && string.Equals(one.GetString(), channelId, StringComparison.Ordinal));

    /// <summary>Host without regard to case, the rest exactly; a slash at the end does not matter.</summary>
    private static bool IsSameAddress(string? claimed, string? given)
        => Uri.TryCreate(claimed, UriKind.Absolute, out var one) && Uri.TryCreate(given, UriKind.Absolute, out var other)
            && string.Equals(one.AbsoluteUri.TrimEnd('/'), other.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal);

    private InboundIdentity? Refuse(string reason)
    {
        Log.TokenRefused(logger, reason);
        return null;
    }
}

/// <param name="Claims">null on a developer's machine without app id.</param>
/// <param name="Key">The key that signed, with the channels it is endorsed for.</param>
public sealed record InboundIdentity(ClaimsIdentity? Claims, JsonWebKey? Key);
