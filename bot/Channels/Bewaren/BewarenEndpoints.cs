using System.Text.Json;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Channels.Api;
using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Channels.Bewaren;

/// <summary>A code to go on later, and going on with it.</summary>
public sealed class BewarenEndpoints(TokenOffice office, DirectLineAccess access, CreationLimiter creations, GuessLimiter guesses, ResumeCodes codes)
{
    private const int MaxBody = 1024;

    public async Task<IResult> SaveAsync(HttpContext http, string id)
    {
        if (await access.CheckStartedAsync(http.Request, id, http.RequestAborted) is not Access.Granted granted)
        {
            return access.Check(http.Request, id) is Access.Denied denied ? Fail(denied.Error) : Fail(DirectLineError.NotFound);
        }

        return await creations.TryPassAsync(http)
            ? NoStore(http, Results.Json(new BewaarResponse(await codes.MakeAsync(id, granted.Claims.Gemeente, http.RequestAborted)), BotJson.Wire.BewaarResponse))
            : Fail(DirectLineError.TooMany);
    }

    /// <summary>The same answer for a code that never was and one that is gone.</summary>
    public async Task<IResult> ResumeAsync(HttpContext http)
    {
        if (!await guesses.TryPassAsync(http))
        {
            return Fail(DirectLineError.TooMany);
        }

        if (await BodyReader.ReadAsync(http.Request, MaxBody, http.RequestAborted) is not { } body)
        {
            return Fail(DirectLineError.TooBig);
        }

        if (!http.Request.HasJsonContentType())
        {
            return Fail(DirectLineError.WrongType);
        }

        try
        {
            var code = JsonText.Read(body, BotJson.Wire.VerderRequest)?.Code ?? "";
            return await codes.FindAsync(code, http.RequestAborted) is var (conversation, gemeente)
                ? NoStore(http, Results.Json(office.Issue(Claims(conversation, gemeente)), BotJson.Wire.TokenResponse))
                : Fail(DirectLineError.NotFound);
        }
        catch (JsonException)
        {
            return Fail(DirectLineError.Syntax);
        }
    }

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
public sealed record BewaarResponse(string Code);

/// <param name="Code">As the resident typed it.</param>
public sealed record VerderRequest(string? Code);
