using KlachtHulp.Bot.Channels.DirectLine;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace KlachtHulp.Bot.Teams.Lijstdienst;

/// <summary>From the bearer token of a member of the staff to the one gemeente it opens.</summary>
/// <remarks>Source: OpenID Connect Discovery 1.0, section 4.3; RFC 6750. Which gemeente it is follows from who signed the token for whom, never from what is asked.</remarks>
internal sealed class LijstTokens(HttpClient http, LijstSettings settings, TimeProvider clock, ILogger<LijstTokens> logger)
{
    private const string Bearer = "Bearer ";
    private const int Longest = 16 * 1024;

    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384"];
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, ConfigurationManager<OpenIdConnectConfiguration>> _metadata = settings.Toegangen.Select(static toegang => toegang.Autoriteit).Distinct(StringComparer.Ordinal)
        .ToDictionary(static authority => authority, authority => new ConfigurationManager<OpenIdConnectConfiguration>(
            authority + "/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http) { RequireHttps = authority.StartsWith("https:", StringComparison.Ordinal) }));

    /// <returns>The CBS code, or why not.</returns>
    public async Task<(string Gemeente, DirectLineError? Error)> GemeenteAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || header.Length > Longest || Read(header[Bearer.Length..].Trim()) is not { } token)
        {
            return ("", DirectLineError.Unauthorized);
        }

        var toegang = settings.Toegangen.FirstOrDefault(one => one.Autoriteit == token.Issuer.TrimEnd('/') && token.Audiences.Contains(one.Publiek, StringComparer.Ordinal));
        return toegang is null ? Refuse("issuer or audience", DirectLineError.Unauthorized) : await CheckAsync(toegang, token, cancellationToken);
    }

    private static JsonWebToken? Read(string text)
    {
        try
        {
            return new JsonWebTokenHandler().ReadJsonWebToken(text);
        }
        catch (Exception problem) when (problem is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private async Task<(string Gemeente, DirectLineError? Error)> CheckAsync(LijstToegang toegang, JsonWebToken token, CancellationToken cancellationToken)
    {
        var metadata = _metadata[toegang.Autoriteit];
        OpenIdConnectConfiguration provider;
        try
        {
            provider = await metadata.GetConfigurationAsync(cancellationToken);
        }
        catch (InvalidOperationException)
        {
            return Refuse("provider away", DirectLineError.Broken);
        }

        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, Parameters(toegang, provider, metadata));
        return !result.IsValid ? Refuse(result.Exception?.GetType().Name ?? "not valid", DirectLineError.Unauthorized)
            : settings.Rollen.Any(rol => result.ClaimsIdentity.HasClaim(settings.RolClaim, rol)) ? (toegang.Gemeente, null)
            : Refuse("role", DirectLineError.Forbidden);
    }

    private TokenValidationParameters Parameters(LijstToegang toegang, OpenIdConnectConfiguration provider, BaseConfigurationManager metadata) => new()
    {
        ValidIssuer = provider.Issuer,
        ValidAudience = toegang.Publiek,
        ValidAlgorithms = Algorithms,
        ConfigurationManager = metadata, // looks again at the keys when one is not known
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) => clock.GetUtcNow() is var now && until is { } end && now < end + Skew && (from is not { } begin || now > begin - Skew),
    };

    private (string Gemeente, DirectLineError? Error) Refuse(string reason, DirectLineError error)
    {
        Log.SignInRefused(logger, reason);
        return ("", error);
    }
}
