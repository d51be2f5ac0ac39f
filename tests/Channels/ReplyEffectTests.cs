using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using KlachtHulp.Bot.Channels.Connector;
using KlachtHulp.Bot.Delivery.Afleveren;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Tests.Delivery.Afleveren;
using KlachtHulp.Tests.Storage;
using KlachtHulp.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Outcome = KlachtHulp.Bot.Channels.Connector.Delivery;

namespace KlachtHulp.Tests.Channels;

/// <summary>Replies to a channel that does not work, through restarts of the service.</summary>
public sealed class ReplyEffectTests : IAsyncDisposable
{
    private static readonly Uri Service = new("https://smba.trafficmanager.net/emea/");

    private readonly FixedClock _clock = new(Some.Moment);
    private readonly ConversationStore _store = ConversationStore.InMemory();
    private readonly Channel _channel = new();
    private OutboxWorker _worker;

    public ReplyEffectTests() => _worker = Worker();

    public async ValueTask DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Replies_survive_a_channel_that_is_away_for_hours_and_a_service_that_starts_anew()
    {
        await TurnAsync(0, "een", "twee");
        _channel.Answer = static _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "weg");
        for (var hour = 0; hour < 6; hour++)
        {
            await RoundAsync(TimeSpan.FromHours(1));
        }

        _worker = Worker();
        _channel.Answer = static _ => new HttpResponseMessage(HttpStatusCode.Created);
        await RoundAsync(TimeSpan.FromHours(1));

        Assert.Equal(["een", "twee"], _channel.Arrived);
        Assert.Equal(new OutboxSummary(0, 0, null), await _store.ReadOutboxAsync(default));
    }

    [Fact]
    public async Task What_has_arrived_before_a_failure_is_not_said_again_after_it()
    {
        await TurnAsync(0, "een", "twee", "drie");
        _channel.Answer = call => new HttpResponseMessage(call == "twee" ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.Created);
        await RoundAsync(TimeSpan.Zero);
        Assert.Equal(["een"], _channel.Arrived);

        _worker = Worker();
        _channel.Answer = static _ => new HttpResponseMessage(HttpStatusCode.Created);
        await RoundAsync(TimeSpan.FromHours(1));

        Assert.Equal(["een", "twee", "drie"], _channel.Arrived);
    }

    [Fact]
    public async Task Replies_of_a_later_turn_wait_for_those_of_an_earlier_one()
    {
        await TurnAsync(0, "een");
        _channel.Answer = static _ => new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { { "Retry-After", "60" } } };
        await RoundAsync(TimeSpan.Zero);
        await TurnAsync(1, "twee");
        _channel.Answer = static _ => new HttpResponseMessage(HttpStatusCode.Created);
        await RoundAsync(TimeSpan.Zero);
        Assert.Empty(_channel.Arrived);

        await RoundAsync(TimeSpan.FromMinutes(2));
        await RoundAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(["een", "twee"], _channel.Arrived);
    }

    [Fact]
    public async Task Replies_of_a_later_turn_wait_also_when_the_service_started_anew_in_between()
    {
        await TurnAsync(0, "een");
        _channel.Answer = static _ => new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { { "Retry-After", "60" } } };
        await RoundAsync(TimeSpan.Zero);
        _worker = Worker();
        await TurnAsync(1, "twee", "drie");
        _channel.Answer = static _ => new HttpResponseMessage(HttpStatusCode.Created);

        await RoundAsync(TimeSpan.Zero);
        Assert.Empty(_channel.Arrived);
        _worker = Worker();
        await RoundAsync(TimeSpan.FromMinutes(2));
        await RoundAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(["een", "twee", "drie"], _channel.Arrived);
        Assert.Equal(new OutboxSummary(0, 0, null), await _store.ReadOutboxAsync(default));
    }

    [Fact]
    public async Task The_channel_is_not_asked_again_before_the_time_it_asked_for()
    {
        await TurnAsync(0, "een");
        _channel.Answer = static _ => new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { { "Retry-After", "600" } } };
        await RoundAsync(TimeSpan.Zero);
        await RoundAsync(TimeSpan.FromSeconds(590));
        Assert.Equal(1, _channel.Calls);

        await RoundAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(2, _channel.Calls);
    }

    [Fact]
    public async Task A_reply_of_more_than_a_day_old_helps_nobody()
    {
        await TurnAsync(0, "een");

        await RoundAsync(TimeSpan.FromHours(25));

        Assert.Equal(0, _channel.Calls);
        Assert.Equal(new OutboxSummary(0, 0, null), await _store.ReadOutboxAsync(default));
    }

    [Fact]
    public async Task A_token_that_is_refused_is_asked_for_anew()
    {
        await TurnAsync(0, "een");
        var refused = 0;
        _channel.Answer = _ => new HttpResponseMessage(refused++ == 0 ? HttpStatusCode.Unauthorized : HttpStatusCode.Created);

        await RoundAsync(TimeSpan.Zero);

        Assert.Equal(["een"], _channel.Arrived);
        Assert.Equal(2, _channel.Tokens);
    }

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

    [Fact]
    public async Task An_activity_is_replaced_and_removed_where_it_stands()
    {
        using var client = new HttpClient(_channel);
        using var tokens = new AppTokens(client, Settings(), _clock);
        var connector = new ConnectorClient(client, tokens, _clock, NullLogger<ConnectorClient>.Instance);

        Assert.Equal("7", await connector.UpdateAsync(Service, "19:a/b", "1:x", """{"type":"message","text":"nieuw"}"""u8.ToArray(), default));
        await connector.DeleteAsync(Service, "19:a/b", "1:x", default);

        Assert.Equal(["PUT /emea/v3/conversations/19%3Aa%2Fb/activities/1%3Ax nieuw", "DELETE /emea/v3/conversations/19%3Aa%2Fb/activities/1%3Ax "], _channel.Lines);
    }

    private async Task TurnAsync(long version, params string[] texts)
    {
        var first = version == 0 ? 1 : (await _store.LoadAsync("a", default))!.LastSequence + 1;
        var ticket = JsonSerializer.SerializeToUtf8Bytes(new { service = Service, conversation = "a:1", replyTo = "in-1", first, count = texts.Length });
        string[] activities = [.. texts.Select(static text => JsonSerializer.Serialize(new { type = "message", text }))];
        var effect = new NewOutboxItem(ReplyEffect.EffectKind, $"{ReplyEffect.EffectKind}:{version}", ticket);
        await _store.SaveAsync(Some.Turn("a", version, activities: activities, outbox: [effect]) with { At = _clock.GetUtcNow() }, default);
    }

    /// <summary>One round of the outbox; pauses of seconds within it pass by themselves.</summary>
    private async Task RoundAsync(TimeSpan after)
    {
        _clock.Advance(after);
        var round = _worker.RunOnceAsync(default);
        for (var pauses = 0; !round.IsCompleted && pauses < 10_000; pauses++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        await round;
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

    private ReplyEffect Replies(TurnOrder? order = null, Conversations? conversations = null)
    {
        var client = new HttpClient(_channel, disposeHandler: false);
        var connector = new ConnectorClient(client, new AppTokens(client, Settings(), _clock), _clock, NullLogger<ConnectorClient>.Instance);
        var own = order ?? new TurnOrder();
        return new ReplyEffect(connector, conversations ?? Talks(own), own, _clock, NullLogger<ReplyEffect>.Instance);
    }

    private Conversations Talks(TurnOrder order) => new(_store, new EchoDialog(), new LocalTurnFeed(), order, _clock);

    private OutboxWorker Worker()
    {
        var order = new TurnOrder();
        var conversations = Talks(order);
        var replies = Replies(order, conversations);
        var bezorger = new Bezorger(new Afleverwijzer(new Dictionary<string, IAflevering>(), new Nobody()), Proefzending.Stukken);
        return new OutboxWorker(_store, bezorger, conversations, new OutboxSignal(), new Backoff(static () => 0), new AfleverSettings(TimeSpan.FromDays(7)), _clock,
            NullLogger<OutboxWorker>.Instance, handlers: [replies]);
    }

    private static ConnectorSettings Settings() => new()
    {
        AppId = "app",
        AppGeheim = "geheim",
        Metadata = new Uri("https://login.example/"),
        MetadataRefresh = TimeSpan.FromMinutes(5),
        TokenAddress = new Uri("https://login.example/token"),
        ServiceHosts = [],
        AllowLoopback = false,
    };

    private sealed class Nobody : IAflevering
    {
        public Task<Afleverresultaat> LeverAsync(Zending zending, Stappen stappen, CancellationToken cancellationToken) => throw new InvalidOperationException();
    }

    private sealed class Channel : HttpMessageHandler
    {
        public Func<string, HttpResponseMessage> Answer { get; set; } = static _ => new HttpResponseMessage(HttpStatusCode.Created) { Content = new StringContent("""{"id":"7"}""") };

        public List<string> Arrived { get; } = [];

        public List<string> Lines { get; } = [];

        public int Calls { get; private set; }

        public int Tokens { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath == "/token")
            {
                Tokens++;
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"access_token":"t","expires_in":3600}""") };
            }

            Calls++;
            var text = request.Content is { } content ? JsonDocument.Parse(await content.ReadAsByteArrayAsync(cancellationToken)).RootElement.GetProperty("text").GetString()! : "";
            var answer = Answer(text);
            if (answer.IsSuccessStatusCode)
            {
                Arrived.Add(text);
                Lines.Add($"{request.Method} {request.RequestUri.AbsolutePath} {text}");
            }

            return answer;
        }
    }
}
