using System.Net;
using System.Text.RegularExpressions;
using KlachtHulp.Bot.Channels.Limits;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace KlachtHulp.Tests.Channels.Limits;

/// <summary>Who was refused often waits for the answer; who is in a conversation does not.</summary>
public sealed class AddressGateTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void Refusals_take_longer_and_longer_and_a_quiet_minute_makes_up_for_them()
    {
        var clock = new FixedClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var book = new AddressBook(new LimitSettings { QuickRefusals = 2, CallsPerAddress = 3 }, clock);
        var (flooder, other) = (new NetworkKey(1, IsV6: false), new NetworkKey(2, IsV6: false));

        var waits = Enumerable.Range(0, 11).Select(_ => book.Arrives(flooder, Door.Any).Wait.TotalMilliseconds).ToArray();

        Assert.Equal([0, 0, 0, 0, 0, 125, 250, 500, 1000, 2000, 2000], waits);
        Assert.Equal(TimeSpan.Zero, book.Arrives(other, Door.Any).Wait);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.Zero, book.Arrives(flooder, Door.Any).Wait);
    }

    [Fact]
    public async Task A_refused_address_gets_its_next_answers_late_while_its_conversations_go_on()
    {
        using var server = Strict();
        var resident = await server.Resident().StartAsync();
        var room = server.Services.GetRequiredService<WaitingRoom>();
        await RefuseAsync(server, times: 2);

        var late = BeginAsync(server);
        await UntilAsync(() => room.Count == 1);
        var said = await resident.SayAsync("Ik mag gewoon verder praten.").WaitAsync(Patience);

        Assert.False(late.IsCompleted);
        Assert.Equal(200, said.Status);
        server.Clock.Advance(TimeSpan.FromMilliseconds(125));
        Assert.Equal(429, (await late.WaitAsync(Patience)).Status);
        Assert.Equal(0, room.Count);
    }

    [Fact]
    public async Task A_token_of_another_conversation_lets_nobody_pass_a_queue()
    {
        using var server = Strict();
        var (resident, other) = (await server.Resident().StartAsync(), server.Resident());
        other.Token = resident.Token;
        await RefuseAsync(server, times: 2);
        const string Elsewhere = "conversations/ffffffffffffffffffffffffffffffff/activities";
        Assert.Equal(403, (await other.SendAsync(HttpMethod.Get, Elsewhere)).Status);

        var late = other.SendAsync(HttpMethod.Get, Elsewhere);
        await UntilAsync(() => server.Services.GetRequiredService<WaitingRoom>().Count == 1);
        server.Clock.Advance(AddressBook.LongestWait);

        Assert.Equal(403, (await late.WaitAsync(Patience)).Status);
    }

    [Fact]
    public async Task A_refusal_says_in_plain_words_when_to_come_back_also_to_a_page_of_another_site()
    {
        using var server = Strict();
        server.Settings["KlachtHulp:DirectLine:Herkomsten:0"] = "https://www.gemeente.example";
        await server.Resident().StartAsync();
        await BeginAsync(server);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/gesprekken");
        request.Headers.Add("Origin", "https://www.gemeente.example");

        var refused = await server.Resident().SendAsync(request);

        Assert.Equal((429, "TooManyRequests", "application/problem+json"),
            (refused.Status, refused.Json.GetProperty("code").GetString(), refused.ContentHeaders.ContentType?.MediaType));
        Assert.StartsWith("Vanaf uw adres komen nu heel veel verzoeken.", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(("60", "https://www.gemeente.example", "nosniff"), (One(refused, "Retry-After"), One(refused, "Access-Control-Allow-Origin"), One(refused, "X-Content-Type-Options")));
    }

    [Fact]
    public async Task Who_begins_by_pages_is_refused_with_a_page()
    {
        using var server = Strict();
        await server.Resident().StartAsync();
        await BeginAsync(server);

        var refused = await server.Resident().SendAsync(HttpMethod.Post, "/klacht/begin", credential: "");

        Assert.Equal((429, "text/html"), (refused.Status, refused.ContentHeaders.ContentType?.MediaType));
        Assert.Contains("<h1>", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wrote_something_on_the_page_that_is_refused_gets_the_words_back()
    {
        using var server = Strict();
        using var browser = server.CreateClient();
        var page = await browser.GetStringAsync(new Uri("/klacht", UriKind.Relative));
        await server.Resident().StartAsync();
        await BeginAsync(server);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value,
            ["tekst"] = "Dit heb ik net bedacht.",
        });

        using var refused = await browser.PostAsync(new Uri("/klacht/begin", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("Dit heb ik net bedacht.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KlachtHulp:Proxies:0", true)]
    [InlineData("KlachtHulp:Geen:0", false)]
    public async Task When_too_many_of_an_address_wait_the_next_is_closed_or_behind_a_proxy_refused_at_once(string setting, bool answers)
    {
        using var server = Strict();
        server.Settings[setting] = "203.0.113.200";
        await server.Resident().StartAsync();
        await RefuseAsync(server, times: 2);
        var waiting = server.Services.GetRequiredService<AddressBook>().Arrives(NetworkKey.Of(System.Net.IPAddress.Loopback), Door.Any).Waiting;
        Assert.All(Enumerable.Range(0, WaitingRoom.MostPerAddress), _ => Assert.True(waiting.TryEnter(WaitingRoom.MostPerAddress)));

        var next = BeginAsync(server).WaitAsync(Patience);

        if (answers)
        {
            Assert.Equal(429, (await next).Status);
        }
        else
        {
            Assert.IsNotType<TimeoutException>(await Assert.ThrowsAnyAsync<Exception>(() => next));
        }
    }

    [Fact]
    public async Task Somebody_who_leaves_while_waiting_makes_room()
    {
        using var server = Strict();
        await server.Resident().StartAsync();
        await RefuseAsync(server, times: 2);
        var room = server.Services.GetRequiredService<WaitingRoom>();
        using var http = server.CreateClient();
        using var leave = new CancellationTokenSource();

        var late = http.PostAsync(new Uri("/api/v1/tokens", UriKind.Relative), content: null, leave.Token);
        await UntilAsync(() => room.Count == 1);
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late);
        await UntilAsync(() => room.Count == 0);
    }

    [Fact]
    public async Task A_refusal_by_all_instances_together_is_remembered_and_asks_the_database_no_more()
    {
        var shared = new Crowded();
        using var server = new BotServer { Register = services => services.AddSingleton<ISharedWork>(shared) };

        var statuses = new List<int>();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            statuses.Add((await BeginAsync(server)).Status);
        }

        Assert.All(statuses, static status => Assert.Equal(429, status));
        Assert.Equal(1, shared.Asked);
    }

    [Fact]
    public async Task Wrong_tokens_count_as_refusals_too()
    {
        using var server = Strict();
        var stranger = server.Resident();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.Equal(403, (await stranger.SendAsync(HttpMethod.Get, "conversations/1/activities", credential: "verzonnen")).Status);
        }

        var late = stranger.SendAsync(HttpMethod.Get, "conversations/1/activities", credential: "verzonnen");
        await UntilAsync(() => server.Services.GetRequiredService<WaitingRoom>().Count == 1);
        server.Clock.Advance(AddressBook.LongestWait);

        Assert.Equal(403, (await late.WaitAsync(Patience)).Status);
    }

    [Fact]
    public async Task What_asks_whether_the_service_is_well_never_waits()
    {
        using var server = Strict();
        await server.Resident().StartAsync();
        await RefuseAsync(server, times: 2);
        var late = BeginAsync(server);
        await UntilAsync(() => server.Services.GetRequiredService<WaitingRoom>().Count == 1);

        Assert.Equal(200, (await server.Resident().SendAsync(HttpMethod.Get, "/healthz", credential: "").WaitAsync(Patience)).Status);
        var page = server.Resident().SendAsync(HttpMethod.Get, "/klacht", credential: "");
        await UntilAsync(() => server.Services.GetRequiredService<WaitingRoom>().Count == 2);
        server.Clock.Advance(AddressBook.LongestWait);

        Assert.Equal((429, 200), ((await late.WaitAsync(Patience)).Status, (await page.WaitAsync(Patience)).Status));
    }

    /// <summary>A server where one conversation may begin, and where the second refusal is the last quick one.</summary>
    private static BotServer Strict()
    {
        var server = new BotServer();
        server.Settings["KlachtHulp:Limieten:NieuwPerMinuut"] = "2";
        server.Settings["KlachtHulp:Limieten:WeigeringenPerMinuut"] = "2";
        return server;
    }

    private static Task<Reply> BeginAsync(BotServer server) => server.Resident().SendAsync(HttpMethod.Post, "/api/v1/tokens", "{}", credential: "");

    private static async Task RefuseAsync(BotServer server, int times)
    {
        for (var time = 0; time < times; time++)
        {
            Assert.Equal(429, (await BeginAsync(server).WaitAsync(Patience)).Status);
        }
    }

    private static string One(Reply reply, string header) => reply.Headers.GetValues(header).Single();

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!holds())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private sealed class Crowded : ISharedWork
    {
        private int _asked;

        public int Asked => _asked;

        public bool IsShared => true;

        public ValueTask<SharedCount> CountAsync(string what, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _asked);
            return ValueTask.FromResult(new SharedCount(1_000_000, now + window));
        }

        public ValueTask<IAsyncDisposable?> TryLeadAsync(string work, CancellationToken cancellationToken) => ValueTask.FromResult<IAsyncDisposable?>(null);

        public ValueTask ForgetCountsAsync(DateTimeOffset now, CancellationToken cancellationToken) => default;

        public ValueTask AddTalliesAsync(IReadOnlyList<Tally> tallies, CancellationToken cancellationToken) => default;

        public ValueTask<IReadOnlyList<Tally>> ReadTalliesAsync(DateOnly from, CancellationToken cancellationToken)
            => ValueTask.FromResult<IReadOnlyList<Tally>>([]);
    }
}
