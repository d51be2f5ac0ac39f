using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using KlachtHulp.Tests.Storage;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Faults;

/// <summary>Two processes on one PostgreSQL: whichever a resident reaches, it is one service.</summary>
[Collection(PostgresGroup.Name)]
public sealed class InstancesTests(InstancesTests.Pair pair) : IClassFixture<InstancesTests.Pair>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly BotProcess _a = pair.A;
    private readonly BotProcess _b = pair.B;

    [Fact]
    public async Task A_stream_on_one_instance_sees_an_answer_that_was_given_on_the_other()
    {
        using var resident = new Caller(_b.Address);
        await resident.StartAsync();
        var (socket, _) = await resident.StreamAsync(_a.Address);
        using (socket)
        {
            Assert.True(await Caller.HearsAsync(socket, "watermark", Patience));

            await resident.SayAsync("De gemeente belde niet terug over pannenkoek.", "1");

            Assert.True(await Caller.HearsAsync(socket, "pannenkoek", Patience));
        }

        Assert.Empty(resident.Errors);
    }

    [Fact]
    public async Task A_conversation_erased_on_one_instance_closes_the_stream_on_the_other()
    {
        using var resident = new Caller(_b.Address);
        await resident.StartAsync();
        var (socket, _) = await resident.StreamAsync(_a.Address);
        using (socket)
        {
            Assert.True(await Caller.HearsAsync(socket, "watermark", Patience));

            Assert.Equal(HttpStatusCode.NoContent, await resident.StatusAsync(HttpMethod.Delete, $"{_b.Address}/api/v1/gesprekken/{resident.Conversation}", null));

            Assert.False(await Caller.HearsAsync(socket, "dit komt niet", Patience));
            Assert.Equal(WebSocketState.CloseReceived, socket.State);
        }
    }

    [Fact]
    public async Task A_ticket_that_was_used_on_one_instance_is_refused_by_the_other()
    {
        using var resident = new Caller(_a.Address);
        await resident.StartAsync();
        var (socket, url) = await resident.StreamAsync(_a.Address);
        using (socket)
        using (var thief = new ClientWebSocket())
        {
            var elsewhere = new UriBuilder(url) { Port = new Uri(_b.Address).Port }.Uri;

            await Assert.ThrowsAsync<WebSocketException>(() => thief.ConnectAsync(elsewhere, CancellationToken.None));
        }
    }

    [Fact]
    public async Task An_address_that_alternates_between_instances_has_no_more_tries_than_at_one()
    {
        using var guesser = new Caller(_a.Address);
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 8; attempt++)
        {
            var address = attempt % 2 == 0 ? _a.Address : _b.Address;
            statuses.Add(await guesser.StatusAsync(HttpMethod.Post, $"{address}/api/v1/verder", """{"code": "AAAA-BBBB-CCCC"}"""));
        }

        Assert.Equal(5, statuses.Count(static status => status == HttpStatusCode.NotFound));
        Assert.Equal(3, statuses.Count(static status => status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_message_that_reaches_both_instances_at_once_is_one_turn()
    {
        using var resident = new Caller(_a.Address, _b.Address);
        await resident.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => resident.SayAsync("De gemeente belde niet terug over bloemkool.", "zelfde")));

        var said = (await resident.HistoryAsync()).Count(static one => one["text"]?.ToString() == "De gemeente belde niet terug over bloemkool." && one["from"]?["role"]?.ToString() != "bot");
        Assert.Equal(1, said);
    }

    [Fact]
    public async Task A_rolling_restart_under_load_is_seen_by_no_resident_and_loses_no_answer()
    {
        using var stop = new CancellationTokenSource();
        var residents = Enumerable.Range(0, 6).Select(_ => new Caller(_a.Address, _b.Address)).ToArray();
        foreach (var resident in residents)
        {
            await resident.StartAsync();
        }

        var talking = residents.Select(resident => TalkAsync(resident, stop.Token)).ToArray();
        foreach (var instance in new[] { _a, _b })
        {
            var (took, code) = await instance.TerminateAsync();
            Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(25));
            Assert.Equal(0, code);
            await instance.StartAgainAsync();
        }

        await stop.CancelAsync();
        await AssertWholeAsync(residents, await Task.WhenAll(talking));
    }

    [Fact]
    public async Task Kill_9_of_an_instance_under_load_is_seen_by_no_resident_and_loses_no_answer()
    {
        using var stop = new CancellationTokenSource();
        var residents = Enumerable.Range(0, 4).Select(_ => new Caller(_a.Address, _b.Address)).ToArray();
        foreach (var resident in residents)
        {
            await resident.StartAsync();
        }

        var talking = residents.Select(resident => TalkAsync(resident, stop.Token)).ToArray();
        foreach (var instance in new[] { _b, _a })
        {
            instance.Kill();
            await instance.StartAgainAsync();
        }

        await stop.CancelAsync();
        await AssertWholeAsync(residents, await Task.WhenAll(talking));
    }

    /// <summary>Every message that was acknowledged is there, once and in order.</summary>
    private static async Task AssertWholeAsync(Caller[] residents, int[] counts)
    {
        Assert.All(residents, static resident => Assert.Empty(resident.Errors));
        Assert.All(counts, static count => Assert.True(count > 3, $"{count} turns"));
        for (var index = 0; index < residents.Length; index++)
        {
            var said = (await residents[index].HistoryAsync()).Select(static one => one["text"]?.ToString() ?? "").Where(static text => text.StartsWith("waarom ", StringComparison.Ordinal)).ToArray();
            Assert.Equal(Enumerable.Range(1, counts[index]).Select(static number => $"waarom {number}"), said);
            residents[index].Dispose();
        }
    }

    /// <returns>How many messages were acknowledged.</returns>
    private static async Task<int> TalkAsync(Caller resident, CancellationToken stop)
    {
        var number = 0;
        while (!stop.IsCancellationRequested && number < 250)
        {
            number++;
            await resident.SayAsync($"waarom {number}", $"nr-{number}");
        }

        return number;
    }

    /// <summary>The two processes, for all tests of this class; each has a data folder of its own and shares nothing but the database and the master keys.</summary>
    public sealed class Pair(PostgresServer server) : IAsyncLifetime
    {
        private readonly string _keys = Path.GetTempFileName();

        internal BotProcess A { get; private set; } = null!;

        internal BotProcess B { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            var keys = $$"""{"sleutels": [{"id": "k1", "sleutel": "{{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}}"}]}""";
            await File.WriteAllTextAsync(_keys, keys);
            var settings = new Dictionary<string, string>
            {
                ["KlachtHulp:Opslag:Soort"] = "postgres",
                ["KlachtHulp:Opslag:Verbinding"] = await server.CreateDatabaseAsync(),
                ["KlachtHulp:Opslag:SleutelBestand"] = _keys,
            };
            var starts = await Task.WhenAll(BotProcess.StartAsync(settings), BotProcess.StartAsync(settings));
            (A, B) = (starts[0], starts[1]);
        }

        public async Task DisposeAsync()
        {
            await A.DisposeAsync();
            await B.DisposeAsync();
            File.Delete(_keys);
        }
    }
}
