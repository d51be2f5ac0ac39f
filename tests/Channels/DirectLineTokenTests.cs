using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Channels;

public sealed class DirectLineTokenTests : IDisposable
{
    private readonly BotServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task An_expired_token_is_403_TokenExpired_on_every_call()
    {
        var resident = await _server.Resident().StartAsync();
        _server.Clock.Advance(TimeSpan.FromSeconds(1800));

        foreach (var (method, path) in new[] { ("POST", "tokens/refresh"), ("POST", "conversations"), ("GET", $"conversations/{resident.ConversationId}"),
            ("GET", $"conversations/{resident.ConversationId}/activities") })
        {
            var reply = await resident.SendAsync(new HttpMethod(method), path);
            Assert.Equal((403, "TokenExpired"), (reply.Status, reply.Code));
        }

        Assert.Equal("TokenExpired", (await resident.SayAsync("hallo")).Code);
    }

    [Fact]
    public async Task A_refreshed_token_keeps_the_conversation_and_lives_a_full_life()
    {
        var resident = await _server.Resident().StartAsync();
        _server.Clock.Advance(TimeSpan.FromSeconds(1799));

        var refreshed = await resident.SendAsync(HttpMethod.Post, "tokens/refresh");
        resident.Token = refreshed.Json.GetProperty("token").GetString()!;
        _server.Clock.Advance(TimeSpan.FromSeconds(1799));

        Assert.Equal((200, 1800), (refreshed.Status, refreshed.Json.GetProperty("expires_in").GetInt32()));
        Assert.Equal(resident.ConversationId, refreshed.Json.GetProperty("conversationId").GetString());
        Assert.Equal(200, (await resident.SayAsync("hallo")).Status);
    }

    [Theory]
    [InlineData("tokens/refresh")]
    [InlineData("/api/v1/gesprekken/{id}/verleng")]
    public async Task A_token_is_renewed_for_as_long_as_a_conversation_is_kept_and_then_no_more(string path)
    {
        var resident = await _server.Resident().StartAsync();
        var route = path.Replace("{id}", resident.ConversationId, StringComparison.Ordinal);
        var (began, renewed) = (_server.Clock.GetUtcNow(), await resident.SendAsync(HttpMethod.Post, route));
        while (renewed.Status == 200)
        {
            resident.Token = renewed.Json.GetProperty("token").GetString()!;
            _server.Clock.Advance(TimeSpan.FromSeconds(1799));
            renewed = await resident.SendAsync(HttpMethod.Post, route);
        }

        Assert.Equal(403, renewed.Status);
        Assert.Contains("TokenExpired", renewed.Text, StringComparison.Ordinal);
        Assert.InRange(_server.Clock.GetUtcNow() - began, TimeSpan.FromDays(30), TimeSpan.FromDays(30) + TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task A_token_is_for_pages_of_the_site_it_was_asked_for_on()
    {
        var resident = _server.Resident();
        var token = await FromAsync(resident, "https://www.a.example", HttpMethod.Post, "/api/v1/tokens");
        resident.Token = token.Json.GetProperty("token").GetString()!;
        resident.Take(await FromAsync(resident, "https://www.a.example", HttpMethod.Post, "/v3/directline/conversations"));
        var path = $"/v3/directline/conversations/{resident.ConversationId}/activities";

        Assert.Equal(200, (await FromAsync(resident, "https://WWW.A.example", HttpMethod.Get, path)).Status);
        Assert.Equal(200, (await FromAsync(resident, "null", HttpMethod.Get, path)).Status);
        Assert.Equal(200, (await resident.HistoryReplyAsync()).Status);
        Assert.Equal(403, (await FromAsync(resident, "https://www.b.example", HttpMethod.Get, path)).Status);
        Assert.Equal(403, (await FromAsync(resident, "https://www.b.example", HttpMethod.Post, "/v3/directline/tokens/refresh")).Status);
    }

    [Fact]
    public async Task A_server_may_say_for_which_sites_a_token_is()
    {
        var resident = _server.Resident();
        resident.Token = (await resident.SendAsync(HttpMethod.Post, "tokens/generate", """{"trustedOrigins":["https://a.example","https://b.example/"]}""", BotServer.Secret))
            .Json.GetProperty("token").GetString()!;

        Assert.Equal(403, (await FromAsync(resident, "https://c.example", HttpMethod.Post, "/v3/directline/conversations")).Status);
        Assert.Equal(201, (await FromAsync(resident, "https://b.example", HttpMethod.Post, "/v3/directline/conversations")).Status);
        Assert.Equal(200, (await FromAsync(resident, "https://a.example", HttpMethod.Post, "/v3/directline/conversations")).Status);
    }

    [Fact]
    public void A_token_of_an_older_version_is_still_good()
    {
        var key = new byte[32];
        var expires = (_server.Clock.GetUtcNow() + TimeSpan.FromMinutes(1)).ToUnixTimeMilliseconds();
        var payload = Encoding.UTF8.GetBytes($"0\n{expires}\n0123\ndl_a\n0344\nweb\n\n");
        var token = $"{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, payload))}";

        var read = Assert.IsType<TokenReading.Good>(new Tokens(key, _server.Clock).Read(token, TokenPurpose.Conversation));

        Assert.Equal(("0123", "0344", ""), (read.Claims.ConversationId, read.Claims.Gemeente, read.Claims.Origin));
    }

    [Fact]
    public async Task Only_the_secret_makes_tokens_for_others()
    {
        var resident = await _server.Resident().StartAsync();

        Assert.Equal(403, (await resident.SendAsync(HttpMethod.Post, "tokens/generate", "{}")).Status);
        Assert.Equal(200, (await resident.SendAsync(HttpMethod.Post, "tokens/generate", "{}", BotServer.Secret)).Status);
        Assert.Equal(403, (await resident.SendAsync(HttpMethod.Post, "tokens/refresh", "", BotServer.Secret)).Status);
    }

    [Theory]
    [InlineData("""{"user":{"id":"jan"}}""", 400)]
    [InlineData("""{"user":{"id":"dl_jan\nx"}}""", 400)]
    [InlineData("""{"gemeente":"12"}""", 400)]
    [InlineData("""{"kanaal":"KIOSK"}""", 400)]
    [InlineData("""{"user":5}""", 400)]
    [InlineData("""{"trustedOrigins":["geen adres"]}""", 400)]
    [InlineData("""{"trustedOrigins":[null]}""", 400)]
    [InlineData("""{"trustedOrigins":["a:1","a:2","a:3","a:4","a:5","a:6"]}""", 400)]
    [InlineData("{", 400)]
    [InlineData("""{"user":{"id":"dl_jan"},"gemeente":"0344","kanaal":"kiosk","trustedOrigins":["https://a.example"]}""", 200)]
    [InlineData("", 200)]
    public async Task The_body_of_a_request_for_a_token_is_checked(string body, int status)
        => Assert.Equal(status, (await _server.Resident().SendAsync(HttpMethod.Post, "tokens/generate", body, BotServer.Secret)).Status);

    [Fact]
    public async Task The_user_in_a_token_wins_from_the_user_in_a_message()
    {
        var resident = _server.Resident();
        resident.Token = (await resident.SendAsync(HttpMethod.Post, "tokens/generate", """{"user":{"id":"dl_echt"}}""", BotServer.Secret))
            .Json.GetProperty("token").GetString()!;
        resident.Take(await resident.SendAsync(HttpMethod.Post, "conversations", """{"user":{"id":"r_ander"},"locale":"nl-NL"}"""));
        await resident.SayAsync("hallo");

        Assert.Equal("dl_echt", (await resident.HistoryAsync())[2].GetProperty("from").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_token_of_one_purpose_opens_nothing_of_another()
    {
        var resident = await _server.Resident().StartAsync();
        var ticket = resident.StreamUrl[(resident.StreamUrl.IndexOf("t=", StringComparison.Ordinal) + 2)..];

        Assert.Equal(403, (await resident.SendAsync(HttpMethod.Get, $"conversations/{resident.ConversationId}/activities", credential: ticket)).Status);
        Assert.Equal(403, (await resident.SendAsync(HttpMethod.Get, $"conversations/{resident.ConversationId}/stream?t={resident.Token}", credential: ""))
            .Status);
        Assert.Equal(403, (await resident.SendAsync(HttpMethod.Get, $"/api/v1/gesprekken/{resident.ConversationId}/documenten/brief.txt?t={ticket}",
            credential: "")).Status);
    }

    [Fact]
    public void Every_changed_character_makes_a_token_forged()
    {
        var tokens = new Tokens(new byte[32], _server.Clock);
        var good = tokens.Make(Claims());

        Assert.IsType<TokenReading.Good>(tokens.Read(good, TokenPurpose.Conversation));
        for (var index = 0; index < good.Length; index++)
        {
            var changed = good[..index] + (good[index] == 'A' ? 'B' : 'A') + good[(index + 1)..];
            Assert.IsType<TokenReading.Forged>(tokens.Read(changed, TokenPurpose.Conversation));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("=.=")]
    [InlineData("é.é")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public void What_is_not_a_token_is_forged(string text)
        => Assert.IsType<TokenReading.Forged>(new Tokens(new byte[32], _server.Clock).Read(text, TokenPurpose.Conversation));

    [Fact]
    public void A_very_long_token_is_forged_without_being_read()
        => Assert.IsType<TokenReading.Forged>(new Tokens(new byte[32], _server.Clock).Read(new string('a', 5_000_000) + ".b", TokenPurpose.Conversation));

    [Fact]
    public void A_token_of_another_key_is_forged()
        => Assert.IsType<TokenReading.Forged>(new Tokens(Encoding.UTF8.GetBytes(new string('x', 32)), _server.Clock)
            .Read(new Tokens(new byte[32], _server.Clock).Make(Claims()), TokenPurpose.Conversation));

    [Fact]
    public void A_claim_with_a_line_end_cannot_become_two_claims()
        => Assert.Throws<ArgumentException>(() => new Tokens(new byte[32], _server.Clock).Make(Claims() with { User = "dl_a\n0344" }));

    [Fact]
    public async Task A_token_outlives_a_restart_of_the_service()
    {
        using var folder = new TemporaryFolder();
        using var before = new BotServer { DataFolder = folder.Path };
        var resident = await before.Resident().StartAsync();
        using var after = new BotServer { DataFolder = folder.Path };
        var again = after.Resident();
        again.Token = resident.Token;

        var refreshed = await again.SendAsync(HttpMethod.Post, "tokens/refresh");

        Assert.Equal((200, resident.ConversationId), (refreshed.Status, refreshed.Json.GetProperty("conversationId").GetString()));
    }

    [Fact]
    public async Task Another_installation_does_not_know_the_token()
    {
        using var other = new BotServer();
        var resident = await _server.Resident().StartAsync();

        Assert.Equal(403, (await other.Resident().SendAsync(HttpMethod.Post, "tokens/refresh", credential: resident.Token)).Status);
    }

    [Fact]
    public void Two_processes_that_start_at_once_use_one_key()
    {
        using var folder = new TemporaryFolder();
        var servers = Enumerable.Range(0, 4).Select(_ => new BotServer { DataFolder = folder.Path }).ToList();

        var tokens = servers.AsParallel().WithDegreeOfParallelism(4).Select(static server => (Tokens)server.Services.GetService(typeof(Tokens))!).ToList();

        Assert.All(tokens, one => Assert.All(tokens, other => Assert.IsType<TokenReading.Good>(one.Read(other.Make(Claims()), TokenPurpose.Conversation))));
        servers.ForEach(static server => server.Dispose());
    }

    [Fact]
    public void A_secret_that_is_too_short_stops_the_start()
    {
        using var server = new BotServer();
        server.Settings["KlachtHulp:DirectLine:Geheim"] = "kort";

        Assert.Contains("Geheim", Assert.ThrowsAny<Exception>(server.CreateClient).ToString(), StringComparison.Ordinal);
    }

    private static async Task<Reply> FromAsync(DirectLineClient resident, string origin, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Origin", origin);
        if (resident.Token.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", resident.Token);
        }

        return await resident.SendAsync(request);
    }

    private TokenClaims Claims() => new(TokenPurpose.Conversation, "0123", "dl_a", "0344", "web", "", "", _server.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
}
