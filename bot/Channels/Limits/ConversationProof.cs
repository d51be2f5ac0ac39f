using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Channels.Pagina;

namespace KlachtHulp.Bot.Channels.Limits;

/// <summary>Whether a call is of somebody who is in a conversation: who shares an address with a flooder goes on as if there were none.</summary>
internal sealed class ConversationProof(TokenOffice office, GesprekCookie cookie)
{
    private const string Pages = "/klacht/";

    /// <summary>A token counts for its own conversation only: with any other it is as good as none.</summary>
    public bool Holds(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        if (path.StartsWith(Pages, StringComparison.OrdinalIgnoreCase))
        {
            return cookie.Read(request) is not null;
        }

        if (request.Headers.Authorization.Count > 0)
        {
            return office.Identify(request) switch
            {
                Caller.Secret => true,
                Caller.Holder holder => Names(path, holder.Claims),
                _ => false,
            };
        }

        var ticket = request.Query["t"].ToString();
        return ticket.Length > 0 && (Opens(ticket, TokenPurpose.Stream, path) || Opens(ticket, TokenPurpose.Document, path));
    }

    private bool Opens(string ticket, TokenPurpose purpose, string path) => office.Read(ticket, purpose) is TokenReading.Good good && Names(path, good.Claims);

    private static bool Names(string path, TokenClaims claims) => string.Equals(Doors.Conversation(path), claims.ConversationId, StringComparison.Ordinal);
}
