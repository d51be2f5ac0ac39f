using System.Net.WebSockets;
using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>One open stream. Only <see cref="WriteAsync"/> sends; what the client sends is read and ignored.</summary>
/// <param name="mark">Sequence of the last activity the client has.</param>
internal sealed class StreamSession(
    WebSocket socket, Conversations conversations, FeedSubscription subscription, string conversationId, long mark, TimeSpan heartbeat, TimeProvider clock)
{
    private static readonly TimeSpan SendPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(2);

    private long _mark = mark;

    /// <summary>Runs until either side ends it.</summary>
    /// <returns>Why it ended, in words for the log.</returns>
    public async Task<string> RunAsync(CancellationToken stopping)
    {
        using var timer = clock.CreateTimer(_ => subscription.Beat(), state: null, heartbeat, heartbeat);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var reading = ReadAsync(ended);
        var reason = await WriteUntilAsync(ended.Token, stopping);
        await CloseAsync(stopping.IsCancellationRequested ? WebSocketCloseStatus.EndpointUnavailable : WebSocketCloseStatus.NormalClosure);
        await Task.WhenAny(reading, Task.Delay(ClosePatience, clock, CancellationToken.None));
        socket.Abort();
        await reading;
        return reason;
    }

    private async Task<string> WriteUntilAsync(CancellationToken ended, CancellationToken stopping)
    {
        try
        {
            await WriteAsync(ended);
            return "conversation ended";
        }
        catch (OperationCanceledException)
        {
            return stopping.IsCancellationRequested ? "service stops" : "client left or too slow";
        }
        catch (WebSocketException)
        {
            return "connection broken";
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        await foreach (var item in subscription.Items.ReadAllAsync(cancellationToken))
        {
            switch (item)
            {
                case null:
                    await SendAsync(ReadOnlyMemory<byte>.Empty, cancellationToken);
                    break;
                case { Ends: true }:
                    await SendAsync(ActivitySet.Write(item.Activities, watermark: null), cancellationToken);
                    return;
                case { Passing: true }:
                    await SendAsync(ActivitySet.Write(item.Activities, watermark: null), cancellationToken);
                    break;
                case { Activities.Count: > 0 } when item.FirstSequence + item.Activities.Count - 1 <= _mark:
                    break;
                case { Activities.Count: > 0 } when item.FirstSequence == _mark + 1:
                    _mark += item.Activities.Count;
                    await SendAsync(ActivitySet.Write(item.Activities, ActivitySet.Watermark(_mark)), cancellationToken);
                    break;
                default:
                    await CatchUpAsync(cancellationToken);
                    if (item.Activities.Count == 0 && !await conversations.ExistsAsync(conversationId, cancellationToken))
                    {
                        return;
                    }

                    break;
            }
        }
    }

    /// <summary>Sends what is in the transcript after the mark. The subscription was made before, so nothing falls in between.</summary>
    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        while (await conversations.ReadAsync(conversationId, _mark, ActivitySet.PageSize, cancellationToken) is { Count: > 0 } page)
        {
            var set = ActivitySet.Write(page, _mark);
            _mark = page[^1].Sequence;
            await SendAsync(set, cancellationToken);
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(SendPatience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, either.Token);
    }

    private async Task ReadAsync(CancellationTokenSource ended)
    {
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception problem) when (problem is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side went away without a goodbye: the same as a goodbye.
        }
        finally
        {
            await ended.CancelAsync();
        }
    }

    private async Task CloseAsync(WebSocketCloseStatus status)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        try
        {
            using var patience = new CancellationTokenSource(ClosePatience, clock);
            await socket.CloseOutputAsync(status, statusDescription: null, patience.Token);
        }
        catch (Exception problem) when (problem is WebSocketException or OperationCanceledException)
        {
            // Nobody is listening any more.
        }
    }
}
