using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace KlachtHulp.Bot.Channels.Activities;

/// <summary>JSON from outside.</summary>
internal static class JsonText
{
    /// <summary>Reads a body. Half characters are refused here, because a member kept as <see cref="JsonElement"/> would only fail when it is used.</summary>
    /// <exception cref="JsonException">The body cannot be used; the message does not repeat its text.</exception>
    public static T? Read<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> type)
    {
        if (!Utf8.IsValid(json.Span))
        {
            throw new JsonException("Not UTF-8.");
        }

        try
        {
            CheckEscapes(json.Span);
            return JsonSerializer.Deserialize(json.Span, type);
        }
        catch (InvalidOperationException problem)
        {
            throw new JsonException("Half a character.", problem);
        }
    }

    private static void CheckEscapes(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\u"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = BotJson.Wire.Options.MaxDepth });
        while (reader.Read())
        {
            if (reader.ValueIsEscaped)
            {
                reader.GetString();
            }
        }
    }
}
