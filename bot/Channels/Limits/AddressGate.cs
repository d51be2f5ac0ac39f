namespace KlachtHulp.Bot.Channels.Limits;

/// <summary>
/// The first thing a call meets. Who was refused often waits longer and longer for the next answer, without holding a thread, so that asking faster brings nothing;
/// what is refused anyway is refused here. Who is in a conversation passes, whatever others at the same address do.
/// </summary>
internal sealed class AddressGate(
    RequestDelegate next, AddressBook book, WaitingRoom room, ConversationPace pace, UploadPlaces uploads, ConversationProof proof, Refusals refusals, LimitSettings settings)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    public Task InvokeAsync(HttpContext http)
    {
        var door = Doors.Of(http.Request);
        if (door == Door.Probe)
        {
            return next(http);
        }

        var network = NetworkKey.Of(http);
        var verdict = book.Arrives(network, door);
        if (verdict.Wait > TimeSpan.Zero || verdict.Refused > TimeSpan.Zero)
        {
            return HoldAsync(http, network, verdict);
        }

        return door == Door.Inside && pace.Look(Doors.Conversation(http.Request.Path.Value)) is { Waiting: not null } slow
            ? SlowAsync(http, network, slow)
            : PassAsync(http, network);
    }

    private async Task HoldAsync(HttpContext http, NetworkKey network, Verdict verdict)
    {
        if (verdict.Refused == TimeSpan.Zero && proof.Holds(http.Request))
        {
            var slow = pace.Look(Doors.Conversation(http.Request.Path.Value));
            await (slow.Waiting is null ? PassAsync(http, network) : SlowAsync(http, network, slow));
        }
        else if (verdict.Wait > TimeSpan.Zero && !await room.WaitAsync(verdict.Waiting, WaitingRoom.MostPerAddress, verdict.Wait, http.RequestAborted))
        {
            await TurnAwayAsync(http, verdict.Wait);
        }
        else
        {
            await (verdict.Refused > TimeSpan.Zero && !Doors.BringsWords(http.Request) ? refusals.TooManyAsync(http, verdict.Refused) : PassAsync(http, network));
        }
    }

    private async Task SlowAsync(HttpContext http, NetworkKey network, Slowdown slow)
    {
        var waiting = slow.Waiting ?? throw new System.Diagnostics.UnreachableException();
        var waited = await room.WaitAsync(waiting, WaitingRoom.MostPerConversation, slow.Wait, http.RequestAborted);
        await (waited ? PassAsync(http, network) : refusals.TooManyAsync(http, slow.Wait));
    }

    /// <summary>Without an answer: making one is what a flooder wants. Behind a proxy the connection is the proxy's, which would take a closed one for a service that is ill.</summary>
    private Task TurnAwayAsync(HttpContext http, TimeSpan wait)
    {
        if (settings.Proxies.Any)
        {
            return refusals.TooManyAsync(http, wait);
        }

        http.Abort();
        return Task.CompletedTask;
    }

    private async Task PassAsync(HttpContext http, NetworkKey network)
    {
        if (!Doors.TakesFiles(http.Request))
        {
            await next(http);
        }
        else if (uploads.TryEnter(network))
        {
            await StoreAsync(http, network);
        }
        else
        {
            await refusals.BusyAsync(http, Soon);
        }

        if (http.Response.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status429TooManyRequests)
        {
            book.WasRefused(network);
        }
    }

    private async Task StoreAsync(HttpContext http, NetworkKey network)
    {
        try
        {
            await next(http);
        }
        finally
        {
            uploads.Leave(network);
        }
    }
}
