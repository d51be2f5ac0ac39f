using System.Net;
using System.Text.Json;
using KlachtHulp.Bot.Channels.Connector;
using KlachtHulp.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace KlachtHulp.Tests.Channels;

/// <summary>Where a reply may go. Each hostile address comes with a token that is right in every way, because a channel may be fooled too.</summary>
public sealed class ServiceUrlTests(ServiceUrlTests.Fixture fixture) : IClassFixture<ServiceUrlTests.Fixture>
{
    public static TheoryData<string> Hostile =>
    [
        "http://127.0.0.1:{port}", "https://127.0.0.1:{port}", "http://localhost:{port}", "https://localhost:{port}", "http://[::1]:{port}",
            "https://[::1]:{port}",
        "http://[::ffff:127.0.0.1]:{port}", "http://[::ffff:7f00:1]:{port}", "http://2130706433:{port}", "http://0x7f000001:{port}",
            "http://017700000001:{port}",
        "http://0177.0.0.1:{port}", "http://0x7f.0.0.1:{port}", "http://127.1:{port}", "http://127.0.1:{port}", "http://0.0.0.0:{port}", "http://0:{port}",
            "http://[::]:{port}",
        "http://127.0.0.1.:{port}", "http://localhost.:{port}", "http://127.0.0.2:{port}", "http://127.0.0.1%2f@smba.trafficmanager.net:{port}",
        "https://smba.trafficmanager.net@127.0.0.1:{port}/", "https://127.0.0.1:{port}#@smba.trafficmanager.net/",
            "https://127.0.0.1:{port}?smba.trafficmanager.net",
        "https://127.0.0.1:{port}\\@smba.trafficmanager.net/", "https://smba.trafficmanager.net:{port}/", "https://smba.trafficmanager.net.kwaad.example/",
        "https://kwaadsmba.trafficmanager.net/", "https://trafficmanager.net/", "https://botframework.com.kwaad.example/", "https://kwaadbotframework.com/",
        "http://smba.trafficmanager.net/emea/", "ftp://smba.trafficmanager.net/", "file:///etc/passwd", "gopher://127.0.0.1:{port}/_x", "javascript:1",
            "data:text/plain,x",
        "//127.0.0.1:{port}/", "127.0.0.1:{port}", "", " ", "https://", "https:///x", "https://10.0.0.1/", "https://169.254.169.254/latest/meta-data/",
            "https://192.168.1.1/",
        "https://[fd00::1]/", "https://[fe80::1]/", "https://metadata.google.internal/", "https://ⓢmba.trafficmanager.net/",
            "https://smba.trafficmanager.net%00.kwaad.example/",
        "https://smba.trafficmanager.net\t.kwaad.example/", "https://smba.trafficmanager.net\r\nHost: kwaad.example/", "unix:/var/run/docker.sock",
    ];

    [Fact]
    public void The_table_has_at_least_forty_addresses() => Assert.InRange(Hostile.Count, 40, 200);

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Nothing_is_sent_to_an_address_that_is_not_a_known_channel(string pattern)
    {
        var address = pattern.Replace("{port}", fixture.Listener.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

        var reply = await fixture.Server.Resident().SendAsync(HttpMethod.Post, "/api/messages", Activity(address), fixture.Keys.Good(address));

        Assert.Contains(reply.Status, (IEnumerable<int>)[400, 401, 403]);
        Assert.Empty(fixture.Listener.Calls);
        Assert.Equal(0, fixture.Server.Store.Saves);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://SMBA.trafficmanager.net/emea/tenant/", true)]
    [InlineData("https://europe.webchat.botframework.com/", true)]
    [InlineData("https://botframework.com/", false)]
    public void Known_channels_are_known(string address, bool allowed) => Assert.Equal(allowed, Policy(loopback: false).TryRead(address, out _));

    [Theory]
    [InlineData("http://127.0.0.1:56150/_connector", true)]
    [InlineData("http://[::1]:56150", true)]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("http://localhost.:56150", false)]
    [InlineData("http://localhost.example:56150", false)]
    [InlineData("http://127.1:56150", false)]
    [InlineData("http://10.0.0.1:56150", false)]
    [InlineData("https://127.0.0.1:56150", false)]
    public void On_a_developers_machine_a_plain_loopback_address_is_allowed_too(string address, bool allowed) =>
        Assert.Equal(allowed, Policy(loopback: true).TryRead(address, out _));

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("100.63.255.255", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2a01:7c8::1", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001::1", false)]
    [InlineData("2001:db8::1", false)]
    public void Only_addresses_of_the_public_internet_are_public(string address, bool expected) =>
        Assert.Equal(expected, ServiceUrlPolicy.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("localhost", false)]
    [InlineData("localhost.", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("[::ffff:127.0.0.1]", false)]
    public async Task A_name_that_leads_into_our_own_network_is_not_connected_to(string host, bool loopback)
    {
        using var client = new HttpClient(ConnectorHttp.Handler(Settings(loopback)));

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri($"http://{host}:{fixture.Listener.Port}/")));

        Assert.Empty(fixture.Listener.Calls);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task On_a_developers_machine_the_tools_of_that_machine_are_reached(string host)
    {
        await using var listener = await ChannelServer.StartAsync();
        using var client = new HttpClient(ConnectorHttp.Handler(Settings(loopback: true)));

        await client.GetAsync(new Uri($"http://{host}:{listener.Port}/"));

        Assert.Single(listener.Calls);
    }

    private static string Activity(string serviceUrl) => JsonSerializer.Serialize(new
    {
        type = "message",
        id = "a1",
        channelId = "msteams",
        serviceUrl,
        text = "hoi",
        from = new { id = "29:x" },
        recipient = new { id = "28:y" },
        conversation = new { id = "a:1" },
    });

    private static ServiceUrlPolicy Policy(bool loopback) => new(Settings(loopback));

    private static ConnectorSettings Settings(bool loopback) => new()
    {
        Metadata = new Uri("https://login.example/"),
        MetadataRefresh = TimeSpan.FromMinutes(5),
        TokenAddress = new Uri("https://login.example/token"),
        ServiceHosts = ["smba.trafficmanager.net", ".botframework.com"],
        AllowLoopback = loopback,
    };

    public sealed class Fixture : IAsyncLifetime
    {
        public ChannelKeys Keys { get; } = new();

        public ChannelServer Listener { get; private set; } = null!;

        public BotServer Server { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Listener = await ChannelServer.StartAsync();
            Server = new BotServer { Environment = "Production", Register = services => services.AddSingleton(Keys.Metadata()) };
            Server.Settings["KlachtHulp:Bot:AppId"] = ChannelKeys.AppId;
            Server.Settings["KlachtHulp:Bot:TokenAdres"] = $"https://127.0.0.1:{Listener.Port}/token";
        }

        public async Task DisposeAsync()
        {
            await Server.DisposeAsync();
            await Listener.DisposeAsync();
            Keys.Dispose();
        }
    }
}
