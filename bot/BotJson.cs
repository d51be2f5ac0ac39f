using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Channels.Api;
using KlachtHulp.Bot.Channels.Bewaren;
using KlachtHulp.Bot.Channels.Connector;
using KlachtHulp.Bot.Channels.DirectLine;

namespace KlachtHulp.Bot;

/// <summary>JSON as it goes over the wire: camelCase, absent instead of null, at most 64 levels deep.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(PromptChannelData))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(TokenParameters))]
[JsonSerializable(typeof(TokenResponse))]
[JsonSerializable(typeof(ConversationResponse))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(SessionResponse))]
[JsonSerializable(typeof(InvokeResponse))]
[JsonSerializable(typeof(AccessToken))]
[JsonSerializable(typeof(ReplyTicket))]
[JsonSerializable(typeof(NewTokenRequest))]
[JsonSerializable(typeof(OverzichtResponse))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(BewaarResponse))]
[JsonSerializable(typeof(OverdrachtResponse))]
[JsonSerializable(typeof(OverdrachtCode))]
[JsonSerializable(typeof(VerderRequest))]
[JsonSerializable(typeof(Health))]
internal sealed partial class BotJson : JsonSerializerContext
{
    /// <summary>Letters with accents are written as they are; every answer is served with nosniff and never placed inside HTML.</summary>
    public static BotJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = 64,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The generated code without the serializer around it; the writer decides how letters are written.</summary>
    public static class Fast
    {
        // Both types are plain records, for which the generator always makes this code.
        public static Action<Utf8JsonWriter, SuggestedActions> SuggestedActions { get; } = Default.SuggestedActions.SerializeHandler!;

        public static Action<Utf8JsonWriter, PromptChannelData> PromptChannelData { get; } = Default.PromptChannelData.SerializeHandler!;
    }
}
