using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows F-06 and F-07 of the specification: being away for long, and two windows.</summary>
[Collection(BrowserTests.Name)]
public sealed class AwayTests(BrowserFixture browser)
{
    [Fact]
    public async Task F06_Who_was_away_for_less_than_a_day_notices_nothing()
    {
        await using var bot = new KestrelBot(new DateOnly(2026, 3, 2));
        await using var screen = await Screen.OpenAsync(browser, bot.Address, "gegevens.naam", "/klacht", options: null);
        await screen.SeesAsync("gegevens.naam");

        bot.Advance(TimeSpan.FromHours(20));
        await screen.AnswerAsync("S. Bewoner");

        await screen.SeesAsync("gegevens.adres");
        Assert.Equal(1, await screen.Turns.Filter(new() { HasText = "S. Bewoner" }).CountAsync());
    }

    [Fact]
    public async Task F06_Who_saved_goes_on_at_the_same_question_after_a_long_time()
    {
        await using var bot = new KestrelBot(new DateOnly(2026, 3, 2));
        await using var screen = await Screen.OpenAsync(browser, bot.Address, "gegevens.naam", "/klacht", options: null);
        await screen.SeesAsync("gegevens.naam");
        await screen.PressAsync("Opslaan en later verder");
        await Expect(screen.Chat.Locator(".later .kenmerk")).ToBeVisibleAsync();

        bot.Advance(TimeSpan.FromHours(50));
        await screen.AnswerAsync("S. Bewoner");
        await Expect(screen.Chat.GetByText("U was lang weg. Uw antwoorden zijn bewaard tot woensdag 1 april 2026.")).ToBeVisibleAsync();
        await screen.PressAsync("Ga verder waar u was");

        await screen.SeesAsync("gegevens.naam");
    }

    [Fact]
    public async Task F07_In_a_second_window_the_conversation_goes_on_and_the_first_can_only_be_read()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol");
        await screen.SeesAsync("rol");
        var kept = await screen.Page.EvaluateAsync<string>("JSON.stringify(sessionStorage)");
        var second = await screen.Context.NewPageAsync();
        await second.GotoAsync("/healthz");
        await second.EvaluateAsync("kept => { for (const [k, v] of Object.entries(JSON.parse(kept))) sessionStorage.setItem(k, v); }", kept);
        await second.GotoAsync("/klacht");
        await Expect(second.Locator("klacht-chat [data-active-question]")).ToHaveAttributeAsync("data-vraag", "rol");

        await Expect(screen.Chat.GetByRole(AriaRole.Heading, new() { Name = "Dit gesprek is ook open in een ander venster" })).ToBeVisibleAsync();
        await Expect(screen.Question).ToHaveCountAsync(0);
        await screen.ShotAsync("elsewhere");
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
        await screen.PressAsync("Ga hier verder");

        await screen.FocusIsOnAsync("rol");
        await Expect(second.GetByText("Dit gesprek is ook open in een ander venster").First).ToBeVisibleAsync();
        await screen.PressAsync("Voor mijzelf");
        await screen.SeesAsync("besluit");
    }
}
