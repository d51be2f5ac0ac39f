using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows W of the specification: where the chat stands, and how it is opened.</summary>
[Collection(BrowserTests.Name)]
public sealed class PlacementTests(BrowserFixture browser)
{
    [Fact]
    public async Task W01_By_default_the_chat_stands_in_the_page()
    {
        await using var screen = await Screen.OpenAsync(browser, path: "/proef/inline.html");

        await Expect(screen.Chat.GetByRole(AriaRole.Heading, new() { Level = 2, Name = "Klacht over de gemeente" })).ToBeVisibleAsync();
        await Expect(screen.Page).ToHaveTitleAsync("Proefpagina");
    }

    [Fact]
    public async Task W02_The_launcher_is_a_button_with_words_and_room_for_a_thumb()
    {
        await using var screen = await Screen.OpenAsync(browser, path: "/proef/launcher.html");
        var button = screen.Button("Hulp bij uw klacht");

        var box = await button.BoundingBoxAsync();

        Assert.True(box is { Width: >= 48, Height: >= 48 });
        await Expect(button).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(screen.Chat.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task W03_The_page_can_open_the_panel_itself()
    {
        await using var screen = await Screen.OpenAsync(browser, path: "/proef/launcher.html");
        await Expect(screen.Button("Hulp bij uw klacht")).ToBeVisibleAsync();

        await screen.Page.EvaluateAsync("KlachtHulp.open()");

        await screen.FocusIsAsync("h3 Stap 1 van 6.");
    }

    [Fact]
    public async Task W05_On_a_large_screen_the_page_behind_the_panel_stays_usable()
    {
        await using var screen = await Screen.OpenAsync(browser, path: "/proef/launcher.html");
        await screen.PressAsync("Hulp bij uw klacht");
        await screen.SeesAsync("verhaal");

        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Een link", Exact = true }).ClickAsync();

        Assert.EndsWith("#x", screen.Page.Url, StringComparison.Ordinal);
        Assert.Null(await screen.Chat.Locator("dialog").GetAttributeAsync("aria-modal"));
    }

    [Fact]
    public async Task W06_On_a_telephone_focus_stays_in_the_panel()
    {
        await using var screen = await Screen.OpenAsync(browser, path: "/proef/launcher.html", options: Screen.Size(390, 844));
        await screen.PressAsync("Hulp bij uw klacht");
        await screen.SeesAsync("verhaal");

        var names = new List<string>();
        for (var i = 0; i < 40; i++)
        {
            await screen.Page.Keyboard.PressAsync("Tab");
            names.Add(await screen.FocusAsync());
        }

        Assert.DoesNotContain(names, name => name.StartsWith("a Een link", StringComparison.Ordinal) || name.StartsWith("a Nog een link", StringComparison.Ordinal));
        Assert.Contains("button Sluiten", names);
    }

    [Fact]
    public async Task W07_Opening_puts_focus_on_the_question_and_not_in_its_field()
    {
        await using var screen = await Screen.OpenAsync(browser, path: "/proef/launcher.html");

        await screen.PressAsync("Hulp bij uw klacht");

        await screen.FocusIsOnAsync("verhaal");
    }

    [Fact]
    public async Task W08_Escape_closes_without_erasing_and_gives_focus_back()
    {
        await using var screen = await Screen.OpenAsync(browser, path: "/proef/launcher.html");
        await screen.PressAsync("Hulp bij uw klacht");
        await screen.SeesAsync("verhaal");
        await screen.Field.FillAsync("Halve zin");
        var turns = await screen.Turns.AllInnerTextsAsync();

        await screen.Page.Keyboard.PressAsync("Escape");
        await screen.FocusIsAsync("button Hulp bij uw klacht");
        await screen.PressAsync("Hulp bij uw klacht");

        await screen.FocusIsOnAsync("verhaal");
        Assert.Equal(turns, await screen.Turns.AllInnerTextsAsync());
        await Expect(screen.Field).ToHaveValueAsync("Halve zin");
    }

    [Fact]
    public async Task W10_No_style_leaks_in_or_out()
    {
        await using var screen = await Screen.OpenAsync(browser, path: "/proef/inline.html");
        await Expect(screen.Heading).ToBeVisibleAsync();

        var page = await screen.Page.Locator("main > h1").EvaluateAsync<string>("h => getComputedStyle(h).color");
        var body = await screen.Chat.EvaluateAsync<double>("c => parseFloat(getComputedStyle(c).fontSize)");

        Assert.Equal("rgb(68, 0, 0)", page);
        Assert.Equal(18, body);
    }

    [Fact]
    public async Task W11_Works_under_a_strict_content_security_policy()
    {
        await using var screen = await Screen.OpenAsync(browser);

        await screen.AnswerAsync(Talk.Kort["verhaal"]);
        await screen.SeesAsync("gemeente");

        Assert.Empty(screen.Errors);
    }

    [Fact]
    public void W12_The_first_load_is_at_most_30_kB()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "bot", "wwwroot", "app"), "*.br")
            .Where(static file => !Path.GetFileName(file).StartsWith("kiosk", StringComparison.Ordinal));

        var size = files.Sum(file => new FileInfo(file).Length);

        Assert.InRange(size, 1, 30 * 1024);
    }

    [Fact]
    public async Task W13_Two_chats_on_a_page_have_conversations_of_their_own()
    {
        await using var screen = await Screen.OpenAsync(browser, path: "/proef/twee.html");
        var (one, two) = (screen.Page.Locator("#een"), screen.Page.Locator("#twee"));
        await Expect(two.Locator("[data-active-question]")).ToHaveAttributeAsync("data-vraag", "verhaal");

        await one.GetByRole(AriaRole.Textbox).FillAsync(Talk.Kort["verhaal"]);
        await one.GetByRole(AriaRole.Button, new() { Name = "Verstuur antwoord" }).ClickAsync();
        await Expect(one.Locator("[data-active-question]")).ToHaveAttributeAsync("data-vraag", "gemeente");

        await Expect(two.Locator("[data-active-question]")).ToHaveAttributeAsync("data-vraag", "verhaal");
        Assert.Equal(2, await screen.Page.EvaluateAsync<int>("new Set(Object.values(sessionStorage).map(s => JSON.parse(s).session.conversationId)).size"));
        Assert.Equal("[]", await screen.Page.EvaluateAsync<string>(
            "() => JSON.stringify([...document.querySelectorAll('klacht-chat')].flatMap(c => { const ids = [...c.shadowRoot.querySelectorAll('[id]')].map(e => e.id); return ids.filter((x, i) => ids.indexOf(x) !== i); }))"));
    }

    [Fact]
    public async Task F09_Without_the_script_the_link_stays()
    {
        await using var context = await browser.Browser.NewContextAsync(new() { JavaScriptEnabled = false, BaseURL = browser.Address });
        await ProofPages.AddAsync(context);
        var page = await context.NewPageAsync();

        await page.GotoAsync("/proef/inline.html");

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Ga naar de hulp bij uw klacht" })).ToBeVisibleAsync();
    }
}
