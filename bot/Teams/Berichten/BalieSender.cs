using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Channels.Connector;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Bot.Teams.Kaarten;
using KlachtHulp.Bot.Turns;
using Sent = KlachtHulp.Bot.Channels.Connector.Delivery;

namespace KlachtHulp.Bot.Teams.Berichten;

/// <summary>Writes to staff without being asked: to who took the klacht in, and when that person is gone to everybody of the gemeente.</summary>
internal sealed class BalieSender(Balieboek book, ConnectorClient client, ServiceUrlPolicy policy, ILogger<BalieSender> logger)
{
    private const string Forbidden = "403";
    private const string Gone = "404";

    /// <param name="name">Of the message: the same when it is sent again because nobody knows whether it arrived. Teams gives messages ids of its own and may show it twice; a channel that keeps ours can tell.</param>
    /// <returns>Finished when somebody got it. A channel that is busy or fails now is asked again for the same person, after the time it named.</returns>
    public async Task<EffectResult> SendAsync(string gemeente, Zaak zaak, Kaart card, string name, CancellationToken cancellationToken)
    {
        var list = await book.LijstAsync(gemeente);
        if (list.Medewerkers.Contains(zaak.Medewerker, StringComparer.Ordinal))
        {
            var own = await TryAsync(gemeente, zaak.Medewerker, card, name, cancellationToken);
            if (own is not (null or Sent.Refused))
            {
                return Judge([own]);
            }
        }

        var others = new List<Sent?>();
        foreach (var other in list.Medewerkers.Where(key => key != zaak.Medewerker))
        {
            others.Add(await TryAsync(gemeente, other, card, name, cancellationToken));
        }

        return Judge(others);
    }

    /// <summary>One who got it is enough: to say it again would say it twice to that person.</summary>
    private static EffectResult Judge(IReadOnlyList<Sent?> tries) => tries.Any(static one => one is Sent.Arrived)
        ? new EffectResult.Finished()
        : new EffectResult.Later(tries.OfType<Sent.NotNow>().Select(static wait => wait.After).Max());

    /// <returns>null when this person has no address.</returns>
    private async Task<Sent?> TryAsync(string gemeente, string key, Kaart card, string name, CancellationToken cancellationToken)
    {
        var staff = await book.MedewerkerAsync(key);
        if (!staff.IsBereikbaar || !policy.TryRead(staff.ServiceUrl, out var service))
        {
            return null;
        }

        var result = await client.DeliverAsync(new ConnectorCall(HttpMethod.Post, service, staff.Gesprek, ActivityId: null), Message(staff, card, Id(name, key)), cancellationToken);
        switch (result)
        {
            case Sent.Refused { Reason: Forbidden or Gone } refused:
                // Blocked or removed: whoever comes back is noted again.
                Log.StaffUnreachable(logger, int.Parse(refused.Reason, CultureInfo.InvariantCulture));
                await book.VergeetAsync(gemeente, key);
                break;
            case Sent.Refused or Sent.NotNow or Sent.Unsure:
                Log.ReplyNotDelivered(logger, result.GetType().Name);
                break;
        }

        return result;
    }

    /// <summary>Says nothing about the klacht or the person to whoever sees it.</summary>
    private static string Id(string name, string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\n{key}"))[..16]);

    private static ReadOnlyMemory<byte> Message(Medewerker staff, Kaart card, string id) => CardMessage.Write(
        card, new ConversationAccount { Id = staff.Gesprek }, new ChannelAccount { Id = staff.Bot, Role = "bot" }, new ChannelAccount { Id = staff.Persoon }, replyTo: null, id);
}
