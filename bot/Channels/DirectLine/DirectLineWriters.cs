using System.Text.Json;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>Who is who in a Direct Line conversation, and what is kept of a resident's message.</summary>
public sealed class DirectLineWriters(ShellTalen words, DirectLineSettings settings, IDialog dialog)
{
    public const string ChannelId = "directline";
    public const string BotId = "klachthulp";

    internal static readonly ChannelAccount Bot = new() { Id = BotId, Name = "KlachtHulp", Role = "bot" };

    /// <param name="echo">The resident's message; null at the start of the conversation.</param>
    internal ActivityWriter For(HttpRequest request, string conversationId, Activity? echo)
    {
        var address = Addresses.Base(request, settings.PublicAddress);
        var renderer = new PromptRenderer(words, ChannelAbilities.DirectLine, naam => Addresses.Document(address, conversationId, naam));
        var template = new Activity
        {
            ChannelId = ChannelId,
            Conversation = new ConversationAccount { Id = conversationId },
            From = Bot,
            Recipient = echo?.From is { } user ? user with { Other = null } : null,
        };
        return new ActivityWriter(renderer, echo, template);
    }

    /// <summary>The turn with which a conversation begins, by whichever call.</summary>
    internal TurnRequest First(HttpRequest request, TokenClaims claims)
        => new(claims.ConversationId, claims.Gemeente, claims.Kanaal, new Incoming.Joined(), For(request, claims.ConversationId, echo: null))
        {
            Taal = claims.Taal.Length > 0 ? claims.Taal : null,
        };

    /// <summary>What became of files, in words.</summary>
    internal static Prompt.Say About(Files files, ShellWords words) => files.Refusal switch
    {
        null => new Prompt.Say(words.BestandBewaard, Tone.Echo),
        UploadRefusal.Full => new Prompt.Say(words.BestandVol, Tone.Warning),
        _ => new Prompt.Say(words.BestandSoort, Tone.Warning),
    };

    /// <summary>The message as it may be kept. What holds something that may not be kept anywhere but in its text loses that part.</summary>
    internal Activity Kept(Activity echo) => echo with
    {
        Text = echo.Text is { } text ? dialog.Keep(text) : null,
        Value = Safe(echo.Value),
        Other = echo.Other?.Where(member => Safe(member.Value) is not null).ToDictionary(),
    };

    private JsonElement? Safe(JsonElement? element)
        => element is { ValueKind: not JsonValueKind.Undefined } json && json.GetRawText() is var raw && dialog.Keep(raw) == raw ? json : null;

    /// <summary>The message as all clients of the conversation get it back: unknown members and channelData as sent, identity and addresses ours.</summary>
    internal static Activity Echo(Activity sent, TokenClaims claims, IReadOnlyList<Attachment>? attachments)
    {
        var user = claims.User.Length > 0 ? claims.User : sent.From?.Id;
        return sent with
        {
            ChannelId = ChannelId,
            ServiceUrl = null,
            From = new ChannelAccount { Id = user, Name = sent.From?.Name, Role = "user" },
            Conversation = new ConversationAccount { Id = claims.ConversationId },
            Recipient = null,
            TextFormat = sent.Text is null ? null : "plain",
            DeliveryMode = null,
            SuggestedActions = null,
            MembersAdded = null,
            Attachments = attachments,
            Other = sent.Other?.Where(static member => member.Key != "callerId").ToDictionary(),
        };
    }
}
