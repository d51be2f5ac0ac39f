using System.Diagnostics;
using System.Text.Json;
using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Flow;

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
        var writer = writers.For(http.Request, claims.ConversationId, echo: null);
        var request = new TurnRequest(claims.ConversationId, claims.Gemeente, claims.Kanaal, new Incoming.Joined(), writer)
        {
            Taal = claims.Taal.Length > 0 ? claims.Taal : null,
        };
        var saved = await runner.RunAsync(request, http.RequestAborted) as TurnResult.Saved ?? throw new UnreachableException();
        http.Response.Headers.CacheControl = "no-store";
        http.Response.StatusCode = StatusCodes.Status201Created;
        return Results.Bytes(Write(http.Request, claims, saved), "application/json");
    }

    private byte[] Write(HttpRequest request, TokenClaims claims, TurnResult.Saved saved)
    {
        var token = office.Issue(claims);
        var watermark = ActivitySet.Watermark(saved.FirstSequence + saved.Activities.Count - 1);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("conversationId"u8, claims.ConversationId);
            json.WriteString("token"u8, token.Token);
            json.WriteNumber("expires_in"u8, token.ExpiresIn);
            json.WriteString("streamUrl"u8, Addresses.Stream(Addresses.Base(request, settings.PublicAddress), claims.ConversationId, watermark, office.Ticket(claims)));
            json.WriteStartArray("activities"u8);
            foreach (var activity in saved.Activities)
            {
                json.WriteRawValue(activity.Span, skipInputValidation: true);
            }

            json.WriteEndArray();
            json.WriteString("watermark"u8, watermark);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
