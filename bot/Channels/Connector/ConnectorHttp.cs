using System.Net;
using System.Net.Sockets;

namespace KlachtHulp.Bot.Channels.Connector;

/// <summary>Connections that only go where a reply may go.</summary>
internal static class ConnectorHttp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>No redirects, no proxy, no cookies; the address is checked after the name is resolved and is the one connected to.</summary>
    /// <param name="patience">How long a connection may take to make; ten seconds when not given.</param>
    public static SocketsHttpHandler Handler(ConnectorSettings settings, TimeSpan? patience = null) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = patience ?? Patience,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, settings.AllowLoopback, cancellationToken),
    };

    /// <summary>This very machine, as a developer's tools write it. Nobody is asked where the name leads: it could lead anywhere.</summary>
    private static IPAddress[] Own(string host) => host switch
    {
        "localhost" => [IPAddress.Loopback, IPAddress.IPv6Loopback],
        _ when IPAddress.TryParse(host, out var literal) && IPAddress.IsLoopback(literal) => [literal],
        _ => [],
    };

    private static async ValueTask<IPAddress[]> FindAsync(string host, CancellationToken cancellationToken)
        => IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);

    /// <exception cref="HttpRequestException">The name leads only to addresses inside a network.</exception>
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, bool allowLoopback, CancellationToken cancellationToken)
    {
        var own = allowLoopback ? Own(target.Host) : [];
        var allowed = own.Length > 0 ? own : [.. (await FindAsync(target.Host, cancellationToken)).Where(ServiceUrlPolicy.IsPublic)];
        if (allowed.Length == 0)
        {
            throw new HttpRequestException("The host is not on the public internet.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception problem) when (problem is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }
}
