using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows K-04 and K-14 of the specification: typing with six keys, and in letters of another script.</summary>
[Collection(BrowserTests.Name)]
public sealed class KioskKeysTests(BrowserFixture browser)
{
    /// <summary>The keys of the keyboard on the screen, in their order.</summary>
    private static readonly string[] Keys = [.. "1234567890qwertyuiopasdfghjklzxcvbnm.,-_@/?'".Select(static c => c.ToString()), "Hoofdletter", "Spatie", "Enter", "Wis letter", "Sluit toetsenbord"];

    [Fact]
    public async Task K14_The_story_is_typed_with_six_keys()
    {
        await using var screen = await Kiosk.OpenAsync(browser);
        await Expect(Kiosk.Button(screen, "Begin")).ToBeVisibleAsync();
        await WalkAsync(screen, "ArrowDown", "button Begin");
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.SeesAsync("verhaal");
        await WalkAsync(screen, "ArrowDown", "textarea");
        await Expect(Keyboard(screen)).ToBeVisibleAsync();
        await screen.Page.Keyboard.PressAsync("ArrowDown");
        await screen.FocusIsAsync("button 1");

        var at = 0;
        foreach (var key in (string[])["l", "a", "m", "p", "Spatie", "i", "s", "Spatie", "s", "t", "u", "k"])
        {
            at = await PressAsync(screen, at, key);
        }

        await Expect(screen.Field).ToHaveValueAsync("lamp is stuk");
        await Expect(Keyboard(screen)).ToBeVisibleAsync();
        await screen.FocusIsAsync("button k");
        await PressAsync(screen, at, "Sluit toetsenbord");
        await screen.FocusIsAsync("textarea");
        await screen.Page.Keyboard.PressAsync("ArrowDown");
        await screen.FocusIsAsync("button Verstuur antwoord");
        await screen.Page.Keyboard.PressAsync("Enter");

        await screen.SeesAsync("gemeente");
    }

    [Fact]
    public async Task K14_Up_and_down_go_from_row_to_row_and_back_to_the_field()
    {
        await using var screen = await Kiosk.BeginAsync(browser);
        await WalkAsync(screen, "ArrowDown", "textarea");

        foreach (var (arrow, there) in ((string, string)[])[("ArrowDown", "button 1"), ("ArrowDown", "button q"), ("ArrowDown", "button a"), ("ArrowUp", "button q"), ("ArrowUp", "button 1"), ("ArrowUp", "textarea")])
        {
            await screen.Page.Keyboard.PressAsync(arrow);
            await screen.FocusIsAsync(there);
        }
    }

    [Fact]
    public async Task K14_The_language_is_chosen_with_six_keys_and_walking_by_changes_nothing()
    {
        await using var screen = await Kiosk.BeginAsync(browser);
        await WalkAsync(screen, "ArrowUp", "select");
        await screen.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(screen.Chat.Locator(".taal-keuze")).ToHaveValueAsync("nl");
        await screen.Page.Keyboard.PressAsync("ArrowDown");
        await screen.FocusIsAsync("select");

        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Page.Keyboard.PressAsync("ArrowDown");
        await screen.Page.Keyboard.PressAsync("Enter");

        await Expect(screen.Page.Locator("html[lang=en]")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData("العربية", "ar", "rtl", "واصل برمز", "ض", "أبت")]
    [InlineData("Українська", "uk", "ltr", "Продовжити з кодом", "й", "АБВ")]
    public async Task K04_A_code_can_be_typed_in_Latin_letters_in_every_language(string language, string code, string direction, string goOn, string own, string back)
    {
        await using var screen = await Kiosk.OpenAsync(browser);
        await Kiosk.Button(screen, language).TapAsync();
        await Expect(screen.Page.Locator($"html[lang={code}][dir={direction}]")).ToHaveCountAsync(1);
        await Kiosk.Button(screen, goOn).TapAsync();
        var field = screen.Chat.Locator(".typen input[autocomplete=off]").Last;
        await field.TapAsync();

        await Kiosk.Button(screen, own).TapAsync();
        await Kiosk.Button(screen, "ABC").TapAsync();
        foreach (var key in (string[])["q", "7", "_", "m"])
        {
            await Kiosk.Button(screen, key).TapAsync();
        }

        await Expect(field).ToHaveValueAsync($"{own}q7_m");
        await screen.ShotAsync($"kiosk-abc-{code}");
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
        await Kiosk.Button(screen, back).TapAsync();
        await Kiosk.Button(screen, own).TapAsync();
        await Expect(field).ToHaveValueAsync($"{own}q7_m{own}");
    }

    [Fact]
    public async Task K04_The_keyboard_comes_up_at_every_question_and_goes_when_it_is_closed()
    {
        await using var screen = await Kiosk.BeginAsync(browser);
        await screen.AnswerAsync("De lamp in mijn straat is al lang stuk.");
        await screen.FocusIsOnAsync("gemeente");
        await Expect(Keyboard(screen)).ToHaveCountAsync(0);

        await screen.Field.TapAsync();
        await Kiosk.Button(screen, "u").TapAsync();
        await Expect(screen.Field).ToHaveValueAsync("u");
        await Kiosk.Button(screen, "Sluit toetsenbord").TapAsync();
        await Expect(Keyboard(screen)).ToHaveCountAsync(0);
        await Expect(screen.Field).ToBeFocusedAsync();

        await screen.Page.Keyboard.PressAsync("Shift+Tab");
        await screen.Page.Keyboard.PressAsync("Tab");
        await Expect(Keyboard(screen)).ToBeVisibleAsync();
    }

    private static ILocator Keyboard(Screen screen) => screen.Page.GetByRole(AriaRole.Group, new() { Name = "Toetsenbord" });

    /// <summary>Presses one arrow until this has focus.</summary>
    private static async Task WalkAsync(Screen screen, string arrow, string name)
    {
        for (var i = 0; i < 60 && !(await screen.FocusAsync()).StartsWith(name, StringComparison.Ordinal); i++)
        {
            await screen.Page.Keyboard.PressAsync(arrow);
        }

        Assert.StartsWith(name, await screen.FocusAsync(), StringComparison.Ordinal);
    }

    /// <summary>Walks from one key of the keyboard to another, and presses OK there.</summary>
    /// <returns>Where it stands now.</returns>
    private static async Task<int> PressAsync(Screen screen, int at, string key)
    {
        var to = Array.IndexOf(Keys, key);
        for (var i = at; i != to; i += Math.Sign(to - at))
        {
            await screen.Page.Keyboard.PressAsync(to > at ? "ArrowRight" : "ArrowLeft");
        }

        await screen.FocusIsAsync($"button {key}");
        await screen.Page.Keyboard.PressAsync("Enter");
        return to;
    }
}
