using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KlachtHulp.Bot.Channels.Activities;

/// <summary>Writes the messages of one turn behind each other, in one piece of memory; nothing is looked up on the way.</summary>
/// <remarks>The result is, byte for byte, what the serializer makes of the same activity; MessageJsonTests holds the two together.</remarks>
internal sealed class MessageJson : IDisposable
{
    /// <summary>Bytes that hold most turns.</summary>
    private const int Usual = 4096;

    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Timestamp = JsonEncodedText.Encode("timestamp");
    private static readonly JsonEncodedText ChannelId = JsonEncodedText.Encode("channelId");
    private static readonly JsonEncodedText From = JsonEncodedText.Encode("from");
    private static readonly JsonEncodedText ConversationName = JsonEncodedText.Encode("conversation");
    private static readonly JsonEncodedText Recipient = JsonEncodedText.Encode("recipient");
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText Role = JsonEncodedText.Encode("role");
    private static readonly JsonEncodedText ReplyToId = JsonEncodedText.Encode("replyToId");
    private static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    private static readonly JsonEncodedText TextFormat = JsonEncodedText.Encode("textFormat");
    private static readonly JsonEncodedText Locale = JsonEncodedText.Encode("locale");
    private static readonly JsonEncodedText InputHint = JsonEncodedText.Encode("inputHint");
    private static readonly JsonEncodedText ChannelData = JsonEncodedText.Encode("channelData");
    private static readonly JsonEncodedText SuggestedActions = JsonEncodedText.Encode("suggestedActions");
    private static readonly JsonEncodedText Attachments = JsonEncodedText.Encode("attachments");

    private readonly ArrayBufferWriter<byte> _room = new(Usual);
    private readonly Utf8JsonWriter _json;
    private readonly List<int> _ends = [];
    private readonly Activity _template;

    /// <param name="template">Channel, conversation, from and recipient of every message.</param>
    public MessageJson(Activity template)
    {
        _json = new Utf8JsonWriter(_room, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = BotJson.Wire.Options.MaxDepth });
        _template = template;
    }

    /// <param name="message">As the renderer made it.</param>
    public void Add(Activity message, string id, string timestamp, string? replyTo)
    {
        _json.WriteStartObject();
        String(Type, message.Type);
        _json.WriteString(Id, id);
        _json.WriteString(Timestamp, timestamp);
        String(ChannelId, _template.ChannelId);
        Account(From, _template.From);
        Conversation(_template.Conversation);
        Account(Recipient, _template.Recipient);
        String(ReplyToId, replyTo);
        String(Text, message.Text);
        String(TextFormat, message.TextFormat);
        String(Locale, message.Locale);
        String(InputHint, message.InputHint);
        Rich(message);
        _json.WriteEndObject();
        _json.Flush();
        _ends.Add(_room.WrittenCount);
        _json.Reset();
    }

    /// <summary>The messages as UTF-8, in one piece of memory.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Messages()
    {
        var start = 0;
        foreach (var end in _ends)
        {
            yield return _room.WrittenMemory[start..end];
            start = end;
        }
    }

    public void Dispose() => _json.Dispose();

    private void Account(JsonEncodedText name, ChannelAccount? account)
    {
        if (account is null)
        {
            return;
        }

        _json.WriteStartObject(name);
        String(Id, account.Id);
        String(Name, account.Name);
        String(Role, account.Role);
        Others(account.Other);
        _json.WriteEndObject();
    }

    private void Conversation(ConversationAccount? conversation)
    {
        if (conversation is null)
        {
            return;
        }

        _json.WriteStartObject(ConversationName);
        String(Id, conversation.Id);
        Others(conversation.Other);
        _json.WriteEndObject();
    }

    private void Others(Dictionary<string, JsonElement>? members)
    {
        if (members is null)
        {
            return;
        }

        foreach (var (name, value) in members)
        {
            _json.WritePropertyName(name);
            value.WriteTo(_json);
        }
    }

    private void String(JsonEncodedText name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }

    private void Rich(Activity message)
    {
        if (message.Carried is { } data)
        {
            _json.WritePropertyName(ChannelData);
            data.WriteTo(_json);
        }

        if (message.SuggestedActions is { } actions)
        {
            _json.WritePropertyName(SuggestedActions);
            BotJson.Fast.SuggestedActions(_json, actions);
        }

        if (message.Attachments is { } attachments)
        {
            _json.WritePropertyName(Attachments);
            JsonSerializer.Serialize(_json, attachments, BotJson.Wire.IReadOnlyListAttachment);
        }
    }
}
