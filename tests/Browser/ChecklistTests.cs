using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows of the accessibility checklist that no row of the specification covers; each test begins with its success criterion.</summary>
[Collection(BrowserTests.Name)]
public sealed class ChecklistTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(390, "rol")]
    [InlineData(390, "controle")]
    [InlineData(1280, "wens")]
    public async Task A1_3_2_What_the_Tab_key_reaches_first_stands_first(int width, string vraag)
    {
        await using var screen = await Screen.OpenAsync(browser, vraag, options: Screen.Size(width, 844));
        await screen.SeesAsync(vraag);

        var jumps = await screen.Chat.Locator(".lijf").EvaluateAsync<string[]>(
            "(lijf) => { const all = [...lijf.querySelectorAll('.midden :is(button, input, textarea, select, a)')].map((e) => [e, e.getBoundingClientRect()]).filter(([, r]) => r.height > 1);"
            + " return all.slice(1).flatMap(([e, r], i) => (r.bottom <= all[i][1].top ? [`${e.textContent} stands above ${all[i][0].textContent}`] : [])); }");

        Assert.Empty(jumps);
    }

    [Theory]
    [InlineData("gegevens.naam", "name")]
    [InlineData("gegevens.adres", "street-address")]
    [InlineData("gegevens.email", "email")]
    [InlineData("gegevens.telefoon", "tel")]
    public async Task A1_3_5_The_browser_can_fill_in_who_somebody_is(string vraag, string token)
    {
        await using var screen = await Screen.OpenAsync(browser, vraag);
        await screen.SeesAsync(vraag);

        await Expect(screen.Field).ToHaveAttributeAsync("autocomplete", token);
    }

    [Theory]
    [InlineData("gegevens.naam", "name")]
    [InlineData("gegevens.adres", "street-address")]
    [InlineData("gegevens.email", "email")]
    [InlineData("gegevens.telefoon", "tel")]
    [InlineData("gemeente", "off")]
    public async Task A1_3_5_Without_JavaScript_it_can_too_and_keeps_no_other_answer(string vraag, string token)
    {
        await using var screen = await PlainPage.OpenAsync(browser, browser.Address, javaScript: false, width: 390);
        await screen.BeginAsync();

        await screen.GoToAsync(vraag, Talk.Kort);

        await Expect(screen.Page.Locator("#antwoord")).ToHaveAttributeAsync("autocomplete", token);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gemeente")]
    public async Task A2_4_1_The_first_stop_of_the_Tab_key_leads_past_the_head_of_the_page(string? vraag)
    {
        await using var screen = await Screen.OpenAsync(browser, vraag);
        await screen.SeesAsync(vraag ?? "verhaal");
        await screen.Page.EvaluateAsync("() => document.activeElement.blur()");

        await screen.Page.Keyboard.PressAsync("Tab");
        await screen.FocusIsAsync("a Ga naar de vraag");
        await screen.Page.Keyboard.PressAsync("Enter");

        await screen.Page.WaitForFunctionAsync("() => document.activeElement.id === 'inhoud'");
        await screen.SeesAsync(vraag ?? "verhaal");
    }

    [Fact]
    public async Task A1_4_4_On_a_page_with_a_small_root_size_letters_and_buttons_stay_large()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol", "/proef/inline.html");
        await screen.SeesAsync("rol");

        await screen.Page.EvaluateAsync("() => { document.documentElement.style.fontSize = '62.5%'; }");

        Assert.True(await screen.Chat.Locator(".kh").EvaluateAsync<double>("e => parseFloat(getComputedStyle(e).fontSize)") >= 16);
        Assert.True(await screen.Button("Voor mijzelf").EvaluateAsync<double>("e => e.getBoundingClientRect().height") >= 44);
    }

    [Fact]
    public async Task A2_1_4_A_letter_outside_a_field_does_nothing()
    {
        await using var screen = await Screen.OpenAsync(browser, "besluit");
        await screen.SeesAsync("besluit");
        await screen.Heading.FocusAsync();
        var kept = await screen.KeptAsync();

        await screen.Page.Keyboard.TypeAsync("abcdefghijklmnopqrstuvwxyz0123456789?/");

        await screen.FocusIsOnAsync("besluit");
        await Expect(screen.Field).ToHaveValueAsync("");
        Assert.Equal(kept, await screen.KeptAsync());
    }

    [Fact]
    public async Task A2_5_2_Nothing_is_answered_until_the_finger_lifts_on_the_button()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol");
        await screen.SeesAsync("rol");
        var kept = await screen.KeptAsync();
        await screen.Button("Voor mijzelf").HoverAsync();

        await screen.Page.Mouse.DownAsync();
        await screen.Heading.HoverAsync();
        await screen.Page.Mouse.UpAsync();

        Assert.Equal(kept, await screen.KeptAsync());
        await screen.PressAsync("Voor mijzelf");
        await screen.SeesAsync("besluit");
    }
}
