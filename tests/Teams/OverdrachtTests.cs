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
        Assert.Equal(Zaakstand.Bezig, (await server.Book.LijstAsync("0344")).Vind(kenmerk)!.Stand);
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
    public async Task A_code_that_is_none_says_so(string typed)
    {
        await using var server = await TeamsServer.StartAsync();

        var staff = await server.Staff().TypeAsync(typed);

        Assert.Contains("Deze code past bij geen klacht", staff.Seen, StringComparison.Ordinal);
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

        await staff.TypeAsync(kenmerk);

        Assert.Matches("Verstuurd, nog onderweg|Verstuurd en aangekomen", staff.Seen);
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
