using System.Text.Json;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>Tokens for and by other servers, and their renewal.</summary>
public sealed class TokenEndpoints(TokenOffice office, Conversations conversations)
{
    private const int MaxBody = 4 * 1024;

    public async Task<IResult> GenerateAsync(HttpContext http)
    {
        switch (office.Identify(http.Request))
        {
            case Caller.Refused refused:
                return refused.Error.Result();
            case Caller.Holder:
                return DirectLineError.Forbidden.Result();
        }

        var (claims, error) = await ReadAsync(http, office);
        return claims is null ? error!.Result() : Results.Json(office.Issue(claims), BotJson.Wire.TokenResponse);
    }

    public Task<IResult> RefreshAsync(HttpContext http) => Task.FromResult(office.Identify(http.Request) switch
    {
        Caller.Holder holder when conversations.WasErased(holder.Claims.ConversationId) => DirectLineError.NotFound.Result(),
        Caller.Holder holder => office.Renew(holder.Claims) is { } fresh ? Results.Json(fresh, BotJson.Wire.TokenResponse) : DirectLineError.TokenExpired.Result(),
        Caller.Refused refused => refused.Error.Result(),
        _ => DirectLineError.Forbidden.Result(),
    });

    /// <summary>Reads who and where a new conversation is for; exactly one of the two results is null.</summary>
    internal static async Task<(TokenClaims? Claims, DirectLineError? Error)> ReadAsync(HttpContext http, TokenOffice office)
    {
        if (await BodyReader.ReadAsync(http.Request, MaxBody, http.RequestAborted) is not { } body)
        {
            return (null, DirectLineError.TooBig);
        }

        TokenParameters? parameters;
        try
        {
            parameters = body.IsEmpty ? null : JsonText.Read(body, BotJson.Wire.TokenParameters);
        }
        catch (JsonException)
        {
            return (null, DirectLineError.Syntax);
        }

        var user = parameters?.User?.Id ?? "";
        if (user.Length > 128 || (user.Length > 0 && !user.StartsWith("dl_", StringComparison.Ordinal)) || user.Any(char.IsControl))
        {
            return (null, DirectLineError.Argument("'user.id' must begin with 'dl_' and have at most 128 characters."));
        }

        var sites = parameters?.TrustedOrigins ?? [];
        if (sites.Count > PageOrigin.Most || sites.Any(static site => site is null || !Uri.TryCreate(site, UriKind.Absolute, out _)))
        {
            return (null, DirectLineError.Argument("'trustedOrigins' holds at most five origins."));
        }

        return NewTokenRules.IsGemeente(parameters?.Gemeente) && NewTokenRules.IsKanaal(parameters?.Kanaal)
            ? (office.NewConversation(user, parameters?.Gemeente, parameters?.Kanaal ?? DirectLineAccess.DefaultKanaal, taal: "") with { Origin = PageOrigin.Marks(sites) }, null)
            : (null, DirectLineError.Argument("'gemeente' is a CBS code, 'kanaal' a lower-case word."));
    }
}

/// <summary>What may be in a request for a token; null is always good.</summary>
internal static class NewTokenRules
{
    public static bool IsGemeente(string? text) => text is null || (text.Length == 4 && text.All(char.IsAsciiDigit));

    public static bool IsKanaal(string? text) => text is null || (text.Length is > 0 and <= 20 && text.All(char.IsAsciiLetterLower));

    public static bool IsTaal(string? text) =>
        text is null || (text.Length is >= 2 and <= 12 && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));
}
