using System.Text.Json;
using System.Text.Json.Serialization;

namespace KlachtHulp.Bot.Channels.Activities;

/// <summary>A Bot Framework activity: the members this service reads or writes; all others are kept as they came.</summary>
/// <remarks>The members can be set because the generated reader takes <c>init</c> for arguments of a constructor, which it gathers in a table first, for every message.</remarks>
public sealed record Activity
{
    public string? Type { get; set; }

    /// <summary>Given by the channel; what a client sends here is ignored.</summary>
    public string? Id { get; set; }

    /// <summary>UTC, ISO 8601. Text, because a moment that cannot be read must not make a message unreadable.</summary>
    public string? Timestamp { get; set; }

    public string? ServiceUrl { get; set; }

    public string? ChannelId { get; set; }

    public ChannelAccount? From { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public ChannelAccount? Recipient { get; set; }

    public string? ReplyToId { get; set; }

    public string? Name { get; set; }

    public string? Text { get; set; }

    public string? TextFormat { get; set; }

    public string? Locale { get; set; }

    public string? InputHint { get; set; }

    public string? DeliveryMode { get; set; }

    /// <summary>Of an installationUpdate: add or remove.</summary>
    public string? Action { get; set; }

    public JsonElement? Value { get; set; }

    [JsonIgnore]
    public JsonElement? ChannelData
    {
        get => Carried?.Element;
        set => Carried = value is { } element ? new ChannelData(element) : null;
    }

    /// <summary>The same, in the form in which it is written.</summary>
    [JsonPropertyName("channelData")]
    public ChannelData? Carried { get; set; }

    public SuggestedActions? SuggestedActions { get; set; }

    public IReadOnlyList<Attachment>? Attachments { get; set; }

    public IReadOnlyList<JsonElement>? Entities { get; set; }

    public IReadOnlyList<ChannelAccount?>? MembersAdded { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}

/// <summary>Who sends or receives.</summary>
public sealed record ChannelAccount
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>user or bot.</summary>
    public string? Role { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}

public sealed record ConversationAccount
{
    public string? Id { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}

public sealed record SuggestedActions(IReadOnlyList<string> To, IReadOnlyList<CardAction> Actions);

/// <summary>A button. Some clients send the title and some the value, so the two are equal.</summary>
public sealed record CardAction(string Type, string Title, string Value);

public sealed record Attachment
{
    public string? ContentType { get; set; }

    public string? ContentUrl { get; set; }

    public string? Name { get; set; }

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
