using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace KlachtHulp.Tests.Teams;

/// <summary>From the desk to the resident with a code, and back.</summary>
public sealed class OverdrachtTests
{
    [Fact]
    public async Task The_resident_goes_on_with_the_code_on_the_web_and_nothing_is_lost()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");
        await staff.WalkAsync("uitvoerder");
        var kenmerk = staff.Kenmerk;

        await staff.PressAsync("Geef aan inwoner");
        var web = await ResumeAsync(server, Code(staff));

        Assert.Contains("https://klacht.example/klacht", staff.Card.ToJsonString(), StringComparison.Ordinal);
        var texts = web.Select(static activity => activity!["text"]?.ToString()).ToList();
        Assert.Contains("Mijn kanarie is weg en verhaal hoort daarbij, zei kanarie de buurman.", texts);
        Assert.Single(texts, static text => text?.StartsWith("Vertel eens: wat is er gebeurd?", StringComparison.Ordinal) == true);
        Assert.Contains(texts, static text => text?.Contains("Vul nooit uw burgerservicenummer", StringComparison.Ordinal) == true);
        Assert.Equal("uitvoerder", web.Last()!["channelData"]!["klachthulp"]!["vraag"]!.ToString());
        Assert.All(web, static activity => Assert.DoesNotContain("anna", activity!.ToJsonString(), StringComparison.Ordinal));
        Assert.Equal(Zaakstand.BijInwoner, (await server.Book.LijstAsync("0344")).Vind(kenmerk)!.Stand);
    }

    [Theory]
    [InlineData("balie", 1)]
    [InlineData("telefoon", 0)]
    public async Task Who_stands_at_the_desk_can_scan_the_code_and_the_page_opens_with_it(string wijze, int pictures)
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync(wijze);

        await staff.PressAsync("Geef aan inwoner");

        Assert.Equal(pictures, StaffMember.All(staff.Card).Count(static node => node["type"]?.ToString() == "Image"));
        Assert.Equal($"https://klacht.example/klacht#verder={Code(staff)}", staff.Actions().Single(static action => action["title"]?.ToString() == "Open de webpagina")["url"]!.ToString());
    }

    [Fact]
    public async Task After_the_hand_over_typed_words_are_no_answer_any_more()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");
        await staff.TypeAsync("overdragen");

        await staff.TypeAsync("Dit is het verhaal van iemand anders.");

        Assert.Contains("Waarmee kan ik u helpen?", staff.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_takes_it_back_with_the_code_where_the_resident_was()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");
        await staff.WalkAsync("uitvoerder");
        var kenmerk = staff.Kenmerk;
        await staff.PressAsync("Geef aan inwoner");
        var code = Code(staff);

        var colleague = await server.Staff("bram").TypeAsync(code.ToLowerInvariant());

        Assert.Equal(("uitvoerder", kenmerk), (colleague.Vraag, colleague.Kenmerk));
        var row = (await server.Book.LijstAsync("0344")).Vind(kenmerk)!;
        Assert.Equal((Zaakstand.Bezig, Balieboek.Sleutel(TeamsServer.Utrecht, "aad-bram")), (row.Stand, row.Medewerker));
    }

    [Fact]
    public async Task A_colleague_who_goes_on_with_it_gets_the_messages_from_then_on()
    {
        await using var server = await TeamsServer.StartAsync();
        var kenmerk = (await server.Staff().TypeAsync("telefoon")).Kenmerk;
        var colleague = await server.Staff("bram").TypeAsync(kenmerk);

        await colleague.PressAsync("Ga verder met deze klacht");

        var row = (await server.Book.LijstAsync("0344")).Vind(kenmerk)!;
        Assert.Equal((Zaakstand.Bezig, Balieboek.Sleutel(TeamsServer.Utrecht, "aad-bram")), (row.Stand, row.Medewerker));
    }

    [Fact]
    public async Task A_resident_who_began_on_the_web_can_be_helped_at_the_desk_and_it_is_no_oral_klacht_then()
    {
        await using var server = await TeamsServer.StartAsync();
        var resident = await server.Whole.ResidentAsync("""{"gemeente":"0344"}""");
        await resident.WalkAsync("uitvoerder");
        var code = await server.Whole.Services.GetRequiredService<ResumeCodes>().MakeAsync(resident.Id, "0344", default);

        var staff = await server.Staff().TypeAsync("code " + code);
        Assert.Equal("uitvoerder", staff.Vraag);
        await staff.WalkAsync();
        await server.Whole.Log.Delivered;

        Assert.DoesNotContain(Directory.GetFiles(server.Whole.Deliveries, "*", SearchOption.AllDirectories).Select(File.ReadAllText),
            static file => file.Contains("opname", StringComparison.Ordinal));
        Assert.True((await server.Book.LijstAsync("0344")).Zaken.Single().IsVerstuurd);
    }

    [Theory]
    [InlineData("ABCD-EFGH-JKMN")]
    [InlineData("code abcd efgh jkmn")]
    [InlineData("ABCDEFGHJKMN")]
    [InlineData("abcdefgh jkmn")]
    public async Task A_code_that_is_none_says_so(string typed)
    {
        await using var server = await TeamsServer.StartAsync();

        var staff = await server.Staff().TypeAsync(typed);

        Assert.Contains("Deze code past bij geen klacht", staff.Seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deze week niet")]
    [InlineData("niet naar huis")]
    [InlineData("Over vier jaar")]
    [InlineData("eind 2024 drie")]
    [InlineData("nabestaanden")]
    [InlineData("deze-week-niet")]
    [InlineData("wie-wat-waar en hoe")]
    public async Task Words_that_only_have_the_length_of_a_code_are_an_answer(string typed)
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");
        Assert.Equal("verhaal", staff.Vraag);

        await staff.TypeAsync(typed);

        Assert.Contains(typed, (await staff.TypeAsync("overzicht")).Seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ABCDEFGHJKMN")]
    [InlineData("ABCD-EFGH-JKMN")]
    [InlineData("k7mp qr2t xy9a")]
    [InlineData("202411234567")]
    public async Task What_looks_like_a_code_and_is_none_is_asked_about_before_it_is_an_answer(string typed)
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");

        await staff.TypeAsync(typed);
        Assert.Contains("Dit lijkt op een code", staff.Seen, StringComparison.Ordinal);
        var asked = staff.Card;
        Assert.DoesNotContain(typed, (await staff.TypeAsync("overzicht")).Seen, StringComparison.Ordinal);

        await staff.ExecuteAsync(StaffMember.All(asked).First(static node => node["title"]?.ToString() == "Ja, schrijf dit op als antwoord")["data"]!.AsObject());
        Assert.Contains(typed, (await staff.TypeAsync("overzicht")).Seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-", "", true)]
    [InlineData("-", " ", true)]
    [InlineData("-", "-", true)]
    [InlineData("-", "", false)]
    public async Task A_code_is_known_however_it_is_written_also_while_a_klacht_is_open(string dash, string written, bool open)
    {
        await using var server = await TeamsServer.StartAsync();
        var first = await server.Staff("bram").TypeAsync("telefoon");
        var kenmerk = first.Kenmerk;
        await first.PressAsync("Geef aan inwoner");
        var staff = await server.Staff().TypeAsync(open ? "balie" : "menu");

        await staff.TypeAsync(Code(first).Replace(dash, written, StringComparison.Ordinal));

        Assert.Equal(kenmerk, staff.Kenmerk);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reference_is_known_without_its_dashes(bool open)
    {
        await using var server = await TeamsServer.StartAsync();
        var kenmerk = (await server.Staff("bram").TypeAsync("telefoon")).Kenmerk;
        var staff = await server.Staff().TypeAsync(open ? "balie" : "menu");

        await staff.TypeAsync(kenmerk.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant());

        Assert.Contains(kenmerk, staff.Seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Waarmee kan ik u helpen?", staff.Seen, StringComparison.Ordinal);
        Assert.Null(staff.Vraag);
    }

    [Fact]
    public async Task One_person_tries_twenty_codes_and_then_waits_while_answers_are_still_written_down()
    {
        await using var server = await TeamsServer.StartAsync();
        var other = await server.Staff("bram").TypeAsync("telefoon");
        await other.PressAsync("Geef aan inwoner");
        var right = Code(other);
        var staff = server.Staff();
        for (var tried = 0; tried < Bot.Teams.CodeDesk.Most; tried++)
        {
            Assert.Contains("Deze code past bij geen klacht", (await staff.TypeAsync("code ABCD-EFGH-JKMN")).Seen, StringComparison.Ordinal);
        }

        Assert.Contains("veel codes geprobeerd", (await staff.TypeAsync(right)).Seen, StringComparison.Ordinal);
        await staff.TypeAsync("telefoon");
        Assert.NotEqual("verhaal", (await staff.TypeAsync("deze week niet")).Vraag);
        Assert.Equal(other.Kenmerk, (await server.Staff("carla").TypeAsync(right)).Kenmerk);
        server.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(other.Kenmerk, (await staff.TypeAsync(right)).Kenmerk);
    }

    [Fact]
    public async Task What_the_resident_sends_alone_is_sent_in_the_list_too()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");
        await staff.WalkAsync("versturen");
        var kenmerk = staff.Kenmerk;
        await staff.PressAsync("Geef aan inwoner");
        var row = (await server.Book.LijstAsync("0344")).Vind(kenmerk)!;
        var web = server.Whole.Services.GetRequiredService<TurnRunner>();
        await web.RunAsync(new TurnRequest(row.Gesprek, "0344", "web", new Dialogs.Flow.Incoming.Chose("versturen", "versturen", "Ja"), new NoWriter()), default);

        await TeamsServer.UntilAsync(async () => (await server.Book.LijstAsync("0344")).Vind(kenmerk)!.Stand == Zaakstand.Afgeleverd);

        Assert.Equal(["K4", "KB"], (await server.Book.LijstAsync("0344")).Vind(kenmerk)!.Dagen.Select(static day => day.Code));
        await staff.TypeAsync(kenmerk);
        Assert.Contains("Verstuurd en aangekomen", staff.Seen, StringComparison.Ordinal);
        Assert.Contains("De gemeente behandelt de klacht", staff.Seen, StringComparison.Ordinal);
        Assert.DoesNotContain("gewist", staff.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_was_sent_with_days_of_before_it_is_read_again()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");
        var kenmerk = staff.Kenmerk;
        await staff.WalkAsync();
        await TeamsServer.UntilAsync(async () => (await server.Book.LijstAsync("0344")).Vind(kenmerk)!.Stand == Zaakstand.Afgeleverd);
        var old = new LaatsteDag("wissen", "Verder gaan, anders wordt de klacht gewist", new DateOnly(2026, 12, 22));
        await server.Book.WijzigAsync("0344", list => list.Met(list.Vind(kenmerk)! with { Dagen = [old] }));

        await staff.TypeAsync("lijst");

        var row = (await server.Book.LijstAsync("0344")).Vind(kenmerk)!;
        Assert.Equal(Zaakstand.Afgeleverd, row.Stand);
        Assert.Equal([("K4", new DateOnly(2026, 12, 21)), ("KB", new DateOnly(2027, 1, 4))], row.Dagen.Select(static day => (day.Code, day.Dag)));
    }

    [Fact]
    public async Task A_klacht_that_was_sent_and_erased_warns_of_nothing_and_stays_until_it_is_taken_off()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("menu");
        var old = new LaatsteDag("wissen", "Verder gaan, anders wordt de klacht gewist", new DateOnly(2026, 11, 24));
        var zaak = new Zaak("KH-ABCD-EFGH-JKMN", "weg", Balieboek.Sleutel(TeamsServer.Utrecht, "aad-anna"), server.Clock.GetUtcNow()) { Stand = Zaakstand.Verstuurd, Dagen = [old] };
        await server.Book.WijzigAsync("0344", list => list.Met(zaak));

        Assert.Equal(0, await server.Whole.Services.GetRequiredService<Bot.Teams.Berichten.TermijnWatch>().RunOnceAsync(default));

        Assert.Empty((await server.Book.LijstAsync("0344")).Vind(zaak.Kenmerk)!.Dagen);
        await staff.TypeAsync(zaak.Kenmerk);
        await staff.PressAsync("Afgehandeld, haal van de lijst");
        Assert.Empty((await server.Book.LijstAsync("0344")).Zaken);
    }

    internal static string Code(StaffMember staff) => Regex.Match(staff.Seen, @"\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Value;

    private static async Task<JsonArray> ResumeAsync(TeamsServer server, string code)
    {
        using var http = server.Whole.CreateClient();
        using var body = new StringContent(new JsonObject { ["code"] = code }.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using var resumed = await http.PostAsync(new Uri("/api/v1/verder", UriKind.Relative), body);
        Assert.True(resumed.IsSuccessStatusCode, $"{resumed.StatusCode} for {code}");
        var token = JsonNode.Parse(await resumed.Content.ReadAsStringAsync())!;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v3/directline/conversations/{token["conversationId"]}/activities");
        request.Headers.Authorization = new("Bearer", token["token"]!.ToString());
        using var history = await http.SendAsync(request);
        return JsonNode.Parse(await history.Content.ReadAsStringAsync())!["activities"]!.AsArray();
    }

    private sealed class NoWriter : ITurnWriter
    {
        public IReadOnlyList<ReadOnlyMemory<byte>> Write(TurnStamp stamp, IReadOnlyList<Dialogs.Prompts.Prompt> prompts) => [];
    }
}
