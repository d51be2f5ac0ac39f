using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace KlachtHulp.Tests.Support;

/// <summary>A channel that signs tokens, and strangers who try to. Tokens are put together by hand, so that every part can be wrong.</summary>
public sealed class ChannelKeys : IDisposable
{
    public const string AppId = "00000000-0000-0000-0000-00000000b07a";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    public static DateTimeOffset Now => DateTimeOffset.UtcNow;

    public RSA Known { get; } = RSA.Create(2048);

    public RSA Stranger { get; } = RSA.Create(2048);

    public RSA ForOtherChannel { get; } = RSA.Create(2048);

    public RSA Unendorsed { get; } = RSA.Create(2048);

    public IConfigurationManager<OpenIdConnectConfiguration> Metadata()
    {
        var keys = new JsonObject
        {
            ["keys"] = new JsonArray(Jwk(Known, "known", "msteams", "directline"), Jwk(ForOtherChannel, "other", "webchat"), Jwk(Unendorsed, "bare")),
        };
        var configuration = new OpenIdConnectConfiguration { JsonWebKeySet = new JsonWebKeySet(keys.ToJsonString()) };
        foreach (var key in configuration.JsonWebKeySet.GetSigningKeys())
        {
            configuration.SigningKeys.Add(key);
        }

        return new StaticConfigurationManager<OpenIdConnectConfiguration>(configuration);
    }

    public static JsonObject Claims(string serviceUrl = ServiceUrl) => new()
    {
        ["iss"] = "https://api.botframework.com",
        ["aud"] = AppId,
        ["nbf"] = Now.AddHours(-2).ToUnixTimeSeconds(),
        ["exp"] = Now.AddHours(1).ToUnixTimeSeconds(),
        ["serviceurl"] = serviceUrl,
    };

    public string Good(string serviceUrl = ServiceUrl) => Sign(Known, Claims(serviceUrl));

    public static string Sign(RSA key, JsonObject claims, string? kid = "known", string alg = "RS256", HashAlgorithmName? hash = null)
    {
        var unsigned = WithoutSignature(claims, kid, alg);
        return $"{unsigned}.{Base64UrlEncoder.Encode(key.SignData(Encoding.ASCII.GetBytes(unsigned), hash ?? HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public static string WithoutSignature(JsonObject claims, string? kid, string alg)
    {
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = alg };
        if (kid is not null)
        {
            header["kid"] = kid;
        }

        return $"{Base64UrlEncoder.Encode(header.ToJsonString())}.{Base64UrlEncoder.Encode(claims.ToJsonString())}";
    }

    public void Dispose()
    {
        Known.Dispose();
        Stranger.Dispose();
        ForOtherChannel.Dispose();
        Unendorsed.Dispose();
    }

    public static JsonObject Jwk(RSA key, string kid, params string[] endorsements)
    {
        var numbers = key.ExportParameters(includePrivateParameters: false);
        var jwk = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = kid,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
        };
        if (endorsements.Length > 0)
        {
            jwk["endorsements"] = JsonSerializer.SerializeToNode(endorsements);
        }

        return jwk;
    }
}
