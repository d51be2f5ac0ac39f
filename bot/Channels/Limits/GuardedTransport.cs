using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace KlachtHulp.Bot.Channels.Limits;

/// <summary>Kestrel's own sockets, behind a door: a connection too many of one address is closed before anything is made for it, long before TLS and HTTP.</summary>
/// <remarks>A connection middleware would be simpler, but by then the pipes and reading loops of the connection exist, and those are most of what it costs.</remarks>
internal sealed class GuardedTransport(OpenConnections connections, IOptions<SocketTransportOptions> options, ILoggerFactory loggers, TimeProvider clock) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    /// <summary>Only what has addresses; Kestrel binds the rest itself.</summary>
    public bool CanBind(EndPoint endpoint) => endpoint is IPEndPoint;

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var sockets = options.Value;
        var factory = new SocketConnectionContextFactory(Options(sockets), loggers.CreateLogger("Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets"));
        return ValueTask.FromResult<IConnectionListener>(new Listener(Listen(endpoint, sockets), connections, factory, sockets.NoDelay, clock));
    }

    /// <exception cref="AddressInUseException">Another program listens there; Kestrel says so in words.</exception>
    private static Socket Listen(EndPoint endpoint, SocketTransportOptions sockets)
    {
        try
        {
            var socket = sockets.CreateBoundListenSocket(endpoint);
            socket.Listen(sockets.Backlog);
            return socket;
        }
        catch (SocketException problem) when (problem.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new AddressInUseException(problem.Message, problem);
        }
    }

    private static SocketConnectionFactoryOptions Options(SocketTransportOptions sockets) => new()
    {
        IOQueueCount = sockets.IOQueueCount,
        MaxReadBufferSize = sockets.MaxReadBufferSize,
        MaxWriteBufferSize = sockets.MaxWriteBufferSize,
        WaitForDataBeforeAllocatingBuffer = sockets.WaitForDataBeforeAllocatingBuffer,
        UnsafePreferInlineScheduling = sockets.UnsafePreferInlineScheduling,
    };

    private sealed class Listener(Socket socket, OpenConnections connections, SocketConnectionContextFactory factory, bool noDelay, TimeProvider clock) : IConnectionListener
    {
        /// <summary>After so many that were turned away nothing is taken for a moment: even closing connections would fill a core. New ones wait that long; open ones notice nothing.</summary>
        private const int Flood = 100;

        private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);
        private int _turnedAway;

        public EndPoint EndPoint { get; } = socket.LocalEndPoint ?? throw new InvalidOperationException("The socket is not bound.");

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            while (true)
            {
                try
                {
                    if (Admit(await socket.AcceptAsync(cancellationToken)) is { } connection)
                    {
                        return connection;
                    }

                    if (++_turnedAway % Flood == 0)
                    {
                        await Task.Delay(Moment, clock, cancellationToken);
                    }
                }
                catch (Exception problem) when (problem is ObjectDisposedException or OperationCanceledException or SocketException { SocketErrorCode: SocketError.OperationAborted })
                {
                    return null;
                }
                catch (SocketException)
                {
                    // Reset while it waited to be taken: the next one.
                }
            }
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            socket.Dispose();
            return default;
        }

        public ValueTask DisposeAsync()
        {
            socket.Dispose();
            factory.Dispose();
            return default;
        }

        private ConnectionContext? Admit(Socket accepted)
        {
            if (connections.TryOpen(((IPEndPoint)accepted.RemoteEndPoint!).Address) is not { } place) // not null: it was accepted
            {
                // No goodbye: the other side learns at once, and nothing lingers here.
                accepted.Close(timeout: 0);
                return null;
            }

            accepted.NoDelay = noDelay;
            var connection = factory.Create(accepted);
            connection.ConnectionClosed.Register(static state => ((IDisposable)state!).Dispose(), place); // not null: the place
            return connection;
        }
    }
}
