using System.Text.Json;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>Tells the open screens of a conversation that an answer is being made, when it does not come at once. It has no place in the transcript.</summary>
public sealed class TypingSign(ITurnFeed feed, TimeProvider clock)
{
    /// <summary>An answer takes milliseconds; who waits longer than this wonders whether the message came across.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Clients let the sign fade after a few seconds.</summary>
    internal static readonly TimeSpan Again = TimeSpan.FromSeconds(3);

    /// <summary>Waits until the turn is done, however long that takes.</summary>
    public async Task<TurnResult> WatchAsync(string conversationId, Task<TurnResult> turn)
    {
        for (var patience = Patience; !turn.IsCompleted; patience = Again)
        {
            await ((Task)turn).WaitAsync(patience, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!turn.IsCompleted)
            {
                feed.Publish(new FeedItem(conversationId, FirstSequence: 0, [Sign(conversationId)], Passing: true));
            }
        }

        return await turn;
    }

    private static ReadOnlyMemory<byte> Sign(string conversationId) => JsonSerializer.SerializeToUtf8Bytes(
        new Activity
        {
            Type = ActivityTypes.Typing,
            ChannelId = DirectLineWriters.ChannelId,
            From = DirectLineWriters.Bot,
            Conversation = new ConversationAccount { Id = conversationId },
        },
        BotJson.Wire.Activity);
}
