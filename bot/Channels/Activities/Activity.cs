using System.Text.Json;
using System.Text.Json.Serialization;

namespace KlachtHulp.Bot.Channels.Activities;

/// <summary>A Bot Framework activity: the members this service reads or writes; all others are kept as they came.</summary>
public sealed record Activity
{
    public string? Type { get; init; }

    /// <summary>Given by the channel; what a client sends here is ignored.</summary>
    public string? Id { get; init; }

    /// <summary>UTC, ISO 8601. Text, because a moment that cannot be read must not make a message unreadable.</summary>
    public string? Timestamp { get; init; }

    public string? ServiceUrl { get; init; }

    public string? ChannelId { get; init; }

    public ChannelAccount? From { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public string? ReplyToId { get; init; }

    public string? Name { get; init; }

    public string? Text { get; init; }

    public string? TextFormat { get; init; }

    public string? Locale { get; init; }

    public string? InputHint { get; init; }

    public string? DeliveryMode { get; init; }

    /// <summary>Of an installationUpdate: add or remove.</summary>
    public string? Action { get; init; }

    public JsonElement? Value { get; init; }

    [JsonIgnore]
    public JsonElement? ChannelData
    {
        get => Carried?.Element;
        init => Carried = value is { } element ? new ChannelData(element) : null;
    }

    /// <summary>The same, in the form in which it is written.</summary>
    [JsonPropertyName("channelData")]
    public ChannelData? Carried { get; init; }

    public SuggestedActions? SuggestedActions { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public IReadOnlyList<JsonElement>? Entities { get; init; }

    public IReadOnlyList<ChannelAccount?>? MembersAdded { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}

/// <summary>Who sends or receives.</summary>
public sealed record ChannelAccount
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>user or bot.</summary>
    public string? Role { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}

public sealed record ConversationAccount
{
    public string? Id { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}

public sealed record SuggestedActions(IReadOnlyList<string> To, IReadOnlyList<CardAction> Actions);

/// <summary>A button. Some clients send the title and some the value, so the two are equal.</summary>
public sealed record CardAction(string Type, string Title, string Value);

public sealed record Attachment
{
    public string? ContentType { get; init; }

    public string? ContentUrl { get; init; }

    public string? Name { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}

/// <summary>The values of <see cref="Activity.Type"/> that mean something here.</summary>
internal static class ActivityTypes
{
    public const string Message = "message";
    public const string Event = "event";
    public const string Typing = "typing";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Invoke = "invoke";
}
