namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>Remembers which stream tickets were used, for as long as they could be used again.</summary>
public sealed class UsedTickets(TimeProvider clock, SharedWindow shared)
{
    /// <summary>Clocks of instances differ.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, DateTimeOffset> _expiry = new();

    /// <returns>false when the ticket was used before.</returns>
    public async ValueTask<bool> TryUseAsync(TokenClaims ticket, CancellationToken cancellationToken)
        => TryUseHere(ticket) && await shared.TryUseAsync($"ticket|{ticket.Nonce}", ticket.Expires - clock.GetUtcNow() + Margin, cancellationToken);

    private bool TryUseHere(TokenClaims ticket)
    {
        lock (_lock)
        {
            while (_expiry.TryPeek(out var old, out var expires) && expires <= clock.GetUtcNow())
            {
                _expiry.Dequeue();
                _used.Remove(old);
            }

            if (!_used.Add(ticket.Nonce))
            {
                return false;
            }

            _expiry.Enqueue(ticket.Nonce, ticket.Expires);
            return true;
        }
    }
}
