namespace KlachtHulp.Bot.Channels.Activities;

/// <summary>What a channel can show.</summary>
/// <param name="MaxActions">Most buttons under one message; questions with more options list them with numbers.</param>
/// <param name="Rich">
/// Whether <c>channelData</c> reaches the client as it is. Elsewhere it is the channel's own language: Slack would take it for the whole message, Telegram for a
/// command, e-mail for a letter, so there nothing of ours may stand in it.
/// </param>
public sealed record ChannelAbilities(int MaxActions, bool Rich)
{
    private const int Usual = 6;

    public static ChannelAbilities DirectLine { get; } = new(Usual, Rich: true);

    /// <summary>Teams shows three buttons and leaves the rest out.</summary>
    public static ChannelAbilities Teams { get; } = new(MaxActions: 3, Rich: false);

    /// <summary>A channel of which nothing is known, or which hands nothing on.</summary>
    public static ChannelAbilities Plain { get; } = new(Usual, Rich: false);

    /// <param name="channelId">As the channel calls itself in its activities.</param>
    public static ChannelAbilities Of(string? channelId) => channelId switch
    {
        "directline" or "webchat" or "emulator" => DirectLine,
        "msteams" => Teams,
        _ => Plain,
    };
}
