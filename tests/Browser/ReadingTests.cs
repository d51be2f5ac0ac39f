using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows R, V-03 and L-06 of the specification: reading aloud, larger letters, more contrast, and words explained.</summary>
[Collection(BrowserTests.Name)]
public sealed class ReadingTests(BrowserFixture browser)
{
    /// <summary>Stands in for the voices of a device: keeps what is said, and ends each sentence when the test says so.</summary>
    private const string Voices =
        """
        (() => {
          window.said = []; window.stopped = 0;
          const voices = [{ lang: 'nl-NL', name: 'Proef', localService: LOCAL }];
          class Utterance { constructor(text) { this.text = text; } }
          Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
          const synth = Object.assign(new EventTarget(), {
            speaking: false, getVoices: () => LATE && !window.voicesReady ? [] : voices,
            speak(u) { this.speaking = true; window.said.push(u); },
            cancel() { this.speaking = false; window.stopped++; },
          });
          Object.defineProperty(window, 'speechSynthesis', { value: synth });
          window.finish = () => { const u = window.said.at(-1); synth.speaking = false; u.onend(); };
        })();
        """;

    [Fact]
    public async Task R01_R03_The_question_is_read_in_short_sentences_only_after_a_press()
    {
        await using var screen = await OpenAsync("gemeente");
        await TurnOnAsync(screen);
        Assert.Equal(0, await screen.Page.EvaluateAsync<int>("said.length"));
        await screen.PressAsync("Langzaam");

        await screen.PressAsync("Lees de vraag voor");
        await screen.Page.WaitForFunctionAsync("() => said.length === 1");
        var marked = await screen.Page.EvaluateAsync<string>("[...CSS.highlights.get('kh-lees')].map(r => r.toString()).join()");
        var first = await screen.Page.EvaluateAsync<string>("[said[0].text, said[0].lang, said[0].rate].join('|')");
        await screen.Page.EvaluateAsync("async () => { while (CSS.highlights.has('kh-lees')) { finish(); await 0; } }");

        var title = await screen.Chat.Locator(".vraag h3 span").Last.InnerTextAsync();
        var said = string.Join(' ', await screen.Page.EvaluateAsync<string[]>("said.map(u => u.text)"));
        Assert.EndsWith("|nl-NL|0.8", first, StringComparison.Ordinal);
        Assert.StartsWith(first.Split('|')[0], marked.Trim(), StringComparison.Ordinal);
        Assert.Contains(title, said, StringComparison.Ordinal);
        Assert.True(await screen.Page.EvaluateAsync<bool>("said.every(u => u.text.length <= 200 && u.text.length > 0)"));
        await Expect(screen.Button("Lees de vraag voor")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task R01_From_an_earlier_turn_everything_after_it_is_read()
    {
        await using var screen = await OpenAsync("uitvoerder");
        await TurnOnAsync(screen);

        await screen.Turns.Filter(new() { HasText = "Voor welke gemeente" }).Or(screen.Turns.And(screen.Chat.Locator("[data-van=bot]"))).Last.GetByRole(AriaRole.Button, new() { Name = "Lees voor vanaf hier" }).ClickAsync();

        await screen.Page.WaitForFunctionAsync("() => said.length === 1");
        var turn = await screen.Chat.Locator(".beurt[data-van=bot] p").Last.InnerTextAsync();
        Assert.Contains(await screen.Page.EvaluateAsync<string>("said[0].text"), "KlachtHulp: " + turn, StringComparison.Ordinal);
        await screen.PressAsync("Stop met voorlezen");
        Assert.False(await screen.Page.EvaluateAsync<bool>("speechSynthesis.speaking"));
    }

    [Fact]
    public async Task R02_A_voice_that_sends_the_text_away_is_never_used()
    {
        await using var screen = await OpenAsync("gemeente", local: false);
        await TurnOnAsync(screen);

        await screen.PressAsync("Lees de vraag voor");

        await Expect(screen.Chat.GetByText("Voorlezen kan niet op dit apparaat in deze taal.").First).ToBeVisibleAsync();
        Assert.Equal(0, await screen.Page.EvaluateAsync<int>("said.length"));
    }

    [Fact]
    public async Task R04_Voices_that_come_late_are_waited_for()
    {
        await using var screen = await OpenAsync("gemeente", late: true);
        await TurnOnAsync(screen);
        await screen.PressAsync("Lees de vraag voor");

        await screen.Page.WaitForFunctionAsync("() => { window.voicesReady = true; speechSynthesis.dispatchEvent(new Event('voiceschanged')); return said.length === 1; }");

        await Expect(screen.Button("Stop met voorlezen")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task R05_Reading_stops_when_another_question_comes()
    {
        await using var screen = await OpenAsync("rol");
        await TurnOnAsync(screen);
        await screen.PressAsync("Lees de vraag voor");
        await screen.Page.WaitForFunctionAsync("() => speechSynthesis.speaking");

        await screen.PressAsync("Voor mijzelf");
        await screen.SeesAsync("besluit");

        Assert.False(await screen.Page.EvaluateAsync<bool>("speechSynthesis.speaking"));
        await Expect(screen.Button("Lees de vraag voor")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task R05_Reading_stops_when_the_panel_is_closed()
    {
        await using var screen = await Screen.NewAsync(browser, browser.Address, new());
        await screen.Page.AddInitScriptAsync(Stub(local: true, late: false));
        await screen.Page.GotoAsync("/proef/launcher.html");
        await screen.PressAsync("Hulp bij uw klacht");
        await screen.SeesAsync("verhaal");
        await TurnOnAsync(screen);
        await screen.PressAsync("Lees de vraag voor");
        await screen.Page.WaitForFunctionAsync("() => speechSynthesis.speaking");

        await screen.PressAsync("Sluiten");

        Assert.False(await screen.Page.EvaluateAsync<bool>("speechSynthesis.speaking"));
    }

    [Fact]
    public async Task V03_Larger_letters_and_more_contrast_are_kept_in_this_tab()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol");
        await screen.SeesAsync("rol");
        const string Size = "e => parseFloat(getComputedStyle(e).fontSize)";
        var small = await screen.Heading.EvaluateAsync<float>(Size);

        await screen.PressAsync("Hulp bij lezen");
        await screen.PressAsync("Grotere letters");
        await screen.PressAsync("Meer contrast");
        await screen.Page.ReloadAsync();
        await screen.SeesAsync("rol");

        Assert.True(await screen.Heading.EvaluateAsync<float>(Size) > small * 1.3);
        Assert.Equal("rgb(0, 0, 0)", await screen.Chat.Locator(".kh").EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor"));
        await screen.ShotAsync("high-contrast-large");
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
        Assert.Equal(0, await screen.Page.EvaluateAsync<int>("localStorage.length"));
    }

    [Fact]
    public async Task L06_A_difficult_word_is_explained_in_its_place()
    {
        await using var screen = await Screen.OpenAsync(browser, "besluit");
        await screen.SeesAsync("besluit");
        var button = screen.Button("Wat is dit: besluit?");
        await Expect(button).ToHaveAttributeAsync("aria-expanded", "false");

        await button.ClickAsync();

        await Expect(button).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(screen.Question.GetByText("Een besluit staat meestal in een brief.")).ToBeVisibleAsync();
        await Expect(screen.Chat.Locator("[title]")).ToHaveCountAsync(0);
    }

    private async Task<Screen> OpenAsync(string at, bool local = true, bool late = false)
    {
        var talk = await Talk.StartAsync(browser.Http, browser.Address);
        await talk.GoToAsync(at);
        var screen = await Screen.NewAsync(browser, browser.Address, new());
        await screen.Page.AddInitScriptAsync(Stub(local, late));
        await screen.GoOnAsync(talk);
        await screen.SeesAsync(at);
        return screen;
    }

    private static string Stub(bool local, bool late)
        => Voices.Replace("LOCAL", local ? "true" : "false", StringComparison.Ordinal).Replace("LATE", late ? "true" : "false", StringComparison.Ordinal);

    private static async Task TurnOnAsync(Screen screen)
    {
        await screen.PressAsync("Hulp bij lezen");
        await screen.PressAsync("Voorlezen");
    }
}
