using System.Text.Json.Nodes;
using KlachtHulp.Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace KlachtHulp.Tests.Teams;

/// <summary>A klacht by telephone or at the desk, through the HTTP endpoint, from the first button to the form.</summary>
public sealed class IntakeTests
{
    [Fact]
    public async Task A_klacht_by_telephone_is_taken_down_one_card_per_question_and_sent()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("hallo");
        await staff.PressAsync("Nieuwe klacht: telefoon");
        Assert.Equal("verhaal", staff.Vraag);
        Assert.DoesNotContain("computerprogramma", staff.Seen, StringComparison.Ordinal);
        var kenmerk = staff.Kenmerk;

        await staff.WalkAsync();

        Assert.Contains(kenmerk, staff.Seen, StringComparison.Ordinal);
        await server.Whole.Log.Delivered;
        var form = JsonNode.Parse(await File.ReadAllTextAsync(Directory.GetFiles(server.Whole.Deliveries, "*.json", SearchOption.AllDirectories).Single(static file => File.ReadAllText(file).Contains("schemaVersie", StringComparison.Ordinal))))!;
        Assert.Equal("""{"wijze":"telefoon","rol":"medewerker van de gemeente"}""", form["opname"]!.ToJsonString());
        Assert.Equal(kenmerk, form["kenmerk"]!.ToString());
        Assert.DoesNotContain("Achternaam", form.ToJsonString(), StringComparison.Ordinal);
        var row = (await server.Book.LijstAsync("0344")).Vind(kenmerk)!;
        Assert.True(row.IsVerstuurd);
        Assert.Equal([("K4", new DateOnly(2026, 12, 21)), ("KB", new DateOnly(2027, 1, 4))], row.Dagen.Select(static day => (day.Code, day.Dag)));
    }

    [Fact]
    public async Task The_link_to_a_document_works_for_a_day_and_then_says_in_words_what_to_do()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");
        await staff.WalkAsync();
        await server.Whole.Log.Delivered;
        var link = new Uri(staff.Actions().First(static action => action["type"]!.ToString() == "Action.OpenUrl")["url"]!.ToString()).PathAndQuery;

        server.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(200, (await FollowAsync(server, link, "nl")).Status);
        server.Clock.Advance(TimeSpan.FromHours(2));

        var (status, body) = await FollowAsync(server, link, "nl-NL,nl;q=0.9,en;q=0.8");
        Assert.Equal(403, status);
        Assert.Contains("Open de klacht daar opnieuw.", body, StringComparison.Ordinal);
        Assert.Contains("Open the complaint there again.", (await FollowAsync(server, link, "fr,en;q=0.5,nl;q=0.4")).Body, StringComparison.Ordinal);
        Assert.Contains("\"TokenExpired\"", (await FollowAsync(server, link, "nl", accept: "application/json")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_role_is_what_the_gemeente_sets()
    {
        await using var server = await TeamsServer.StartAsync(static whole => whole.Settings["KlachtHulp:Teams:Rol"] = "medewerker klantcontact");
        var staff = await server.Staff().TypeAsync("balie");

        await staff.WalkAsync();
        await server.Whole.Log.Delivered;

        Assert.Contains(Directory.GetFiles(server.Whole.Deliveries, "brief.txt", SearchOption.AllDirectories).Select(File.ReadAllText),
            static letter => letter.ReplaceLineEndings(" ").Contains("aan de balie. De gemeente schreef haar op (medewerker klantcontact).", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_button_delivered_again_begins_no_second_klacht()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = server.Staff();
        var press = staff.Execute(new JsonObject { ["balie"] = "nieuw", ["wijze"] = "telefoon" });

        var first = await server.PostAsync(press);
        var again = await server.PostAsync(press);

        Assert.Equal((200, 200), (first.Status, again.Status));
        Assert.Single((await server.Book.LijstAsync("0344")).Zaken);
    }

    [Fact]
    public async Task The_same_answer_delivered_again_is_one_answer()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");
        var press = staff.Execute(new JsonObject { ["balie"] = "antwoord", ["zaak"] = staff.Kenmerk, ["vraag"] = "verhaal", ["antwoord"] = "Ik wacht al maanden op antwoord." });

        var first = await server.PostAsync(press);
        var again = await server.PostAsync(press);

        Assert.Equal(first.Body, again.Body);
    }

    [Theory]
    [InlineData("telefoon", "Nieuwe klacht: telefoon")]
    [InlineData("Balie", "Nieuwe klacht: balie")]
    public async Task A_word_that_begins_a_klacht_may_be_an_answer_and_is_asked_about(string typed, string begins)
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");
        var first = staff.Kenmerk;

        await staff.TypeAsync(typed);
        Assert.Contains("Is dit een antwoord van de inwoner", staff.Seen, StringComparison.Ordinal);
        Assert.Contains(staff.Actions(), action => action["title"]?.ToString() == begins);
        var gesprek = Assert.Single((await server.Book.LijstAsync("0344")).Zaken).Gesprek;
        Assert.False(await IsSaidAsync());
        await staff.PressAsync("Ja, schrijf dit op als antwoord");
        Assert.True(await IsSaidAsync());

        await staff.TypeAsync(typed);
        await staff.PressAsync(begins);
        Assert.NotEqual(first, staff.Kenmerk);

        async Task<bool> IsSaidAsync() => (await server.Whole.Services.GetRequiredService<Conversations>().TailAsync(gesprek, 20, default))!
            .Any(stored => JsonNode.Parse(stored.Json.Span)!["text"]?.ToString() == typed);
    }

    [Fact]
    public async Task After_the_end_the_word_begins_the_next_klacht_at_once()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");
        var first = staff.Kenmerk;
        await staff.WalkAsync();

        await staff.TypeAsync("telefoon");

        Assert.Equal("verhaal", staff.Vraag);
        Assert.NotEqual(first, staff.Kenmerk);
    }

    [Fact]
    public async Task A_card_of_another_klacht_writes_nothing_in_the_open_one()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");
        var first = staff.Kenmerk;
        await staff.TypeAsync("nieuwe klacht");
        var second = staff.Kenmerk;

        await staff.ExecuteAsync(new JsonObject { ["balie"] = "antwoord", ["zaak"] = first, ["vraag"] = "verhaal", ["antwoord"] = "Dit hoort bij de eerste klacht." });

        Assert.Contains($"Deze kaart hoort bij een andere klacht: {first}", staff.Seen, StringComparison.Ordinal);
        await staff.TypeAsync("overzicht");
        Assert.Contains(second, staff.Seen, StringComparison.Ordinal);
        Assert.DoesNotContain("eerste klacht", staff.Seen, StringComparison.Ordinal);
        await staff.PressAsync("Ga verder met deze klacht");
        Assert.Equal("verhaal", staff.Vraag);
    }

    [Fact]
    public async Task Skipping_means_the_question_of_the_card()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");
        await staff.WalkAsync("uitvoerder");
        var skip = staff.Actions().First(static action => action["title"]?.ToString() == "Overslaan")["data"]!.AsObject();
        await staff.ExecuteAsync(skip);
        var next = staff.Vraag;

        await staff.ExecuteAsync(skip);

        Assert.Equal(next, staff.Vraag);
    }

    [Fact]
    public async Task A_field_left_empty_asks_again_and_writes_nothing()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");

        await staff.PressAsync("Verder", ("antwoord", "  "));

        Assert.Contains("Vul iets in", staff.Seen, StringComparison.Ordinal);
        Assert.Equal("verhaal", staff.Vraag);
    }

    [Fact]
    public async Task An_answer_can_be_changed_from_the_overview()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");
        await staff.WalkAsync("uitvoerder");
        await staff.PressAsync("Alle antwoorden");
        Assert.Contains("Utrecht", staff.Seen, StringComparison.Ordinal);

        await staff.PressAsync("Wijzig dit antwoord", ("wijzig", "verhaal"));

        Assert.Equal("verhaal", staff.Vraag);
        Assert.Contains("kanarie", staff.Inputs().Single()["value"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_words_answer_the_question_and_a_plain_submit_does_too()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");
        await staff.TypeAsync("Ik wacht al maanden op antwoord over mijn uitkering.");
        Assert.NotEqual("verhaal", staff.Vraag);
        await staff.WalkAsync("uitvoerder");
        var activity = staff.Activity();
        activity["value"] = staff.Actions().First(static action => action["title"]?.ToString() == "Inwoner weet het niet")["fallback"]!["data"]!.DeepClone();

        var (status, _) = await server.PostAsync(activity);

        Assert.Equal(200, status);
        Assert.Contains("\"rol\"", server.Channel.Calls.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_takes_the_klacht_from_the_list_too()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");
        await staff.TypeAsync("wis alles");

        await staff.TypeAsync("ja");

        Assert.Contains("is er niet meer", staff.Seen, StringComparison.Ordinal);
        Assert.Empty((await server.Book.LijstAsync("0344")).Zaken);
    }

    [Fact]
    public async Task The_law_behind_a_question_is_explained_and_the_question_stays_open()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("balie");
        await staff.WalkAsync("gegevens.naam");

        await staff.PressAsync("Juridische toelichting");

        Assert.Contains("Awb artikel 9:4 lid 2 onder a", staff.Seen, StringComparison.Ordinal);
        await staff.PressAsync("Ga verder met deze klacht");
        Assert.Equal("gegevens.naam", staff.Vraag);
    }

    private static async Task<(int Status, string Body)> FollowAsync(TeamsServer server, string link, string languages, string accept = "text/html,application/xhtml+xml,*/*;q=0.8")
    {
        using var http = server.Whole.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, link);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation("Accept-Language", languages);
        using var response = await http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
