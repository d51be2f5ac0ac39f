using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KlachtHulp.Bot.Channels.Activities;

/// <summary>Writes the messages of one turn behind each other: what they share is written once, and nothing is looked up on the way.</summary>
/// <remarks>The result is, byte for byte, what the serializer makes of the same activity; MessageJsonTests holds the two together.</remarks>
internal sealed class MessageJson : IDisposable
{
    /// <summary>Bytes that hold most turns.</summary>
    private const int Usual = 4096;

    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Timestamp = JsonEncodedText.Encode("timestamp");
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
    private readonly (JsonEncodedText Name, byte[] Json)[] _shared;

    /// <param name="template">Channel, conversation, from and recipient of every message.</param>
    public MessageJson(Activity template)
    {
        _json = new Utf8JsonWriter(_room, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = BotJson.Wire.Options.MaxDepth });
        _shared = [.. Shared(template)];
    }

    /// <param name="message">As the renderer made it.</param>
    public void Add(Activity message, string id, string timestamp, string? replyTo)
    {
        _json.WriteStartObject();
        String(Type, message.Type);
        _json.WriteString(Id, id);
        _json.WriteString(Timestamp, timestamp);
        foreach (var (name, json) in _shared)
        {
            _json.WritePropertyName(name);
            _json.WriteRawValue(json, skipInputValidation: true);
        }

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

    private static IEnumerable<(JsonEncodedText Name, byte[] Json)> Shared(Activity template)
    {
        if (template.ChannelId is { } channel)
        {
            yield return (JsonEncodedText.Encode("channelId"), JsonSerializer.SerializeToUtf8Bytes(channel, BotJson.Wire.String));
        }

        if (template.From is { } from)
        {
            yield return (JsonEncodedText.Encode("from"), JsonSerializer.SerializeToUtf8Bytes(from, BotJson.Wire.ChannelAccount));
        }

        if (template.Conversation is { } conversation)
        {
            yield return (JsonEncodedText.Encode("conversation"), JsonSerializer.SerializeToUtf8Bytes(conversation, BotJson.Wire.ConversationAccount));
        }

        if (template.Recipient is { } recipient)
        {
            yield return (JsonEncodedText.Encode("recipient"), JsonSerializer.SerializeToUtf8Bytes(recipient, BotJson.Wire.ChannelAccount));
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
