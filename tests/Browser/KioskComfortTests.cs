using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows K-02, K-05, K-11 and R-05 of the specification: what is larger, darker or said aloud at a kiosk when it is asked for.</summary>
[Collection(BrowserTests.Name)]
public sealed class KioskComfortTests(BrowserFixture browser)
{
    private const string Silent = "window.tones = 0; window.AudioContext = class { constructor() { tones++; throw new Error('no sound here'); } };";

    [Fact]
    public async Task K05_The_warning_is_spoken_to_who_asked_to_be_read_to()
    {
        await using var screen = await Kiosk.BeginAsync(browser, clock: true, Kiosk.Voice, Silent);
        await Kiosk.Button(screen, "Voorlezen").ClickAsync();
        await Expect(Kiosk.Button(screen, "Voorlezen")).ToHaveAttributeAsync("aria-pressed", "true");

        await Kiosk.WaitForWarningAsync(screen);
        await screen.Page.WaitForFunctionAsync("() => said.at(-1)?.text.includes('Bent u er nog')");
        await screen.Page.Clock.RunForAsync(30_000);
        await screen.Page.WaitForFunctionAsync("() => said.at(-1)?.text.includes('Over 30 seconden')");

        Assert.Equal(1, await screen.Page.EvaluateAsync<int>("tones"));
        await Kiosk.Button(screen, "Ja, ik ben er nog").ClickAsync();
        Assert.False(await screen.Page.EvaluateAsync<bool>("speechSynthesis.speaking"));
    }

    [Fact]
    public async Task K05_K13_Without_asking_the_kiosk_makes_no_sound()
    {
        await using var screen = await Kiosk.BeginAsync(browser, clock: true, Kiosk.Voice, Silent);

        await Kiosk.WaitForWarningAsync(screen);
        await screen.Page.Clock.RunForAsync(30_000);
        await Expect(screen.Page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("Over 30 seconden");

        Assert.Equal("0,0", await screen.Page.EvaluateAsync<string>("[tones, said.length].join()"));
    }

    [Fact]
    public async Task K13_F1_reads_the_question_that_stands_over_everything_else()
    {
        await using var screen = await Kiosk.BeginAsync(browser, clock: false, Kiosk.Voice, Silent);
        await Kiosk.Button(screen, "Stop en wis alles").ClickAsync();

        await screen.Page.Keyboard.PressAsync("F1");

        await screen.Page.WaitForFunctionAsync("() => said.at(-1)?.text === 'Wilt u stoppen en alles wissen?'");
    }

    [Fact]
    public async Task R05_Reading_stops_when_the_screen_is_hidden()
    {
        await using var screen = await Kiosk.BeginAsync(browser, clock: false, Kiosk.Voice);
        await screen.Page.Keyboard.PressAsync("F1");
        await screen.Page.WaitForFunctionAsync("() => speechSynthesis.speaking");

        await Kiosk.Button(screen, "Scherm verbergen").ClickAsync();

        await Expect(Kiosk.Button(screen, "Ga verder")).ToBeFocusedAsync();
        Assert.False(await screen.Page.EvaluateAsync<bool>("speechSynthesis.speaking"));
    }

    [Fact]
    public async Task K02_Larger_letters_are_36_pixels_and_contrast_is_black()
    {
        await using var screen = await Kiosk.BeginAsync(browser);
        const string Small = "() => [...document.querySelectorAll('.kiosk-balk button'), ...document.querySelector('klacht-chat').shadowRoot.querySelectorAll('.vraag h3, .hulp, .veld')]"
            + ".filter(e => e.checkVisibility()).map(e => getComputedStyle(e).fontSize).filter(size => parseFloat(size) < 35.9)";
        Assert.NotEmpty(await screen.Page.EvaluateAsync<string[]>(Small));

        await Kiosk.Button(screen, "Groter").ClickAsync();
        await Kiosk.Button(screen, "Contrast").ClickAsync();

        Assert.Empty(await screen.Page.EvaluateAsync<string[]>(Small));
        Assert.Equal("rgb(0, 0, 0)", await screen.Chat.Locator(".kh").EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor"));
        Assert.Equal("rgb(0, 0, 0)", await screen.Page.Locator("body").EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor"));
        await screen.ShotAsync("kiosk-groot-contrast");
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
        Assert.Equal(1080, await screen.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await screen.Field.TapAsync();
        Assert.Empty(await screen.Page.Locator(".toetsen button").EvaluateAllAsync<string[]>(
            "all => all.filter(e => { const r = e.getBoundingClientRect(); return r.width < 63.9 || r.height < 63.9 || r.left < 0 || r.right > innerWidth; }).map(e => e.textContent)"));
        await Kiosk.Button(screen, "Kleiner").ClickAsync();
        Assert.NotEmpty(await screen.Page.EvaluateAsync<string[]>(Small));
    }
}
