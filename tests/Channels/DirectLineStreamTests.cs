using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KlachtHulp.Tests.Channels;

public sealed partial class DirectLineStreamTests : IDisposable
{
    private readonly BotServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task The_stream_gives_history_first_and_then_every_turn_at_once()
    {
        var resident = await _server.Resident().StartAsync();
        using var stream = await ConnectAsync(resident.StreamUrl);

        var history = await NextAsync(stream);
        await resident.SayAsync("hallo");
        var turn = await NextAsync(stream);

        Assert.Equal(("2", 2), (Watermark(history), Count(history)));
        Assert.Equal(("5", 3), (Watermark(turn), Count(turn)));
        Assert.Equal("hallo", turn.GetProperty("activities")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Two_screens_of_one_conversation_both_hear_everything_in_order()
    {
        var resident = await _server.Resident().StartAsync();
        using var one = await ConnectAsync(resident.StreamUrl);
        using var two = await ConnectAsync(await TicketAsync(resident));

        await Task.WhenAll(Enumerable.Range(0, 30).Select(turn => resident.SayAsync($"bericht {turn}")));

        var whole = Enumerable.Range(1, 92).Select(sequence => $"{resident.ConversationId}|{sequence:D7}").ToList();
        Assert.Equal(whole, await IdsAsync(one, 92));
        Assert.Equal(whole, await IdsAsync(two, 92));
    }

    [Fact]
    public async Task A_screen_that_connects_in_the_middle_of_a_rush_misses_and_doubles_nothing()
    {
        var resident = await _server.Resident().StartAsync();
        var rush = Task.WhenAll(Enumerable.Range(0, 60).Select(turn => resident.SayAsync($"bericht {turn}")));

        var screens = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ => await ConnectAsync(await TicketAsync(resident))));
        await rush;

        var whole = Enumerable.Range(1, 182).Select(sequence => $"{resident.ConversationId}|{sequence:D7}").ToList();
        foreach (var screen in screens)
        {
            Assert.Equal(whole, await IdsAsync(screen, 182));
            screen.Dispose();
        }
    }

    [Fact]
    public async Task Reconnecting_with_a_watermark_gives_only_what_was_missed()
    {
        var resident = await _server.Resident().StartAsync();
        await resident.SayAsync("gemist");

        using var stream = await ConnectAsync(await TicketAsync(resident, "?watermark=2"));
        var missed = await NextAsync(stream);

        Assert.Equal(("5", 3), (Watermark(missed), Count(missed)));
    }

    [Fact]
    public async Task What_another_process_wrote_is_read_from_the_transcript_when_only_its_id_is_told()
    {
        var resident = await _server.Resident().StartAsync();
        using var stream = await ConnectAsync(resident.StreamUrl);
        await NextAsync(stream);
        var stored = (await _server.Store.LoadAsync(resident.ConversationId, CancellationToken.None))!;
        var written = Encoding.UTF8.GetBytes("""{"type":"message","text":"van elders"}""");
        await _server.Store.SaveAsync(new(stored.Id, "", stored.Version, stored.Body, [written], null, [], _server.Clock.GetUtcNow()), CancellationToken.None);

        _server.Services.GetRequiredService<ITurnFeed>().Publish(new FeedItem(resident.ConversationId, 0, []));
        var set = await NextAsync(stream);

        Assert.Equal("van elders", set.GetProperty("activities")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task An_idle_stream_gets_an_empty_frame_every_fifteen_seconds()
    {
        var resident = await _server.Resident().StartAsync();
        using var stream = await ConnectAsync(resident.StreamUrl);
        await NextAsync(stream);

        _server.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal("", await FrameAsync(stream));
        _server.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal("", await FrameAsync(stream));
    }

    [Fact]
    public async Task What_the_client_sends_is_ignored()
    {
        var resident = await _server.Resident().StartAsync();
        using var stream = await ConnectAsync(resident.StreamUrl);
        await NextAsync(stream);

        await stream.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        await stream.SendAsync("""{"type":"message"}"""u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        await stream.SendAsync(new byte[5000], WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        await resident.SayAsync("hallo");

        Assert.Equal("5", Watermark(await NextAsync(stream)));
    }

    [Fact]
    public async Task Erasing_says_goodbye_without_a_watermark_and_closes_the_stream()
    {
        var resident = await _server.Resident().StartAsync();
        using var stream = await ConnectAsync(resident.StreamUrl);
        await NextAsync(stream);

        await resident.PostAsync("""{"type":"event","name":"klachthulp/wis","from":{"id":"dl_a"}}""");
        var last = await NextAsync(stream);

        Assert.False(last.TryGetProperty("watermark", out _));
        Assert.Contains(last.GetProperty("activities").EnumerateArray(), static activity =>
            activity.TryGetProperty("text", out var text) && text.GetString() == "Alles is gewist.");
        Assert.Equal(WebSocketCloseStatus.NormalClosure, await ClosedAsync(stream));
    }

    [Fact]
    public async Task When_the_service_stops_the_stream_closes_with_1001()
    {
        var resident = await _server.Resident().StartAsync();
        using var stream = await ConnectAsync(resident.StreamUrl);
        await NextAsync(stream);

        _server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, await ClosedAsync(stream));
    }

    [Fact]
    public async Task One_conversation_has_at_most_twenty_streams_and_the_oldest_makes_room()
    {
        var resident = await _server.Resident().StartAsync();
        var streams = new List<WebSocket>();
        for (var count = 0; count <= LocalTurnFeed.MaxReaders; count++)
        {
            streams.Add(await ConnectAsync(await TicketAsync(resident)));
            await NextAsync(streams[^1]);
        }

        await resident.SayAsync("hallo");

        Assert.Equal(WebSocketCloseStatus.NormalClosure, await ClosedAsync(streams[0]));
        Assert.Equal("5", Watermark(await NextAsync(streams[1])));
        Assert.Equal("5", Watermark(await NextAsync(streams[^1])));
        streams.ForEach(static stream => stream.Dispose());
    }

    [Fact]
    public async Task A_ticket_opens_one_connection_within_a_minute()
    {
        var resident = await _server.Resident().StartAsync();
        var late = await TicketAsync(resident);
        using var stream = await ConnectAsync(resident.StreamUrl);

        Assert.Equal(403, await RefusedAsync(resident.StreamUrl));
        _server.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(403, await RefusedAsync(late));
        Assert.Equal(403, await RefusedAsync(resident.StreamUrl));
    }

    [Fact]
    public async Task Without_a_ticket_it_is_401_and_with_a_bad_or_foreign_one_403()
    {
        var mine = await _server.Resident().StartAsync();
        var other = await _server.Resident().StartAsync();
        var foreign = other.StreamUrl.Replace(other.ConversationId, mine.ConversationId, StringComparison.Ordinal);

        Assert.Equal(401, await RefusedAsync(mine.StreamUrl.Split('?')[0]));
        Assert.Equal(403, await RefusedAsync(mine.StreamUrl.Split('?')[0] + "?t=onzin"));
        Assert.Equal(403, await RefusedAsync(foreign));
        Assert.Equal(400, await RefusedAsync(mine.StreamUrl + "&watermark=x"));
    }

    [Fact]
    public async Task A_call_that_is_no_websocket_is_400_and_does_not_use_up_the_ticket()
    {
        var resident = await _server.Resident().StartAsync();

        var plain = await resident.SendAsync(HttpMethod.Get, new Uri(resident.StreamUrl).PathAndQuery, credential: "");
        using var stream = await ConnectAsync(resident.StreamUrl);

        Assert.Equal(400, plain.Status);
        Assert.Equal(WebSocketState.Open, stream.State);
    }

    [Theory]
    [InlineData("https://kwaad.example", false)]
    [InlineData("null", false)]
    [InlineData("http://localhost", true)]
    [InlineData("https://gemeente.example", true)]
    public async Task A_page_of_an_unknown_site_does_not_get_the_stream(string origin, bool allowed)
    {
        using var server = new BotServer();
        server.Settings["KlachtHulp:DirectLine:Herkomsten:0"] = "https://gemeente.example";
        var resident = await server.Resident().StartAsync();
        var client = server.Server.CreateWebSocketClient();
        client.ConfigureRequest = request => request.Headers.Origin = origin;

        var connecting = client.ConnectAsync(new Uri(resident.StreamUrl), CancellationToken.None);

        if (allowed)
        {
            using var socket = await connecting;
            Assert.Equal(WebSocketState.Open, socket.State);
        }
        else
        {
            Assert.Contains("403", (await Assert.ThrowsAsync<InvalidOperationException>(() => connecting)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Behind_a_proxy_the_stream_address_is_the_public_one()
    {
        using var server = new BotServer();
        server.Settings["KlachtHulp:PubliekAdres"] = "https://klacht.gemeente.example/";
        var resident = await server.Resident().StartAsync();

        Assert.StartsWith("wss://klacht.gemeente.example/v3/directline/conversations/", resident.StreamUrl, StringComparison.Ordinal);
    }

    private static string? Watermark(JsonElement set) => set.GetProperty("watermark").GetString();

    private static int Count(JsonElement set) => set.GetProperty("activities").GetArrayLength();

    private static async Task<string> TicketAsync(DirectLineClient resident, string query = "")
        => (await resident.SendAsync(HttpMethod.Get, $"conversations/{resident.ConversationId}{query}")).Json.GetProperty("streamUrl").GetString()!;

    private Task<WebSocket> ConnectAsync(string url) => _server.Server.CreateWebSocketClient().ConnectAsync(new Uri(url), CancellationToken.None);

    private async Task<int> RefusedAsync(string url)
    {
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => ConnectAsync(url));
        return int.Parse(string.Concat(problem.Message.Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<JsonElement> NextAsync(WebSocket socket) => JsonDocument.Parse(await FrameAsync(socket)).RootElement;

    private static async Task<string> FrameAsync(WebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var frame = new MemoryStream();
        var buffer = new byte[16 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            frame.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        Assert.Equal(WebSocketMessageType.Text, part.MessageType);
        return Encoding.UTF8.GetString(frame.ToArray());
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(WebSocket socket, int count)
    {
        var ids = new List<string>();
        while (ids.Count < count)
        {
            ids.AddRange((await NextAsync(socket)).GetProperty("activities").EnumerateArray()
                .Select(static activity => activity.GetProperty("id").GetString()!));
        }

        return ids;
    }

    private static async Task<WebSocketCloseStatus?> ClosedAsync(WebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var result = await socket.ReceiveAsync(new byte[1024].AsMemory(), patience.Token);
        Assert.Equal(WebSocketMessageType.Close, result.MessageType);
        return socket.CloseStatus;
    }
}
