using System.Text.Json.Nodes;

namespace KlachtHulp.Tests.Teams;

/// <summary>Who sees what: the own gemeente and nothing else, and in a channel nothing of a resident.</summary>
public sealed class ToegangTests
{
    private const string Stranger = "cccccccc-0000-0000-0000-000000000000";

    /// <summary>Everything somebody of Amsterdam may try with a klacht of Utrecht.</summary>
    public static TheoryData<string> Attempts => ["open", "zoek", "overdragen", "overzicht", "toelichting", "afgehandeld", "antwoord", "opdracht"];

    [Theory]
    [MemberData(nameof(Attempts))]
    public async Task Another_gemeente_gets_nothing_of_a_klacht(string what)
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");
        await staff.WalkAsync("uitvoerder");
        var before = await server.Book.LijstAsync("0344");
        var other = server.Staff("omar", TeamsServer.Amsterdam);

        await other.ExecuteAsync(new JsonObject
        {
            ["balie"] = what,
            ["zaak"] = staff.Kenmerk,
            ["zoekterm"] = staff.Kenmerk,
            ["vraag"] = "uitvoerder",
            ["antwoord"] = "gemeente",
            ["opdracht"] = "overslaan",
        });

        Assert.Matches("staat niet op de lijst van uw gemeente|geen klacht open", other.Seen);
        Assert.DoesNotContain("kanarie", other.Card.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before.Zaken.Single().Stand, (await server.Book.LijstAsync("0344")).Zaken.Single().Stand);
        await staff.TypeAsync(staff.Kenmerk);
        await staff.PressAsync("Ga verder met deze klacht");
        Assert.Equal("uitvoerder", staff.Vraag);
    }

    [Fact]
    public async Task A_code_of_another_gemeente_is_no_code()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");
        await staff.TypeAsync("overdragen");

        var other = await server.Staff("omar", TeamsServer.Amsterdam).TypeAsync(OverdrachtTests.Code(staff));

        Assert.Contains("Deze code past bij geen klacht", other.Seen, StringComparison.Ordinal);
        Assert.Empty((await server.Book.LijstAsync("0363")).Zaken);
    }

    [Fact]
    public async Task Each_gemeente_has_its_own_list()
    {
        await using var server = await TeamsServer.StartAsync();
        var utrecht = await server.Staff().TypeAsync("telefoon");
        var amsterdam = await server.Staff("omar", TeamsServer.Amsterdam).TypeAsync("balie");
        var (first, second) = (utrecht.Kenmerk, amsterdam.Kenmerk);

        Assert.Contains(first, (await utrecht.TypeAsync("lijst")).Seen, StringComparison.Ordinal);
        Assert.DoesNotContain(second, utrecht.Seen, StringComparison.Ordinal);
        Assert.Contains(second, (await amsterdam.TypeAsync("lijst")).Seen, StringComparison.Ordinal);
        Assert.DoesNotContain(first, amsterdam.Seen, StringComparison.Ordinal);
    }

    public static TheoryData<string?, string?, string?> Strangers => new()
    {
        { Stranger, Stranger, "aad-anna" },
        { TeamsServer.Utrecht, TeamsServer.Amsterdam, "aad-anna" },
        { TeamsServer.Utrecht, Stranger, "aad-anna" },
        { null, null, "aad-anna" },
        { TeamsServer.Utrecht, TeamsServer.Utrecht, null },
        { TeamsServer.Utrecht, TeamsServer.Utrecht, "" },
        { "0344", "0344", "aad-anna" },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Who_is_of_no_known_tenant_or_of_two_or_has_no_id_sees_nothing(string? conversation, string? channel, string? person)
    {
        await using var server = await TeamsServer.StartAsync();
        await (await server.Staff().TypeAsync("telefoon")).WalkAsync("uitvoerder");
        var stranger = server.Staff();
        foreach (var text in new[] { "lijst", "telefoon" })
        {
            var activity = Named(stranger.Activity(id: $"vreemd-{text}"), conversation, channel, person);
            activity["text"] = text;
            activity["deliveryMode"] = "expectReplies";

            var (status, body) = await server.PostAsync(activity);

            Assert.Equal(200, status);
            Assert.Contains("alleen voor medewerkers", body, StringComparison.Ordinal);
            Assert.DoesNotContain("KH-", body, StringComparison.Ordinal);
        }

        var press = await server.PostAsync(Named(stranger.Execute(new JsonObject { ["balie"] = "lijst" }), conversation, channel, person));
        Assert.DoesNotContain("KH-", press.Body, StringComparison.Ordinal);
        Assert.Single((await server.Book.LijstAsync("0344")).Zaken);
        Assert.Empty((await server.Book.LijstAsync("0363")).Zaken);
    }

    [Theory]
    [InlineData("channel", "lijst")]
    [InlineData("channel", "overzicht")]
    [InlineData("groupChat", "overdragen")]
    [InlineData("channel", "KH-ABCD-EFGH-JKMN")]
    [InlineData(null, "lijst")]
    public async Task A_channel_sees_numbers_and_the_way_to_the_own_conversation(string? type, string text)
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");
        await staff.WalkAsync("uitvoerder");
        var activity = staff.Activity();
        activity["conversation"] = new JsonObject { ["id"] = "19:team@thread.tacv2", ["conversationType"] = type, ["tenantId"] = TeamsServer.Utrecht, ["isGroup"] = true };
        activity["text"] = $"<at>KlachtHulp</at> {text}";
        activity["deliveryMode"] = "expectReplies";

        var (_, body) = await server.PostAsync(activity);

        Assert.Contains("Er staan 1 klachten op de lijst", body, StringComparison.Ordinal);
        Assert.Contains("https://teams.microsoft.com/l/chat/", body, StringComparison.Ordinal);
        Assert.DoesNotContain(staff.Kenmerk, body, StringComparison.Ordinal);
        Assert.DoesNotContain("kanarie", body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task In_a_channel_a_button_does_nothing_and_its_address_is_not_kept()
    {
        await using var server = await TeamsServer.StartAsync();
        var press = server.Staff().Execute(new JsonObject { ["balie"] = "nieuw", ["wijze"] = "telefoon" });
        press["conversation"] = new JsonObject { ["id"] = "19:team@thread.tacv2", ["conversationType"] = "channel", ["tenantId"] = TeamsServer.Utrecht };

        await server.PostAsync(press);

        var list = await server.Book.LijstAsync("0344");
        Assert.Empty(list.Zaken);
        Assert.Empty(list.Medewerkers);
    }

    [Fact]
    public async Task Without_a_tenant_in_the_settings_Teams_is_a_channel_for_residents()
    {
        await using var server = await TeamsServer.StartAsync();
        server.Whole.Settings.Remove("KlachtHulp:Teams:Tenants:" + TeamsServer.Utrecht);
        server.Whole.Settings.Remove("KlachtHulp:Teams:Tenants:" + TeamsServer.Amsterdam);
        var activity = server.Staff().Activity();
        activity["text"] = "telefoon";
        activity["deliveryMode"] = "expectReplies";

        var (_, body) = await server.PostAsync(activity);

        Assert.Contains("Ik ben KlachtHulp", body, StringComparison.Ordinal);
        Assert.DoesNotContain("adaptive", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notification_says_no_word_of_a_resident()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");
        await staff.WalkAsync("gegevens.email");
        foreach (var text in new[] { "overzicht", "lijst", "wet", "kanarie@kanarie.example" })
        {
            var activity = staff.Activity();
            activity["text"] = text;
            await server.PostAsync(activity);
        }

        var summaries = server.Channel.Calls.Select(static call => call.Json.GetProperty("summary").GetString() ?? "").ToList();
        Assert.Equal(4, summaries.Count);
        Assert.All(summaries, static summary => Assert.DoesNotContain("kanarie", summary, StringComparison.OrdinalIgnoreCase));
        Assert.All(server.Channel.Calls, static call => Assert.False(call.Json.TryGetProperty("text", out _)));
    }

    private static JsonObject Named(JsonObject activity, string? conversation, string? channel, string? person)
    {
        activity["conversation"]!["tenantId"] = conversation;
        activity["channelData"] = channel is null ? null : new JsonObject { ["tenant"] = new JsonObject { ["id"] = channel } };
        activity["from"]!["aadObjectId"] = person;
        return activity;
    }
}
