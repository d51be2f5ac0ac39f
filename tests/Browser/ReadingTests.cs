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
    public async Task R01_At_the_check_the_answers_the_letter_and_every_way_on_are_read()
    {
        await using var screen = await OpenAsync("controle");
        await TurnOnAsync(screen);

        var said = await ReadAsync(screen);

        Assert.Contains("De lantaarnpaal in mijn straat is al lang kapot", said, StringComparison.Ordinal);
        Assert.Contains("Lindestraat 1", said, StringComparison.Ordinal);
        Assert.Contains("Ik dien een klacht in", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Wijzig", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R01_What_is_folded_open_and_the_ways_past_a_question_are_read()
    {
        await using var screen = await OpenAsync("uitvoerder");
        await TurnOnAsync(screen);
        var before = await ReadAsync(screen);
        await screen.PressAsync("Waarom vragen we dit?");
        var reason = await screen.Question.Locator(".vouw-inhoud p").First.InnerTextAsync();

        var after = await ReadAsync(screen);

        Assert.Contains("Dat weet ik niet", before, StringComparison.Ordinal);
        Assert.DoesNotContain(reason, before, StringComparison.Ordinal);
        Assert.Contains(reason, after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R01_After_sending_the_reference_is_read_and_the_number_for_checking_is_not()
    {
        await using var screen = await OpenAsync("", answers: new Dictionary<string, string>(Talk.Kort) { ["versturen"] = "versturen" });
        await screen.SeesOutcomeAsync();
        await Expect(screen.Chat.Locator(".uitkomst")).ToContainTextAsync("Controlegetal");

        await screen.Chat.EvaluateAsync("e => e.dispatchEvent(new CustomEvent('klachthulp-lees'))");
        var said = await FinishAsync(screen);

        Assert.Contains("Uw kenmerk is KH-", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Controlegetal", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R03_A_long_story_without_a_full_stop_is_read_in_pieces()
    {
        var story = string.Join(' ', Enumerable.Repeat("de lamp in mijn straat is al heel lang stuk en niemand komt kijken", 8));
        await using var screen = await OpenAsync("uitvoerder", answers: new Dictionary<string, string>(Talk.Kort) { ["verhaal"] = story });
        await TurnOnAsync(screen);

        await screen.Turns.GetByRole(AriaRole.Button, new() { Name = "Lees voor vanaf hier" }).First.ClickAsync();
        await FinishAsync(screen);
        var pieces = await screen.Page.EvaluateAsync<string[]>("said.map(u => u.text)");

        Assert.Contains(story, string.Join(' ', pieces), StringComparison.OrdinalIgnoreCase);
        Assert.True(pieces.Count(static piece => piece.Contains("de lamp in mijn straat", StringComparison.OrdinalIgnoreCase)) > 2);
        Assert.All(pieces, static piece => Assert.InRange(piece.Length, 1, 200));
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

    [Fact]
    public async Task L06_A_difficult_word_is_explained_in_Ukrainian_too()
    {
        await using var screen = await Screen.OpenAsync(browser, "eerder.geklaagd");
        await screen.SeesAsync("eerder.geklaagd");
        await screen.SpeakAsync("uk", "ltr");
        await screen.Question.GetByRole(AriaRole.Button, new() { Name = "Чому ми це питаємо?" }).ClickAsync();
        await Expect(screen.Question.Locator(".vouw-inhoud").First).ToContainTextAsync("омбудсман");

        await screen.PressAsync("Що це: омбудсман?");

        await Expect(screen.Question.GetByText("Омбудсман не належить до громади.")).ToBeVisibleAsync();
    }

    /// <summary>Has the question read, to its end.</summary>
    /// <returns>Everything that was said.</returns>
    private static async Task<string> ReadAsync(Screen screen)
    {
        await screen.PressAsync("Lees de vraag voor");
        return await FinishAsync(screen);
    }

    private static async Task<string> FinishAsync(Screen screen)
    {
        await screen.Page.WaitForFunctionAsync("() => CSS.highlights.has('kh-lees')");
        await screen.Page.EvaluateAsync("async () => { while (CSS.highlights.has('kh-lees')) { finish(); await 0; } }");
        return string.Join(' ', await screen.Page.EvaluateAsync<string[]>("said.map(u => u.text)"));
    }

    private async Task<Screen> OpenAsync(string at, bool local = true, bool late = false, IReadOnlyDictionary<string, string>? answers = null)
    {
        var talk = await Talk.StartAsync(browser.Http, browser.Address);
        await talk.GoToAsync(at, answers);
        var screen = await Screen.NewAsync(browser, browser.Address, new());
        await screen.Page.AddInitScriptAsync(Stub(local, late));
        await screen.GoOnAsync(talk);
        if (at.Length > 0)
        {
            await screen.SeesAsync(at);
        }

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
