using System.Text.Json;
using System.Text.Json.Nodes;
using KlachtHulp.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace KlachtHulp.Tests.Channels;

public sealed partial class MessagingEndpointTests : IAsyncLifetime, IDisposable
{
    private readonly BotServer _server = new();
    private ChannelServer _channel = null!;

    public async Task InitializeAsync() => _channel = await ChannelServer.StartAsync();

    public async Task DisposeAsync() => await _channel.DisposeAsync();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_message_is_answered_at_the_serviceUrl_with_the_roles_swapped()
    {
        var status = await PostAsync(Activity("hallo"));

        Assert.Equal(200, status.Status);
        Assert.Equal(["Welkom bij de proef.", "U zei: hallo", "Vraag 2: wat?"],
            _channel.Calls.Select(static call => call.Json.GetProperty("text").GetString()));
        Assert.All(_channel.Calls, static call =>
        {
            Assert.Equal("/v3/conversations/a%3A1/activities/in-1", call.Target);
            Assert.Equal(("28:bot", "29:jan", "in-1"), (Id(call, "from"), Id(call, "recipient"), call.Json.GetProperty("replyToId").GetString()));
            Assert.False(call.Json.TryGetProperty("id", out _));
            Assert.Equal("", call.Authorization);
        });
    }

    [Theory]
    [InlineData("19:abc/def@thread.tacv2;messageid=17", "19%3Aabc%2Fdef%40thread.tacv2%3Bmessageid%3D17")]
    [InlineData("../../x?y#z", "..%2F..%2Fx%3Fy%23z")]
    public async Task Ids_are_escaped_in_the_path(string id, string escaped)
    {
        await PostAsync(Activity("hallo", conversation: id));

        Assert.StartsWith($"/v3/conversations/{escaped}/activities", _channel.Calls.First().Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_delivered_a_hundred_times_is_answered_once()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => PostAsync(Activity("hallo"))));

        Assert.All(replies, static reply => Assert.Equal(200, reply.Status));
        Assert.Equal(3, _channel.Calls.Count);
    }

    [Fact]
    public async Task Replies_that_are_expected_come_in_the_body_also_the_second_time_and_nothing_is_sent()
    {
        var first = await PostAsync(Activity("hallo", delivery: "expectReplies"));
        var again = await PostAsync(Activity("hallo", delivery: "expectReplies"));

        Assert.Equal(3, first.Json.GetProperty("activities").GetArrayLength());
        Assert.Equal(first.Text, again.Text);
        Assert.Empty(_channel.Calls);
    }

    [Theory]
    [InlineData("""[{"id":"28:bot"},{"id":"29:jan"}]""", 2)]
    [InlineData("""[{"id":"28:bot"}]""", 0)]
    [InlineData("[]", 0)]
    [InlineData("[null,{}]", 0)]
    public async Task Somebody_who_joins_is_greeted_and_the_bot_itself_is_not(string members, int messages)
    {
        var activity = Activity(text: null);
        activity["type"] = "conversationUpdate";
        activity["membersAdded"] = JsonNode.Parse(members);

        Assert.Equal(200, (await PostAsync(activity)).Status);
        Assert.Equal(messages, _channel.Calls.Count);
    }

    [Fact]
    public async Task Joining_in_two_ways_is_greeted_once()
    {
        var update = Activity(text: null, id: "u1");
        update["type"] = "conversationUpdate";
        update["membersAdded"] = JsonNode.Parse("""[{"id":"29:jan"}]""");
        var installed = Activity(text: null, id: "u2");
        installed["type"] = "installationUpdate";
        installed["action"] = "add";

        await PostAsync(installed);
        await PostAsync(update);
        await PostAsync(update);

        Assert.Equal(2, _channel.Calls.Count);
        Assert.All(_channel.Calls, static call => Assert.Equal("/v3/conversations/a%3A1/activities", call.Target));
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("endOfConversation")]
    [InlineData("messageDelete")]
    [InlineData("nl.voorbeeld/nieuw")]
    public async Task Other_activities_are_accepted_quietly(string type)
    {
        var activity = Activity(text: null);
        activity["type"] = type;

        Assert.Equal(200, (await PostAsync(activity)).Status);
        Assert.Empty(_channel.Calls);
    }

    [Theory]
    [InlineData("nl.voorbeeld/onbekend", "{}", 501)]
    [InlineData("task/fetch", "{}", 501)]
    [InlineData("adaptiveCard/action", "{}", 400)]
    [InlineData("adaptiveCard/action", """{"action":5}""", 400)]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"x"}}""", 200)]
    public async Task An_invoke_is_answered_in_the_response(string name, string value, int status)
    {
        var activity = Activity(text: null);
        activity["type"] = "invoke";
        activity["name"] = name;
        activity["value"] = JsonNode.Parse(value);

        var reply = await PostAsync(activity);

        Assert.Equal(status, reply.Status);
        Assert.True(status == 501 || reply.Json.GetProperty("type").GetString() == "application/vnd.microsoft.error");
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("null", 400)]
    [InlineData("[]", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"type":"message","deliveryMode":"expectReplies","text":"x"}""", 400)]
    public async Task What_cannot_be_read_is_400(string json, int status) => Assert.Equal(status, (await SendAsync(json)).Status);

    [Fact]
    public async Task A_body_of_more_than_256_kilobytes_is_413_and_text_is_415()
    {
        Assert.Equal(413, (await SendAsync($"{{\"type\":\"message\",\"text\":\"{new string('a', 256 * 1024)}\"}}")).Status);
        Assert.Equal(415, (await _server.Resident().SendAsync(HttpMethod.Post, "/api/messages", "{}", credential: "", contentType: "text/plain")).Status);
        Assert.Equal(405, (await _server.Resident().SendAsync(HttpMethod.Get, "/api/messages")).Status);
    }

    [Fact]
    public async Task A_reply_that_is_throttled_waits_as_long_as_asked_and_is_sent_again()
    {
        _channel.Statuses.Enqueue(429);

        var posting = PostAsync(Activity("hallo"));
        while (!posting.IsCompleted)
        {
            if (_server.Clock.RingsWithin(TimeSpan.FromSeconds(2)))
            {
                _server.Clock.Advance(TimeSpan.FromSeconds(2));
            }

            await Task.Yield();
        }

        Assert.Equal(200, (await posting).Status);
        Assert.Equal(["Welkom bij de proef.", "Welkom bij de proef.", "U zei: hallo", "Vraag 2: wat?"],
            _channel.Calls.Select(static call => call.Json.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(302)]
    public async Task A_reply_that_may_have_arrived_is_not_sent_twice_and_a_redirect_is_not_followed(int status)
    {
        _channel.Statuses.Enqueue(status);

        var reply = await PostAsync(Activity("hallo"));

        Assert.Equal(200, reply.Status);
        Assert.Equal(["Welkom bij de proef.", "U zei: hallo", "Vraag 2: wat?"], _channel.Calls.Select(static call => call.Json.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_channel_that_has_put_the_bot_out_is_left_alone(int status)
    {
        _channel.Statuses.Enqueue(status);

        await PostAsync(Activity("hallo"));

        Assert.Single(_channel.Calls);
    }

    [Fact]
    public async Task The_name_of_the_bot_in_a_group_is_not_part_of_what_is_said()
    {
        var activity = Activity("<at>Klachthulp</at> het loket was dicht", delivery: "expectReplies");
        activity["entities"] = JsonNode.Parse("""[{"type":"mention","text":"<at>Klachthulp</at>"},5,null]""");

        var reply = await PostAsync(activity);

        Assert.Contains("U zei: het loket was dicht", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_cannot_reach_a_conversation_of_a_browser_by_its_name()
    {
        var resident = await _server.Resident().StartAsync();

        await PostAsync(Activity("indringer", conversation: resident.ConversationId, channel: "directline"));

        Assert.Equal(2, (await resident.HistoryAsync()).Count);
    }

    [Fact]
    public async Task With_an_app_id_replies_carry_a_token_that_is_asked_for_once()
    {
        using var keys = new ChannelKeys();
        using var server = new BotServer { Register = services => services.AddSingleton(keys.Metadata()) };
        server.Settings["KlachtHulp:Bot:AppId"] = ChannelKeys.AppId;
        server.Settings["KlachtHulp:Bot:AppGeheim"] = "geheim";
        server.Settings["KlachtHulp:Bot:TokenAdres"] = $"{_channel.Address}/token";

        var reply = await server.Resident().SendAsync(HttpMethod.Post, "/api/messages", Activity("hallo").ToJsonString(), keys.Good(_channel.Address));

        await server.Store.OutboxEmptyAsync();
        Assert.Equal(200, reply.Status);
        Assert.Single(_channel.Calls, static call => call.Target == "/token");
        Assert.Equal(3, _channel.Calls.Count(static call => call.Authorization == "Bearer uitgaand"));
    }

    private static string? Id(ChannelCall call, string account) => call.Json.GetProperty(account).GetProperty("id").GetString();

    private Task<Reply> PostAsync(JsonObject activity) => SendAsync(activity.ToJsonString());

    /// <summary>Waits until the replies are brought away too.</summary>
    private async Task<Reply> SendAsync(string json)
    {
        var reply = await _server.Resident().SendAsync(HttpMethod.Post, "/api/messages", json, credential: "");
        await _server.Store.OutboxEmptyAsync();
        return reply;
    }

    private JsonObject Activity(string? text, string id = "in-1", string conversation = "a:1", string? delivery = null, string channel = "msteams")
    {
        var activity = JsonSerializer.SerializeToNode(new
        {
            type = "message",
            id,
            channelId = channel,
            serviceUrl = _channel.Address,
            from = new { id = "29:jan", aadObjectId = "x" },
            recipient = new { id = "28:bot" },
            conversation = new { id = conversation, tenantId = "t" },
        })!.AsObject();
        activity["text"] = text;
        activity["deliveryMode"] = delivery;
        return activity;
    }
}
