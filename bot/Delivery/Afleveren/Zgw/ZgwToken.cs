using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace KlachtHulp.Bot.Delivery.Afleveren.Zgw;

/// <summary>The JWT with which ZGW APIs know a client: HS256 over the client secret, a new one for each call.</summary>
/// <remarks>Signed here and not by a library: secrets of ZGW clients may be shorter than those accept. Names no resident: claims end up in audit logs.</remarks>
internal static class ZgwToken
{
    private static ReadOnlySpan<byte> Header => """{"typ":"JWT","alg":"HS256"}"""u8;

    public static string Make(string clientId, string secret, DateTimeOffset now)
    {
        using var claims = new MemoryStream();
        using (var json = new Utf8JsonWriter(claims))
        {
            json.WriteStartObject();
            json.WriteString("iss", clientId);
            json.WriteNumber("iat", now.ToUnixTimeSeconds());
            json.WriteString("client_id", clientId);
            json.WriteString("user_id", "klachthulp");
            json.WriteString("user_representation", "KlachtHulp");
            json.WriteEndObject();
        }

        return Sign($"{Base64Url.EncodeToString(Header)}.{Base64Url.EncodeToString(claims.ToArray())}", secret);
    }

    /// <param name="signed">Header and claims with the point between them.</param>
    /// <returns>The same with the signature behind it.</returns>
    public static string Sign(string signed, string secret)
        => $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(signed)))}";
}
