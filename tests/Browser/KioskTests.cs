using KlachtHulp.Bot.Content;
using KlachtHulp.Tests.Recht;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows K of the specification: a computer that many people use one after another.</summary>
[Collection(BrowserTests.Name)]
public sealed class KioskTests(BrowserFixture browser)
{
    private const string Nothing =
        "async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length].join()";

    [Fact]
    public async Task K02_The_start_screen_has_nothing_personal_and_is_sound()
    {
        await using var screen = await OpenAsync();

        foreach (var name in (string[])["Nederlands", "English", "Türkçe", "العربية", "Polski", "Українська", "Begin", "Voorlezen", "Groter", "Contrast", "Knoppen lager"])
        {
            await Expect(Button(screen, name)).ToBeVisibleAsync();
        }

        await screen.ShotAsync("kiosk-start");
        await screen.Page.SetViewportSizeAsync(700, 900);
        await Expect(Button(screen, "Verder met een code")).ToBeInViewportAsync(new() { Ratio = 1 });
        await screen.ShotAsync("kiosk-start-700");
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
        Assert.Empty(screen.Errors);
    }

    [Fact]
    public async Task K01_K08_K10_A_whole_complaint_leaves_by_no_link_keeps_nothing_and_is_printed()
    {
        var geval = GevallenReader.Read(Seeds.Folder, "S004");
        await using var bot = new KestrelBot(geval.Peildatum);
        await using var screen = await OpenAsync(bot.Address);
        await screen.Page.EvaluateAsync("() => { window.printed = 0; window.print = () => { printed++; }; }");
        await Button(screen, "Begin").ClickAsync();
        await Storyteller.TellAsync(screen, geval.Gesprek);

        await Expect(screen.Page.Locator("a[href]")).ToHaveCountAsync(0);
        Assert.Equal("0,0,0,0", await screen.Page.EvaluateAsync<string>(Nothing));
        Assert.Empty(await screen.Context.CookiesAsync());
        await Expect(screen.Chat.Locator(".brief")).ToContainTextAsync("Geert Wiersema");
        await Expect(screen.Chat.GetByText("Haal uw papier uit de printer.")).ToBeVisibleAsync();
        await screen.PressAsync("Print mijn klacht");
        Assert.Equal(1, await screen.Page.EvaluateAsync<int>("printed"));
        await screen.ShotAsync("kiosk-uitkomst");
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));

        await screen.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(screen.Chat.Locator(".brief")).ToBeVisibleAsync();
        await Expect(screen.Page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task K01_A_telephone_number_is_text_where_nobody_can_call()
    {
        await using var screen = await BeginAsync();

        await screen.AnswerAsync("Ik wil liever dood.");

        await Expect(screen.Chat.Locator(".melding[data-toon=crisis]")).ToContainTextAsync("113");
        await Expect(screen.Page.Locator("a[href]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task K03_Everything_to_touch_is_large_and_within_reach()
    {
        await using var screen = await BeginAsync();
        await screen.AnswerAsync("De lamp in mijn straat is al lang stuk.");
        await screen.SeesAsync("gemeente");
        await screen.ShotAsync("kiosk-vraag");

        Assert.Empty(await TooSmallOrTooHighAsync(screen, 1.0 / 3));
        await Button(screen, "Knoppen lager").ClickAsync();
        Assert.Empty(await TooSmallOrTooHighAsync(screen, 1.0 / 2));
        Assert.Empty(await TooCloseAsync(screen));
        await screen.PressAsync("Waarom vragen we dit?");
        Assert.Empty(await TooCloseAsync(screen));
    }

    [Fact]
    public async Task K05_Who_is_silent_is_asked_first_and_may_stay_as_long_as_needed()
    {
        await using var screen = await OpenAsync(clock: true);
        await Button(screen, "Begin").ClickAsync();
        await screen.SeesAsync("verhaal");
        var dialog = screen.Page.GetByRole(AriaRole.Alertdialog);

        for (var time = 0; time < 12; time++)
        {
            await screen.Page.Clock.FastForwardAsync(60_000);
            await Expect(dialog).ToContainTextAsync("Bent u er nog?");
            await screen.Page.Keyboard.PressAsync("a");
            await Expect(dialog).ToHaveCountAsync(0);
        }

        await screen.Page.Clock.FastForwardAsync(60_000);
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Ja, ik ben er nog" })).ToBeFocusedAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Ik heb meer tijd nodig" }).ClickAsync();
        await screen.Page.Clock.FastForwardAsync(9 * 60_000);
        await Expect(dialog).ToHaveCountAsync(0);
        await screen.Page.Clock.FastForwardAsync(60_000);
        await Expect(dialog).ToBeVisibleAsync();
        await screen.Page.Clock.FastForwardAsync(60_000);
        await Expect(Button(screen, "Begin")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task K07_K12_Stop_erases_everything_here_and_on_the_server()
    {
        await using var screen = await BeginAsync();
        var removed = screen.Page.WaitForRequestAsync(static request => request.Method == "DELETE");
        await screen.AnswerAsync("De lamp in de Lindestraat is al lang stuk.");
        await screen.SeesAsync("gemeente");

        await Button(screen, "Stop en wis alles").ClickAsync();
        await Expect(screen.Page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("Wilt u stoppen en alles wissen?");
        await Button(screen, "Ja, wis alles").ClickAsync();

        await Expect(Button(screen, "Begin")).ToBeVisibleAsync();
        Assert.Equal(204, (await (await removed).ResponseAsync())?.Status);
        Assert.Equal("0,0,0,0", await screen.Page.EvaluateAsync<string>(Nothing));
        Assert.Empty(await screen.Context.CookiesAsync());
        await screen.Page.GoBackAsync();
        await Expect(screen.Page.GetByText("Lindestraat")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task K08_The_pages_of_the_kiosk_are_never_stored()
    {
        using var page = await browser.Http.GetAsync(new Uri($"{browser.Address}/kiosk"));
        var end = await (await browser.Browser.NewContextAsync()).APIRequest.GetAsync($"{browser.Address}/kiosk/einde?gemeente=0344", new() { MaxRedirects = 0 });

        Assert.Equal("no-store", page.Headers.GetValues("Cache-Control").Single());
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("\"cache\", \"cookies\", \"storage\"", end.Headers["clear-site-data"]);
        Assert.Equal("/kiosk?gemeente=0344", end.Headers["location"]);
    }

    [Fact]
    public async Task K11_The_screen_can_be_hidden_at_once_and_long_answers_are_folded()
    {
        const string Words = "De lamp in de Lindestraat is al lang stuk en niemand van de gemeente komt kijken.";
        await using var screen = await BeginAsync();
        await screen.AnswerAsync(Words);
        await screen.SeesAsync("gemeente");
        await Expect(screen.Turns.GetByText("Lindestraat")).ToBeHiddenAsync();
        await Expect(screen.Button($"Uw tekst ({Words.Length} tekens)")).ToBeVisibleAsync();

        await Button(screen, "Scherm verbergen").ClickAsync();
        var seen = await screen.Page.Locator("body").AriaSnapshotAsync();
        await Button(screen, "Ga verder").ClickAsync();

        Assert.DoesNotContain("gemeente", seen, StringComparison.Ordinal);
        Assert.Contains("Ga verder", seen, StringComparison.Ordinal);
        await screen.SeesAsync("gemeente");
    }

    private static ILocator Button(Screen screen, string name) => screen.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static Task<string[]> TooSmallOrTooHighAsync(Screen screen, double top) => screen.Page.EvaluateAsync<string[]>(
        "top => { const all = [...document.querySelectorAll('button'), ...document.querySelector('klacht-chat').shadowRoot.querySelectorAll('button, select, .vink, .veld')]; "
        + "const shown = document.querySelector('.kiosk-midden').getBoundingClientRect().top; return all.filter(e => e.checkVisibility()).filter(e => { const r = e.getBoundingClientRect(); return r.width < 63.9 || r.height < 63.9 "
        + "|| (r.bottom > shown && Math.max(r.top, e.getRootNode() === document ? r.top : shown) < innerHeight * top); }).map(e => e.textContent); }",
        top);

    /// <summary>Pairs of things to touch with less than 8 pixels between them.</summary>
    private static Task<string[]> TooCloseAsync(Screen screen) => screen.Page.EvaluateAsync<string[]>(
        "() => { const all = [...document.querySelectorAll('button'), ...document.querySelector('klacht-chat').shadowRoot.querySelectorAll('button, select, .vink, .veld')]"
        + ".filter(e => e.checkVisibility()).map(e => [e.getAttribute('aria-label') ?? e.textContent, e.getBoundingClientRect(), e.getRootNode()]);"
        + " return all.flatMap(([one, a, root], i) => all.slice(i + 1).filter(([, b, other]) => root === other && Math.max(b.left - a.right, a.left - b.right, b.top - a.bottom, a.top - b.bottom) < 7.9).map(([two]) => `${one} and ${two}`)); }");

    private async Task<Screen> BeginAsync()
    {
        var screen = await OpenAsync();
        await Button(screen, "Begin").ClickAsync();
        await screen.SeesAsync("verhaal");
        return screen;
    }

    private async Task<Screen> OpenAsync(string? address = null, bool clock = false)
    {
        var screen = await Screen.NewAsync(browser, address ?? browser.Address, new() { ViewportSize = new() { Width = 1080, Height = 1920 }, HasTouch = true });
        if (clock)
        {
            await screen.Page.Clock.InstallAsync();
        }

        await screen.Page.GotoAsync("/kiosk");
        return screen;
    }
}
