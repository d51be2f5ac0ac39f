using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace KlachtHulp.Bot.Beheer.Status;

/// <summary>What this service keeps of a sign-in that has begun; in a protected cookie.</summary>
/// <param name="Verifier">Secret behind the PKCE challenge.</param>
internal sealed record Begin(string State, string Nonce, string Verifier);

/// <summary>Signs in by the OpenID Connect of the gemeente: authorization code with PKCE, state and nonce.</summary>
/// <remarks>Source: OpenID Connect Core 1.0, section 3.1; RFC 7636. The handler of ASP.NET Core is a package of its own; libraries do the metadata and the token here.</remarks>
internal sealed class Aanmelden(HttpClient http, StatusSettings settings, TimeProvider clock, ILogger<Aanmelden> logger)
{
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384"];
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly ConfigurationManager<OpenIdConnectConfiguration> _metadata = new(
        $"{settings.Autoriteit}".TrimEnd('/') + "/.well-known/openid-configuration",
        new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever(http) { RequireHttps = settings.Autoriteit?.Scheme == Uri.UriSchemeHttps });

    public static Begin New() => new(Random(), Random(), Random());

    /// <summary>Where the browser goes to sign in.</summary>
    public async Task<string> AddressAsync(Begin begin, string back, CancellationToken cancellationToken)
    {
        var provider = await _metadata.GetConfigurationAsync(cancellationToken);
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(begin.Verifier)));
        (string Name, string Value)[] query =
        [
            ("response_type", "code"), ("client_id", settings.ClientId), ("redirect_uri", back), ("scope", "openid profile"), ("state", begin.State),
            ("nonce", begin.Nonce), ("code_challenge", challenge), ("code_challenge_method", "S256"),
        ];
        return $"{provider.AuthorizationEndpoint}?{string.Join('&', query.Select(static pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"))}";
    }

    /// <summary>Trades the code for who it is.</summary>
    /// <returns>null when something is not as it must be; the log says what, without a token.</returns>
    public async Task<ClaimsIdentity?> FinishAsync(Begin begin, string code, string back, CancellationToken cancellationToken)
    {
        var provider = await _metadata.GetConfigurationAsync(cancellationToken);
        if (await TokenAsync(provider, begin, code, back, cancellationToken) is not { } token)
        {
            return Refuse("no token");
        }

        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, Parameters(provider));
        if (!result.IsValid)
        {
            return Refuse(result.Exception?.GetType().Name ?? "not valid");
        }

        return result.ClaimsIdentity.HasClaim("nonce", begin.Nonce) ? result.ClaimsIdentity : Refuse("nonce");
    }

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private async Task<string?> TokenAsync(OpenIdConnectConfiguration provider, Begin begin, string code, string back, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, provider.TokenEndpoint);
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = back,
            ["code_verifier"] = begin.Verifier,
        });
        var client = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(settings.ClientId)}:{Uri.EscapeDataString(settings.Geheim)}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", client);
        using var response = await http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            return null;
        }

        using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return answer.RootElement.TryGetProperty("id_token", out var token) ? token.GetString() : null;
    }

    private TokenValidationParameters Parameters(OpenIdConnectConfiguration provider) => new()
    {
        ValidIssuer = provider.Issuer,
        ValidAudience = settings.ClientId,
        ValidAlgorithms = Algorithms,
        IssuerSigningKeys = provider.SigningKeys,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) => clock.GetUtcNow() is var now && until is { } end && now < end + Skew && (from is not { } begin || now > begin - Skew),
    };

    private ClaimsIdentity? Refuse(string reason)
    {
        Log.SignInRefused(logger, reason);
        return null;
    }
}
