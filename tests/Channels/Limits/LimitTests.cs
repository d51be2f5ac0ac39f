using System.Net;
using System.Net.Http.Headers;
using KlachtHulp.Bot.Channels.Bewaren;
using KlachtHulp.Bot.Channels.Limits;
using KlachtHulp.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KlachtHulp.Tests.Channels.Limits;

/// <summary>What conversations, new ones, files and codes may ask for.</summary>
public sealed class LimitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly FixedClock _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_conversation_in_a_hurry_is_slowed_down_and_loses_nothing_while_others_go_on()
    {
        using var server = new BotServer();
        server.Settings["KlachtHulp:Limieten:VerzoekenPerGesprek"] = "4";
        var (hurried, other) = (await server.Resident().StartAsync(), await server.Resident().StartAsync());
        for (var call = 0; call < 5; call++)
        {
            Assert.Equal(200, (await hurried.HistoryReplyAsync().WaitAsync(Patience)).Status);
        }

        var late = hurried.SayAsync("Ik typ heel snel.");
        await UntilAsync(() => server.Services.GetRequiredService<WaitingRoom>().Count == 1);
        Assert.Equal(200, (await other.SayAsync("Ik niet.").WaitAsync(Patience)).Status);
        server.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(200, (await late.WaitAsync(Patience)).Status);
        server.Clock.Advance(LimitSettings.Span);
        Assert.Contains(await hurried.HistoryAsync(), static one => one.TryGetProperty("text", out var text) && text.GetString() == "Ik typ heel snel.");
    }

    [Fact]
    public async Task Nobody_slows_a_conversation_down_without_its_token()
    {
        using var server = new BotServer();
        server.Settings["KlachtHulp:Limieten:VerzoekenPerGesprek"] = "4";
        var resident = await server.Resident().StartAsync();
        for (var call = 0; call < 20; call++)
        {
            Assert.Equal(403, (await server.Resident().SendAsync(HttpMethod.Get, $"conversations/{resident.ConversationId}/activities", credential: "verzonnen")).Status);
        }

        Assert.Equal(200, (await resident.SayAsync("Ik mag gewoon verder.").WaitAsync(Patience)).Status);
    }

    [Fact]
    public async Task When_too_many_begin_at_once_new_ones_are_asked_to_wait_and_others_go_on()
    {
        using var server = new BotServer();
        server.Settings["KlachtHulp:Limieten:NieuwPerSeconde"] = "2";
        server.Settings["KlachtHulp:Proxies:0"] = "127.0.0.1";

        Assert.Equal(200, (await BeginAsync(server, "203.0.113.1")).Status);
        var resident = await server.Resident().StartAsync();
        Assert.Equal(200, (await BeginAsync(server, "203.0.113.2")).Status);
        var refused = await BeginAsync(server, "203.0.113.3");

        Assert.Equal((503, "ServiceUnavailable", "5"), (refused.Status, refused.Json.GetProperty("code").GetString(), refused.Headers.GetValues("Retry-After").Single()));
        Assert.Equal(200, (await resident.SayAsync("Ik was al bezig.")).Status);
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await BeginAsync(server, "203.0.113.3")).Status);
    }

    [Fact]
    public async Task When_too_many_begin_who_began_few_goes_first()
    {
        using var server = new BotServer();
        server.Settings["KlachtHulp:Limieten:NieuwPerSeconde"] = "4";
        server.Settings["KlachtHulp:Proxies:0"] = "127.0.0.1";

        var greedy = new List<int>();
        for (var attempt = 0; attempt < 6; attempt++)
        {
            greedy.Add((await BeginAsync(server, "203.0.113.1")).Status);
        }

        Assert.Equal([200, 200, 200, 200, 503, 503], greedy);
        Assert.Equal(200, (await BeginAsync(server, "203.0.113.2")).Status);
    }

    [Fact]
    public void So_many_files_come_in_at_a_time_of_one_address_and_in_all()
    {
        var places = new UploadPlaces();
        NetworkKey Address(int number) => new((ulong)number, IsV6: false);

        Assert.Equal([true, true, true, true, false], Enumerable.Range(0, 5).Select(_ => places.TryEnter(Address(1))));
        Assert.Equal(12, Enumerable.Range(0, 100).Count(number => places.TryEnter(Address(2 + (number % 50)))));
        Assert.False(places.TryEnter(Address(99)));
        places.Leave(Address(1));
        Assert.True(places.TryEnter(Address(1)));
    }

    [Fact]
    public async Task A_file_too_many_at_a_time_is_asked_to_come_again()
    {
        using var server = new BotServer();
        var resident = await server.Resident().StartAsync();
        var places = server.Services.GetRequiredService<UploadPlaces>();
        var own = NetworkKey.Of(IPAddress.Loopback);
        while (places.TryEnter(own))
        {
        }

        var refused = await UploadAsync(server, resident);
        places.Leave(own);
        var taken = await UploadAsync(server, resident);

        Assert.Equal((503, "5", 200), (refused.Status, refused.Headers.GetValues("Retry-After").Single(), taken.Status));
        Assert.True(places.TryEnter(own));
    }

    [Fact]
    public void A_conversation_gets_so_many_codes_a_minute()
    {
        var codes = new CodeLimiter(_clock);
        var http = new DefaultHttpContext();

        Assert.All(Enumerable.Range(0, CodeLimiter.Most), _ => Assert.True(codes.TryPass(http, "een")));
        Assert.False(codes.TryPass(http, "een"));
        Assert.Equal("60", http.Response.Headers.RetryAfter.ToString());
        Assert.True(codes.TryPass(http, "twee"));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(codes.TryPass(http, "een"));
    }

    [Theory]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("0.0.0.0", "::", false)]
    public void A_household_is_one_address(string one, string other, bool same) => Assert.Equal(same, NetworkKey.Of(IPAddress.Parse(one)) == NetworkKey.Of(IPAddress.Parse(other)));

    [Theory]
    [InlineData("10.1.2.3", "10.1.2.3", true)]
    [InlineData("10.1.2.3", "10.1.2.4", false)]
    [InlineData("10.0.0.0/8", "10.200.0.1", true)]
    [InlineData("10.0.0.0/8", "::ffff:10.200.0.1", true)]
    [InlineData("10.0.0.0/8", "11.0.0.1", false)]
    [InlineData("fd00::/8", "fd12::1", true)]
    public void A_proxy_is_an_address_or_a_network(string setting, string address, bool trusted) => Assert.Equal(trusted, TrustedProxies.Read([setting]).Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("KlachtHulp:Proxies:0", "proxy.gemeente.example")]
    [InlineData("KlachtHulp:Limieten:VerbindingenPerAdres", "0")]
    public void A_setting_that_cannot_be_right_stops_the_service(string name, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();

        Assert.Contains(name.Split(":0")[0], Assert.Throws<InvalidOperationException>(() => LimitSettings.From(configuration)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_asked_for_in_a_while_is_forgotten()
    {
        var recent = new Recent<int, List<int>>(TimeSpan.FromMinutes(1), most: 3);
        var now = _clock.GetUtcNow();
        recent.Get(1, now).Add(1);
        recent.Get(2, now).Add(2);

        Assert.Single(recent.Get(1, now + TimeSpan.FromMinutes(1)));
        Assert.Single(recent.Get(1, now + TimeSpan.FromMinutes(2)));
        Assert.Null(recent.Find(2));
        Assert.Empty(recent.Get(1, now + TimeSpan.FromMinutes(10)));
    }

    private static async Task<Reply> UploadAsync(BotServer server, DirectLineClient resident)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{resident.ConversationId}/upload?userId=dl_bewoner");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", resident.Token);
        request.Content = new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new("image/png") } };
        return await server.Resident().SendAsync(request);
    }

    private static async Task<Reply> BeginAsync(BotServer server, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tokens");
        request.Headers.Add("X-Forwarded-For", address);
        return await server.Resident().SendAsync(request);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!holds())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
