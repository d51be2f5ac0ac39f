using System.Net;
using System.Net.Sockets;
using System.Text;
using KlachtHulp.Bot.Channels.Connector;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;
using Microsoft.Extensions.Logging.Abstractions;
using Outcome = KlachtHulp.Bot.Channels.Connector.Delivery;

namespace KlachtHulp.Tests.Channels;

/// <summary>What was certainly not heard is said again, and what may have been is not.</summary>
public sealed partial class ReplyEffectTests
{
    [Fact]
    public async Task Of_two_who_have_the_replies_of_one_turn_only_the_first_says_them()
    {
        await TurnAsync(0, "een", "twee");
        var item = Assert.Single(await _store.LeaseOutboxAsync(10, _clock.GetUtcNow() + TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), default));
        var replies = Replies();

        await replies.HandleAsync(item, progress => KeepAsync(item, progress), default);
        var second = await replies.HandleAsync(item, progress => KeepAsync(item, progress), default);

        Assert.IsType<EffectResult.Finished>(second);
        Assert.Equal(["een", "twee"], _channel.Arrived);
    }

    [Fact]
    public async Task Who_takes_over_the_replies_of_a_turn_goes_on_where_the_other_was()
    {
        await TurnAsync(0, "een", "twee", "drie");
        var item = Assert.Single(await _store.LeaseOutboxAsync(10, _clock.GetUtcNow() + TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), default));
        var replies = Replies();
        _channel.Answer = static call => call == "twee" ? Later() : new HttpResponseMessage(HttpStatusCode.Created);
        Assert.IsType<EffectResult.Later>(await replies.HandleAsync(item, progress => KeepAsync(item, progress), default));
        var kept = new List<byte>();
        _channel.Answer = static call => call == "drie" ? Later() : new HttpResponseMessage(HttpStatusCode.Created);

        await replies.HandleAsync(item, progress => KeepAsync(item, progress, kept), default);

        Assert.Equal(["een", "twee"], _channel.Arrived);
        Assert.Equal([1, 2], kept);
    }

    [Fact]
    public async Task A_channel_that_no_connection_can_be_made_to_has_certainly_not_heard_it()
    {
        using var deaf = new TcpListener(IPAddress.Loopback, 0);
        deaf.Start();
        using var client = new HttpClient(ConnectorHttp.Handler(Settings() with { AllowLoopback = true }, TimeSpan.FromMilliseconds(100)));

        // Takes the connection and then says nothing, so that TLS never begins: as when a firewall drops what is sent.
        var delivery = await DeliverAsync(client, new Uri($"https://{deaf.LocalEndpoint}/"));

        Assert.IsType<Outcome.NotNow>(delivery);
    }

    [Fact]
    public async Task A_channel_that_took_the_message_and_then_hung_up_may_have_heard_it()
    {
        using var rude = new TcpListener(IPAddress.Loopback, 0);
        rude.Start();
        using var client = new HttpClient(ConnectorHttp.Handler(Settings() with { AllowLoopback = true }));
        var hangingUp = HangUpAsync(rude);

        var delivery = await DeliverAsync(client, new Uri($"http://{rude.LocalEndpoint}/"));

        await hangingUp;
        Assert.IsType<Outcome.Unsure>(delivery);
    }

    private static HttpResponseMessage Later() => new(HttpStatusCode.TooManyRequests) { Headers = { { "Retry-After", "600" } } };

    private Task KeepAsync(OutboxItem item, ReadOnlyMemory<byte> progress, List<byte>? kept = null)
    {
        kept?.Add(progress.Span[0]);
        return _store.UpdateOutboxAsync(item, OutboxState.Waiting, _clock.GetUtcNow(), progress, default).AsTask();
    }

    /// <summary>One delivery without a token; pauses between its attempts pass by themselves.</summary>
    private async Task<Outcome> DeliverAsync(HttpClient client, Uri service)
    {
        using var tokens = new AppTokens(client, Settings() with { AppId = null }, _clock);
        var connector = new ConnectorClient(client, tokens, _clock, NullLogger<ConnectorClient>.Instance);
        var delivering = connector.DeliverAsync(new ConnectorCall(HttpMethod.Post, service, "a:1", null), """{"type":"message","text":"een"}"""u8.ToArray(), default);
        while (!delivering.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(10));
            await Task.WhenAny(delivering, Task.Delay(20));
        }

        return await delivering;
    }

    private static async Task HangUpAsync(TcpListener listener)
    {
        using var connection = await listener.AcceptTcpClientAsync();
        var (room, said) = (new byte[4096], "");
        while (!said.EndsWith('}'))
        {
            said += Encoding.UTF8.GetString(room, 0, await connection.GetStream().ReadAsync(room));
        }
    }
}
