using System.Text.Json;
using System.Text.Json.Serialization;

namespace KlachtHulp.Bot.Channels.Activities;

/// <summary>What an activity carries for its channel: as it came, or a prompt of ours, which is then written in one go.</summary>
/// <remarks>A prompt becomes a JSON element only when somebody asks for one: on the way out it would be written, read and written again.</remarks>
[JsonConverter(typeof(Converter))]
public sealed class ChannelData
{
    private readonly PromptChannelData? _prompt;
    private JsonElement? _element;

    public ChannelData(JsonElement element) => _element = element;

    public ChannelData(PromptChannelData prompt) => _prompt = prompt;

    // One of the two is always set.
    public JsonElement Element => _element ??= JsonSerializer.SerializeToElement(_prompt!, BotJson.Wire.PromptChannelData);

    internal void WriteTo(Utf8JsonWriter writer)
    {
        if (_prompt is { } prompt)
        {
            BotJson.Fast.PromptChannelData(writer, prompt);
        }
        else
        {
            Element.WriteTo(writer);
        }
    }

    internal sealed class Converter : JsonConverter<ChannelData>
    {
        public override ChannelData Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(JsonElement.ParseValue(ref reader));

        public override void Write(Utf8JsonWriter writer, ChannelData value, JsonSerializerOptions options) => value.WriteTo(writer);
    }
}
