using System.Text.Json.Nodes;
using KlachtHulp.Bot.Teams;
using KlachtHulp.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace KlachtHulp.Tests.Teams;

/// <summary>What the door does with what no good client sends.</summary>
public sealed class DeurTests
{
    private static readonly string[] Broken =
    [
        """{"balie":5}""", """{"balie":"nieuw","wijze":["x"]}""", """{"balie":"lijst","blad":"99999999999999"}""", """{"balie":"lijst","blad":-3}""",
        """{"balie":"open"}""", """{"balie":"open","zaak":"../../x"}""", """{"balie":"antwoord","vraag":{}}""", """{"balie":"antwoord","antwoord":"x"}""",
        """{"balie":"opdracht","opdracht":"17"}""", """{"balie":"opdracht"}""", """{"balie":"toelichting","vraag":"].]."}""", """{"balie":"zoek"}""", "{}", "[]", "5", "null", "\"x\"",
    ];

    [Fact]
    public async Task Broken_data_of_a_card_gives_a_screen_and_no_failure()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = server.Staff();
        foreach (var data in Broken)
        {
            var press = staff.Execute([]);
            press["value"]!["action"]!["data"] = JsonNode.Parse(data);

            var (status, body) = await server.PostAsync(press);

            Assert.True(status == 200, data);
            Assert.Equal("AdaptiveCard", JsonNode.Parse(body)!["value"]!["type"]!.ToString());
        }
    }

    [Fact]
    public async Task A_message_that_is_delivered_a_hundred_times_gets_one_card()
    {
        await using var server = await TeamsServer.StartAsync();
        await server.Staff().TypeAsync("telefoon");
        var message = server.Staff().Activity(id: "m-1");
        message["text"] = "overdragen";

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => server.PostAsync(message.DeepClone().AsObject())));

        Assert.All(answers, static answer => Assert.Equal(200, answer.Status));
        Assert.Contains("gaat naar de inwoner", Assert.Single(server.Channel.Calls).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_whose_card_did_not_arrive_is_answered_when_it_comes_again()
    {
        await using var server = await TeamsServer.StartAsync();
        var message = server.Staff().Activity(id: "m-1");
        message["text"] = "menu";
        server.Channel.Statuses.Enqueue(500);

        Assert.Equal(502, (await server.PostAsync(message)).Status);
        Assert.Equal(200, (await server.PostAsync(message)).Status);
        Assert.Equal(200, (await server.PostAsync(message)).Status);

        Assert.Equal(2, server.Channel.Calls.Count);
    }

    [Fact]
    public async Task Teams_is_not_kept_waiting_by_a_channel_that_is_slow()
    {
        var clock = new FixedClock(DateTimeOffset.UnixEpoch);
        var sending = new TaskCompletionSource<IResult>();

        var answer = new Arrivals(clock).InTimeAsync(sending.Task);
        Assert.False(answer.IsCompleted);
        clock.Advance(Arrivals.Patience);

        Assert.Equal(200, Assert.IsAssignableFrom<IStatusCodeHttpResult>(await answer).StatusCode);
        Assert.False(sending.Task.IsCompleted);
    }

    [Fact]
    public async Task An_invoke_that_is_not_known_is_501_and_one_without_an_action_is_400()
    {
        await using var server = await TeamsServer.StartAsync();
        var unknown = server.Staff().Execute([]);
        unknown["name"] = "task/fetch";
        var empty = server.Staff().Execute([]);
        empty["value"] = new JsonObject();

        Assert.Equal(501, (await server.PostAsync(unknown)).Status);
        var (status, body) = await server.PostAsync(empty);
        Assert.Equal((400, "application/vnd.microsoft.error"), (status, JsonNode.Parse(body)!["type"]!.ToString()));
    }

    [Fact]
    public async Task A_serviceUrl_of_nobody_gets_nothing_and_is_not_kept()
    {
        await using var server = await TeamsServer.StartAsync();
        var activity = server.Staff().Activity();
        activity["text"] = "menu";
        activity["serviceUrl"] = "https://smba.trafficmanager.net.kwaad.example/emea/";
        var inline = server.Staff().Activity(id: "ander");
        inline["text"] = "menu";
        inline["deliveryMode"] = "expectReplies";
        inline["serviceUrl"] = "http://169.254.169.254/";

        Assert.Equal(400, (await server.PostAsync(activity)).Status);
        Assert.Equal(200, (await server.PostAsync(inline)).Status);
        Assert.Empty((await server.Book.LijstAsync("0344")).Medewerkers);
    }

    [Fact]
    public async Task With_an_app_id_nobody_comes_in_without_a_token()
    {
        await using var server = await TeamsServer.StartAsync(static whole => whole.Settings["KlachtHulp:Bot:AppId"] = "00000000-0000-0000-0000-00000000b07a");
        var activity = server.Staff().Activity();
        activity["text"] = "lijst";

        Assert.Equal(401, (await server.PostAsync(activity)).Status);
        Assert.Empty(server.Channel.Calls);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("event")]
    public async Task What_asks_nothing_is_answered_with_nothing(string type)
    {
        await using var server = await TeamsServer.StartAsync();

        Assert.Equal(200, (await server.PostAsync(server.Staff().Activity(type))).Status);
        Assert.Empty(server.Channel.Calls);
    }

    [Fact]
    public async Task Installing_the_app_comes_as_two_messages_and_is_greeted_once()
    {
        await using var server = await TeamsServer.StartAsync();
        var joined = server.Staff().Activity("conversationUpdate");
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" }, new JsonObject { ["id"] = "29:anna" });
        var installed = server.Staff().Activity("installationUpdate", id: "ander");
        installed["action"] = "add";

        await server.PostAsync(joined);
        await server.PostAsync(installed);
        await server.PostAsync(joined);

        Assert.Contains("Waarmee kan ik u helpen?", Assert.Single(server.Channel.Calls).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_goes_to_the_conversation_it_was_asked_in_and_answers_the_message()
    {
        await using var server = await TeamsServer.StartAsync();
        var activity = server.Staff().Activity(id: "m-1");
        activity["text"] = "menu";

        await server.PostAsync(activity);

        var call = Assert.Single(server.Channel.Calls);
        Assert.Equal(("/v3/conversations/a%3Aanna/activities/m-1", "28:bot", "29:anna"),
            (call.Target, call.Json.GetProperty("from").GetProperty("id").GetString(), call.Json.GetProperty("recipient").GetProperty("id").GetString()));
    }
}
