using System.Net;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Channels.Connector;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Bot.Teams.Kaarten;

namespace KlachtHulp.Bot.Teams.Berichten;

/// <summary>Writes to staff without being asked: to who took the klacht in, and when that person is gone to everybody of the gemeente.</summary>
internal sealed class BalieSender(Balieboek book, ConnectorClient client, ServiceUrlPolicy policy, ILogger<BalieSender> logger)
{
    /// <returns>Whether somebody got it.</returns>
    public async Task<bool> SendAsync(string gemeente, Zaak zaak, Kaart card, CancellationToken cancellationToken)
    {
        var list = await book.LijstAsync(gemeente);
        if (list.Medewerkers.Contains(zaak.Medewerker, StringComparer.Ordinal) && await TryAsync(gemeente, zaak.Medewerker, card, cancellationToken))
        {
            return true;
        }

        var reached = false;
        foreach (var other in list.Medewerkers.Where(key => key != zaak.Medewerker))
        {
            reached |= await TryAsync(gemeente, other, card, cancellationToken);
        }

        return reached;
    }

    private async Task<bool> TryAsync(string gemeente, string key, Kaart card, CancellationToken cancellationToken)
    {
        var staff = await book.MedewerkerAsync(key);
        if (!staff.IsBereikbaar || !policy.TryRead(staff.ServiceUrl, out var service))
        {
            return false;
        }

        try
        {
            await client.ReplyAsync(service, staff.Gesprek, replyToId: null, Message(staff, card), cancellationToken);
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

    private static ReadOnlyMemory<byte> Message(Medewerker staff, Kaart card) => CardMessage.Write(
        card, new ConversationAccount { Id = staff.Gesprek }, new ChannelAccount { Id = staff.Bot, Role = "bot" }, new ChannelAccount { Id = staff.Persoon }, replyTo: null);
}
