using System.Diagnostics;
using System.Text.Json;
using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Channels.Api;

/// <summary>Begins a conversation in one call: its token, its stream and its first messages. On a slow network each call more is half a second.</summary>
public sealed class BeginEndpoint(TokenOffice office, CreationLimiter limiter, DirectLineWriters writers, DirectLineSettings settings, TurnRunner runner)
{
    public async Task<IResult> BeginAsync(HttpContext http)
    {
        if (await limiter.RefuseAsync(http) is { } refusal)
        {
            return refusal.Problem();
        }

        var (claims, error) = await NewTokenReader.ReadAsync(http, office);
        return claims is null ? error!.Problem() : await BeginAsync(http, claims); // not null: without claims there is an error
    }

    private async Task<IResult> BeginAsync(HttpContext http, TokenClaims claims)
    {
        var saved = await runner.RunAsync(writers.First(http.Request, claims), http.RequestAborted) as TurnResult.Saved ?? throw new UnreachableException();
        http.Response.Headers.CacheControl = "no-store";
        http.Response.StatusCode = StatusCodes.Status201Created;
        return Results.Bytes(Write(http.Request, claims, saved), "application/json");
    }

    /// <summary>What a conversation is, and its first set of activities, in one object.</summary>
    private byte[] Write(HttpRequest request, TokenClaims claims, TurnResult.Saved saved)
    {
        var token = office.Issue(claims);
        var watermark = ActivitySet.Watermark(saved.FirstSequence + saved.Activities.Count - 1);
        var stream = Addresses.Stream(Addresses.Base(request, settings.PublicAddress), claims.ConversationId, watermark, office.Ticket(claims));
        var begun = JsonSerializer.SerializeToUtf8Bytes(new ConversationResponse(claims.ConversationId, token.Token, token.ExpiresIn, stream), BotJson.Wire.ConversationResponse);
        return [.. begun.AsSpan(..^1), (byte)',', .. ActivitySet.Write(saved.Activities, watermark).AsSpan(1)];
    }
}
