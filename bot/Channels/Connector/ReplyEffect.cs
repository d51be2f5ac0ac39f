using System.Text.Json;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;
using UnreachableException = System.Diagnostics.UnreachableException;

namespace KlachtHulp.Bot.Channels.Connector;

/// <summary>Brings the replies of a turn to their channel, in order, however often that takes within a day.</summary>
/// <remarks>Replies of a later turn wait for those of an earlier one, also after a restart and on another instance. A reply that may have arrived is not sent twice.</remarks>
public sealed class ReplyEffect(ConnectorClient client, Conversations conversations, TurnOrder order, TimeProvider clock, ILogger<ReplyEffect> logger) : IEffectHandler
{
    public const string EffectKind = "antwoord";

    private static readonly TimeSpan UsefulFor = TimeSpan.FromDays(1);

    /// <summary>Who waited longer for its turn takes a new lease before it speaks.</summary>
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(1);

    public string Kind => EffectKind;

    public async Task<EffectResult> HandleAsync(OutboxItem item, Func<ReadOnlyMemory<byte>, Task> keep, CancellationToken cancellationToken)
    {
        var asked = clock.GetUtcNow();
        using var pass = await order.EnterAsync($"{EffectKind}|{item.ConversationId}", cancellationToken);
        if (JsonSerializer.Deserialize(item.Json.Span, BotJson.Wire.ReplyTicket) is not { } ticket || item.Created + UsefulFor < clock.GetUtcNow())
        {
            return new EffectResult.Finished();
        }

        // Its lease may have ended while it waited for its turn: then it was taken again, and the other may have said some of it or all.
        if (await conversations.FindEffectAsync(item, cancellationToken) is not { } place)
        {
            return new EffectResult.Finished();
        }

        if (place.WaitsBehind)
        {
            return new EffectResult.Later();
        }

        if (clock.GetUtcNow() - asked > LongWait || !place.Progress.Span.SequenceEqual(item.Progress.Span))
        {
            await keep(place.Progress);
        }

        var result = await SendAsync(item with { Progress = place.Progress }, ticket, keep, cancellationToken);
        if (result is EffectResult.Finished)
        {
            // Before the next one gets its turn: it looks whether this one still waits.
            await conversations.CarriedOutAsync(item);
        }

        return result;
    }

    /// <summary>The channel gives its own id and moment.</summary>
    internal static ReadOnlyMemory<byte> Outgoing(ReadOnlyMemory<byte> stored)
    {
        var activity = ActivityReader.Parse(stored) ?? throw new UnreachableException();
        return JsonSerializer.SerializeToUtf8Bytes(activity with { Id = null, Timestamp = null }, BotJson.Wire.Activity);
    }

    private async Task<EffectResult> SendAsync(OutboxItem item, ReplyTicket ticket, Func<ReadOnlyMemory<byte>, Task> keep, CancellationToken cancellationToken)
    {
        var done = item.Progress.IsEmpty ? 0 : item.Progress.Span[0];
        var left = await conversations.ReadAsync(item.ConversationId, ticket.First - 1 + done, ticket.Count - done, cancellationToken);
        foreach (var reply in left)
        {
            switch (await client.DeliverAsync(new ConnectorCall(HttpMethod.Post, ticket.Service, ticket.Conversation, ticket.ReplyTo), Outgoing(reply.Json), cancellationToken))
            {
                case Delivery.NotNow wait:
                    return new EffectResult.Later(wait.After);
                case Delivery.Refused refused:
                    Log.ReplyNotDelivered(logger, refused.Reason);
                    return new EffectResult.Finished();
                case Delivery.Unsure unsure:
                    Log.ReplyNotDelivered(logger, unsure.Reason);
                    break;
            }

            await keep(new[] { (byte)++done });
        }

        return new EffectResult.Finished();
    }
}
