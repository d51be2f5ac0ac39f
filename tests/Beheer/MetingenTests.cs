using System.Net;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Tests.Privacy;
using KlachtHulp.Tests.Storage;
using KlachtHulp.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace KlachtHulp.Tests.Beheer;

public sealed class MetingenTests
{
    private const string Token = "token-van-de-proef-0123456789";

    [Fact]
    public async Task A_conversation_shows_in_the_numbers_and_nothing_of_the_resident_does()
    {
        using var server = new WholeServer { Settings = { ["KlachtHulp:Metingen:Token"] = Token } };
        var resident = await server.ResidentAsync();
        var other = await server.ResidentAsync();
        await resident.WalkAsync();

        var text = await ReadAsync(server.CreateClient());

        Assert.Contains("klachthulp_gesprekken_total{kanaal=\"web\"} 2\n", text, StringComparison.Ordinal);
        Assert.Contains("klachthulp_vragen_total{vraag=\"verhaal\"} 2\n", text, StringComparison.Ordinal);
        Assert.Contains("klachthulp_antwoorden_total{vraag=\"verhaal\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("klachthulp_uitkomsten_total{uitkomst=\"klacht\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_bucket{http_response_status_code=\"200\",http_route=\"/v3/directline/conversations/{id}/activities\",le=\"+Inf\"}", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Resident.Mark, text, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(resident, other);
    }

    [Fact]
    public async Task What_waits_to_be_delivered_is_there_with_its_age()
    {
        var store = ConversationStore.InMemory();
        using var server = Server(store);
        var sent = server.Clock.GetUtcNow().AddMinutes(-90);
        await store.SaveAsync(Some.Turn("a", 0, outbox: [Some.Effect("KH-a")]) with { At = sent }, default);
        await store.UpdateOutboxAsync((await store.LeaseOutboxAsync(1, sent, TimeSpan.Zero, default))[0], OutboxState.Waiting, sent.AddYears(1), default, default);

        var text = await ReadAsync(server.CreateClient());

        Assert.Contains("klachthulp_outbox_wachtend 1\n", text, StringComparison.Ordinal);
        Assert.Contains("klachthulp_outbox_oudste_seconden 5400\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", "", true)]
    [InlineData("::1", "", true)]
    [InlineData("192.0.2.7", "", false)]
    [InlineData("127.0.0.1", "X-Forwarded-For", false)]
    [InlineData("127.0.0.1", "X-Real-IP", false)]
    public async Task Without_a_token_only_this_machine_may_look(string address, string header, bool allowed)
    {
        using var server = new BotServer { Remote = IPAddress.Parse(address) };
        using var http = server.CreateClient();
        if (header.Length > 0)
        {
            http.DefaultRequestHeaders.Add(header, "192.0.2.7");
        }

        using var response = await http.GetAsync(new Uri("/metrics", UriKind.Relative));

        Assert.Equal(allowed ? 200 : 404, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("Bearer " + Token, 200)]
    [InlineData("Bearer iets-anders", 404)]
    [InlineData("", 404)]
    public async Task With_a_token_everybody_needs_it(string authorization, int status)
    {
        using var server = new BotServer { Settings = { ["KlachtHulp:Metingen:Token"] = Token } };
        using var http = server.CreateClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        using var response = await http.GetAsync(new Uri("/metrics", UriKind.Relative));

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_channel_that_is_made_up_gets_no_line_of_its_own()
    {
        using var server = new WholeServer { Settings = { ["KlachtHulp:Metingen:Token"] = Token } };
        using var http = server.CreateClient();
        var resident = new Resident(http);
        await resident.StartAsync("""{"kanaal":"verzonnen"}""");

        var text = await ReadAsync(server.CreateClient());

        Assert.Contains("klachthulp_gesprekken_total{kanaal=\"anders\"} 1\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("verzonnen", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_is_whether_the_store_answers()
    {
        using var server = new BotServer();
        using var http = server.CreateClient();
        Assert.Equal(200, (int)(await http.GetAsync(new Uri("/readyz", UriKind.Relative))).StatusCode);

        server.Store.Broken = new IOException("schijf vol");

        Assert.Equal(503, (int)(await http.GetAsync(new Uri("/readyz", UriKind.Relative))).StatusCode);
        Assert.Equal(200, (int)(await http.GetAsync(new Uri("/healthz", UriKind.Relative))).StatusCode);
    }

    private static BotServer Server(ConversationStore store) => new()
    {
        Settings = { ["KlachtHulp:Metingen:Token"] = Token },
        Register = services => services.AddSingleton<IConversationStore>(store),
    };

    private static async Task<string> ReadAsync(HttpClient http)
    {
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {Token}");
        return await http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
    }
}
