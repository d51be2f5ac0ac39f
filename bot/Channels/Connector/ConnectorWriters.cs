using System.Security.Cryptography;
using System.Text;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Channels.Connector;

/// <summary>How a conversation of a Bot Framework channel is kept and answered.</summary>
public sealed class ConnectorWriters(ShellTalen words, TokenOffice office, DirectLineSettings settings)
{
    /// <summary>Key in the store. Hashed and with a prefix of its own, so that no channel can name a conversation of another.</summary>
    public static string StoreKey(Activity activity)
        => "bf-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{activity.ChannelId}\n{activity.Conversation?.Id}"))[..16]);

    /// <param name="key">As <see cref="StoreKey"/> gave it.</param>
    internal ActivityWriter For(HttpRequest request, Activity sent, string key)
    {
        var address = Addresses.Base(request, settings.PublicAddress);
        var renderer = new PromptRenderer(words, ChannelAbilities.Of(sent.ChannelId), naam => $"{Addresses.Document(address, key, naam)}?t={office.DocumentTicket(key)}");
        return new ActivityWriter(renderer, echo: null, Template(sent));
    }

    /// <summary>The same, for a channel that is brought its replies.</summary>
    internal ITurnWriter For(HttpRequest request, Activity sent, string key, Uri service) => new ConnectorTurnWriter(For(request, sent, key), service, sent);

    private static Activity Template(Activity sent) => new()
    {
        ChannelId = sent.ChannelId,
        Conversation = sent.Conversation,
        From = sent.Recipient is { } bot ? bot with { Role = "bot" } : null,
        Recipient = sent.From,
        ReplyToId = sent.Type == ActivityTypes.Message ? sent.Id : null,
    };
}
