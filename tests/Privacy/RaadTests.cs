using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Channels;
using KlachtHulp.Bot.Channels.Bewaren;
using KlachtHulp.Bot.Channels.Limits;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace KlachtHulp.Tests.Privacy;

/// <summary>Who tries codes with many addresses, and who holds many streams open.</summary>
public sealed class RaadTests
{
    private readonly FixedClock _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task When_the_budget_of_wrong_codes_is_spent_each_address_may_try_once_an_hour()
    {
        await using var guesses = new GuessLimiter(new SharedWindow(new OneInstance(), _clock), new AddressBook(new LimitSettings(), _clock), new LimitSettings(), _clock);
        await WrongAsync(guesses, GuessLimiter.Budget - 1);
        Assert.Equal("door door door", await TryAsync(guesses, "192.0.2.1", 3));

        await WrongAsync(guesses, 1);

        Assert.Equal("door 3600", await TryAsync(guesses, "192.0.2.2", 2));
        Assert.Equal("door 3600", await TryAsync(guesses, "192.0.2.3", 2));
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal("60", await TryAsync(guesses, "192.0.2.3", 1));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("door door", await TryAsync(guesses, "192.0.2.3", 2));
    }

    [Fact]
    public async Task A_front_desk_may_allow_more_codes_from_its_one_address()
    {
        await using var usual = new GuessLimiter(new SharedWindow(new OneInstance(), _clock), new AddressBook(new LimitSettings(), _clock), new LimitSettings(), _clock);
        await using var desk = new GuessLimiter(new SharedWindow(new OneInstance(), _clock), new AddressBook(new LimitSettings(), _clock), new LimitSettings { CodesPerMinute = 7 }, _clock);

        Assert.StartsWith("door door door door door 6", await TryAsync(usual, "192.0.2.9", 6), StringComparison.Ordinal);
        Assert.StartsWith("door door door door door door door 6", await TryAsync(desk, "192.0.2.9", 8), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instances_spend_one_budget_together()
    {
        var shared = new Together();
        await using var one = new GuessLimiter(new SharedWindow(shared, _clock), new AddressBook(new LimitSettings(), _clock), new LimitSettings(), _clock);
        await using var two = new GuessLimiter(new SharedWindow(shared, _clock), new AddressBook(new LimitSettings(), _clock), new LimitSettings(), _clock);
        await WrongAsync(one, GuessLimiter.Budget / 2);
        await WrongAsync(two, GuessLimiter.Budget / 2);
        await WrongAsync(one, 1);

        Assert.Equal("door", await TryAsync(one, "192.0.2.1", 1));
        Assert.Equal("3600", await TryAsync(two, "192.0.2.1", 1));
    }

    [Fact]
    public void An_address_is_forgotten_when_its_window_is_over_or_very_many_came_after_it()
    {
        var window = new AttemptWindow(_clock, TimeSpan.FromHours(1));

        Assert.Equal((1, 2), (window.Add("een").Count, window.Add("een").Count));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, window.Add("een").Count);
        for (var number = 0; number < AttemptWindow.MostKeys; number++)
        {
            window.Add($"{number}");
        }

        Assert.Equal(1, window.Add("een").Count);
    }

    [Fact]
    public async Task One_address_holds_so_many_streams_open_and_gets_another_when_one_is_closed()
    {
        using var server = new WholeServer();
        server.Settings["KlachtHulp:Limieten:StromenPerAdres"] = "2";
        var resident = await server.ResidentAsync();
        using var first = await ConnectAsync(server, resident);
        using var second = await ConnectAsync(server, resident);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ConnectAsync(server, resident));
        Assert.Contains("429", refused.Message, StringComparison.Ordinal);
        await first.CloseAsync(WebSocketCloseStatus.NormalClosure, "", default);

        using var third = await AgainAsync(server, resident);
        Assert.Equal(WebSocketState.Open, third.State);
    }

    private static async Task WrongAsync(GuessLimiter guesses, int times)
    {
        for (var time = 0; time < times; time++)
        {
            await guesses.WrongAsync(default);
        }
    }

    /// <summary>For each try "door", or after how many seconds to come back.</summary>
    private static async Task<string> TryAsync(GuessLimiter guesses, string address, int times)
    {
        var answers = new List<string>();
        for (var time = 0; time < times; time++)
        {
            var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
            answers.Add(await guesses.TryPassAsync(http) ? "door" : http.Response.Headers.RetryAfter.ToString());
        }

        return string.Join(' ', answers);
    }

    private static async Task<WebSocket> ConnectAsync(WholeServer server, Resident resident)
    {
        using var http = server.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", resident.Token);
        var found = JsonNode.Parse(await http.GetStringAsync(new Uri($"/v3/directline/conversations/{resident.Conversation}", UriKind.Relative)))!;
        return await server.Server.CreateWebSocketClient().ConnectAsync(new Uri(found["streamUrl"]!.ToString()), default);
    }

    /// <summary>The server notices after the client that a stream is closed.</summary>
    private static async Task<WebSocket> AgainAsync(WholeServer server, Resident resident)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                return await ConnectAsync(server, resident);
            }
            catch (InvalidOperationException) when (!patience.IsCancellationRequested)
            {
                await Task.Yield();
            }
        }
    }

    private sealed class OneInstance : ISharedWork
    {
        public bool IsShared => false;

        public ValueTask<SharedCount> CountAsync(string what, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<IAsyncDisposable?> TryLeadAsync(string work, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask ForgetCountsAsync(DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask AddTalliesAsync(IReadOnlyList<Tally> tallies, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<Tally>> ReadTalliesAsync(DateOnly from, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class Together : ISharedWork
    {
        private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

        public bool IsShared => true;

        public ValueTask<SharedCount> CountAsync(string what, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken)
            => ValueTask.FromResult(new SharedCount(_counts.AddOrUpdate(what, 1, static (_, count) => count + 1), now + window));

        public ValueTask<IAsyncDisposable?> TryLeadAsync(string work, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask ForgetCountsAsync(DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask AddTalliesAsync(IReadOnlyList<Tally> tallies, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<Tally>> ReadTalliesAsync(DateOnly from, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
