using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Channels.Connector;
using KlachtHulp.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace KlachtHulp.Tests.Channels;

/// <summary>Tokens of channels: those that are right, and every way to be wrong.</summary>
public sealed class InboundTokenTests : IClassFixture<InboundTokenTests.Fixture>
{
    private readonly Fixture _fixture;

    public InboundTokenTests(Fixture fixture) => _fixture = fixture;

    public static TheoryData<string> Forgeries => [.. Forged.Keys];

    public static TheoryData<string> Genuine => [.. Good.Keys];

    private static IReadOnlyDictionary<string, Func<ChannelKeys, string>> Forged { get; } = new Dictionary<string, Func<ChannelKeys, string>>
    {
        ["no header"] = static _ => "",
        ["an empty scheme"] = static _ => "Bearer ",
        ["not a token"] = static _ => "Bearer abc",
        ["two dots and nothing"] = static _ => "Bearer ..",
        ["four parts"] = static keys => $"Bearer {keys.Good()}.x",
        ["five parts, as if encrypted"] = static keys => $"Bearer {keys.Good()}.x.y",
        ["another scheme"] = static keys => $"Basic {keys.Good()}",
        ["two tokens"] = static keys => $"Bearer {keys.Good()} {keys.Good()}",
        ["two tokens with a comma"] = static keys => $"Bearer {keys.Good()},{keys.Good()}",
        ["a token without scheme"] = static keys => keys.Good(),
        ["wrong issuer"] = static keys => With(keys, static claims => claims["iss"] = "https://kwaad.example"),
        ["issuer with a slash more"] = static keys => With(keys, static claims => claims["iss"] = "https://api.botframework.com/"),
        ["issuer in capitals"] = static keys => With(keys, static claims => claims["iss"] = "HTTPS://API.BOTFRAMEWORK.COM"),
        ["no issuer"] = static keys => With(keys, static claims => claims.Remove("iss")),
        ["issuer of a tenant"] = static keys => With(keys, static claims => claims["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"),
        ["wrong audience"] = static keys => With(keys, static claims => claims["aud"] = "11111111-0000-0000-0000-00000000b07a"),
        ["no audience"] = static keys => With(keys, static claims => claims.Remove("aud")),
        ["empty audience"] = static keys => With(keys, static claims => claims["aud"] = ""),
        ["audience in capitals"] = static keys => With(keys, static claims => claims["aud"] = ChannelKeys.AppId.ToUpperInvariant()),
        ["expired six minutes ago"] = static keys => With(keys, static claims => claims["exp"] = ChannelKeys.Now.AddMinutes(-6).ToUnixTimeSeconds()),
        ["expired an hour ago"] = static keys => With(keys, static claims => claims["exp"] = ChannelKeys.Now.AddHours(-1).ToUnixTimeSeconds()),
        ["no expiry"] = static keys => With(keys, static claims => claims.Remove("exp")),
        ["expiry in words"] = static keys => With(keys, static claims => claims["exp"] = "morgen"),
        ["not valid yet"] = static keys => With(keys, static claims => claims["nbf"] = ChannelKeys.Now.AddMinutes(30).ToUnixTimeSeconds()),
        ["another key under the same id"] = static keys => $"Bearer {ChannelKeys.Sign(keys.Stranger, ChannelKeys.Claims())}",
        ["unknown key id"] = static keys => $"Bearer {ChannelKeys.Sign(keys.Known, ChannelKeys.Claims(), kid: "onbekend")}",
        ["no key id"] = static keys => $"Bearer {ChannelKeys.Sign(keys.Known, ChannelKeys.Claims(), kid: null)}",
        ["key id that is a path"] = static keys => $"Bearer {ChannelKeys.Sign(keys.Known, ChannelKeys.Claims(), kid: "../../dev/null")}",
        ["key endorsed for another channel"] = static keys => $"Bearer {ChannelKeys.Sign(keys.ForOtherChannel, ChannelKeys.Claims(), kid: "other")}",
        ["key without endorsements"] = static keys => $"Bearer {ChannelKeys.Sign(keys.Unendorsed, ChannelKeys.Claims(), kid: "bare")}",
        ["no algorithm"] = static _ => $"Bearer {ChannelKeys.WithoutSignature(ChannelKeys.Claims(), "known", "none")}.",
        ["no algorithm, in capitals"] = static _ => $"Bearer {ChannelKeys.WithoutSignature(ChannelKeys.Claims(), "known", "None")}.",
        ["the public key as a shared secret"] = static keys => $"Bearer {Shared(keys)}",
        ["another algorithm named than used"] = static keys => $"Bearer {ChannelKeys.Sign(keys.Known, ChannelKeys.Claims(), alg: "RS384")}",
        ["an elliptic curve algorithm"] = static keys => $"Bearer {ChannelKeys.Sign(keys.Known, ChannelKeys.Claims(), alg: "ES256")}",
        ["claims changed after signing"] = static keys => $"Bearer {Swapped(keys)}",
        ["signature cut off"] = static keys => $"Bearer {keys.Good()[..^20]}",
        ["no signature"] = static keys => $"Bearer {keys.Good()[..(keys.Good().LastIndexOf('.') + 1)]}",
        ["a token of another bot"] = static keys => With(keys, static claims => claims["appid"] = "22222222-0000-0000-0000-00000000b07a"),
        ["a token of another bot, version 2"] = static keys => With(keys, static claims => claims["azp"] = "22222222-0000-0000-0000-00000000b07a"),
        ["no serviceurl"] = static keys => With(keys, static claims => claims.Remove("serviceurl")),
        ["serviceurl of another host"] = static keys => $"Bearer {keys.Good("https://smba.trafficmanager.net.kwaad.example/emea/")}",
        ["serviceurl of another path"] = static keys => $"Bearer {keys.Good("https://smba.trafficmanager.net/amer/")}",
        ["serviceurl that is no address"] = static keys => $"Bearer {keys.Good("smba")}",
    };

    private static IReadOnlyDictionary<string, Func<ChannelKeys, string>> Good { get; } = new Dictionary<string, Func<ChannelKeys, string>>
    {
        ["as it should be"] = static keys => $"Bearer {keys.Good()}",
        ["scheme in lower case"] = static keys => $"bearer {keys.Good()}",
        ["RS384"] = static keys => $"Bearer {ChannelKeys.Sign(keys.Known, ChannelKeys.Claims(), alg: "RS384", hash: HashAlgorithmName.SHA384)}",
        ["RS512"] = static keys => $"Bearer {ChannelKeys.Sign(keys.Known, ChannelKeys.Claims(), alg: "RS512", hash: HashAlgorithmName.SHA512)}",
        ["expired two minutes ago, within the skew"] = static keys =>
            With(keys, static claims => claims["exp"] = ChannelKeys.Now.AddMinutes(-2).ToUnixTimeSeconds()),
        ["serviceurl without the last slash"] = static keys => $"Bearer {keys.Good(ChannelKeys.ServiceUrl.TrimEnd('/'))}",
        ["serviceurl with its host in capitals"] = static keys => $"Bearer {keys.Good("https://SMBA.TRAFFICMANAGER.NET/emea/")}",
    };

    [Fact]
    public void The_table_has_at_least_thirty_forgeries() => Assert.InRange(Forged.Count, 30, 100);

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_or_broken_token_is_refused_and_changes_nothing(string name)
    {
        var saves = _fixture.Server.Store.Saves;

        var status = await PostAsync(_fixture, Forged[name](_fixture.Keys), Activity.Replace("expectReplies", "normal", StringComparison.Ordinal));

        Assert.Contains(status, (IEnumerable<int>)[401, 403]);
        Assert.Equal(saves, _fixture.Server.Store.Saves);
        await _fixture.Server.Store.OutboxEmptyAsync();
        Assert.Empty(_fixture.Outside.Calls);
    }

    [Fact]
    public async Task What_a_genuine_token_brings_is_answered_outside()
    {
        await using var own = new Fixture();
        await own.InitializeAsync();
        own.Outside.Statuses.Enqueue(500); // no token, so nothing goes further than this

        await PostAsync(own, $"Bearer {own.Keys.Good()}", Activity.Replace("expectReplies", "normal", StringComparison.Ordinal));

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (own.Outside.Calls.IsEmpty)
        {
            await Task.Delay(20, patience.Token);
        }

        Assert.Equal("/token", own.Outside.Calls.First().Target);
    }

    [Theory]
    [MemberData(nameof(Genuine))]
    public async Task A_genuine_token_is_accepted(string name) => Assert.Equal(200, await PostAsync(_fixture, Good[name](_fixture.Keys), Activity));

    [Theory]
    [InlineData("Development", "127.0.0.1", 200)]
    [InlineData("Development", "::1", 200)]
    [InlineData("Development", "192.0.2.1", 401)]
    [InlineData("Development", null, 401)]
    [InlineData("Production", "127.0.0.1", 401)]
    public async Task Without_an_app_id_only_a_developers_own_machine_is_served(string environment, string? remote, int status)
    {
        using var server = new BotServer { Environment = environment, Remote = remote is null ? null : System.Net.IPAddress.Parse(remote) };

        Assert.Equal(status, (await server.Resident().SendAsync(HttpMethod.Post, "/api/messages", Activity, credential: "")).Status);
    }

    private const string Activity = $$"""
        {"type":"message","id":"a1","channelId":"msteams","serviceUrl":"{{ChannelKeys.ServiceUrl}}","deliveryMode":"expectReplies","text":"hoi",
         "from":{"id":"29:x"},"recipient":{"id":"28:y"},"conversation":{"id":"a:1"} }
        """;

    private static async Task<int> PostAsync(Fixture fixture, string authorization, string activity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        request.Content = new StringContent(activity, Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return (await fixture.Server.Resident().SendAsync(request)).Status;
    }

    private static string With(ChannelKeys keys, Action<JsonObject> change)
    {
        var claims = ChannelKeys.Claims();
        change(claims);
        return $"Bearer {ChannelKeys.Sign(keys.Known, claims)}";
    }

    private static string Shared(ChannelKeys keys)
    {
        var unsigned = ChannelKeys.WithoutSignature(ChannelKeys.Claims(), "known", "HS256");
        var secret = Encoding.UTF8.GetBytes(keys.Known.ExportSubjectPublicKeyInfoPem());
        return $"{unsigned}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(unsigned)))}";
    }

    private static string Swapped(ChannelKeys keys)
    {
        var parts = keys.Good().Split('.');
        var claims = ChannelKeys.Claims();
        claims["extra"] = 1;
        return $"{parts[0]}.{Base64UrlEncoder.Encode(claims.ToJsonString())}.{parts[2]}";
    }

    public sealed class Fixture : IAsyncLifetime, IAsyncDisposable
    {
        public Fixture() => Server = new BotServer { Environment = "Production", Register = services => services.AddSingleton(Keys.Metadata()).AddSingleton(Settings()) };

        public ChannelKeys Keys { get; } = new();

        public BotServer Server { get; }

        /// <summary>Where the token for a reply is asked for, which is the first that goes out.</summary>
        public ChannelServer Outside { get; private set; } = null!; // set before the first test

        public async Task InitializeAsync() => Outside = await ChannelServer.StartAsync();

        async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            Keys.Dispose();
            await Outside.DisposeAsync();
        }

        private ConnectorSettings Settings() => new()
        {
            AppId = ChannelKeys.AppId,
            AppGeheim = "geheim",
            Metadata = new Uri("https://login.example/"),
            MetadataRefresh = TimeSpan.FromMinutes(5),
            TokenAddress = new Uri(Outside.Address + "/token"),
            ServiceHosts = [new Uri(ChannelKeys.ServiceUrl).Host],
            AllowLoopback = true,
        };
    }
}
