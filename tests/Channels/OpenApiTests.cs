using System.Text.Json;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Channels.Api;
using KlachtHulp.Tests.Browser;
using KlachtHulp.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KlachtHulp.Tests.Channels;

/// <summary>docs/openapi.json says what the API does, and the API does what it says.</summary>
public sealed class OpenApiTests(BotServer server) : IClassFixture<BotServer>
{
    private static readonly string[] Verbs = ["get", "post", "put", "patch", "delete"];

    private static JsonObject Description { get; } = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "openapi.json")))!.AsObject();

    [Fact]
    public void Every_route_is_described_and_everything_described_is_a_route()
    {
        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(static endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api/v1/", StringComparison.Ordinal) == true)
            .SelectMany(static endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
                .Select(method => $"{method.ToLowerInvariant()} {endpoint.RoutePattern.RawText!["/api/v1".Length..]}"));
        var described = Description["paths"]!.AsObject().SelectMany(static path => path.Value!.AsObject().Where(static member => Verbs.Contains(member.Key))
            .Select(member => $"{member.Key} {path.Key}"));

        Assert.Equal(described.Order(StringComparer.Ordinal), routes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_is_served_as_it_stands_to_every_site_with_its_version()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/openapi.json");
        request.Headers.Add("Origin", "https://elders.example");

        var reply = await server.Resident().SendAsync(request);

        Assert.Equal(200, reply.Status);
        Assert.True(JsonNode.DeepEquals(Description, JsonNode.Parse(reply.Text)));
        Assert.Equal("*", reply.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(ApiDescription.Version, Description["info"]!["version"]!.GetValue<string>());
    }

    [Fact]
    public void Every_reference_in_it_leads_somewhere_and_every_operation_has_a_name_of_its_own()
    {
        var references = Members(Description).Where(static member => member.Key == "$ref").Select(static member => member.Value!.GetValue<string>()).ToList();
        var names = Members(Description).Where(static member => member.Key == "operationId").Select(static member => member.Value!.GetValue<string>()).ToList();

        Assert.NotEmpty(references);
        Assert.All(references, static reference =>
            Assert.NotNull(reference[2..].Split('/').Aggregate((JsonNode?)Description, static (node, name) => node?[name])));
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Theory]
    [InlineData("GET", "/api/v1/overal", 404, "NotFound")]
    [InlineData("GET", "/api/v1/", 404, "NotFound")]
    [InlineData("PUT", "/api/v1/tokens", 405, "MethodNotAllowed")]
    [InlineData("GET", "/api/v1/gesprekken/0/overzicht", 401, "Unauthorized")]
    [InlineData("POST", "/api/v1/tokens", 415, "UnsupportedMediaType")]
    [InlineData("POST", "/api/v1/verder", 415, "UnsupportedMediaType")]
    public async Task Every_failure_is_a_problem_with_a_described_code_and_the_version(string method, string path, int status, string code)
    {
        var body = method == "POST" ? "{}" : null;

        var reply = await server.Resident().SendAsync(new HttpMethod(method), path, body, credential: "", contentType: "text/plain");

        Assert.Equal((status, "application/problem+json", ApiDescription.Version),
            (reply.Status, reply.ContentHeaders.ContentType?.MediaType, reply.Headers.GetValues(ApiDescription.VersionHeader).Single()));
        Assert.Equal((code, status), (reply.Json.GetProperty("code").GetString(), reply.Json.GetProperty("status").GetInt32()));
        Assert.Contains(code, Description["components"]!["schemas"]!["Probleem"]!["properties"]!["code"]!["enum"]!.AsArray().Select(static one => one!.GetValue<string>()));
    }

    [Fact]
    public async Task A_failure_of_the_service_is_a_problem_too()
    {
        using var own = new BotServer();
        var resident = await own.Resident().StartAsync();
        own.Store.Broken = new InvalidOperationException();

        var reply = await resident.SendAsync(HttpMethod.Get, $"/api/v1/gesprekken/{resident.ConversationId}/overzicht");

        Assert.Equal((503, "application/problem+json", "ServiceUnavailable"),
            (reply.Status, reply.ContentHeaders.ContentType?.MediaType, reply.Json.GetProperty("code").GetString()));
        Assert.NotNull(reply.Headers.RetryAfter);
    }

    [Fact]
    public async Task Answers_have_the_members_that_are_described_and_no_others()
    {
        var resident = await server.Resident().StartAsync();
        await resident.SayAsync("het loket");
        var conversation = $"/api/v1/gesprekken/{resident.ConversationId}";

        var saved = await resident.SendAsync(HttpMethod.Post, $"{conversation}/bewaar");
        Same("Bewaard", saved);
        var handedOver = await resident.SendAsync(HttpMethod.Post, $"{conversation}/overdracht");
        Same("Code", handedOver);
        Same("Overdracht", await resident.SendAsync(HttpMethod.Post, $"{conversation}/overdracht/stand", handedOver.Text));
        Same("Token", await resident.SendAsync(HttpMethod.Post, $"{conversation}/verleng"));
        Same("Token", await resident.SendAsync(HttpMethod.Post, "/api/v1/tokens", "{}", credential: ""));
        Same("Token", await resident.SendAsync(HttpMethod.Post, "/api/v1/verder", saved.Text, credential: ""));
        var overview = await resident.SendAsync(HttpMethod.Get, $"{conversation}/overzicht");
        Same("Overzicht", overview);
        Same("Stap", overview.Json.GetProperty("stap"));
        Same("Antwoord", overview.Json.GetProperty("antwoorden")[0]);
        Same("Probleem", await resident.SendAsync(HttpMethod.Get, $"{conversation}/documenten/onbekend"));
    }

    private static void Same(string schema, Reply reply)
    {
        Assert.Equal(ApiDescription.Version, reply.Headers.GetValues(ApiDescription.VersionHeader).Single());
        Same(schema, reply.Json);
    }

    private static void Same(string schema, JsonElement answer)
        => Assert.Equal(
            Description["components"]!["schemas"]![schema]!["required"]!.AsArray().Select(static name => name!.GetValue<string>()).Order(StringComparer.Ordinal),
            answer.EnumerateObject().Select(static member => member.Name).Order(StringComparer.Ordinal));

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(static member => Members(member.Value).Prepend(member)),
        JsonArray many => many.SelectMany(Members),
        _ => [],
    };
}
