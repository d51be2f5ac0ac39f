using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KlachtHulp.Tests.Privacy;

/// <summary>Two gemeenten on one installation, and every address of the service that has a conversation in it.</summary>
public sealed class GescheidenTests
{
    private const string Unknown = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task Whoever_holds_another_token_gets_the_same_nothing_at_every_address()
    {
        using var server = new WholeServer();
        var utrecht = await new Resident(server.CreateClient()).StartAsync("""{"gemeente": "0344"}""");
        var amsterdam = await new Resident(server.CreateClient()).StartAsync("""{"gemeente": "0363"}""");
        await utrecht.WalkAsync(until: "versturen");
        var before = utrecht.Everything;
        using var http = server.CreateClient();

        var addresses = Addresses(server);
        Assert.True(addresses.Count >= 8, string.Join('\n', addresses));
        foreach (var (method, pattern) in addresses)
        {
            var foreign = await AskAsync(http, method, pattern, utrecht.Conversation, amsterdam.Token);
            var unknown = await AskAsync(http, method, pattern, Unknown, amsterdam.Token);

            Assert.True(foreign.Status is 401 or 403 or 404, $"{method} {pattern}: {foreign.Status}");
            Assert.Equal(unknown, foreign);
            Assert.DoesNotContain(Resident.Mark, foreign.Text, StringComparison.OrdinalIgnoreCase);
        }

        await utrecht.EventAsync("help");
        Assert.StartsWith(before[..200], utrecht.Everything, StringComparison.Ordinal);
        Assert.Equal(200, await utrecht.StatusAsync());
    }

    /// <summary>From the service itself, so that a new address is looked at too.</summary>
    private static List<(string Method, string Pattern)> Addresses(WholeServer server)
        => [.. server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(static endpoint => endpoint.RoutePattern.GetParameter("id") is not null)
            .SelectMany(static endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(method => (method, endpoint.RoutePattern.RawText ?? "")))
            .Distinct()];

    private static async Task<(int Status, string Text)> AskAsync(HttpClient http, string method, string pattern, string conversation, string token)
    {
        var path = pattern.Replace("{id}", conversation, StringComparison.Ordinal).Replace("{naam}", "klacht.json", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        if (method == "POST")
        {
            request.Content = new StringContent("""{"type":"message","from":{"id":"dl_vreemd"},"text":"inbraak"}""", Encoding.UTF8, "application/json");
        }

        using var response = await http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
