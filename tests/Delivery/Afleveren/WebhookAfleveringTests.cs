using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KlachtHulp.Bot.Delivery.Afleveren;
using KlachtHulp.Bot.Delivery.Afleveren.Webhook;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Delivery.Afleveren;

public sealed class WebhookAfleveringTests : IAsyncLifetime
{
    private const string Secret = "gedeeld-geheim-van-de-proef-32-bytes!";

    private readonly FixedClock _clock = new(Proefzending.Moment.AddMinutes(1));
    private readonly List<(Dictionary<string, string> Headers, string Body)> _received = [];
    private int _status = 202;
    private string _retryAfter = "";
    private FarEnd _server = null!;

    public async Task InitializeAsync() => _server = await FarEnd.StartAsync(async http =>
    {
        using var reader = new StreamReader(http.Request.Body);
        _received.Add((http.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), await reader.ReadToEndAsync()));
        http.Response.StatusCode = _status;
        if (_retryAfter.Length > 0)
        {
            http.Response.Headers.RetryAfter = _retryAfter;
        }
    });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_form_is_one_cloud_event_with_its_documents()
    {
        Assert.IsType<Afleverresultaat.Afgeleverd>(await DeliverAsync());

        var (headers, body) = Assert.Single(_received);
        var sent = JsonDocument.Parse(body).RootElement;
        Assert.StartsWith("application/cloudevents+json", headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal(("1.0", WebhookAflevering.EventType, "urn:proef", Proefzending.Kenmerk, "2026-03-02T09:00:00Z", "application/json"), (Text(sent, "specversion"),
            Text(sent, "type"), Text(sent, "source"), Text(sent, "id"), Text(sent, "time"), Text(sent, "datacontenttype")));
        Assert.Equal(Proefzending.Kenmerk, Text(sent.GetProperty("data").GetProperty("formulier"), "kenmerk"));
        Assert.Equal(["klacht.pdf", "brief.txt"], sent.GetProperty("data").GetProperty("documenten").EnumerateArray().Select(static document => Text(document, "naam")));
        Assert.StartsWith("%PDF", Encoding.UTF8.GetString(sent.GetProperty("data").GetProperty("documenten")[0].GetProperty("inhoud").GetBytesFromBase64()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_receiver_can_check_who_sent_it_and_when()
    {
        await DeliverAsync();

        var (headers, body) = Assert.Single(_received);
        var seconds = Proefzending.Moment.AddMinutes(1).ToUnixTimeSeconds();
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{seconds}.{body}")));
        Assert.Equal($"t={seconds},v1={expected}", headers[WebhookAflevering.SignatureHeader]);
    }

    [Fact]
    public async Task A_repeat_is_recognisable_by_the_same_key_id_and_body()
    {
        await DeliverAsync();
        _clock.Advance(TimeSpan.FromHours(1));
        await DeliverAsync();

        Assert.Equal(2, _received.Count);
        Assert.All(_received, static call => Assert.Equal(Proefzending.Kenmerk, call.Headers["Idempotency-Key"]));
        Assert.Equal(_received[0].Body, _received[1].Body);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(425)]
    public async Task What_passes_by_itself_is_tried_again(int status)
    {
        _status = status;

        Assert.Equal(new Afleverresultaat.Later($"status {status}"), await DeliverAsync());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(302)]
    public async Task What_time_does_not_cure_is_refused(int status)
    {
        _status = status;

        Assert.Equal(new Afleverresultaat.Geweigerd($"status {status}"), await DeliverAsync());
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Mon, 02 Mar 2026 09:02:00 GMT", 60)]
    public async Task The_time_the_receiver_asks_for_is_passed_on(string header, int seconds)
    {
        (_status, _retryAfter) = (503, header);

        Assert.Equal(new Afleverresultaat.Later("status 503", TimeSpan.FromSeconds(seconds)), await DeliverAsync());
    }

    private Task<Afleverresultaat> DeliverAsync()
        => new WebhookAflevering(AfleverHttp.Client(), new WebhookSettings(new Uri(_server.Address + "/klachten"), Encoding.UTF8.GetBytes(Secret), "urn:proef"), _clock)
            .LeverAsync(Proefzending.Zending(), Proefzending.Stappen(), default);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
