using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Flow;
using UnreachableException = System.Diagnostics.UnreachableException;

namespace KlachtHulp.Bot.Channels.Connector;

/// <summary>Where Bot Framework channels bring what residents do.</summary>
public sealed class MessagingEndpoint(
    InboundAuthentication authentication, ServiceUrlPolicy policy, ConnectorWriters writers, ConnectorClient client, TurnRunner runner,
    DirectLineSettings settings,
    ILogger<MessagingEndpoint> logger, IStaffDoor? staff = null)
{
    private const int MaxBody = 256 * 1024;
    private const int MaxId = 256;
    private const string ExpectReplies = "expectReplies";
    private const string CardAction = "adaptiveCard/action";

    public async Task<IResult> PostAsync(HttpContext http)
    {
        if (await authentication.AuthenticateAsync(http.Request, http.RequestAborted) is not { } identity)
        {
            return DirectLineError.Unauthorized.Result();
        }

        if (await BodyReader.ReadAsync(http.Request, MaxBody, http.RequestAborted) is not { } body)
        {
            return DirectLineError.TooBig.Result();
        }

        if (!http.Request.HasJsonContentType())
        {
            return DirectLineError.WrongType.Result();
        }

        try
        {
            return ActivityReader.Parse(body) is { } activity ? await HandleAsync(http, identity, activity) : DirectLineError.Syntax.Result();
        }
        catch (JsonException)
        {
            return DirectLineError.Syntax.Result();
        }
    }

    private async Task<IResult> HandleAsync(HttpContext http, InboundIdentity identity, Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Type))
        {
            return DirectLineError.Missing("type").Result();
        }

        if (!InboundAuthentication.Covers(identity, activity))
        {
            return DirectLineError.Forbidden.Result();
        }

        if (staff?.Takes(activity) == true)
        {
            return await staff.AnswerAsync(http, activity);
        }

        if (activity.Type == ActivityTypes.Invoke)
        {
            return Invoke(activity);
        }

        return ActivityReader.Read(activity) is { } incoming ? await TurnAsync(http, activity, incoming) : Results.Ok();
    }

    private static IResult Invoke(Activity activity)
    {
        if (!string.Equals(activity.Name, CardAction, StringComparison.Ordinal))
        {
            return Results.StatusCode(StatusCodes.Status501NotImplemented);
        }

        var complete = activity.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("action", out var action)
            && action.ValueKind == JsonValueKind.Object;
        return complete
            ? Results.Json(InvokeResponse.NotSupported(501, "NotSupported"), BotJson.Wire.InvokeResponse)
            : Results.Json(InvokeResponse.NotSupported(400, "BadRequest"), BotJson.Wire.InvokeResponse, statusCode: 400);
    }

    private async Task<IResult> TurnAsync(HttpContext http, Activity activity, Incoming incoming)
    {
        if (string.IsNullOrEmpty(activity.Conversation?.Id))
        {
            return DirectLineError.Missing("conversation.id").Result();
        }

        var inline = string.Equals(activity.DeliveryMode, ExpectReplies, StringComparison.Ordinal);
        if (!policy.TryRead(activity.ServiceUrl, out var service) && !inline)
        {
            Log.ServiceUrlRefused(logger);
            return DirectLineError.Argument("This serviceUrl is not one of a known channel.").Result();
        }

        var key = ConnectorWriters.StoreKey(activity);
        var request = new TurnRequest(key, settings.Gemeente, activity.ChannelId ?? "", incoming,
            inline ? writers.For(http.Request, activity, key) : writers.For(http.Request, activity, key, service))
        {
            DedupeKey = DedupeKey(activity.Id),
            MayStart = true,
        };
        var result = await runner.RunAsync(request, http.RequestAborted);
        return inline ? Replies(result) : await SendAsync(service, activity, result);
    }

    /// <summary>The channel's own name for the message, hashed when it is long.</summary>
    private static string? DedupeKey(string? id) => id switch
    {
        null or "" => null,
        { Length: <= MaxId } => $"in:{id}",
        _ => $"in#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))}",
    };

    private static IResult Replies(TurnResult result) => ActivitySet.Result(ActivitySet.Write(Activities(result), watermark: null));

    private static IReadOnlyList<ReadOnlyMemory<byte>> Activities(TurnResult result) => result switch
    {
        TurnResult.Saved saved => saved.Activities,
        TurnResult.Repeated before => before.Activities,
        TurnResult.Erased erased => erased.Activities,
        _ => [],
    };

    /// <summary>Replies that were saved are brought by the outbox, at once and as often as it takes. The last words of a conversation that is gone are said here.</summary>
    private async Task<IResult> SendAsync(Uri service, Activity activity, TurnResult result)
    {
        var last = result is TurnResult.Erased erased ? erased.Activities : [];
        var conversationId = activity.Conversation?.Id ?? throw new UnreachableException();
        foreach (var reply in last)
        {
            var call = new ConnectorCall(HttpMethod.Post, service, conversationId, ConnectorTurnWriter.ReplyTo(activity));
            if (await client.DeliverAsync(call, ReplyEffect.Outgoing(reply), CancellationToken.None) is not Delivery.Arrived)
            {
                Log.ReplyNotDelivered(logger, "last words");
            }
        }

        return Results.Ok();
    }
}
