using System.Net;
using System.Text.Json;
using KlachtHulp.Bot.Channels.Connector;
using KlachtHulp.Bot.Delivery.Afleveren;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Tests.Delivery.Afleveren;
using KlachtHulp.Tests.Storage;
using KlachtHulp.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace KlachtHulp.Tests.Channels;

/// <summary>Replies to a channel that does not work, through restarts of the service.</summary>
public sealed partial class ReplyEffectTests : IAsyncDisposable
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
