using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Row C-15 of the specification: who writes about danger gets help first, and the form waits.</summary>
[Collection(BrowserTests.Name)]
public sealed class DangerTests(BrowserFixture browser)
{
    [Fact]
    public async Task C15_After_words_of_distress_come_numbers_and_the_question_waits_for_a_press()
    {
        await using var screen = await Screen.OpenAsync(browser);

        await screen.AnswerAsync("Ik wil liever dood.");

        var card = screen.Chat.Locator(".melding[data-toon=crisis]");
        await Expect(card.Locator("a[href='tel:113']")).ToBeVisibleAsync();
        await Expect(card.Locator("a[href='tel:112']")).ToBeVisibleAsync();
        await Expect(screen.Chat.Locator(".meldingen")).ToBeFocusedAsync();
        await Expect(screen.Question).ToBeHiddenAsync();
        await Expect(Thanks(screen)).ToHaveCountAsync(0);
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
        await screen.ShotAsync("danger");

        await screen.PressAsync("Verder met mijn klacht");

        await screen.FocusIsOnAsync("gemeente");
        await Expect(Thanks(screen)).ToBeVisibleAsync();
        await Expect(card.Locator("a[href='tel:113']")).ToBeVisibleAsync();
        await Expect(screen.Button("Verder met mijn klacht")).ToHaveCountAsync(0);
        await screen.AnswerAsync("Rotterdam");
        await screen.FocusIsOnAsync("uitvoerder");
        await Expect(card.Locator("a[href='tel:113']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task C15_What_was_typed_meanwhile_is_there_after_the_press()
    {
        await using var screen = await Screen.OpenAsync(browser, "gegevens.naam");
        await screen.SeesAsync("gegevens.naam");
        await using var slow = await SlowAnswer.OnAsync(screen.Page);
        await screen.AnswerAsync("Ik wil liever dood.");
        await screen.Field.PressSequentiallyAsync("S. Bew");
        slow.LetGo();
        await Expect(screen.Chat.Locator(".meldingen")).ToBeFocusedAsync();

        await screen.PressAsync("Verder met mijn klacht");

        await screen.FocusIsOnAsync("gegevens.naam");
        await Expect(screen.Field).ToHaveValueAsync("S. Bew");
    }

    private static ILocator Thanks(Screen screen) => screen.Chat.GetByText("Dank u voor uw verhaal.");
}
