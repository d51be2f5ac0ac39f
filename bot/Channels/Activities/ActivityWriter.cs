using System.Globalization;
using System.Text.Json;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Bot.Channels.Activities;

/// <summary>Writes a turn as activities: the resident's message when there is one, then the bot's, which reply to it.</summary>
/// <param name="echo">The resident's message as other clients may see it; null when it is not kept.</param>
/// <param name="template">Channel, conversation, from and recipient of the bot's messages.</param>
internal sealed class ActivityWriter(PromptRenderer renderer, Activity? echo, Activity template) : ITurnWriter
{
    /// <summary>How many activities come before the bot's.</summary>
    public int EchoCount => echo is null ? 0 : 1;

    public IReadOnlyList<ReadOnlyMemory<byte>> Write(TurnStamp stamp, IReadOnlyList<Prompt> prompts)
    {
        var activities = new List<ReadOnlyMemory<byte>>(prompts.Count + 1);
        if (echo is not null)
        {
            activities.Add(JsonSerializer.SerializeToUtf8Bytes(echo with { Id = stamp.Id(0), Timestamp = Moment(stamp, 0) }, BotJson.Wire.Activity));
        }

        var (replyTo, spoken) = (echo is null ? template.ReplyToId : stamp.Id(0), renderer.In(stamp.Taal));
        using var messages = new MessageJson(template);
        for (var i = 0; i < prompts.Count; i++)
        {
            var index = EchoCount + i;
            messages.Add(spoken.Render(prompts[i]), stamp.Id(index), Moment(stamp, index), replyTo);
        }

        activities.AddRange(messages.Messages());
        return activities;
    }

    private static string Moment(TurnStamp stamp, int index)
        => stamp.Moment(index).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
