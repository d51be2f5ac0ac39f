using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>What a token is for; a token of one purpose opens nothing of another.</summary>
public enum TokenPurpose
{
    /// <summary>The calls of one conversation.</summary>
    Conversation,

    /// <summary>One connection to the stream.</summary>
    Stream,

    /// <summary>Downloads of one conversation, where a client can follow a link but not send a header.</summary>
    Document,
}

/// <param name="User">User the token was made for; empty when the client names its own.</param>
/// <param name="Taal">Language of the first words; empty for Dutch.</param>
/// <param name="Nonce">Makes each ticket different; empty for a token that may be used again.</param>
public sealed record TokenClaims(
    TokenPurpose Purpose, string ConversationId, string User, string Gemeente, string Kanaal, string Taal, string Nonce, DateTimeOffset Expires)
{
    /// <summary>Marks of the sites whose pages may use it, see <see cref="PageOrigin"/>; empty when it is not for a page.</summary>
    public string Origin { get; init; } = "";

    /// <summary>When the first token of this row was issued, in whole seconds; a renewed one keeps it.</summary>
    public DateTimeOffset Begun { get; init; }
}

/// <summary>What a token turned out to be.</summary>
public abstract record TokenReading
{
    private TokenReading()
    {
    }

    public sealed record Good(TokenClaims Claims) : TokenReading;

    /// <summary>Made here, but too long ago.</summary>
    public sealed record Expired : TokenReading;

    /// <summary>Not made here, or changed, or for something else.</summary>
    public sealed record Forged : TokenReading;
}

/// <summary>Makes and reads tokens: the claims in plain sight with an HMAC-SHA256 behind them.</summary>
public sealed class Tokens(byte[] key, TimeProvider clock)
{
    private const int MaxLength = 1024;
    private const char Separator = '\n';
    private const int OldFields = 8;

    public string Make(TokenClaims claims)
    {
        string[] fields =
        [
            ((int)claims.Purpose).ToString(CultureInfo.InvariantCulture), claims.Expires.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            claims.ConversationId, claims.User, claims.Gemeente, claims.Kanaal, claims.Taal, claims.Nonce, claims.Origin,
            claims.Begun.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        ];
        if (fields.Any(static field => field.Contains(Separator, StringComparison.Ordinal)))
        {
            throw new ArgumentException("A claim holds a line end.", nameof(claims));
        }

        var payload = Encoding.UTF8.GetBytes(string.Join(Separator, fields));
        return $"{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, payload))}";
    }

    /// <param name="late">How long after its end a token is still good.</param>
    public TokenReading Read(string token, TokenPurpose purpose, TimeSpan late = default)
    {
        if (Payload(token) is not { } payload || Claims(Encoding.UTF8.GetString(payload)) is not { } claims || claims.Purpose != purpose)
        {
            return new TokenReading.Forged();
        }

        return claims.Expires + late <= clock.GetUtcNow() ? new TokenReading.Expired() : new TokenReading.Good(claims);
    }

    /// <returns>null when the signature is not ours.</returns>
    private byte[]? Payload(string token)
    {
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        if (token.Length > MaxLength || dot < 0 || !Base64Url.IsValid(token.AsSpan(0, dot)) || !Base64Url.IsValid(token.AsSpan(dot + 1)))
        {
            return null;
        }

        var payload = Base64Url.DecodeFromChars(token.AsSpan(0, dot));
        var expected = Base64Url.EncodeToString(HMACSHA256.HashData(key, payload));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(token[(dot + 1)..])) ? payload : null;
    }

    private static TokenClaims? Claims(string payload) => payload.Split(Separator) switch
    {
        [.. var first, var origin, var begun] when first.Length == OldFields && Claims(first) is { } claims
            => claims with { Origin = origin, Begun = DateTimeOffset.FromUnixTimeSeconds(long.Parse(begun, CultureInfo.InvariantCulture)) },
        var fields => Claims(fields),
    };

    /// <summary>Those of a token that an older version issued; it has no site and no begin, and is renewed as one that begins now.</summary>
    private static TokenClaims? Claims(string[] fields) => fields switch
    {
        [var purpose, var expires, var conversation, var user, var gemeente, var kanaal, var taal, var nonce] => new TokenClaims(
            (TokenPurpose)int.Parse(purpose, CultureInfo.InvariantCulture), conversation, user, gemeente, kanaal, taal, nonce,
            DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(expires, CultureInfo.InvariantCulture))),
        _ => null,
    };
}
