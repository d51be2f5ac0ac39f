using System.Net;
using System.Net.Http.Headers;
using System.Text;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Channels;

/// <summary>Every way in which a Direct Line call fails, by status and code.</summary>
public sealed class DirectLineStatusTests(BotServer server) : IClassFixture<BotServer>
{
    private const string Message = """{"type":"message","from":{"id":"dl_a"},"text":"hoi"}""";
    private const string Unknown = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("POST", "tokens/generate")]
    [InlineData("POST", "tokens/refresh")]
    [InlineData("POST", "conversations")]
    [InlineData("GET", "conversations/{id}")]
    [InlineData("GET", "conversations/{id}/activities")]
    [InlineData("POST", "conversations/{id}/activities")]
    [InlineData("POST", "conversations/{id}/upload")]
    public async Task A_call_without_a_credential_is_401_and_with_a_bad_one_403(string method, string path)
    {
        var resident = await server.Resident().StartAsync();
        var route = path.Replace("{id}", resident.ConversationId, StringComparison.Ordinal);

        var without = await resident.SendAsync(new HttpMethod(method), route, method == "POST" ? Message : null, credential: "");
        var bad = await resident.SendAsync(new HttpMethod(method), route, method == "POST" ? Message : null, credential: "onzin.onzin");

        Assert.Equal((401, "Unauthorized"), (without.Status, without.Code));
        Assert.Equal((403, "Forbidden"), (bad.Status, bad.Code));
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/activities")]
    [InlineData("POST", "/activities")]
    [InlineData("POST", "/upload")]
    public async Task Somebody_elses_token_is_403_whether_or_not_the_conversation_exists(string method, string path)
    {
        var mine = await server.Resident().StartAsync();
        var other = await server.Resident().StartAsync();

        var existing = await other.SendAsync(new HttpMethod(method), $"conversations/{mine.ConversationId}{path}", method == "POST" ? Message : null);
        var absent = await other.SendAsync(new HttpMethod(method), $"conversations/{Unknown}{path}", method == "POST" ? Message : null);

        Assert.Equal((403, "Forbidden"), (existing.Status, existing.Code));
        Assert.Equal(existing.Text, absent.Text);
        Assert.Equal(existing.Status, absent.Status);
    }

    [Theory]
    [InlineData("GET", Unknown, "")]
    [InlineData("GET", Unknown, "/activities")]
    [InlineData("POST", Unknown, "/activities")]
    [InlineData("GET", "bf-0123456789abcdef0123456789abcdef", "/activities")]
    [InlineData("GET", "..%2f..%2fetc", "/activities")]
    public async Task With_the_secret_an_unknown_conversation_is_404(string method, string id, string path)
    {
        var reply = await server.Resident().SendAsync(new HttpMethod(method), $"conversations/{id}{path}", method == "POST" ? Message : null, BotServer.Secret);

        Assert.Equal((404, "NotFound"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task A_conversation_that_was_not_started_is_404_for_its_own_token()
    {
        var resident = server.Resident();
        var token = (await resident.SendAsync(HttpMethod.Post, "tokens/generate", "{}", BotServer.Secret)).Json;
        var id = token.GetProperty("conversationId").GetString();

        foreach (var (method, path) in new[] { ("GET", ""), ("GET", "/activities"), ("POST", "/activities") })
        {
            var reply = await resident.SendAsync(new HttpMethod(method), $"conversations/{id}{path}", method == "POST" ? Message
                : null, token.GetProperty("token").GetString());
            Assert.Equal((404, "NotFound"), (reply.Status, reply.Code));
        }
    }

    [Theory]
    [InlineData("", "BadSyntax")]
    [InlineData("{", "BadSyntax")]
    [InlineData("[]", "BadSyntax")]
    [InlineData("null", "BadSyntax")]
    [InlineData("\"tekst\"", "BadSyntax")]
    [InlineData("""{"type":"message","from":{"id":"a"},"text":"x"} {}""", "BadSyntax")]
    [InlineData("""{"type":5,"from":{"id":"a"}}""", "BadSyntax")]
    [InlineData("""{"type":"message","from":"a"}""", "BadSyntax")]
    [InlineData("""{"type":"message","from":{"id":"a"},"text":{"a":1}}""", "BadSyntax")]
    [InlineData("""{"type":"message","from":{"id":"a"},"membersAdded":5}""", "BadSyntax")]
    [InlineData("""{"type":"message","from":{"id":"a"},"text":"\ud800"}""", "BadSyntax")]
    [InlineData("""{"type":"message","from":{"id":"a"},"value":{"vraag":"\udc00","antwoord":"b"}}""", "BadSyntax")]
    [InlineData("""{"from":{"id":"a"},"text":"x"}""", "MissingProperty")]
    [InlineData("""{"type":"","from":{"id":"a"}}""", "MissingProperty")]
    [InlineData("""{"type":"message","text":"x"}""", "MissingProperty")]
    [InlineData("""{"type":"message","from":{},"text":"x"}""", "MissingProperty")]
    [InlineData("""{"type":"message","from":{"id":""},"text":"x"}""", "MissingProperty")]
    [InlineData("""{"type":"message","from":null,"text":"x"}""", "MissingProperty")]
    [InlineData("""{"type":"message","from":{"id":"klachthulp"},"text":"x"}""", "BadArgument")]
    public async Task A_message_that_cannot_be_read_is_400_and_changes_nothing(string json, string code)
    {
        var resident = await server.Resident().StartAsync();

        var reply = await resident.PostAsync(json);

        Assert.Equal((400, code), (reply.Status, reply.Code));
        Assert.Equal(2, (await resident.HistoryAsync()).Count);
    }

    [Fact]
    public async Task A_user_id_of_129_characters_is_400_and_of_128_is_taken()
    {
        var resident = await server.Resident().StartAsync();

        Assert.Equal(400, (await resident.PostAsync($$"""{"type":"message","from":{"id":"{{new string('a', 129)}}"},"text":"x"}""")).Status);
        Assert.Equal(200, (await resident.PostAsync($$"""{"type":"message","from":{"id":"{{new string('a', 128)}}"},"text":"x"}""")).Status);
    }

    [Theory]
    [InlineData(60, 200)]
    [InlineData(70, 400)]
    [InlineData(10000, 400)]
    public async Task Json_may_be_64_levels_deep(int depth, int status)
    {
        var resident = await server.Resident().StartAsync();

        var reply = await resident.PostAsync($$"""{"type":"message","from":{"id":"a"},"text":"x","channelData":{{new string('[', depth)}}{{new string(']', depth)}}}""");

        Assert.Equal(status, reply.Status);
    }

    [Theory]
    [InlineData(32 * 1024, 200)]
    [InlineData((32 * 1024) + 1, 413)]
    [InlineData(5 * 1024 * 1024, 413)]
    public async Task A_message_may_have_32_kilobytes(int size, int status)
    {
        var resident = await server.Resident().StartAsync();
        const string Head = """{"type":"event","name":"x","from":{"id":"a"},"value":""";

        var reply = await resident.PostAsync($"{Head}\"{new string('a', size - Head.Length - 3)}\"}}");

        Assert.Equal(status, reply.Status);
        Assert.True(status == 200 || reply.Code == "MessageSizeTooBig");
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_400()
    {
        var resident = await server.Resident().StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{resident.ConversationId}/activities");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", resident.Token);
        request.Content = new ByteArrayContent([.. """{"type":"message","from":{"id":"a"},"value":{"vraag": "x """u8, 0xFF, 0xFE, .. "\"}}"u8]);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        Assert.Equal(400, (await resident.SendAsync(request)).Status);
    }

    [Fact]
    public async Task Text_is_415_and_another_verb_405()
    {
        var resident = await server.Resident().StartAsync();
        var path = $"conversations/{resident.ConversationId}/activities";

        Assert.Equal(415, (await resident.SendAsync(HttpMethod.Post, path, Message, contentType: "text/plain")).Status);
        Assert.Equal(405, (await resident.SendAsync(HttpMethod.Put, path, Message)).Status);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("%27;--")]
    [InlineData("99999999999999999999")]
    [InlineData("0x10")]
    public async Task A_watermark_that_is_not_ours_is_400(string watermark)
    {
        var resident = await server.Resident().StartAsync();

        Assert.Equal(400, (await resident.HistoryReplyAsync($"?watermark={watermark}")).Status);
        Assert.Equal(400, (await resident.SendAsync(HttpMethod.Get, $"conversations/{resident.ConversationId}?watermark={watermark}")).Status);
    }

    [Fact]
    public async Task A_thousand_broken_messages_are_never_a_failure_of_the_service()
    {
        var resident = await server.Resident().StartAsync();
        var random = new Random(20260302);
        var whole = Encoding.UTF8.GetBytes("""{"type":"message","from":{"id":"dl_a","name":"é"},"text":"h\u00e9","value":{"vraag":"a","antwoord":["b",1e9]},"entities":[{"type":"mention"}]}""");

        for (var round = 0; round < 1000; round++)
        {
            var broken = whole.AsSpan(0, random.Next(1, whole.Length + 1)).ToArray();
            for (var change = 0; change < 3; change++)
            {
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            }

            using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{resident.ConversationId}/activities");
            request.Content = new ByteArrayContent(broken);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", resident.Token);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            Assert.InRange((await resident.SendAsync(request)).Status, 200, 499);
        }
    }

    [Fact]
    public async Task When_the_store_is_down_a_message_is_503_and_a_poll_is_an_empty_set()
    {
        using var own = new BotServer();
        var resident = await own.Resident().StartAsync();
        own.Store.Broken = new IOException("disk full");

        var message = await resident.SayAsync("hallo");
        var poll = await resident.HistoryReplyAsync("?watermark=2");

        Assert.Equal((503, "ServiceUnavailable"), (message.Status, message.Code));
        Assert.Equal("5", message.Headers.GetValues("Retry-After").Single());
        Assert.Equal((200, """{"activities":[],"watermark":"2"}"""), (poll.Status, poll.Text));
    }

    [Fact]
    public async Task When_others_save_first_three_times_the_answer_is_409()
    {
        using var own = new BotServer();
        var resident = await own.Resident().StartAsync();
        own.Store.BeforeSave = commit => commit.Activities.Count == 0 ? Task.CompletedTask : Intrude(own, commit.ConversationId, commit.ExpectedVersion);

        var reply = await resident.SayAsync("hallo");

        Assert.Equal((409, "Conflict"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task The_session_id_for_old_clients_is_a_fresh_one_each_time()
    {
        var resident = server.Resident();

        var one = await resident.SendAsync(HttpMethod.Get, "session/getsessionid");
        var two = await resident.SendAsync(HttpMethod.Get, "session/getsessionid");

        Assert.Equal((int)HttpStatusCode.OK, one.Status);
        Assert.NotEqual(one.Json.GetProperty("sessionId").GetString(), two.Json.GetProperty("sessionId").GetString());
    }

    private static async Task Intrude(BotServer own, string id, long version)
        => await own.Store.SaveAsync(new(id, "", version, ReadOnlyMemory<byte>.Empty, [], null, [], own.Clock.GetUtcNow()), CancellationToken.None);
}
