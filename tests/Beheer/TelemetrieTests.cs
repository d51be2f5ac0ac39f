using System.Collections.Concurrent;
using System.Text;
using KlachtHulp.Bot.Beheer;
using KlachtHulp.Tests.Delivery.Afleveren;
using KlachtHulp.Tests.Privacy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KlachtHulp.Tests.Beheer;

public sealed class TelemetrieTests
{
    [Fact]
    public async Task A_collector_gets_metrics_and_traces_and_nothing_of_a_resident()
    {
        var received = new ConcurrentQueue<(string Path, string Body)>();
        await using var collector = await FarEnd.StartAsync(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            received.Enqueue((http.Request.Path.Value!, Encoding.Latin1.GetString(body.ToArray())));
        });
        using var server = new WholeServer { Settings = { ["KlachtHulp:Metingen:Otlp"] = collector.Address } };
        var resident = await server.ResidentAsync();
        await resident.WalkAsync();

        // The last of it is sent when the service stops.
        await server.Services.GetRequiredService<Telemetrie>().StopAsync(default);

        var metrics = string.Concat(received.Where(static one => one.Path == "/v1/metrics").Select(static one => one.Body));
        var traces = string.Concat(received.Where(static one => one.Path == "/v1/traces").Select(static one => one.Body));
        Assert.Contains("klachthulp.vragen", metrics, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", metrics, StringComparison.Ordinal);
        Assert.Contains("/v3/directline/conversations/{id}/activities", traces, StringComparison.Ordinal);
        foreach (var secret in new[] { Resident.Mark, resident.Conversation, resident.Token, "watermark=", "user_agent" })
        {
            Assert.DoesNotContain(secret, metrics + traces, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("geen adres")]
    [InlineData("ftp://verzamelaar.example")]
    public void A_collector_that_is_no_address_stops_the_start(string address)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("KlachtHulp:Metingen:Otlp", address)]).Build();

        Assert.Throws<InvalidOperationException>(() => BeheerSettings.From(configuration));
    }
}
