using System.Security.Cryptography;
using System.Text;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>Hands out tokens and checks who calls.</summary>
public sealed class TokenOffice(Tokens tokens, DirectLineSettings settings, TimeProvider clock)
{
    private const string Scheme = "Bearer ";

    /// <summary>How long the link to a document in a message or a card works: it cannot be renewed there, and people open it later than they get it.</summary>
    internal static readonly TimeSpan DocumentLife = TimeSpan.FromDays(1);

    /// <summary>Claims for a conversation that does not exist yet, with 128 random bits for a name.</summary>
    public TokenClaims NewConversation(string user, string? gemeente, string kanaal, string taal)
        => new(TokenPurpose.Conversation, NewId(), user, gemeente ?? settings.Gemeente, kanaal, taal, Nonce: "", Expires: default);

    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>A fresh token for the same conversation and user.</summary>
    public TokenResponse Issue(TokenClaims claims)
    {
        var now = clock.GetUtcNow();
        var token = tokens.Make(claims with { Expires = now + settings.TokenLife, Begun = claims.Begun > DateTimeOffset.UnixEpoch ? claims.Begun : now });
        return new(claims.ConversationId, token, (int)settings.TokenLife.TotalSeconds);
    }

    /// <summary>A fresh token for who has one. A row of them ends: a token that leaked does not open the conversation for ever.</summary>
    /// <returns>null when the row has lasted as long as a conversation is kept.</returns>
    public TokenResponse? Renew(TokenClaims claims)
        => claims.Begun > DateTimeOffset.UnixEpoch && clock.GetUtcNow() >= claims.Begun + settings.Renewable ? null : Issue(claims);

    /// <summary>The gemeente whose site the page is on; null when it is on none that is of one gemeente.</summary>
    public string? GemeenteOf(HttpRequest request) => PageOrigin.Of(request) is { } origin ? settings.Gemeenten.GetValueOrDefault(origin) : null;

    /// <summary>A ticket for one connection to the stream.</summary>
    public string Ticket(TokenClaims claims)
        => tokens.Make(claims with { Purpose = TokenPurpose.Stream, Nonce = NewId(), Expires = clock.GetUtcNow() + settings.TicketLife });

    /// <summary>A ticket for the documents of a conversation, for channels whose client cannot send a header.</summary>
    public string DocumentTicket(string conversationId)
        => tokens.Make(new TokenClaims(TokenPurpose.Document, conversationId, "", "", "", "", "", clock.GetUtcNow() + DocumentLife));

    public TokenReading Read(string token, TokenPurpose purpose) => tokens.Read(token, purpose);

    public Caller Identify(HttpRequest request) => Identify(request, late: default);

    /// <param name="late">How long after its end a token is still good.</param>
    public Caller Identify(HttpRequest request, TimeSpan late)
    {
        var header = request.Headers.Authorization;
        if (header.Count != 1 || header[0] is not { } value || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || value.Length == Scheme.Length)
        {
            return new Caller.Refused(DirectLineError.Unauthorized);
        }

        var credential = value[Scheme.Length..].Trim();
        if (settings.Geheim is { } secret && CryptographicOperations.FixedTimeEquals(Hash(credential), Hash(secret)))
        {
            return new Caller.Secret();
        }

        return tokens.Read(credential, TokenPurpose.Conversation, late) switch
        {
            TokenReading.Good good when PageOrigin.Fits(request, good.Claims.Origin) => new Caller.Holder(good.Claims),
            TokenReading.Expired => new Caller.Refused(DirectLineError.TokenExpired),
            _ => new Caller.Refused(DirectLineError.Forbidden),
        };
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}

/// <summary>Who sent a request.</summary>
public abstract record Caller
{
    private Caller()
    {
    }

    /// <summary>A server that knows the master key: any conversation.</summary>
    public sealed record Secret : Caller;

    /// <summary>Somebody with a token: one conversation.</summary>
    public sealed record Holder(TokenClaims Claims) : Caller;

    public sealed record Refused(DirectLineError Error) : Caller;
}
