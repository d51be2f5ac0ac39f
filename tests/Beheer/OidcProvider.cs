using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using KlachtHulp.Tests.Delivery.Afleveren;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KlachtHulp.Tests.Beheer;

/// <summary>An OpenID Connect of a gemeente on loopback: metadata, keys and tokens; it checks the client, the code and the PKCE verifier.</summary>
internal sealed class OidcProvider(Func<DateTimeOffset> now) : IAsyncDisposable
{
    public const string ClientId = "klachthulp-beheer";
    public const string Secret = "geheim-van-de-proef";

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "k1" };
    private readonly Dictionary<string, (string Challenge, string Nonce, string Redirect)> _codes = [];
    private FarEnd _server = null!;

    /// <summary>Changes what the next id token says.</summary>
    public Action<Dictionary<string, object>> Change { get; set; } = static _ => { };

    /// <summary>Whether the next id token has no signature.</summary>
    public bool Unsigned { get; set; }

    public string Address => _server.Address;

    public static async Task<OidcProvider> StartAsync(Func<DateTimeOffset> now)
    {
        var provider = new OidcProvider(now);
        provider._server = await FarEnd.StartAsync(provider.AnswerAsync);
        return provider;
    }

    /// <summary>Signs in as the page asked, and gives the address to come back to.</summary>
    public string SignIn(Uri asked)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(asked.Query);
        Assert.Equal(("code", ClientId, "S256"), (query["response_type"].ToString(), query["client_id"].ToString(), query["code_challenge_method"].ToString()));
        var code = Guid.NewGuid().ToString("n");
        _codes[code] = (query["code_challenge"].ToString(), query["nonce"].ToString(), query["redirect_uri"].ToString());
        return $"{new Uri(query["redirect_uri"].ToString()).AbsolutePath}?code={code}&state={Uri.EscapeDataString(query["state"].ToString())}";
    }

    /// <summary>A token for a program of the gemeente.</summary>
    /// <param name="change">Makes it wrong; an empty text takes the claim out.</param>
    public string AccessToken(string audience, string role, Action<Dictionary<string, object>>? change = null, bool sign = true)
    {
        var claims = Claims(audience, role);
        change?.Invoke(claims);
        return Write(claims.Where(static claim => claim.Value is not "").ToDictionary(), sign);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var answer = http.Request.Path.Value switch
        {
            "/.well-known/openid-configuration" => new JsonObject
            {
                ["issuer"] = Address,
                ["authorization_endpoint"] = Address + "/aanmelden",
                ["token_endpoint"] = Address + "/token",
                ["jwks_uri"] = Address + "/sleutels",
            },
            "/sleutels" => new JsonObject { ["keys"] = new JsonArray(Key()) },
            _ => await TokenAsync(http.Request),
        };
        http.Response.StatusCode = answer["error"] is null ? 200 : 400;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(answer.ToJsonString());
    }

    private async Task<JsonNode> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var client = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{Secret}"));
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        return request.Headers.Authorization == client && _codes.Remove(form["code"].ToString(), out var code) && code.Challenge == challenge && code.Redirect == form["redirect_uri"]
            ? new JsonObject { ["id_token"] = IdToken(code.Nonce), ["token_type"] = "Bearer" }
            : new JsonObject { ["error"] = "invalid_grant" };
    }

    private string IdToken(string nonce)
    {
        var claims = Claims(ClientId, "klachtencoordinator");
        claims["nonce"] = nonce;
        Change(claims);
        return Write(claims, !Unsigned);
    }

    private Dictionary<string, object> Claims(string audience, string role) => new()
    {
        ["iss"] = Address,
        ["aud"] = audience,
        ["sub"] = "medewerker",
        ["exp"] = now().AddMinutes(5).ToUnixTimeSeconds(),
        ["roles"] = new[] { role },
    };

    private string Write(Dictionary<string, object> claims, bool sign)
    {
        var descriptor = new SecurityTokenDescriptor { Claims = claims, SigningCredentials = sign ? new(_key, SecurityAlgorithms.RsaSha256) : null };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    private JsonObject Key()
    {
        var shown = _key.Rsa.ExportParameters(includePrivateParameters: false);
        return new() { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = "k1", ["n"] = Base64Url.EncodeToString(shown.Modulus), ["e"] = Base64Url.EncodeToString(shown.Exponent) };
    }
}
