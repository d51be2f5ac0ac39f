using System.Net;
using System.Security.Cryptography;
using System.Text;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Channels.Connector;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Bot.Teams.Kaarten;

namespace KlachtHulp.Bot.Teams.Berichten;

/// <summary>Writes to staff without being asked: to who took the klacht in, and when that person is gone to everybody of the gemeente.</summary>
internal sealed class BalieSender(Balieboek book, ConnectorClient client, ServiceUrlPolicy policy, ILogger<BalieSender> logger)
{
    /// <param name="name">Of the message: the same when it is sent again because nobody knows whether it arrived. Teams gives messages ids of its own and may show it twice; a channel that keeps ours can tell.</param>
    /// <returns>Whether somebody got it.</returns>
    public async Task<bool> SendAsync(string gemeente, Zaak zaak, Kaart card, string name, CancellationToken cancellationToken)
    {
        var list = await book.LijstAsync(gemeente);
        if (list.Medewerkers.Contains(zaak.Medewerker, StringComparer.Ordinal) && await TryAsync(gemeente, zaak.Medewerker, card, name, cancellationToken))
        {
            return true;
        }

        var reached = false;
        foreach (var other in list.Medewerkers.Where(key => key != zaak.Medewerker))
        {
            reached |= await TryAsync(gemeente, other, card, name, cancellationToken);
        }

        return reached;
    }

    private async Task<bool> TryAsync(string gemeente, string key, Kaart card, string name, CancellationToken cancellationToken)
    {
        var staff = await book.MedewerkerAsync(key);
        if (!staff.IsBereikbaar || !policy.TryRead(staff.ServiceUrl, out var service))
        {
            return false;
        }

        try
        {
            await client.ReplyAsync(service, staff.Gesprek, replyToId: null, Message(staff, card, Id(name, key)), cancellationToken);
            return true;
        }
        catch (HttpRequestException refused) when (refused.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            // Blocked or removed: whoever comes back is noted again.
            Log.StaffUnreachable(logger, (int)refused.StatusCode);
            await book.VergeetAsync(gemeente, key);
            return false;
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            Log.ReplyNotDelivered(logger, problem.GetType().Name);
            return false;
        }
    }

    /// <summary>Says nothing about the klacht or the person to whoever sees it.</summary>
    private static string Id(string name, string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\n{key}"))[..16]);

    private static ReadOnlyMemory<byte> Message(Medewerker staff, Kaart card, string id) => CardMessage.Write(
        card, new ConversationAccount { Id = staff.Gesprek }, new ChannelAccount { Id = staff.Bot, Role = "bot" }, new ChannelAccount { Id = staff.Persoon }, replyTo: null, id);
}
