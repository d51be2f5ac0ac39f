using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows K-07 and K-09 of the specification: what a resident takes along from a kiosk, and what stays then.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class KioskTakeAlongTests(BrowserFixture browser)
{
    /// <summary>A kiosk that does not come round to looking whether the telephone went on.</summary>
    private const string NeverLooks = "{ const every = window.setInterval; window.setInterval = (act, ms, ...more) => ms === 2000 ? 0 : every(act, ms, ...more); }";

    private const string Printer = "window.papers = []; window.print = () => papers.push(document.querySelector('.kiosk-papier')?.textContent ?? '');";

    [GeneratedRegex("^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$", RegexOptions.None, 1000)]
    private static partial Regex Code { get; }

    [Fact]
    public async Task K07_Who_takes_a_code_on_paper_goes_on_later_and_the_paper_holds_nothing_else()
    {
        await using var screen = await AnsweredAsync(Printer);
        await screen.PressAsync("Opslaan en later verder");
        var shown = screen.Chat.Locator(".later .kenmerk");
        await Expect(shown).ToHaveTextAsync(Code);
        var code = await shown.InnerTextAsync();
        await screen.ShotAsync("kiosk-code");
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
        await Expect(screen.Page.Locator("a[href]")).ToHaveCountAsync(0);

        await screen.PressAsync("Print deze code");

        var paper = await screen.Page.EvaluateAsync<string>("papers.join()");
        Assert.Contains(code, paper, StringComparison.Ordinal);
        Assert.Contains($"{browser.Address}/klacht", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("Lindestraat", paper, StringComparison.Ordinal);
        await screen.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(screen.Page.Locator(".kiosk-papier .kenmerk")).ToBeVisibleAsync();
        await Expect(screen.Page.Locator(".kiosk")).ToBeHiddenAsync();
        await Expect(screen.Page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await screen.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await Expect(screen.Page.Locator(".kiosk-papier")).ToBeHiddenAsync();

        await Kiosk.Button(screen, "Stop en wis alles").ClickAsync();
        await Expect(screen.Page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("Met uw code kunt u later verder.");
        await Kiosk.Button(screen, "Ja, wis alles").ClickAsync();
        await Kiosk.Button(screen, "Verder met een code").ClickAsync();
        await screen.Chat.GetByLabel("Typ uw code").FillAsync(code);
        await screen.PressAsync("Ga verder");
        await screen.SeesAsync("gemeente");
    }

    [Fact]
    public async Task K09_Stopping_at_the_kiosk_leaves_what_a_telephone_went_on_with()
    {
        await using var screen = await AnsweredAsync(NeverLooks);
        await using var telephone = await HandOverAsync(screen);

        await Kiosk.StopAsync(screen);

        await telephone.AnswerAsync("Rotterdam");
        await telephone.SeesAsync("uitvoerder");
    }

    [Fact]
    public async Task K09_The_code_still_works_for_who_walked_to_another_room_with_it()
    {
        await using var screen = await Kiosk.BeginAsync(browser, clock: true, NeverLooks);
        await screen.AnswerAsync("De lamp in de Lindestraat is al lang stuk.");
        await screen.SeesAsync("gemeente");
        await screen.PressAsync("Verder op uw eigen telefoon");
        var code = await screen.Chat.Locator(".later .kenmerk").InnerTextAsync();

        await Kiosk.WaitForWarningAsync(screen);
        await Expect(screen.Page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("Met uw code kunt u verder.");
        await screen.Page.Clock.FastForwardAsync(60_000);
        await Expect(Kiosk.Button(screen, "Begin")).ToBeVisibleAsync();

        await using var telephone = await TakeUpAsync(code);
        await telephone.SeesAsync("gemeente");
    }

    [Theory]
    [InlineData("Ik wil een mens spreken", "U kunt altijd met een mens praten.")]
    [InlineData("stop", "Wilt u later verder?")]
    [InlineData("Ik wil liever dood.", "113")]
    public async Task K07_Nothing_is_promised_to_who_walks_away(string said, string answered)
    {
        await using var screen = await AnsweredAsync();

        await screen.AnswerAsync(said);

        await Expect(screen.Chat.Locator(".meldingen")).ToContainTextAsync(answered);
        await Expect(screen.Chat.Locator(".meldingen")).ToContainTextAsync("code");
        await Expect(screen.Chat.GetByText("bewaard")).ToHaveCountAsync(0);
    }

    private async Task<Screen> AnsweredAsync(params string[] scripts)
    {
        var screen = await Kiosk.BeginAsync(browser, clock: false, scripts);
        await screen.AnswerAsync("De lamp in de Lindestraat is al lang stuk.");
        await screen.SeesAsync("gemeente");
        await Expect(screen.Button("Verder op uw eigen telefoon")).ToBeVisibleAsync();
        return screen;
    }

    private async Task<Screen> HandOverAsync(Screen screen)
    {
        await screen.PressAsync("Verder op uw eigen telefoon");
        var telephone = await TakeUpAsync(await screen.Chat.Locator(".later .kenmerk").InnerTextAsync());
        await telephone.SeesAsync("gemeente");
        return telephone;
    }

    private async Task<Screen> TakeUpAsync(string code)
    {
        var telephone = await Screen.NewAsync(browser, browser.Address, Screen.Size(390, 844));
        await telephone.Page.GotoAsync($"/klacht#verder={code}");
        return telephone;
    }
}
