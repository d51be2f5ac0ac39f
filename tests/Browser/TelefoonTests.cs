using KlachtHulp.Dialogs.Gemeenten;
using KlachtHulp.Dialogs.Recht;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows C-16, F-05 and N-06 of the specification: where the gemeente can be called stands on our own pages, also when nothing works.</summary>
[Collection(BrowserTests.Name)]
public sealed class TelefoonTests(BrowserFixture browser)
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static Gemeenteinstelling Zwolle => Gemeentecode.TryParse("0193", out var code)
        ? new(code, new Herkomst("de gemeente zelf", Today, new DateOnly(2026, 1, 1)) { Zekerheid = Zekerheid.Hoog }) { Telefoon = "14 038" }
        : throw new System.Diagnostics.UnreachableException();

    [Fact]
    public async Task F05_When_the_server_fails_our_own_page_knows_whom_to_call()
    {
        await using var bot = new KestrelBot(Today, Zwolle);
        await using var screen = await Screen.OpenAsync(browser, bot.Address, at: null, "/klacht?gemeente=0193", options: null);
        await screen.SeesAsync("verhaal");
        await screen.Page.RouteAsync("**/activities", static route => route.FulfillAsync(new() { Status = 503 }));

        await screen.AnswerAsync(Talk.Kort["verhaal"]);

        await Expect(screen.Chat.Locator(".storing")).ToContainTextAsync("U kunt ook bellen: 14 038.");
    }

    [Fact]
    public async Task K07_F05_The_kiosk_knows_whom_to_call()
    {
        await using var bot = new KestrelBot(Today, Zwolle);
        await using var screen = await Screen.NewAsync(browser, bot.Address, new());

        await screen.Page.GotoAsync("/kiosk?gemeente=0193");
        await screen.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Begin", Exact = true }).ClickAsync();

        await Expect(screen.Chat).ToHaveAttributeAsync("telefoon", "14 038");
    }

    [Theory]
    [InlineData("/klacht?gemeente=0193", "Bellen kan ook: 14 038.")]
    [InlineData("/klacht?gemeente=0193&taal=en", "You can also call: 14 038.")]
    [InlineData("/klacht", "U kunt ook bellen met uw gemeente. Of ga naar de balie.")]
    public async Task N06_Without_JavaScript_the_page_says_how_to_call(string path, string words)
    {
        await using var bot = new KestrelBot(Today, Zwolle);
        await using var screen = await PlainPage.OpenAsync(browser, bot.Address, javaScript: false, width: 390);

        await screen.Page.GotoAsync(path);

        await Expect(screen.Page.GetByText(words)).ToBeVisibleAsync();
    }
}
