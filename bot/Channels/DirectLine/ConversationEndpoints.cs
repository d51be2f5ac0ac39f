using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>Start, reconnect and history.</summary>
public sealed class ConversationEndpoints(
    TokenOffice office, DirectLineAccess access, DirectLineWriters writers, DirectLineSettings settings, CreationLimiter limiter, TurnRunner runner,
    Conversations conversations)
{
    public async Task<IResult> StartAsync(HttpContext http)
    {
        var caller = office.Identify(http.Request);
        if (caller is Caller.Refused refused)
        {
            return refused.Error.Result();
        }

        var (asked, error) = await TokenEndpoints.ReadAsync(http, office);
        if (error is not null && (caller is Caller.Secret || error.Code != DirectLineError.BadArgument))
        {
            return error.Result();
        }

        var claims = caller is Caller.Holder holder ? holder.Claims : asked!;
        var started = await conversations.ExistsAsync(claims.ConversationId, http.RequestAborted);
        if (!started && conversations.WasErased(claims.ConversationId))
        {
            return DirectLineError.NotFound.Result();
        }

        if (!started && caller is Caller.Holder && await limiter.RefuseAsync(http) is { } refusal)
        {
            return refusal.Result();
        }

        return Describe(http, claims, started || await runner.RunAsync(writers.First(http.Request, claims), http.RequestAborted) is TurnResult.Existing ? 200 : 201);
    }

    public async Task<IResult> ReconnectAsync(HttpContext http, string id)
    {
        var watermark = http.Request.Query["watermark"].ToString();
        var reached = await access.CheckStartedAsync(http.Request, id, http.RequestAborted);
        return await reached.ThenAsync(claims => Task.FromResult(
            ActivitySet.TryReadWatermark(watermark, out _) ? Describe(http, claims, 200, watermark) : DirectLineError.Watermark.Result()));
    }

    public Task<IResult> HistoryAsync(HttpContext http, string id) =>
        access.Check(http.Request, id).ThenAsync(claims => ReadAsync(http, claims.ConversationId));

    private async Task<IResult> ReadAsync(HttpContext http, string id)
    {
        if (!ActivitySet.TryReadWatermark(http.Request.Query["watermark"], out var after))
        {
            return DirectLineError.Watermark.Result();
        }

        var activities = await conversations.ReadAsync(id, after, ActivitySet.PageSize, http.RequestAborted);
        if (activities.Count == 0 && !await conversations.ExistsAsync(id, http.RequestAborted))
        {
            return DirectLineError.NotFound.Result();
        }

        http.Response.Headers.CacheControl = "no-store";
        return ActivitySet.Result(ActivitySet.Write(activities, after));
    }

    private IResult Describe(HttpContext http, TokenClaims claims, int status, string? watermark = null)
    {
        var token = office.Issue(claims);
        var stream = Addresses.Stream(Addresses.Base(http.Request, settings.PublicAddress), claims.ConversationId, watermark, office.Ticket(claims));
        return Results.Json(new ConversationResponse(claims.ConversationId, token.Token, token.ExpiresIn, stream), BotJson.Wire.ConversationResponse,
            statusCode: status);
    }
}
