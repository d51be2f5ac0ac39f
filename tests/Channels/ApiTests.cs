using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Channels;

public sealed class ApiTests(BotServer server) : IClassFixture<BotServer>
{
    [Fact]
    public async Task The_overview_holds_every_answer()
    {
        var resident = await server.Resident().StartAsync();
        await resident.SayAsync("het loket");

        var reply = await resident.SendAsync(HttpMethod.Get, $"/api/v1/gesprekken/{resident.ConversationId}/overzicht");

        Assert.Equal("no-store", reply.Headers.CacheControl!.ToString());
        Assert.Equal(
            """{"stap":{"nr":2,"van":3,"titel":"Proef"},"antwoorden":[{"vraag":"wie","titel":"wie","groep":"proef","tekst":"het loket","status":"gegeven"}],"klaar":false}""", reply.Text);
    }

    [Fact]
    public async Task A_document_is_a_download_that_is_kept_nowhere()
    {
        var resident = await server.Resident().StartAsync();
        foreach (var answer in new[] { "een", "twee", "drie" })
        {
            await resident.SayAsync(answer);
        }

        var url = (await resident.HistoryAsync())[^1].GetProperty("attachments")[0].GetProperty("contentUrl").GetString()!;
        var reply = await resident.SendAsync(HttpMethod.Get, new Uri(url).PathAndQuery);

        Assert.Equal((200, "een\ntwee\ndrie\n"), (reply.Status, reply.Text));
        Assert.Equal(("attachment", "brief.txt"), (reply.ContentHeaders.ContentDisposition!.DispositionType, reply.ContentHeaders.ContentDisposition.FileName));
        Assert.Equal(("no-store", "nosniff"), (reply.Headers.CacheControl!.ToString(), reply.Headers.GetValues("X-Content-Type-Options").Single()));
    }

    [Theory]
    [InlineData("overzicht")]
    [InlineData("documenten/brief.txt")]
    public async Task Problems_are_problem_json_with_a_stable_code(string path)
    {
        var resident = await server.Resident().StartAsync();
        var other = await server.Resident().StartAsync();
        var route = $"/api/v1/gesprekken/{resident.ConversationId}/{path}";

        var without = await resident.SendAsync(HttpMethod.Get, route, credential: "");
        var foreign = await other.SendAsync(HttpMethod.Get, route);

        Assert.Equal((401, "Unauthorized"), (without.Status, without.Json.GetProperty("code").GetString()));
        Assert.Equal((403, "Forbidden"), (foreign.Status, foreign.Json.GetProperty("code").GetString()));
        Assert.Equal("application/problem+json", foreign.ContentHeaders.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("onbekend.pdf")]
    [InlineData("..%2F..%2Fappsettings.json")]
    [InlineData("brief.txt")]
    public async Task A_document_that_is_not_there_yet_or_never_is_404(string naam)
    {
        var resident = await server.Resident().StartAsync();

        var reply = await resident.SendAsync(HttpMethod.Get, $"/api/v1/gesprekken/{resident.ConversationId}/documenten/{naam}");

        Assert.Equal((404, "NotFound"), (reply.Status, reply.Json.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("""{"gemeente":"0344","taal":"nl","kanaal":"kiosk"}""", 200)]
    [InlineData("", 200)]
    [InlineData("{}", 200)]
    [InlineData("null", 200)]
    [InlineData("""{"gemeente":"Utrecht"}""", 400)]
    [InlineData("""{"taal":"nl\n"}""", 400)]
    [InlineData("""{"kanaal":"a b"}""", 400)]
    [InlineData("""{"gemeente":344}""", 400)]
    [InlineData("[", 400)]
    public async Task A_browser_may_ask_for_a_token(string body, int status)
        => Assert.Equal(status, (await server.Resident().SendAsync(HttpMethod.Post, "/api/v1/tokens", body, credential: "")).Status);

    [Fact]
    public async Task The_gemeente_of_the_token_is_that_of_the_conversation()
    {
        var resident = await server.Resident().StartAsync("""{"gemeente":"0518"}""");

        Assert.Equal("0518", (await server.Store.LoadAsync(resident.ConversationId, CancellationToken.None))!.Gemeente);
    }

    [Theory]
    [InlineData("https://www.a.example", "{}", "0344")]
    [InlineData("https://www.a.example", """{"gemeente":"0344"}""", "0344")]
    [InlineData("https://www.a.example", """{"gemeente":"0518"}""", null)]
    [InlineData("https://WWW.A.example", """{"gemeente":"0518"}""", null)]
    [InlineData("https://www.allen.example", """{"gemeente":"0518"}""", "0518")]
    [InlineData("https://www.allen.example", "{}", "")]
    [InlineData(null, """{"gemeente":"0518"}""", "0518")]
    public async Task A_page_of_a_gemeente_begins_conversations_with_that_gemeente_only(string? origin, string body, string? gemeente)
    {
        using var own = new BotServer();
        own.Settings["KlachtHulp:DirectLine:Herkomsten:0"] = "https://www.a.example=0344";
        own.Settings["KlachtHulp:DirectLine:Herkomsten:1"] = "https://www.allen.example";
        foreach (var path in new[] { "/api/v1/gesprekken", "/api/v1/tokens" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
            if (origin is not null)
            {
                request.Headers.Add("Origin", origin);
            }

            var reply = await own.Resident().SendAsync(request);

            Assert.Equal((path, gemeente is null), (path, reply.Status == 403));
            if (gemeente is not null && path.EndsWith("gesprekken", StringComparison.Ordinal))
            {
                var stored = await own.Store.LoadAsync(reply.Json.GetProperty("conversationId").GetString()!, default);
                Assert.Equal(gemeente, stored?.Gemeente);
            }
        }
    }

    [Theory]
    [InlineData("https://www.a.example=Utrecht")]
    [InlineData("https://www.a.example=")]
    public void A_site_of_no_gemeente_stops_the_start(string site)
    {
        using var own = new BotServer();
        own.Settings["KlachtHulp:DirectLine:Herkomsten:0"] = site;

        Assert.Contains("Herkomsten", Assert.ThrowsAny<Exception>(own.CreateClient).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_may_begin_so_many_conversations_and_is_then_told_when_to_come_back()
    {
        using var strict = new BotServer();
        strict.Settings["KlachtHulp:Limieten:NieuwPerMinuut"] = "3";
        var resident = strict.Resident();

        var replies = new List<Reply>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            replies.Add(await resident.SendAsync(HttpMethod.Post, "/api/v1/tokens", credential: ""));
        }

        Assert.Equal([200, 200, 200, 429, 429], replies.Select(static reply => reply.Status));
        Assert.InRange(int.Parse(replies[^1].Headers.GetValues("Retry-After").Single(), System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal("TooManyRequests", replies[^1].Json.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("127.0.0.1", 200)]
    [InlineData("127.0.0.9", 429)]
    public async Task Behind_our_own_proxy_each_resident_is_an_address_and_a_strangers_header_is_not_believed(string proxy, int second)
    {
        using var strict = new BotServer();
        strict.Settings["KlachtHulp:Limieten:NieuwPerMinuut"] = "1";
        strict.Settings["KlachtHulp:Proxies:0"] = proxy;
        var statuses = new List<int>();

        foreach (var address in new[] { "203.0.113.7", "203.0.113.8" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tokens");
            request.Headers.Add("X-Forwarded-For", address);
            statuses.Add((await strict.Resident().SendAsync(request)).Status);
        }

        Assert.Equal([200, second], statuses);
    }

    [Fact]
    public async Task Who_is_held_back_from_starting_can_still_talk_in_what_was_started()
    {
        using var strict = new BotServer();
        strict.Settings["KlachtHulp:Limieten:NieuwPerMinuut"] = "2";
        var resident = await strict.Resident().StartAsync();

        var start = await strict.Resident().SendAsync(HttpMethod.Post, "/api/v1/tokens", credential: "");
        var words = await resident.SayAsync("hallo");

        Assert.Equal((429, 200), (start.Status, words.Status));
    }

    [Fact]
    public async Task A_resident_can_erase_everything_without_a_word()
    {
        var resident = await server.Resident().StartAsync();

        var erased = await resident.SendAsync(HttpMethod.Delete, $"/api/v1/gesprekken/{resident.ConversationId}");

        Assert.Equal(204, erased.Status);
        Assert.Equal(404, (await resident.HistoryReplyAsync()).Status);
    }

    [Fact]
    public async Task The_service_says_that_it_is_well()
        => Assert.Equal((200, """{"status":"ok"}"""),
            (await server.Resident().SendAsync(HttpMethod.Get, "/healthz") is var reply ? (reply.Status, reply.Text) : default));

    [Theory]
    [InlineData("https://gemeente.example", "https://gemeente.example")]
    [InlineData("https://kwaad.example", null)]
    public async Task Only_pages_of_known_sites_may_call(string origin, string? allowed)
    {
        using var own = new BotServer();
        own.Settings["KlachtHulp:DirectLine:Herkomsten:0"] = "https://gemeente.example";
        using var request = new HttpRequestMessage(HttpMethod.Options, "/v3/directline/conversations");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with");

        var reply = await own.Resident().SendAsync(request);

        Assert.Equal(allowed, reply.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null);
        Assert.Equal(allowed is null ? null : "3600", reply.Headers.TryGetValues("Access-Control-Max-Age", out var age) ? age.Single() : null);
    }
}
