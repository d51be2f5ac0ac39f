using System.Globalization;
using System.Text.Json;
using KlachtHulp.Dialogs.Flow;

namespace KlachtHulp.Bot.Channels.Activities;

/// <summary>Activity to what the resident did.</summary>
internal static class ActivityReader
{
    private const string EventPrefix = "klachthulp/";

    /// <exception cref="JsonException">Not JSON, not Unicode, too deep, or a member of the wrong type.</exception>
    public static Activity? Parse(ReadOnlyMemory<byte> json) => JsonText.Read(json, BotJson.Wire.Activity);

    /// <returns>null for an activity that asks nothing of the conversation, such as typing.</returns>
    public static Incoming? Read(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message => Message(activity),
        ActivityTypes.Event when activity.Name?.StartsWith(EventPrefix, StringComparison.Ordinal) == true
            => new Incoming.Commanded(Named(activity.Name[EventPrefix.Length..]), Member(activity.Value, "vraag") ?? Member(activity.Value, "waarde") ?? Member(activity.Value, "taal")),
        ActivityTypes.ConversationUpdate when Joins(activity) => new Incoming.Joined(),
        ActivityTypes.InstallationUpdate when string.Equals(activity.Action, "add", StringComparison.Ordinal) => new Incoming.Joined(),
        _ => null,
    };

    private static Incoming Message(Activity activity)
    {
        var text = WithoutMentions(activity).Trim();
        var vraag = Member(activity.Value, "vraag");
        return vraag is not null && Member(activity.Value, "antwoord") is { } antwoord
            ? new Incoming.Chose(vraag, antwoord, text)
            : new Incoming.Said(text) { Vraag = vraag };
    }

    /// <summary>A control this version does not know gets help instead of silence.</summary>
    private static Command Named(string name)
        => name.All(char.IsLetter) && Enum.TryParse<Command>(name, ignoreCase: true, out var command) ? command : Command.Help;

    private static bool Joins(Activity activity)
        => activity.MembersAdded?.Any(member => member?.Id is { } id && !string.Equals(id, activity.Recipient?.Id, StringComparison.Ordinal)) == true;

    /// <summary>In a group the text names the bot: that is not what the resident says.</summary>
    private static string WithoutMentions(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var entity in activity.Entities ?? [])
        {
            if (string.Equals(Member(entity, "type"), "mention", StringComparison.Ordinal) && Member(entity, "text") is { Length: > 0 } mention)
            {
                text = text.Replace(mention, "", StringComparison.Ordinal);
            }
        }

        return text;
    }

    private static string? Member(JsonElement? value, string name)
    {
        if (value is not { ValueKind: JsonValueKind.Object } found || !found.TryGetProperty(name, out var member))
        {
            return null;
        }

        return member.ValueKind switch
        {
            JsonValueKind.String => member.GetString(),
            JsonValueKind.Number => member.GetRawText(),
            JsonValueKind.True => bool.TrueString.ToLower(CultureInfo.InvariantCulture),
            JsonValueKind.False => bool.FalseString.ToLower(CultureInfo.InvariantCulture),
            _ => null,
        };
    }
}
