using System.Text;
using System.Text.RegularExpressions;
using KlachtHulp.Dialogs.Topics;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows N of the specification: the same conversation as pages and forms, with JavaScript off.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class PaginaTests(BrowserFixture browser)
{
    [GeneratedRegex("KH-[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}", RegexOptions.None, 1000)]
    private static partial Regex Kenmerk { get; }

    [GeneratedRegex("^Fout: Stap 1 van 6", RegexOptions.None, 1000)]
    private static partial Regex WrongInTitle { get; }

    [Fact]
    public async Task N01_A_whole_complaint_without_JavaScript_gives_the_same_form_as_through_Direct_Line()
    {
        await using var bot = new KestrelBot(new DateOnly(2026, 3, 2));
        var talk = await Talk.StartAsync(browser.Http, bot.Address);
        await talk.GoToAsync("");
        var expected = Encoding.UTF8.GetString(await talk.DocumentAsync(Documenten.Json));
        await using var screen = await PlainAsync(bot.Address);
        await screen.BeginAsync();

        await screen.GoToAsync("", Talk.Kort);

        var json = await screen.DownloadAsync(".json");
        Assert.Equal(Kenmerk.Replace(expected, "KH"), Kenmerk.Replace(json, "KH"));
        await Expect(screen.Page.Locator(".kenmerk")).ToHaveTextAsync(Kenmerk.Match(json).Value);
        Assert.StartsWith("%PDF-", await screen.DownloadAsync(".pdf"), StringComparison.Ordinal);
        await screen.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "tests", "Browser", "shots", "pagina-uitkomst.png"), FullPage = true });
    }

    [Fact]
    public async Task N02_Reloading_and_going_back_ask_nothing_twice()
    {
        await using var screen = await PlainAsync(browser.Address);
        await screen.BeginAsync();
        await screen.GoToAsync("rol", Talk.Kort);

        await screen.Page.ReloadAsync();
        await screen.IsAtAsync("rol");
        await screen.Page.GoBackAsync();
        await screen.IsAtAsync("rol");

        await Expect(screen.Page.Locator(".antwoorden > div")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task N02_The_cookie_is_out_of_reach_of_scripts_and_a_form_without_token_is_refused()
    {
        await using var screen = await PlainAsync(browser.Address);
        await screen.BeginAsync();

        var cookies = await screen.Page.Context.CookiesAsync();
        var answer = await screen.Page.APIRequest.PostAsync("/klacht/stap", new() { Data = "vraag=verhaal&tekst=Mijn+eigen+woorden", Headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded" } });

        Assert.NotEmpty(cookies);
        Assert.All(cookies, static cookie => Assert.True(cookie is { HttpOnly: true, SameSite: SameSiteAttribute.Lax, Path: "/klacht" }, cookie.Name));
        Assert.Equal(400, answer.Status);
        Assert.Contains("Mijn eigen woorden", await answer.TextAsync(), StringComparison.Ordinal);
        await screen.Page.ReloadAsync();
        await screen.IsAtAsync("verhaal");
    }

    [Fact]
    public async Task N03_An_error_stands_on_top_and_by_the_field_and_keeps_the_words()
    {
        await using var screen = await PlainAsync(browser.Address);
        await screen.BeginAsync();
        await screen.GoToAsync("rol", Talk.Kort);

        await screen.Page.Locator("#antwoord").FillAsync("blauw");
        await screen.PressAsync("Verstuur antwoord");

        await Expect(screen.Page).ToHaveTitleAsync(WrongInTitle);
        await Expect(screen.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "#antwoord");
        await Expect(screen.Page.Locator("#antwoord")).ToHaveValueAsync("blauw");
        await Expect(screen.Page.Locator("#antwoord")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task N01_Earlier_answers_can_be_changed_and_asking_for_a_person_keeps_what_was_typed()
    {
        await using var screen = await PlainAsync(browser.Address);
        await screen.BeginAsync();
        await screen.GoToAsync("gegevens.naam", Talk.Kort);
        await screen.Page.Locator("#antwoord").FillAsync("S. Bew");

        await screen.PressAsync("Ik wil een mens spreken");
        await Expect(screen.Page.GetByText("U kunt altijd met een mens praten.")).ToBeVisibleAsync();
        await Expect(screen.Page.Locator("#antwoord")).ToHaveValueAsync("S. Bew");
        await screen.Page.Locator("summary", new() { HasText = "Uw klacht tot nu toe" }).ClickAsync();
        await screen.PressAsync("Wijzig Datum gebeurtenis");
        await screen.IsAtAsync("klacht[1].wanneer");
        await Expect(screen.Page.Locator("#antwoord")).ToHaveValueAsync("oktober 2018");
        await screen.PressAsync("Annuleer");

        await screen.IsAtAsync("gegevens.naam");
        await screen.PressAsync("Terug");
        await screen.IsAtAsync("wens.hulp");
    }

    [Fact]
    public async Task C15_After_words_of_distress_the_question_waits_for_a_press_here_too()
    {
        await using var screen = await PlainAsync(browser.Address);
        await screen.BeginAsync();

        await screen.AnswerAsync("Ik wil liever dood.");
        await Expect(screen.Page.GetByText("Bel nu gratis 113, dag en nacht.")).ToBeVisibleAsync();
        await Expect(screen.Page.Locator("#antwoord")).ToHaveCountAsync(0);
        await Expect(screen.Page.Locator(".bericht.crisis a[href='tel:113']")).ToHaveTextAsync("113");
        await Expect(screen.Page.Locator(".bericht.crisis a[href='tel:112']")).ToHaveTextAsync("112");
        await Expect(screen.Page.GetByText("Dank u voor uw verhaal.")).ToHaveCountAsync(0);
        await Expect(screen.Page.GetByRole(AriaRole.Button, new() { Name = "Ik wil een mens spreken" })).ToBeVisibleAsync();
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Verder met mijn klacht" }).ClickAsync();
        await Expect(screen.Page.GetByText("Dank u voor uw verhaal.")).ToBeVisibleAsync();

        await screen.AnswerAsync("Rotterdam");
        await screen.IsAtAsync("uitvoerder");
        await Expect(screen.Page.Locator("#antwoord")).ToBeVisibleAsync();
        await Expect(screen.Page.Locator(".bericht.crisis")).ToContainTextAsync("113");
    }

    [Fact]
    public async Task C16_On_the_last_page_a_person_can_be_asked_for_too()
    {
        await using var screen = await PlainAsync(browser.Address);
        await screen.BeginAsync();
        await screen.GoToAsync("", Talk.Kort);

        await screen.PressAsync("Ik wil een mens spreken");

        await Expect(screen.Page.GetByText("U kunt altijd met een mens praten.")).ToBeVisibleAsync();
        await Expect(screen.Page.Locator(".kenmerk")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task N01_A_form_of_an_earlier_page_changes_that_answer_and_no_other()
    {
        await using var screen = await PlainAsync(browser.Address);
        await screen.BeginAsync();
        await screen.GoToAsync("gemeente", Talk.Kort);
        var old = await screen.Page.Context.NewPageAsync();
        await old.GotoAsync("/klacht/stap");
        await screen.AnswerAsync("Rotterdam");
        await screen.IsAtAsync("uitvoerder");

        await old.Locator("#antwoord").FillAsync("Utrecht");
        await old.GetByRole(AriaRole.Button, new() { Name = "Verstuur antwoord" }).ClickAsync();

        await screen.Page.ReloadAsync();
        await screen.IsAtAsync("uitvoerder");
        await Expect(screen.Page.Locator(".antwoorden > div").Nth(1)).ToContainTextAsync("Utrecht");
    }

    [Fact]
    public async Task N06_The_page_with_JavaScript_leads_here_and_erasing_leaves_nothing()
    {
        await using var screen = await PlainAsync(browser.Address);
        await screen.Page.GotoAsync("/klacht");
        await screen.Page.Locator("#begin-antwoord").FillAsync("Een <b>verhaal</b> & \"meer\" over de straat.");
        await screen.PressAsync("Verstuur antwoord");
        await screen.IsAtAsync("gemeente");
        await Expect(screen.Page.Locator(".antwoorden dd").First).ToHaveTextAsync("Een <b>verhaal</b> & \"meer\" over de straat.");

        await screen.PressAsync("Stoppen en wissen");
        await screen.IsAtAsync("opdracht.bevestig");
        await screen.Page.GetByLabel("Ja", new() { Exact = true }).CheckAsync();
        await screen.PressAsync("Verstuur antwoord");

        await Expect(screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Het gesprek is gestopt" })).ToBeVisibleAsync();
        Assert.DoesNotContain(await screen.Page.Context.CookiesAsync(), static cookie => cookie.Name == "klachthulp");
    }

    [Theory]
    [InlineData("verhaal", 390)]
    [InlineData("wens", 390)]
    [InlineData("controle", 1280)]
    [InlineData("", 390)]
    public async Task Axe_finds_nothing_on_the_pages(string vraag, int width)
    {
        await using var screen = await PlainPage.OpenAsync(browser, browser.Address, javaScript: true, width);
        await screen.BeginAsync();
        await screen.GoToAsync(vraag, Talk.Kort);

        await screen.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "tests", "Browser", "shots", $"pagina-{(vraag.Length > 0 ? vraag : "einde")}-{width}.png"), FullPage = true });
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
        Assert.InRange(await screen.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
    }

    [Fact]
    public async Task Axe_finds_nothing_on_the_page_for_somebody_in_danger()
    {
        await using var screen = await PlainPage.OpenAsync(browser, browser.Address, javaScript: true, width: 320);
        await screen.BeginAsync();

        await screen.AnswerAsync("Ik wil liever dood.");

        await Expect(screen.Page.Locator(".bericht.crisis a[href='tel:113']")).ToBeVisibleAsync();
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
        await screen.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "tests", "Browser", "shots", "pagina-gevaar.png"), FullPage = true });
    }

    private Task<PlainPage> PlainAsync(string address) => PlainPage.OpenAsync(browser, address, javaScript: false, width: 1280);
}
