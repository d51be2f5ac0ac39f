using System.Globalization;
using System.Text.Json;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Bot.Channels.Connector;

/// <summary>Writes a turn and, with it in the same transaction, the order to bring its replies to the channel.</summary>
internal sealed class ConnectorTurnWriter(ActivityWriter inner, Uri service, Activity sent) : ITurnWriter
{
    public IReadOnlyList<ReadOnlyMemory<byte>> Write(TurnStamp stamp, IReadOnlyList<Prompt> prompts) => inner.Write(stamp, prompts);

    public NewOutboxItem? Effect(TurnStamp stamp, int count)
    {
        var ticket = new ReplyTicket(service, sent.Conversation?.Id ?? "", ReplyTo(sent), stamp.FirstSequence, count);
        var key = string.Create(CultureInfo.InvariantCulture, $"{ReplyEffect.EffectKind}:{stamp.ConversationId}:{stamp.FirstSequence}");
        return count == 0 ? null : new NewOutboxItem(ReplyEffect.EffectKind, key, JsonSerializer.SerializeToUtf8Bytes(ticket, BotJson.Wire.ReplyTicket));
    }

    public static string? ReplyTo(Activity sent) => sent.Type == ActivityTypes.Message ? sent.Id : null;
}
