using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>How many conversations one address may begin. Messages in a conversation are never refused this way: clients lose them without a word.</summary>
public sealed class CreationLimiter(DirectLineSettings settings, SharedWindow shared) : IAsyncDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.Create<IPAddress, string>(address =>
        RateLimitPartition.GetTokenBucketLimiter(Network(address), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.NewPerMinute,
            TokensPerPeriod = settings.NewPerMinute,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }));

    /// <returns>true when one more may begin; otherwise the response already says when to come back.</returns>
    public async ValueTask<bool> TryPassAsync(HttpContext http)
        => TryPassHere(http) && await shared.TryPassAsync(http, "begin", settings.NewPerMinute, TimeSpan.FromMinutes(1));

    public ValueTask DisposeAsync() => _limiter.DisposeAsync();

    internal static string Network(HttpContext http) => Network(http.Connection.RemoteIpAddress ?? IPAddress.None);

    private bool TryPassHere(HttpContext http)
    {
        using var lease = _limiter.AttemptAcquire(http.Connection.RemoteIpAddress ?? IPAddress.None);
        if (!lease.IsAcquired)
        {
            var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
            http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return lease.IsAcquired;
    }

    /// <summary>An IPv4 address, or the /64 an IPv6 address belongs to: within it one household has them all.</summary>
    internal static string Network(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8)) : plain.ToString();
    }
}
