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
        await button.ClickAsync();
        await Expect(screen.Chat.Locator(".opener")).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(screen.Chat.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
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
        Assert.InRange((await screen.Chat.Locator("dialog").BoundingBoxAsync())!.Width, 390, 440); // not null: it is on screen
    }

    [Fact]
    public async Task W05_The_panel_can_fill_the_screen_and_be_small_again()
    {
        await using var screen = await Screen.OpenAsync(browser, path: "/proef/launcher.html");
        await screen.PressAsync("Hulp bij uw klacht");
        await screen.SeesAsync("verhaal");
        await screen.Field.FillAsync("Halve zin");
        var panel = screen.Chat.Locator("dialog");

        await screen.PressAsync("Hele scherm");
        await Expect(screen.Button("Hele scherm")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal((1280, 900), await SizeAsync(panel));
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
        await screen.PressAsync("Hele scherm");

        Assert.InRange((await SizeAsync(panel)).Width, 390, 440);
        await Expect(screen.Field).ToHaveValueAsync("Halve zin");
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
        await screen.Page.SetViewportSizeAsync(390, 420);
        await screen.Field.FocusAsync();
        await screen.Page.WaitForFunctionAsync("() => { const f = document.querySelector('klacht-chat').shadowRoot.activeElement; return f?.matches('.veld') && f.getBoundingClientRect().bottom <= 420; }");
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
        await screen.AnswerAsync(Talk.Kort["verhaal"]);
        await screen.FocusIsOnAsync("gemeente");
        await screen.PressAsync("Ja, dat klopt");
        await screen.FocusIsOnAsync("uitvoerder");
        await screen.Field.FillAsync("Halve zin");
        var turns = await screen.Turns.AllInnerTextsAsync();
        Assert.NotEmpty(turns);

        await screen.Page.Keyboard.PressAsync("Escape");
        await screen.FocusIsAsync("button Hulp bij uw klacht");
        await screen.PressAsync("Hulp bij uw klacht");

        await screen.FocusIsOnAsync("uitvoerder");
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
    public async Task W12_The_first_load_is_at_most_30_kB()
    {
        await using var screen = await Screen.NewAsync(browser, browser.Address, new());
        var loaded = new System.Collections.Concurrent.ConcurrentQueue<string>();
        screen.Page.Response += (_, response) => loaded.Enqueue(new Uri(response.Url).AbsolutePath);

        var page = await screen.Page.GotoAsync("/klacht");
        await screen.SeesAsync("verhaal");

        Assert.All(loaded.Where(static path => path.EndsWith(".js", StringComparison.Ordinal) && path != "/app/klachthulp.js"),
            path => Assert.Contains($"<{path}>; rel=modulepreload", page!.Headers["link"], StringComparison.Ordinal)); // not null: the page was loaded
        var files = loaded.Where(static path => path.StartsWith("/app/", StringComparison.Ordinal)).Distinct()
            .Select(static path => Path.Combine(Repository.Root, "bot", "wwwroot", "app", Path.GetFileName(path) + ".br")).ToList();
        Assert.Contains(files, static file => Path.GetFileName(file).StartsWith("element-", StringComparison.Ordinal));
        Assert.InRange(files.Sum(static file => new FileInfo(file).Length), 1, 30 * 1024);
    }

    [Fact]
    public async Task W04_Nothing_opens_by_itself()
    {
        await using var screen = await Screen.NewAsync(browser, browser.Address, new());
        await screen.Page.Clock.InstallAsync();
        await screen.Page.GotoAsync("/proef/launcher.html");
        await Expect(screen.Button("Hulp bij uw klacht")).ToBeVisibleAsync();

        await screen.Page.Clock.FastForwardAsync(120_000);

        await Expect(screen.Chat.Locator("dialog[open]")).ToHaveCountAsync(0);
        Assert.Equal("Proefpagina", await screen.Page.TitleAsync());
        Assert.Equal("BODY", await screen.Page.EvaluateAsync<string>("document.activeElement.tagName"));
    }

    [Fact]
    public async Task W09_The_button_never_hides_what_has_focus_on_the_page()
    {
        await using var screen = await Screen.OpenAsync(browser, path: "/proef/launcher.html", options: Screen.Size(390, 500));
        await Expect(screen.Button("Hulp bij uw klacht")).ToBeVisibleAsync();
        await screen.Page.EvaluateAsync(
            "() => { const m = document.querySelector('main'); for (let i = 0; i < 40; i++) { const p = document.createElement('p'); const a = document.createElement('a'); a.href = '#x'; a.textContent = `Link ${i} met een lange tekst tot aan de rand van het scherm`; p.append(a); if (i) m.prepend(p); else { p.style.margin = 0; m.append(p); } } }");
        const string Free =
            "() => { const f = document.activeElement.getBoundingClientRect(); const b = document.querySelector('klacht-chat').shadowRoot.querySelector('.opener').getBoundingClientRect(); "
            + "return document.activeElement.tagName !== 'A' || !(f.right > b.left && f.bottom > b.top && f.top < b.bottom && f.left < b.right); }";

        var reached = new List<string>();
        for (var i = 0; i < 43; i++)
        {
            await screen.Page.Keyboard.PressAsync("Tab");
            await screen.Page.WaitForFunctionAsync(Free);
            reached.Add(await screen.FocusAsync());
        }

        Assert.Contains(reached, static name => name.StartsWith("a Link 0 met een lange tekst", StringComparison.Ordinal));
    }

    private static async Task<(int Width, int Height)> SizeAsync(ILocator panel)
        => await panel.BoundingBoxAsync() is { } box ? ((int)Math.Round(box.Width), (int)Math.Round(box.Height)) : default;

    [Fact]
    public async Task The_address_of_the_service_itself_leads_to_the_conversation()
    {
        await using var screen = await Screen.NewAsync(browser, browser.Address, new());

        await screen.Page.GotoAsync("/");

        await screen.SeesAsync("verhaal");
        Assert.Equal("/klacht", new Uri(screen.Page.Url).AbsolutePath);
    }

    [Fact]
    public async Task Leaving_fast_shows_another_page_at_once_and_Back_brings_nothing_back()
    {
        await using var screen = await Screen.OpenAsync(browser, "gegevens.naam");
        await screen.SeesAsync("gegevens.naam");
        var conversation = await screen.Page.EvaluateAsync<string>("JSON.parse(Object.values(sessionStorage)[0]).session.conversationId");
        await screen.Context.RouteAsync("https://www.knmi.nl/**", static route => route.FulfillAsync(new() { Body = "<!doctype html><title>Weer</title>", ContentType = "text/html" }));

        await screen.PressAsync("Snel weg");
        await Expect(screen.Page).ToHaveTitleAsync("Weer");
        await screen.Page.GoBackAsync();

        await Expect(screen.Page.GetByText("lantaarnpaal")).ToHaveCountAsync(0);
        Assert.DoesNotContain(conversation, await screen.Page.EvaluateAsync<string>("Object.values(sessionStorage).join()"), StringComparison.Ordinal);
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
