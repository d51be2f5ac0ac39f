using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows S-07, S-08, C-17, L-06 and R-06: the letter is read and changed before it goes, proof goes along, words are explained, and a voice is heard only where the page allows it.</summary>
[Collection(BrowserTests.Name)]
public sealed class LetterTests(BrowserFixture browser)
{
    private const string Own = "Ik wil vooral dat iemand mij terugbelt.";

    /// <summary>The smallest picture there is: one transparent point.</summary>
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>A browser that hears the same words each time it listens.</summary>
    private const string Listener = """
        window.heard = 0;
        window.SpeechRecognition = window.webkitSpeechRecognition = class {
          start() { window.heard++; queueMicrotask(() => { this.onresult({ results: [[{ transcript: 'de lamp is stuk' }]] }); this.onend(); }); }
          stop() {}
          abort() {}
        };
        """;

    [Fact]
    public async Task S07_S08_The_letter_is_read_before_it_goes_and_its_text_can_be_changed()
    {
        await using var screen = await Screen.OpenAsync(browser, "controle");
        await screen.SeesAsync("controle");
        var letter = screen.Chat.Locator(".conceptbrief .brief");
        await Expect(letter).ToContainTextAsync("Ik dien een klacht in over de gemeente Rotterdam.");
        await Expect(letter.Locator("blockquote")).ToHaveTextAsync(Talk.Kort["verhaal"]);
        var parts = await letter.Locator("> *").AllInnerTextsAsync();

        await screen.PressAsync("Pas de tekst van de brief aan");
        await screen.SeesAsync("brief");
        await Expect(screen.Field).ToHaveValueAsync(string.Join("\n\n", parts));
        await screen.Field.FillAsync($"{string.Join("\n\n", parts)}\n\n{Own}");
        await screen.PressAsync("Verstuur antwoord");

        await screen.SeesAsync("controle");
        await Expect(letter.Locator("[data-aangepast=true]")).ToHaveTextAsync($"Door u aangepast: {Own}");
        await screen.ShotAsync("letter-changed");
        await FinishAsync(screen);
        var form = JsonNode.Parse(await File.ReadAllTextAsync(await DownloadAsync(screen, ".json")))!["brief"]!;
        Assert.Equal(string.Join("\n\n", parts), form["opgemaakt"]!.GetValue<string>());
        Assert.EndsWith(Own, form["aangepast"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(Own, await File.ReadAllTextAsync(await DownloadAsync(screen, ".txt")), StringComparison.Ordinal);
        Assert.Contains(Own, await TextOfAsync(await DownloadAsync(screen, ".pdf")), StringComparison.Ordinal);
        Assert.Empty(screen.Errors);
    }

    [Fact]
    public async Task S07_What_was_left_open_stands_on_top_with_a_way_to_each_question()
    {
        await using var screen = await Screen.OpenAsync(browser, "controle");
        await screen.SeesAsync("controle");
        var open = screen.Chat.Locator(".opengelaten");

        await open.GetByRole(AriaRole.Button).First.ClickAsync();
        var first = open.Locator("li button").First;
        var name = await first.InnerTextAsync();
        await first.ClickAsync();

        await Expect(screen.Question).Not.ToHaveAttributeAsync("data-vraag", "controle");
        Assert.StartsWith("Vul in: ", name, StringComparison.Ordinal);
        await screen.PressAsync("Sla deze vraag over");
        await screen.SeesAsync("controle");
    }

    [Fact]
    public async Task S08_Changing_an_answer_after_the_letter_says_what_lapses_and_no_keeps_it()
    {
        await using var screen = await Screen.OpenAsync(browser, "controle");
        await screen.PressAsync("Pas de tekst van de brief aan");
        await screen.SeesAsync("brief");
        await screen.AnswerAsync("Dit is mijn eigen brief, en die is lang genoeg om te tellen.");
        await screen.SeesAsync("controle");

        await screen.ChangeAsync("gegevens.naam");
        await screen.SeesAsync("gegevens.naam");
        await screen.AnswerAsync("T. Bewoner");
        await screen.SeesAsync("opdracht.wijzig");
        await Expect(screen.Chat.Locator(".melding[data-toon=waarschuwing]")).ToContainTextAsync("Brief in eigen woorden");
        await screen.PressAsync("Nee, laat het zo");
        await screen.SeesAsync("controle");
        await Expect(screen.Chat.Locator(".conceptbrief")).ToContainTextAsync("Dit is mijn eigen brief");

        await screen.ChangeAsync("gegevens.naam");
        await screen.SeesAsync("gegevens.naam");
        await screen.AnswerAsync("T. Bewoner");
        await screen.SeesAsync("opdracht.wijzig");
        await screen.PressAsync("Ja, verander het");

        await screen.SeesAsync("controle");
        await Expect(screen.Chat.Locator(".conceptbrief")).ToContainTextAsync("Daarom is de brief opnieuw gemaakt.");
        await Expect(screen.Chat.Locator(".conceptbrief .brief")).ToContainTextAsync("T. Bewoner");
    }

    [Fact]
    public async Task S07_S08_Without_JavaScript_the_letter_is_read_and_changed_too()
    {
        await using var screen = await PlainPage.OpenAsync(browser, browser.Address, javaScript: false, width: 1280);
        await screen.BeginAsync();
        await screen.GoToAsync("controle", Talk.Kort);
        await Expect(screen.Page.Locator(".brief blockquote")).ToHaveTextAsync(Talk.Kort["verhaal"]);

        await screen.PressAsync("Pas de tekst van de brief aan");
        await screen.IsAtAsync("brief");
        var made = await screen.Page.Locator("#antwoord").InputValueAsync();
        await screen.AnswerAsync($"{made}\n\n{Own}");

        await screen.IsAtAsync("controle");
        await Expect(screen.Page.Locator(".brief p", new() { HasText = "Door u aangepast" })).ToHaveTextAsync($"Door u aangepast: {Own}");
        await screen.Page.Locator("#antwoord").FillAsync("ja");
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.IsAtAsync("ondertekening");
        await Expect(screen.Page.Locator("details .brief")).ToContainTextAsync(Own);
        await screen.GoToAsync("", Talk.Kort);
        Assert.Contains(Own, await screen.DownloadAsync(".txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task L06_Without_JavaScript_a_difficult_word_is_explained_in_its_place()
    {
        await using var screen = await PlainPage.OpenAsync(browser, browser.Address, javaScript: false, width: 390);
        await screen.BeginAsync();
        await screen.GoToAsync("besluit", Talk.Kort);

        await screen.Page.Locator("summary", new() { HasText = "Wat is dit: besluit?" }).ClickAsync();

        await Expect(screen.Page.GetByText("Een besluit staat meestal in een brief.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task C17_Proof_is_chosen_taken_out_by_keyboard_and_sent_along()
    {
        await using var screen = await Screen.OpenAsync(browser, "klacht[1].gevolg");
        await screen.SeesAsync("klacht[1].gevolg");
        await screen.PressAsync("Bewijs meesturen");
        var field = screen.Chat.GetByLabel("Kies een bestand");
        await field.SetInputFilesAsync(
            new FilePayload[] { new() { Name = "foto.png", MimeType = "image/png", Buffer = Picture }, new() { Name = "brief.png", MimeType = "image/png", Buffer = Picture } });
        await Expect(screen.Chat.Locator(".bijlagen li").First).ToContainTextAsync("foto.png (PNG, 0,1 MB)");

        await screen.Button("Haal weg: brief.png").PressAsync("Enter");
        await Expect(screen.Chat.Locator(".bijlagen li")).ToHaveCountAsync(1);
        await Expect(field).ToBeFocusedAsync();
        await screen.PressAsync("Stuur 1 bestand mee");

        await Expect(screen.Chat.Locator(".bijlagen li")).ToHaveCountAsync(0);
        await Expect(screen.Chat.Locator(".meldingen")).ToContainTextAsync("bewaard");
        await Expect(screen.Turns.Filter(new() { HasText = "foto.png" })).ToHaveCountAsync(1);
        await screen.SeesAsync("klacht[1].gevolg");
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
        Assert.Empty(screen.Errors);
    }

    [Fact]
    public async Task C17_Who_chooses_more_files_than_fit_hears_which_are_left_out()
    {
        await using var screen = await Screen.OpenAsync(browser, "klacht[1].gevolg");
        await screen.SeesAsync("klacht[1].gevolg");
        await screen.PressAsync("Bewijs meesturen");

        await screen.Chat.GetByLabel("Kies een bestand").SetInputFilesAsync(Enumerable.Range(1, 7).Select(static n => new FilePayload { Name = $"foto {n}.png", MimeType = "image/png", Buffer = Picture }));

        await Expect(screen.Chat.Locator(".bijlagen li")).ToHaveCountAsync(5);
        const string Words = "U kunt 5 bestanden meesturen. Dit past er niet meer bij: foto 6.png, foto 7.png.";
        await Expect(screen.Chat.Locator(".bijlagen")).ToContainTextAsync(Words);
        await Expect(screen.Announcer).ToHaveTextAsync(Words);
    }

    [Fact]
    public async Task S08_Of_a_letter_too_long_to_change_is_said_what_can_be_changed_instead()
    {
        var answers = new Dictionary<string, string>(Talk.Kort) { ["verhaal"] = string.Concat(Enumerable.Repeat("De lantaarnpaal in mijn straat is al lang kapot. ", 160)).Trim() };
        var talk = await Talk.StartAsync(browser.Http, browser.Address);
        await talk.GoToAsync("controle", answers);

        await using var screen = await Screen.OpenAsync(browser, browser.Address, talk);
        await screen.SeesAsync("controle");

        await Expect(screen.Chat.Locator(".conceptbrief")).ToContainTextAsync("Uw brief is te lang om de tekst hier aan te passen. U kunt wel elk antwoord wijzigen.");
        await Expect(screen.Button("Pas de tekst van de brief aan")).ToHaveCountAsync(0);
        await Expect(screen.Button("Wijzig", exact: false)).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task C17_Without_JavaScript_proof_goes_along_from_the_check_page()
    {
        await using var screen = await PlainPage.OpenAsync(browser, browser.Address, javaScript: false, width: 390);
        await screen.BeginAsync();
        await screen.GoToAsync("controle", Talk.Kort);
        await screen.Page.Locator("summary", new() { HasText = "Bewijs meesturen" }).ClickAsync();

        await screen.Page.GetByLabel("Kies een bestand").SetInputFilesAsync(new FilePayload { Name = "foto.png", MimeType = "image/png", Buffer = Picture });
        await screen.PressAsync("Verstuur de bestanden");
        await Expect(screen.Page.GetByText("Uw bestand is bewaard.")).ToBeVisibleAsync();
        await screen.Page.Locator("summary", new() { HasText = "Bewijs meesturen" }).ClickAsync();
        await screen.Page.GetByLabel("Kies een bestand").SetInputFilesAsync(new FilePayload { Name = "lijst.txt", MimeType = "text/plain", Buffer = [72, 105] });
        await screen.PressAsync("Verstuur de bestanden");

        await Expect(screen.Page.GetByText("Uw bestand is bewaard.")).ToHaveCountAsync(0);
        await Expect(screen.Page.Locator(".bericht.waarschuwing")).ToHaveCountAsync(1);
        await screen.IsAtAsync("controle");
    }

    [Theory]
    [InlineData("/proef/inline.html", 0)]
    [InlineData("/proef/spraak.html", 1)]
    public async Task R06_Speaking_is_there_only_when_the_page_asks_for_it(string path, int there)
    {
        await using var screen = await Screen.NewAsync(browser, browser.Address, new());
        await screen.Page.AddInitScriptAsync(Listener);
        await screen.Page.GotoAsync(path);
        await screen.SeesAsync("verhaal");

        if (there > 0)
        {
            await Expect(screen.Button("Spreek uw antwoord in")).ToBeVisibleAsync();
        }

        await Expect(screen.Button("Spreek uw antwoord in")).ToHaveCountAsync(there);
        Assert.Equal(0, await screen.Page.EvaluateAsync<int>("heard"));
    }

    [Fact]
    public async Task R06_What_is_spoken_comes_in_the_field_after_a_notice_and_a_press_and_is_not_sent()
    {
        await using var screen = await Screen.NewAsync(browser, browser.Address, new());
        await screen.Page.AddInitScriptAsync(Listener);
        await screen.Page.GotoAsync("/proef/spraak.html");

        await screen.PressAsync("Spreek uw antwoord in");
        await Expect(screen.Chat.GetByText("Soms gaat uw stem daarvoor naar de maker van uw browser.")).ToBeVisibleAsync();
        await screen.PressAsync("Begin met spreken");

        await Expect(screen.Field).ToHaveValueAsync("de lamp is stuk");
        await Expect(screen.Announcer).ToHaveTextAsync("Kijk de tekst na. Er is nog niets verstuurd.");
        await Expect(screen.Turns.And(screen.Chat.Locator("[data-van=bewoner]"))).ToHaveCountAsync(0);
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
    }

    private static async Task FinishAsync(Screen screen)
    {
        await screen.Chat.Locator("[data-optie=klopt]").ClickAsync();
        await screen.SeesAsync("ondertekening");
        await screen.AnswerAsync("S. Bewoner");
        await screen.SeesAsync("versturen");
        await screen.Chat.Locator("[data-optie=zelf]").ClickAsync();
        await screen.SeesOutcomeAsync();
    }

    private static async Task<string> DownloadAsync(Screen screen, string extension)
    {
        var download = await screen.Page.RunAndWaitForDownloadAsync(() => screen.Chat.Locator($".documenten button[data-bestand$='{extension}']").First.ClickAsync());
        return (await download.PathAsync())!; // not null: the browser runs here
    }

    private static async Task<string> TextOfAsync(string pdf)
    {
        using var tool = Process.Start(new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", pdf, "-"]) { RedirectStandardOutput = true })!; // not null: it is installed
        return await tool.StandardOutput.ReadToEndAsync();
    }
}
