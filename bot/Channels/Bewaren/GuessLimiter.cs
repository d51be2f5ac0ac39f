using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using KlachtHulp.Bot.Channels.DirectLine;

namespace KlachtHulp.Bot.Channels.Bewaren;

/// <summary>Five codes a minute from one address: enough for somebody who mistypes, and for guessing far too few.</summary>
public sealed class GuessLimiter(SharedWindow shared) : IAsyncDisposable
{
    private const int Tries = 5;
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(60);

    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.Create<IPAddress, string>(static address =>
        RateLimitPartition.GetFixedWindowLimiter(CreationLimiter.Network(address), static _ => new FixedWindowRateLimiterOptions { PermitLimit = Tries, Window = Wait, QueueLimit = 0 }));

    /// <returns>true when one more may be tried; otherwise the response already says when to come back.</returns>
    public async ValueTask<bool> TryPassAsync(HttpContext http) => TryPassHere(http) && await shared.TryPassAsync(http, "verder", Tries, Wait);

    public ValueTask DisposeAsync() => _limiter.DisposeAsync();

    private bool TryPassHere(HttpContext http)
    {
        using var lease = _limiter.AttemptAcquire(http.Connection.RemoteIpAddress ?? IPAddress.None);
        if (!lease.IsAcquired)
        {
            var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Wait;
            http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        return lease.IsAcquired;
    }
}
