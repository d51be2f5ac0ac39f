using System.Text;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Content;
using KlachtHulp.Tests.Journeys;
using KlachtHulp.Tests.Recht;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Residents tell their story in a browser, in their own words, from the first question to the documents.</summary>
[Collection(BrowserTests.Name)]
public sealed class StoryTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("S001", 1280, 900)]
    [InlineData("S003", 1280, 900)]
    [InlineData("S004", 390, 844)]
    public async Task S09_S12_A_story_ends_in_the_form_that_belongs_to_it(string id, int width, int height)
    {
        var geval = GevallenReader.Read(Seeds.Folder, id);
        await using var bot = new KestrelBot(geval.Peildatum);
        await using var screen = await TellAsync(bot, geval.Gesprek, width, height);
        await screen.ShotAsync($"{id}-{width}");

        var form = JsonNode.Parse(await DownloadAsync(screen, ".json"))!;
        var pdf = Encoding.Latin1.GetString(await DownloadAsync(screen, ".pdf"));
        var letter = Encoding.UTF8.GetString(await DownloadAsync(screen, ".txt"));

        Assert.Equal(
            string.Join('\n', geval.Verwacht.Formulier.Select(static pair => $"{pair.Key} = {pair.Value}")),
            string.Join('\n', geval.Verwacht.Formulier.Keys.Select(path => $"{path} = {FormPath.Value(form, path)}")));
        Assert.Equal(geval.Verwacht.Uitkomst, form["soort"]!.GetValue<string>());
        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", pdf, StringComparison.Ordinal);
        Assert.Contains("/Lang", pdf, StringComparison.Ordinal);
        Assert.Contains(geval.Gesprek["gegevens.naam"][^1], letter, StringComparison.OrdinalIgnoreCase);
        await Expect(screen.Chat.Locator(".kenmerk")).ToHaveTextAsync(form["kenmerk"]!.GetValue<string>());
        Assert.Empty(screen.Errors);
    }

    [Fact]
    public async Task S11_A_complaint_that_was_sent_shows_its_reference_and_can_no_longer_be_changed()
    {
        var geval = GevallenReader.Read(Seeds.Folder, "S003");
        var said = geval.Gesprek.ToDictionary();
        (said["eerder.geklaagd"], said["klacht[1].nog_een"], said["versturen"]) = (["nee"], ["nee"], ["Ja, verstuur mijn klacht"]);
        (said["wens.eerst_gesprek"], said["wens.horen"]) = (["nee"], ["ja"]);
        await using var bot = new KestrelBot(geval.Peildatum);
        await using var screen = await TellAsync(bot, said, 390, 844);

        await screen.FocusIsAsync("h3 Uw klacht is verstuurd");
        var form = JsonNode.Parse(await DownloadAsync(screen, ".json"))!;

        await screen.ShotAsync("sent-390");
        Assert.Equal("klacht", form["soort"]!.GetValue<string>());
        Assert.Equal("Pijnacker-Nootdorp", FormPath.Value(form, "aan.gemeente"));
        await Expect(screen.Chat.Locator(".kenmerk")).ToHaveTextAsync(form["kenmerk"]!.GetValue<string>());
        await Expect(screen.Chat.Locator(".uitkomst")).ToContainTextAsync("Uw klacht is bewaard en gaat naar");
        await Expect(screen.Button("Maak ongedaan")).ToHaveCountAsync(0);
        await Expect(screen.Chat.GetByRole(AriaRole.Button, new() { Name = "Wijzig" })).ToHaveCountAsync(0);
        await screen.Page.GoBackAsync();
        await Expect(screen.Chat.Locator(".meldingen")).ToContainTextAsync("U hebt uw klacht al verstuurd.");
        await screen.SeesOutcomeAsync();
    }

    [Fact]
    public async Task At_most_three_ways_are_shown_at_once_each_with_its_last_day_in_words()
    {
        await using var bot = new KestrelBot(new DateOnly(2026, 3, 2));
        var talk = await Talk.StartAsync(browser.Http, bot.Address);
        await talk.GoToAsync("", new Dictionary<string, string>(Talk.Kort) { ["besluit"] = "ja", ["besluit.datum"] = "20-2-2026", ["besluit.anders"] = "ja", ["besluit.ook_klacht"] = "ja" });
        var ways = talk.Current["uitkomst"]!["routes"]!.AsArray();
        await using var screen = await Screen.NewAsync(browser, bot.Address, new());
        await screen.Context.Clock.SetFixedTimeAsync(new DateTime(2026, 3, 2, 11, 0, 0, DateTimeKind.Utc));
        await screen.GoOnAsync(talk);

        await screen.SeesOutcomeAsync();

        Assert.True(ways.Count > 3, $"{ways.Count} ways");
        await Expect(screen.Chat.Locator(".weg:visible")).ToHaveCountAsync(3);
        await Expect(screen.Chat.GetByText("Doe dit uiterlijk op vrijdag 3 april 2026.")).ToBeVisibleAsync();
        await screen.Chat.Locator(".uitkomst .vouw > button").ClickAsync();
        await Expect(screen.Chat.Locator(".weg:visible")).ToHaveCountAsync(ways.Count);
    }

    private async Task<Screen> TellAsync(KestrelBot bot, IReadOnlyDictionary<string, IReadOnlyList<string>> said, int width, int height)
    {
        var screen = await Screen.OpenAsync(browser, bot.Address, at: null, "/klacht", Screen.Size(width, height));
        await Storyteller.TellAsync(screen, said);
        return screen;
    }

    private static async Task<byte[]> DownloadAsync(Screen screen, string extension)
    {
        var download = await screen.Page.RunAndWaitForDownloadAsync(() => screen.Chat.Locator($".documenten button[data-bestand$='{extension}']").First.ClickAsync());
        Assert.Matches("^(brief-)?(klacht|verzoekschrift)-[0-9]{4}-[0-9]{2}-[0-9]{2}[.][a-z]+$", download.SuggestedFilename);
        return await File.ReadAllBytesAsync((await download.PathAsync())!); // not null: the browser runs here
    }
}
