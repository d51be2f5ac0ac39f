using KlachtHulp.Bot.Channels.Limits;
using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>The WebSocket on which a client hears everything at once.</summary>
public sealed class StreamEndpoint(
    TokenOffice office, DirectLineSettings settings, UsedTickets used, OpenStreams streams, Conversations conversations, ITurnFeed feed, ConversationPace pace,
    TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<StreamEndpoint> logger)
{
    public async Task<IResult> ConnectAsync(HttpContext http, string id)
    {
        var (ticket, error) = Ticket(http, id);
        if (error is not null)
        {
            return error.Result();
        }

        pace.Count(id);
        if (!http.WebSockets.IsWebSocketRequest)
        {
            return DirectLineError.NotWebSocket.Result();
        }

        if (!ActivitySet.TryReadWatermark(http.Request.Query["watermark"], out var after))
        {
            return DirectLineError.Watermark.Result();
        }

        if (!await conversations.ExistsAsync(id, http.RequestAborted))
        {
            return DirectLineError.NotFound.Result();
        }

        using var place = streams.TryOpen(http);
        if (place is null)
        {
            http.Response.Headers.RetryAfter = "60";
            return DirectLineError.TooMany.Result();
        }

        if (!await used.TryUseAsync(ticket!, http.RequestAborted))
        {
            return DirectLineError.Forbidden.Result();
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var subscription = feed.Subscribe(id);
        var session = new StreamSession(socket, conversations, subscription, id, after, settings.Heartbeat, clock);
        Log.StreamClosed(logger, await session.RunAsync(lifetime.ApplicationStopping));
        return Results.Empty;
    }

    private (TokenClaims? Ticket, DirectLineError? Error) Ticket(HttpContext http, string id)
    {
        var text = http.Request.Query["t"].ToString();
        if (text.Length == 0)
        {
            return (null, DirectLineError.Unauthorized);
        }

        return office.Read(text, TokenPurpose.Stream) switch
        {
            TokenReading.Good good when string.Equals(good.Claims.ConversationId, id, StringComparison.Ordinal)
                && IsKnown(http.Request) && PageOrigin.Fits(http.Request, good.Claims.Origin) => (good.Claims, null),
            TokenReading.Expired => (null, DirectLineError.TokenExpired),
            _ => (null, DirectLineError.Forbidden),
        };
    }

    /// <summary>Browsers do not apply CORS to WebSockets, so the page is checked here. Programs send no origin.</summary>
    private bool IsKnown(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || settings.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase)
            || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && IsOwn(page, request));
    }

    private bool IsOwn(Uri page, HttpRequest request)
        => Uri.TryCreate(Addresses.Base(request, settings.PublicAddress), UriKind.Absolute, out var own)
            && string.Equals(page.Authority, own.Authority, StringComparison.OrdinalIgnoreCase);
}
