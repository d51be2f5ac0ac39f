using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows V of the specification: contrast modes, zoom, spacing, motion, focus and targets.</summary>
[Collection(BrowserTests.Name)]
public sealed class LooksTests(BrowserFixture browser)
{
    private const string Root = "const root = document.querySelector('klacht-chat').shadowRoot; const all = s => [...root.querySelectorAll(s)]; "
        + "const shown = e => e.checkVisibility() && e.getBoundingClientRect().width > 1; ";

    [Fact]
    public async Task V04_With_forced_colours_everything_keeps_an_edge()
    {
        await using var screen = await OpenAsync(new() { ForcedColors = ForcedColors.Active }, "klacht[1].wanneer");
        await screen.SeesAsync("klacht[1].wanneer");

        var bare = await screen.Page.EvaluateAsync<string[]>(
            $"() => {{ {Root} return all('.beurt, .knop, .knop-keuze, .veld').filter(shown).filter(e => parseFloat(getComputedStyle(e).borderTopWidth) === 0).map(e => e.className); }}");

        await screen.ShotAsync("forced-colours");
        Assert.Empty(bare);
    }

    [Theory]
    [InlineData("rol")]
    [InlineData("wens")]
    [InlineData("controle")]
    public async Task V05_At_four_hundred_percent_only_the_page_scrolls_and_nothing_is_cut(string vraag)
    {
        await using var screen = await OpenAsync(new() { ViewportSize = new() { Width = 320, Height = 256 } }, vraag);
        await screen.SeesAsync(vraag);

        Assert.InRange(await screen.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 320);
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>(
            $"() => {{ {Root} return all('*').filter(e => /auto|scroll/.test(getComputedStyle(e).overflowY) && e.scrollHeight > e.clientHeight + 1).map(e => e.className); }}"));
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>(
            $"() => {{ {Root} return all('*').filter(e => /sticky|fixed/.test(getComputedStyle(e).position)).map(e => e.className); }}"));
        await screen.Button("Verstuur antwoord").ScrollIntoViewIfNeededAsync();
        await Expect(screen.Button("Verstuur antwoord")).ToBeInViewportAsync();
        await screen.ShotAsync($"320x256-{vraag}");
    }

    [Theory]
    [InlineData("klacht[1].wanneer", "line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important")]
    [InlineData("controle", "line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important")]
    [InlineData("rol", "")]
    public async Task V06_Wider_text_and_larger_text_are_not_cut(string vraag, string spacing)
    {
        await using var screen = await OpenAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } }, vraag);
        await screen.SeesAsync(vraag);

        await screen.Page.EvaluateAsync(
            "css => { const s = new CSSStyleSheet(); s.replaceSync(css ? `* { ${css} } p { margin-block-end: 2em !important }` : ''); const r = document.querySelector('klacht-chat').shadowRoot; "
            + "r.adoptedStyleSheets = [...r.adoptedStyleSheets, s]; if (!css) { const big = new CSSStyleSheet(); big.replaceSync('html { font-size: 200% }'); document.adoptedStyleSheets = [big]; } }",
            spacing);

        var cut = await screen.Page.EvaluateAsync<string[]>(
            $"() => {{ {Root} return all('*').filter(shown).filter(e => !e.closest('.gesprek') && getComputedStyle(e).overflow !== 'visible' && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1) && !e.matches('.vh, .veld')).map(e => e.className || e.tagName); }}");
        Assert.Empty(cut);
        Assert.InRange(await screen.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 390);
    }

    [Fact]
    public async Task V07_With_reduced_motion_nothing_moves()
    {
        await using var screen = await OpenAsync(new() { ReducedMotion = ReducedMotion.Reduce }, "rol");
        await screen.SeesAsync("rol");
        await using var slow = await SlowAnswer.OnAsync(screen.Page);
        await screen.PressAsync("Voor mijzelf");
        await Expect(screen.Chat.Locator(".stippen")).ToBeVisibleAsync();

        var moving = await screen.Page.EvaluateAsync<int>($"() => {{ {Root} return root.getAnimations().length + document.getAnimations().length; }}");

        Assert.Equal(0, moving);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task V08_Whatever_has_focus_shows_it(ColorScheme scheme)
    {
        await using var screen = await OpenAsync(new() { ColorScheme = scheme }, "wens");
        await screen.SeesAsync("wens");
        await screen.Heading.FocusAsync();

        for (var i = 0; i < 16; i++)
        {
            await screen.Page.Keyboard.PressAsync("Tab");
            var ring = await screen.Page.EvaluateAsync<double>(
                $"() => {{ {Root} const e = root.activeElement?.matches('input[type=checkbox]') ? root.activeElement.parentElement : root.activeElement; "
                + "if (!e) return 99; const s = getComputedStyle(e); return s.outlineStyle === 'none' ? 0 : parseFloat(s.outlineWidth); }");
            Assert.True(ring >= 2, await screen.FocusAsync());
        }
    }

    [Theory]
    [InlineData(true, "solid")]
    [InlineData(false, "none")]
    public async Task V08_The_question_shows_its_focus_to_who_uses_the_keyboard(bool keyboard, string outline)
    {
        await using var screen = await OpenAsync(new(), "rol");
        var answer = screen.Button("Voor mijzelf");

        await (keyboard ? answer.PressAsync("Enter") : answer.ClickAsync());
        await screen.FocusIsOnAsync("besluit");

        Assert.Equal(outline, await screen.Heading.EvaluateAsync<string>("h => getComputedStyle(h).outlineStyle"));
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(1280, 900)]
    public async Task V09_Every_button_has_room_for_a_thumb(int width, int height)
    {
        foreach (var vraag in (string[])["rol", "klacht[1].wanneer", "wens", "controle"])
        {
            await using var screen = await OpenAsync(new() { ViewportSize = new() { Width = width, Height = height } }, vraag);
            await screen.SeesAsync(vraag);
            var small = await screen.Page.EvaluateAsync<string[]>(
                $"() => {{ {Root} return all('button, .vink, .veld').filter(shown).filter(e => {{ const r = e.getBoundingClientRect(); return r.width < 47.9 || r.height < 47.9; }}).map(e => e.innerText); }}");
            await screen.ShotAsync($"{vraag}-{width}");
            Assert.Empty(small);
        }
    }

    [Theory]
    [InlineData("/proef/inline.html", "rgb(255, 255, 255)")]
    [InlineData("/klacht", "rgb(22, 35, 42)")]
    public async Task V10_Dark_only_where_the_page_says_that_it_can_be(string path, string background)
    {
        await using var screen = await OpenAsync(new() { ColorScheme = ColorScheme.Dark }, path: path);
        await screen.SeesAsync("verhaal");

        Assert.Equal(background, await screen.Chat.Locator(".kh").EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor"));
    }

    [Theory]
    [InlineData("--klachthulp-knop")]
    [InlineData("--basis-color-action-1-inverse-bg-default")]
    [InlineData("--nl-button-primary-background-color")]
    [InlineData("--utrecht-button-primary-action-background-color")]
    [InlineData("--utrecht-button-background-color")]
    public async Task V01_The_colour_of_the_page_is_taken_from_whichever_token_it_has(string token)
    {
        await using var screen = await OpenAsync(new(), path: "/proef/inline.html");
        await screen.SeesAsync("verhaal");

        await screen.Page.EvaluateAsync("token => document.documentElement.style.setProperty(token, 'rgb(1, 2, 3)')", token);

        Assert.Equal("rgb(1, 2, 3)", await screen.Chat.Locator(".knop-hoofd").EvaluateAsync<string>("async e => { await Promise.all(e.getAnimations().map(a => a.finished)); return getComputedStyle(e).backgroundColor; }"));
    }

    private Task<Screen> OpenAsync(BrowserNewContextOptions options, string? at = null, string path = "/klacht") => Screen.OpenAsync(browser, at, path, options);
}
