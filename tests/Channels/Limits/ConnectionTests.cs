using System.Net;
using System.Net.Sockets;
using System.Text;
using KlachtHulp.Bot.Channels.Limits;
using KlachtHulp.Tests.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace KlachtHulp.Tests.Channels.Limits;

/// <summary>Connections, over real sockets.</summary>
public sealed class ConnectionTests
{
    private const string Ask = "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly IPAddress Office = IPAddress.Parse("203.0.113.7");

    [Fact]
    public void An_address_has_so_many_connections_open_and_gets_another_when_one_is_closed()
    {
        var connections = new OpenConnections(new LimitSettings { ConnectionsPerAddress = 16 }, new FixedClock(DateTimeOffset.UnixEpoch.AddYears(50)));
        var open = Enumerable.Range(0, 8).Select(_ => connections.TryOpen(Office)).ToList();
        var more = Enumerable.Range(0, 8).Select(_ => connections.TryOpen(Office)).ToList();

        Assert.DoesNotContain(null, open.Concat(more));
        Assert.Null(connections.TryOpen(Office));
        Assert.NotNull(connections.TryOpen(IPAddress.Parse("203.0.113.8")));
    }

    [Fact]
    public void An_address_opens_so_many_connections_a_second_also_when_it_closes_them()
    {
        var clock = new FixedClock(DateTimeOffset.UnixEpoch.AddYears(50));
        var connections = new OpenConnections(new LimitSettings { ConnectionsPerAddress = 16 }, clock);
        void Open(int times) => Assert.All(Enumerable.Range(0, times), _ => Taken(connections).Dispose());

        Open(16);
        Assert.Null(connections.TryOpen(Office));
        clock.Advance(TimeSpan.FromSeconds(1));
        Open(2);
        Assert.Null(connections.TryOpen(Office));
        clock.Advance(TimeSpan.FromMinutes(5));
        var held = Enumerable.Range(0, 16).Select(_ => Taken(connections)).ToList();
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(connections.TryOpen(Office));
        held[0].Dispose();
        held[0].Dispose();
        Taken(connections);
        Assert.Null(connections.TryOpen(Office));
    }

    [Fact]
    public void A_proxy_of_ours_opens_as_many_as_it_needs()
    {
        var settings = new LimitSettings { ConnectionsPerAddress = 1, Proxies = TrustedProxies.Read(["203.0.113.0/24"]) };
        var connections = new OpenConnections(settings, new FixedClock(DateTimeOffset.UnixEpoch.AddYears(50)));

        Assert.All(Enumerable.Range(0, 50), _ => Taken(connections));
    }

    [Fact]
    public async Task A_connection_too_many_is_closed_without_a_word_and_the_others_work_on()
    {
        using var server = Serve("KlachtHulp:Limieten:VerbindingenPerAdres", "2");
        using var first = await ConnectAsync(server);
        using var second = await ConnectAsync(server);

        Assert.Equal("", await AskAnewAsync(server));
        Assert.StartsWith("HTTP/1.1 200", await AskAsync(first), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", await AskAsync(second), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /healthz HTTP/1.1\r\nHost: 127.0")]
    [InlineData("POST /api/v1/tokens HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n{")]
    public async Task The_rest_of_a_request_that_does_not_come_is_not_waited_for(string beginning)
    {
        using var server = Serve("KlachtHulp:Limieten:KopSeconden", "2");
        using var slow = await ConnectAsync(server);
        await slow.SendAsync(Encoding.ASCII.GetBytes(beginning));

        var answer = await ReadAllAsync(slow);

        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 408", StringComparison.Ordinal), answer);
    }

    [Fact]
    public void The_service_as_it_is_installed_has_a_limit_to_connections_and_slow_callers()
    {
        using var server = new BotServer();
        var limits = server.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>>().Value.Limits;

        Assert.Equal((20_000L, 20_000L, TimeSpan.FromSeconds(10), 500d),
            (limits.MaxConcurrentConnections, limits.MaxConcurrentUpgradedConnections, limits.RequestHeadersTimeout, limits.MinRequestBodyDataRate!.BytesPerSecond));
    }

    private static IDisposable Taken(OpenConnections connections)
    {
        var place = connections.TryOpen(Office);
        Assert.NotNull(place);
        return place;
    }

    private static BotServer Serve(string setting, string value)
    {
        var server = new BotServer();
        server.Settings[setting] = value;
        server.UseKestrel(0);
        server.StartServer();
        return server;
    }

    private static async Task<Socket> ConnectAsync(BotServer server)
    {
        var address = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        return socket;
    }

    /// <summary>The connection may be closed while it is being made.</summary>
    private static async Task<string> AskAnewAsync(BotServer server)
    {
        try
        {
            using var socket = await ConnectAsync(server);
            return await AskAsync(socket);
        }
        catch (SocketException)
        {
            return "";
        }
    }

    /// <returns>The first part of the answer; empty when the connection was closed.</returns>
    private static async Task<string> AskAsync(Socket socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[1024];
        try
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(Ask), patience.Token);
            return Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer, patience.Token));
        }
        catch (SocketException)
        {
            return "";
        }
    }

    private static async Task<string> ReadAllAsync(Socket socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        var (buffer, answer) = (new byte[1024], new StringBuilder());
        try
        {
            while (await socket.ReceiveAsync(buffer, patience.Token) is var read and > 0)
            {
                answer.Append(Encoding.ASCII.GetString(buffer, 0, read));
            }
        }
        catch (SocketException)
        {
            // Closed hard: the same as closed.
        }

        return answer.ToString();
    }
}
