using System.Text.Json;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Channels.Api;
using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Channels.Limits;
using KlachtHulp.Bot.Privacy;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Channels.Bewaren;

/// <summary>A code to go on later, and going on with it.</summary>
public sealed class BewarenEndpoints(
    TokenOffice office, DirectLineAccess access, CodeLimiter made, GuessLimiter guesses, ResumeCodes codes, Conversations conversations, ConversationPace pace, BewaarSettings settings, TimeProvider clock)
{
    private const int MaxBody = 1024;

    /// <summary>How long the code is good with which a resident goes from a kiosk to a telephone.</summary>
    private static readonly TimeSpan HandOver = TimeSpan.FromMinutes(10);

    /// <summary>How long after its end a token can still be renewed: longer than twenty hours, so that nobody needs to be warned of a time limit (WCAG 2.2.1).</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(24);

    public async Task<IResult> SaveAsync(HttpContext http, string id)
    {
        if (await access.CheckStartedAsync(http.Request, id, http.RequestAborted) is not Access.Granted granted)
        {
            return access.Check(http.Request, id) is Access.Denied denied ? Fail(denied.Error) : Fail(DirectLineError.NotFound);
        }

        return made.TryPass(http, id)
            ? NoStore(http, Results.Json(new BewaarResponse(await codes.MakeAsync(id, granted.Claims.Gemeente, http.RequestAborted), KeptUntil), BotJson.Wire.BewaarResponse))
            : Fail(DirectLineError.TooMany);
    }

    /// <summary>A code for one other device, once and for some minutes.</summary>
    public async Task<IResult> HandOverAsync(HttpContext http, string id)
    {
        if (await access.CheckStartedAsync(http.Request, id, http.RequestAborted) is not Access.Granted granted)
        {
            return access.Check(http.Request, id) is Access.Denied denied ? Fail(denied.Error) : Fail(DirectLineError.NotFound);
        }

        return made.TryPass(http, id)
            ? NoStore(http, Results.Json(new OverdrachtCode(await codes.MakeOnceAsync(id, granted.Claims.Gemeente, HandOver, http.RequestAborted)), BotJson.Wire.OverdrachtCode))
            : Fail(DirectLineError.TooMany);
    }

    /// <summary>Whether the other device went on. The code comes in the body: an address is kept in logs.</summary>
    public async Task<IResult> HandedOverAsync(HttpContext http, string id) => access.Check(http.Request, id) is Access.Denied denied
        ? Fail(denied.Error)
        : await ReadCodeAsync(http) switch
        {
            (_, { } error) => Fail(error),
            var (code, _) => NoStore(http, Results.Json(new OverdrachtResponse(await codes.WasUsedAsync(code, id, http.RequestAborted)), BotJson.Wire.OverdrachtResponse)),
        };

    /// <summary>A fresh token for who was away, for instance because the computer slept.</summary>
    public async Task<IResult> RenewAsync(HttpContext http, string id)
    {
        switch (office.Identify(http.Request, Late))
        {
            case Caller.Holder holder when string.Equals(holder.Claims.ConversationId, id, StringComparison.Ordinal):
                pace.Count(id);
                return await RenewAsync(http, holder.Claims);
            case Caller.Refused refused:
                return Fail(refused.Error);
            default:
                return Fail(DirectLineError.Forbidden);
        }
    }

    private async Task<IResult> RenewAsync(HttpContext http, TokenClaims claims)
    {
        if (!await conversations.ExistsAsync(claims.ConversationId, http.RequestAborted))
        {
            return Fail(DirectLineError.NotFound);
        }

        return office.Renew(claims) is { } fresh ? NoStore(http, Results.Json(fresh, BotJson.Wire.TokenResponse)) : Fail(DirectLineError.TokenExpired);
    }

    /// <summary>The same answer for a code that never was and one that is gone.</summary>
    public async Task<IResult> ResumeAsync(HttpContext http)
    {
        if (!await guesses.TryPassAsync(http))
        {
            return Fail(DirectLineError.TooMany);
        }

        return await ReadCodeAsync(http) switch
        {
            (_, { } error) => Fail(error),
            var (code, _) => await codes.FindAsync(code, http.RequestAborted) is var (conversation, gemeente)
                ? NoStore(http, Results.Json(office.Issue(Claims(conversation, gemeente) with { Origin = NewTokenReader.Marks(http.Request) }), BotJson.Wire.TokenResponse))
                : await WrongAsync(http),
        };
    }

    private async Task<IResult> WrongAsync(HttpContext http)
    {
        await guesses.WrongAsync(http.RequestAborted);
        return Fail(DirectLineError.NotFound);
    }

    private static async Task<(string Code, DirectLineError? Error)> ReadCodeAsync(HttpContext http)
    {
        if (await BodyReader.ReadAsync(http.Request, MaxBody, http.RequestAborted) is not { } body)
        {
            return ("", DirectLineError.TooBig);
        }

        if (!http.Request.HasJsonContentType())
        {
            return ("", DirectLineError.WrongType);
        }

        try
        {
            return (JsonText.Read(body, BotJson.Wire.VerderRequest)?.Code ?? "", null);
        }
        catch (JsonException)
        {
            return ("", DirectLineError.Syntax);
        }
    }

    private DateOnly KeptUntil => Amsterdam.Day(clock.GetUtcNow() + settings.Open);

    private static TokenClaims Claims(string conversation, string gemeente)
        => new(TokenPurpose.Conversation, conversation, $"dl_{TokenOffice.NewId()}", gemeente, DirectLineAccess.DefaultKanaal, Taal: "", Nonce: "", Expires: default);

    private static IResult NoStore(HttpContext http, IResult result)
    {
        http.Response.Headers.CacheControl = "no-store";
        return result;
    }

    private static IResult Fail(DirectLineError error)
        => Results.Json(new Problem("about:blank", error.Message, error.Status, error.Code), BotJson.Wire.Problem, "application/problem+json", error.Status);
}

/// <param name="Code">Three groups of four, with dashes.</param>
/// <param name="BewaardTot">Last day on which the code works.</param>
public sealed record BewaarResponse(string Code, DateOnly BewaardTot);

/// <param name="Code">Three groups of four, with dashes; works once.</param>
public sealed record OverdrachtCode(string Code);

/// <param name="Opgehaald">The other device went on with it.</param>
public sealed record OverdrachtResponse(bool Opgehaald);

/// <param name="Code">As the resident typed it.</param>
public sealed record VerderRequest(string? Code);
