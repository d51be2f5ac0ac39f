using Microsoft.Playwright;

namespace KlachtHulp.Tests.Browser;

/// <summary>A kiosk: a display that stands upright, and what tests do with it.</summary>
internal static class Kiosk
{
    /// <summary>A device with a voice of its own, which speaks until it is stopped.</summary>
    public const string Voice =
        """
        window.said = [];
        Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: class { constructor(text) { this.text = text; } } });
        Object.defineProperty(window, 'speechSynthesis', { value: Object.assign(new EventTarget(), {
          speaking: false, getVoices: () => [{ lang: 'nl-NL', localService: true }], speak(u) { this.speaking = true; said.push(u); }, cancel() { this.speaking = false; } }) });
        """;

    /// <param name="scripts">What the device has or does before the page is there.</param>
    public static async Task<Screen> OpenAsync(BrowserFixture browser, bool clock = false, params string[] scripts)
    {
        var screen = await Screen.NewAsync(browser, browser.Address, new() { ViewportSize = new() { Width = 1080, Height = 1920 }, HasTouch = true });
        foreach (var script in scripts)
        {
            await screen.Page.AddInitScriptAsync(script);
        }

        if (clock)
        {
            await screen.Page.Clock.InstallAsync();
        }

        await screen.Page.GotoAsync("/kiosk");
        return screen;
    }

    public static async Task<Screen> BeginAsync(BrowserFixture browser, bool clock = false, params string[] scripts)
    {
        var screen = await OpenAsync(browser, clock, scripts);
        await Button(screen, "Begin").ClickAsync();
        await screen.SeesAsync("verhaal");
        return screen;
    }

    /// <summary>A button on the whole page, also outside of the chat.</summary>
    public static ILocator Button(Screen screen, string name) => screen.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Nobody touches the screen until it asks whether somebody is there. From then on time stands still but for what the test lets go by.</summary>
    public static async Task WaitForWarningAsync(Screen screen)
    {
        var now = await screen.Page.EvaluateAsync<double>("Date.now()");
        await screen.Page.Clock.PauseAtAsync(DateTimeOffset.FromUnixTimeMilliseconds((long)now).AddMinutes(2).UtcDateTime);
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("Bent u er nog?");
    }

    public static async Task StopAsync(Screen screen)
    {
        await Button(screen, "Stop en wis alles").ClickAsync();
        await Button(screen, "Ja, wis alles").ClickAsync();
        await Assertions.Expect(Button(screen, "Begin")).ToBeVisibleAsync();
    }
}
