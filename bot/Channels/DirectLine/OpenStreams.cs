using KlachtHulp.Bot.Channels.Limits;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>How many streams one address holds open on this instance: each takes memory for as long as it lives.</summary>
public sealed class OpenStreams(DirectLineSettings settings)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<NetworkKey, int> _open = [];

    /// <returns>null when the address has all it may have; otherwise dispose it when the stream is closed.</returns>
    public IDisposable? TryOpen(HttpContext http)
    {
        var network = NetworkKey.Of(http);
        lock (_lock)
        {
            var open = _open.GetValueOrDefault(network);
            if (open >= settings.StreamsPerAddress)
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
            var left = _open[network] - 1;
            if (left == 0)
            {
                _open.Remove(network);
            }
            else
            {
                _open[network] = left;
            }
        }
    }

    private sealed class Place(OpenStreams streams, NetworkKey network) : IDisposable
    {
        private int _closed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _closed, 1) == 0)
            {
                streams.Close(network);
            }
        }
    }
}
