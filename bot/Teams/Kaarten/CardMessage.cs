using System.Text.Json;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Channels.Activities;

namespace KlachtHulp.Bot.Teams.Kaarten;

/// <summary>A card as a message activity.</summary>
internal static class CardMessage
{
    /// <param name="id">Name of the message, the same each time it is sent; null to leave it to the channel.</param>
    public static ReadOnlyMemory<byte> Write(Kaart card, ConversationAccount? conversation, ChannelAccount? from, ChannelAccount? to, string? replyTo, string? id = null)
    {
        var message = new Activity
        {
            Type = ActivityTypes.Message,
            Id = id,
            ChannelId = "msteams",
            Conversation = conversation,
            From = from,
            Recipient = to,
            ReplyToId = replyTo,
            Locale = "nl-NL",
            InputHint = "acceptingInput",
            Other = new Dictionary<string, JsonElement> { ["summary"] = Element(JsonValue.Create(card.Melding)) },
            Attachments =
            [
                new Attachment { ContentType = Kaart.ContentType, Other = new Dictionary<string, JsonElement> { ["content"] = Element(card.Json()) } },
            ],
        };
        return JsonSerializer.SerializeToUtf8Bytes(message, BotJson.Wire.Activity);
    }

    /// <summary>As JSON in which a letter with an accent is one character: the size of a card has a limit.</summary>
    public static string Text(JsonNode node) => node.ToJsonString(BotJson.Wire.Options);

    private static JsonElement Element(JsonNode node)
    {
        using var document = JsonDocument.Parse(Text(node));
        return document.RootElement.Clone();
    }
}
