using System.Net;

namespace KlachtHulp.Bot.Channels.Limits;

/// <summary>How many connections one address has open, and how fast it opens them. Proxies of ours have no limit: all residents come through them.</summary>
internal sealed class OpenConnections(LimitSettings settings, TimeProvider clock)
{
    private const int MostAddresses = 100_000;
    private const double PartASecond = 1.0 / 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<NetworkKey, int> _open = [];
    private readonly Recent<NetworkKey, Bucket> _buckets = new(TimeSpan.FromMinutes(1), MostAddresses);

    /// <returns>null when the address has all it may have; otherwise dispose it when the connection is closed.</returns>
    public IDisposable? TryOpen(IPAddress address)
    {
        if (settings.Proxies.Contains(address))
        {
            return new Place(this, null);
        }

        var network = NetworkKey.Of(address);
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var open = _open.GetValueOrDefault(network);
            if (open >= settings.ConnectionsPerAddress || !_buckets.Get(network, now).TryTake(now, settings.ConnectionsPerAddress))
            {
                return null;
            }

            _open[network] = open + 1;
            return new Place(this, network);
        }
    }

    private void Close(NetworkKey network)
    {
        lock (_lock)
        {
            if (--_open[network] == 0)
            {
                _open.Remove(network);
            }
        }
    }

    private sealed class Bucket
    {
        private double _used;
        private DateTimeOffset _counted;

        public bool TryTake(DateTimeOffset now, int most)
        {
            var back = Math.Max(0, (now - _counted).TotalSeconds) * most * PartASecond;
            (_used, _counted) = (Math.Max(0, _used - back), now);
            if (_used + 1 > most)
            {
                return false;
            }

            _used++;
            return true;
        }
    }

    /// <param name="network">null for a proxy, which is not counted.</param>
    private sealed class Place(OpenConnections connections, NetworkKey? network) : IDisposable
    {
        private int _closed;

        public void Dispose()
        {
            if (network is { } counted && Interlocked.Exchange(ref _closed, 1) == 0)
            {
                connections.Close(counted);
            }
        }
    }
}
