using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Channels.Api;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Bot.Teams.Lijstdienst;
using KlachtHulp.Tests.Beheer;
using KlachtHulp.Tests.Browser;
using Microsoft.Extensions.Configuration;

namespace KlachtHulp.Tests.Teams;

/// <summary>The lists for staff under /api/v1/balie: by a token of the own gemeente, and never a row of another.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "The test runner disposes it asynchronously.")]
public sealed class LijstdienstTests : IAsyncLifetime
{
    private const string List = "/api/v1/balie/klachten";
    private const string Search = "/api/v1/balie/klachten/_zoek";
    private const string Audience = "klachthulp-lijsten";

    private TeamsServer _server = null!;
    private OidcProvider _utrecht = null!;
    private OidcProvider _amsterdam = null!;

    public async Task InitializeAsync()
    {
        _server = await TeamsServer.StartAsync();
        _utrecht = await OidcProvider.StartAsync(_server.Clock.GetUtcNow);
        _amsterdam = await OidcProvider.StartAsync(_server.Clock.GetUtcNow);
        foreach (var (code, provider) in new[] { ("0344", _utrecht), ("0363", _amsterdam) })
        {
            _server.Whole.Settings[$"KlachtHulp:Balie:Toegang:{code}:Autoriteit"] = provider.Address;
            _server.Whole.Settings[$"KlachtHulp:Balie:Toegang:{code}:Publiek"] = Audience;
        }
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _utrecht.DisposeAsync();
        await _amsterdam.DisposeAsync();
    }

    [Fact]
    public async Task Staff_see_the_klachten_of_their_own_gemeente_with_the_nearest_last_day_first_and_no_word_of_a_resident()
    {
        var staff = await _server.Staff().TypeAsync("telefoon");
        var kenmerk = staff.Kenmerk;
        await staff.WalkAsync();
        await _server.Staff("bram").TypeAsync("balie");

        var (status, list, text) = await AskAsync(List, _utrecht.AccessToken(Audience, "balie"));

        Assert.Equal((200, 2), (status, list.GetProperty("totaal").GetInt32()));
        var rows = list.GetProperty("klachten").EnumerateArray().ToList();
        var days = rows.Select(static row => row.GetProperty("laatsteDagen").EnumerateArray().Select(static day => day.GetProperty("dag").GetString()).Min(StringComparer.Ordinal)).ToList();
        Assert.Equal(days.Order(StringComparer.Ordinal), days);
        var sent = Assert.Single(rows, row => row.GetProperty("kenmerk").GetString() == kenmerk);
        Assert.Matches("^(verstuurd|afgeleverd)$", sent.GetProperty("stand").GetString());
        Assert.Equal(["bezig"], rows.Where(row => row.GetProperty("kenmerk").GetString() != kenmerk).Select(static row => row.GetProperty("stand").GetString()));
        Assert.DoesNotContain("kanarie", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain((await _server.Book.LijstAsync("0344")).Zaken[0].Gesprek, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_read_page_by_page_and_every_klacht_is_on_one_of_them()
    {
        var zaken = Enumerable.Range(1, 7).Select(number => new Zaak($"KH-{number}", $"gesprek-{number}", "anna", _server.Clock.GetUtcNow())
        {
            Stand = Zaakstand.Verstuurd,
            Dagen = [new LaatsteDag("KB", "Behandeld", new DateOnly(2027, 1, 20 - number))],
        });
        await _server.Book.WijzigAsync("0344", _ => new Balielijst { Zaken = [.. zaken] });
        var (seen, next) = (new List<string?>(), $"{List}?aantal=3");
        var pages = 0;
        while (next is { Length: > 0 } address)
        {
            var (_, page, _) = await AskAsync(address, _utrecht.AccessToken(Audience, "klachtencoordinator"));
            seen.AddRange(page.GetProperty("klachten").EnumerateArray().Select(static row => row.GetProperty("kenmerk").GetString()));
            next = page.GetProperty("_links").TryGetProperty("next", out var link) ? link.GetProperty("href").GetString() : null;
            pages++;
        }

        Assert.Equal((3, "KH-7 KH-6 KH-5 KH-4 KH-3 KH-2 KH-1"), (pages, string.Join(' ', seen)));
        Assert.Equal(0, (await AskAsync($"{List}?pagina=9", _utrecht.AccessToken(Audience, "balie"))).Json.GetProperty("klachten").GetArrayLength());
    }

    [Fact]
    public async Task A_klacht_is_found_by_its_reference_and_that_of_another_gemeente_is_the_same_nothing_as_one_that_never_was()
    {
        var staff = await _server.Staff().TypeAsync("telefoon");

        var own = await FindAsync(staff.Kenmerk.ToLowerInvariant(), _utrecht.AccessToken(Audience, "balie"));
        var foreign = await FindAsync(staff.Kenmerk, _amsterdam.AccessToken(Audience, "balie"));
        var never = await FindAsync("KH-0000-0000-0000", _amsterdam.AccessToken(Audience, "balie"));

        Assert.Equal(staff.Kenmerk, own.Json.GetProperty("klachten").EnumerateArray().Single().GetProperty("kenmerk").GetString());
        Assert.Equal((200, never.Text), (foreign.Status, foreign.Text));
        Assert.Equal(0, foreign.Json.GetProperty("totaal").GetInt32());
        Assert.Equal(0, (await AskAsync(List, _amsterdam.AccessToken(Audience, "balie"))).Json.GetProperty("totaal").GetInt32());
    }

    /// <summary>Everything that may be wrong with a token, and the status it gets.</summary>
    public static TheoryData<string, string, int> Wrong => new()
    {
        { "roles", "iets-anders", 403 },
        { "roles", "", 403 },
        { "aud", "klachthulp-beheer", 401 },
        { "iss", "https://vreemd.example", 401 },
        { "iss", "", 401 },
        { "exp", "1000", 401 },
        { "exp", "", 401 },
        { "nbf", "9999999999", 401 },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_token_that_is_not_right_opens_no_list(string claim, string value, int status)
    {
        await _server.Staff().TypeAsync("telefoon");
        var token = _utrecht.AccessToken(Audience, "balie", claims => claims[claim] = long.TryParse(value, out var number) ? number : value);

        Assert.Equal(status, (await AskAsync(List, token)).Status);
        Assert.Equal(status, (await FindAsync("KH-0000-0000-0000", token)).Status);
    }

    [Fact]
    public async Task A_token_signed_by_nobody_or_by_the_provider_of_another_gemeente_opens_no_list()
    {
        var unsigned = _utrecht.AccessToken(Audience, "balie", sign: false);
        var crossed = _amsterdam.AccessToken(Audience, "balie", claims => claims["iss"] = _utrecht.Address);

        Assert.All([await AskAsync(List, unsigned), await AskAsync(List, crossed), await AskAsync(List, "geen.token.hier"), await AskAsync(List, "")], static reply => Assert.Equal(401, reply.Status));
    }

    [Theory]
    [InlineData("pagina=0")]
    [InlineData("pagina=-1")]
    [InlineData("pagina=een")]
    [InlineData("aantal=0")]
    [InlineData("aantal=101")]
    [InlineData("aantal=99999999999999999999")]
    public async Task A_page_that_cannot_be_is_a_problem(string query)
    {
        var (status, problem, _) = await AskAsync($"{List}?{query}", _utrecht.AccessToken(Audience, "balie"));

        Assert.Equal((400, "BadArgument"), (status, problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task What_is_answered_has_the_members_that_are_described()
    {
        await _server.Staff().TypeAsync("telefoon");
        var schemas = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "openapi.json")))!["components"]!["schemas"]!;

        var (_, list, _) = await AskAsync(List, _utrecht.AccessToken(Audience, "balie"));

        Same(schemas["Klachtenlijst"]!, list);
        Same(schemas["Klachtregel"]!, list.GetProperty("klachten")[0]);
        Same(schemas["LaatsteDag"]!, list.GetProperty("klachten")[0].GetProperty("laatsteDagen")[0]);
    }

    [Fact]
    public async Task Without_a_gemeente_in_the_settings_there_are_no_lists()
    {
        _server.Whole.Settings.Clear();

        Assert.Equal(404, (await AskAsync(List, _utrecht.AccessToken(Audience, "balie"))).Status);
        Assert.Equal(404, (await FindAsync("KH-0000-0000-0000", _utrecht.AccessToken(Audience, "balie"))).Status);
    }

    [Theory]
    [InlineData("0344", "http://aanmelden.example", Audience)]
    [InlineData("0344", "https://aanmelden.example", "")]
    [InlineData("utrecht", "https://aanmelden.example", Audience)]
    public void Settings_that_are_not_safe_stop_the_service(string code, string authority, string audience)
        => Assert.Throws<InvalidOperationException>(() => Read((code, authority, audience)));

    [Fact]
    public void Two_gemeenten_that_share_issuer_and_audience_stop_the_service_and_two_audiences_at_one_issuer_do_not()
    {
        Assert.Throws<InvalidOperationException>(() => Read(("0344", "https://samen.example/", Audience), ("0363", "https://samen.example", Audience)));
        Assert.Equal(2, Read(("0344", "https://samen.example", "utrecht"), ("0363", "https://samen.example", "amsterdam")).Toegangen.Count);
    }

    private static LijstSettings Read(params (string Code, string Authority, string Audience)[] doors) => LijstSettings.From(new ConfigurationBuilder().AddInMemoryCollection(doors.SelectMany(static door => new KeyValuePair<string, string?>[]
    {
        new($"KlachtHulp:Balie:Toegang:{door.Code}:Autoriteit", door.Authority),
        new($"KlachtHulp:Balie:Toegang:{door.Code}:Publiek", door.Audience),
    })).Build());

    private static void Same(JsonNode schema, JsonElement answer) => Assert.Equal(
        schema["required"]!.AsArray().Select(static name => name!.GetValue<string>()).Order(StringComparer.Ordinal),
        answer.EnumerateObject().Select(static member => member.Name).Order(StringComparer.Ordinal));

    private Task<(int Status, JsonElement Json, string Text)> FindAsync(string kenmerk, string token)
        => SendAsync(new HttpRequestMessage(HttpMethod.Post, Search) { Content = new StringContent(new JsonObject { ["kenmerk"] = kenmerk }.ToJsonString(), Encoding.UTF8, "application/json") }, token);

    private Task<(int Status, JsonElement Json, string Text)> AskAsync(string path, string token) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path), token);

    private async Task<(int Status, JsonElement Json, string Text)> SendAsync(HttpRequestMessage request, string token)
    {
        using var http = _server.Whole.CreateClient();
        request.Headers.Authorization = token.Length > 0 ? new AuthenticationHeaderValue("Bearer", token) : null;
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(ApiDescription.Version, response.Headers.GetValues(ApiDescription.VersionHeader).Single());
        Assert.Equal(response.IsSuccessStatusCode ? "application/json" : "application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return ((int)response.StatusCode, JsonDocument.Parse(text).RootElement, text);
    }
}
