using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows E of the specification: the overview, changing an answer, and progress.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class AnswersTests(BrowserFixture browser)
{
    [GeneratedRegex("^Wijzig: ", RegexOptions.None, 1000)]
    private static partial Regex Change { get; }

    [Fact]
    public async Task C04_What_was_refused_is_still_in_the_field_after_asking_for_help()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol");
        await screen.AnswerAsync("blauw");
        await Expect(screen.Field).ToHaveValueAsync("blauw");

        await screen.PressAsync("Ik wil een mens spreken");

        await Expect(screen.Chat.Locator(".meldingen")).ToContainTextAsync("U kunt altijd met een mens praten.");
        await Expect(screen.Field).ToHaveValueAsync("blauw");
    }

    [Theory]
    [InlineData("stop", "Bewaar eerst uw code.")]
    [InlineData("mens", "U kunt altijd met een mens praten.")]
    public async Task C04_A_command_that_was_understood_does_not_come_back_into_the_field(string command, string words)
    {
        await using var screen = await Screen.OpenAsync(browser, "gegevens.naam");
        await screen.SeesAsync("gegevens.naam");

        await screen.AnswerAsync(command);

        await Expect(screen.Chat.Locator(".meldingen")).ToContainTextAsync(words);
        await screen.SeesAsync("gegevens.naam");
        await Expect(screen.Field).ToHaveValueAsync("");
    }

    [Fact]
    public async Task E01_A_long_story_beside_the_conversation_is_cut_short_and_can_be_read_whole()
    {
        var story = string.Join(' ', Enumerable.Repeat("De lantaarnpaal in mijn straat is al lang kapot.", 12));
        await using var screen = await Screen.OpenAsync(browser);
        await screen.AnswerAsync(story);
        var row = screen.Panel.Locator("[data-vraag=verhaal]");
        await Expect(row).ToContainTextAsync("…");

        await row.GetByRole(AriaRole.Button, new() { Name = "Lees alles" }).ClickAsync();

        await Expect(row).ToContainTextAsync(story);
        await Expect(row.GetByRole(AriaRole.Button, new() { Name = "Lees minder" })).ToHaveAttributeAsync("aria-expanded", "true");
    }

    [Fact]
    public async Task E01_The_overview_stands_beside_the_chat_where_there_is_room()
    {
        await using var screen = await Screen.OpenAsync(browser, "gemeente");

        await Expect(screen.Panel.GetByText(Talk.Kort["verhaal"])).ToBeVisibleAsync();

        var (left, right) = (await screen.Question.BoundingBoxAsync(), await screen.Panel.BoundingBoxAsync());
        Assert.True(right!.X >= left!.X + left.Width);
    }

    [Fact]
    public async Task E01_On_a_telephone_the_overview_is_behind_a_button_that_counts()
    {
        await using var screen = await Screen.OpenAsync(browser, "uitvoerder", options: Screen.Size(390, 844));
        var button = screen.Button("Uw klacht tot nu toe (2 antwoorden)");

        await Expect(button).ToHaveAttributeAsync("aria-expanded", "false");
        await button.ClickAsync();

        await Expect(button).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(screen.Panel.GetByText(Talk.Kort["verhaal"])).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("uitvoerder", 2)]
    [InlineData("controle", 27)]
    public async Task E02_Every_answer_has_one_button_to_change_it_with_a_name_of_its_own(string vraag, int answers)
    {
        await using var screen = await Screen.OpenAsync(browser, vraag);
        await screen.SeesAsync(vraag);
        var buttons = screen.Chat.GetByRole(AriaRole.Button, new() { NameRegex = Change });

        await Expect(buttons).ToHaveCountAsync(answers);

        var names = await buttons.EvaluateAllAsync<string[]>("bs => bs.map(b => b.getAttribute('aria-label'))");
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    [Fact]
    public async Task E03_Changing_starts_from_the_old_answer_and_returns_to_where_you_were()
    {
        await using var screen = await Screen.OpenAsync(browser, "wens.toelichting");

        await screen.ChangeAsync("klacht[1].wanneer");
        await screen.FocusIsOnAsync("klacht[1].wanneer");
        await Expect(screen.Field).ToHaveValueAsync("oktober 2018");
        await screen.AnswerAsync("januari 2019");

        await screen.FocusIsOnAsync("wens.toelichting");
        await Expect(screen.Announcer).ToHaveTextAsync("Gewijzigd: Wanneer gebeurde dit?");
        await Expect(screen.Panel.GetByText("januari 2019")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task E03_Leaving_a_change_keeps_the_old_answer_and_the_half_typed_one_elsewhere()
    {
        await using var screen = await Screen.OpenAsync(browser, "gegevens.naam");
        await screen.SeesAsync("gegevens.naam");
        await screen.Field.FillAsync("S. Bew");

        await screen.ChangeAsync("klacht[1].wanneer");
        await screen.SeesAsync("klacht[1].wanneer");
        await screen.PressAsync("Annuleer");

        await screen.SeesAsync("gegevens.naam");
        await Expect(screen.Field).ToHaveValueAsync("S. Bew");
        await Expect(screen.Panel.GetByText("oktober 2018")).ToBeVisibleAsync();
        await Expect(screen.Announcer).ToHaveTextAsync("");
    }

    [Fact]
    public async Task E04_What_a_change_would_cost_is_said_first_and_can_be_undone()
    {
        await using var screen = await Screen.OpenAsync(browser, "wens");
        var kind = screen.Panel.Locator("[data-vraag='klacht[1].soort']");
        await Expect(kind).ToContainTextAsync("Hoe ik ben behandeld");
        var before = await screen.Panel.Locator(".rij").AllInnerTextsAsync();

        await screen.ChangeAsync("klacht[1].soort");
        await Expect(screen.Chat.GetByRole(AriaRole.Button, new() { Name = "Hoe ik ben behandeld Uw antwoord nu" })).ToBeVisibleAsync();
        await screen.PressAsync("Mijn privacy of mijn gegevens");
        await screen.SeesAsync("opdracht.wijzig");
        await Expect(screen.Chat.Locator(".melding[data-toon=waarschuwing]")).ToContainTextAsync("gebruik ik deze antwoorden niet meer: Persoon of afdeling");
        await screen.PressAsync("Ja, verander het");
        await screen.SeesAsync("klacht[1].privacy.groep");
        await Expect(kind).ToContainTextAsync("privacy");
        await screen.PressAsync("Maak ongedaan");

        await Expect(kind).ToContainTextAsync("Hoe ik ben behandeld");
        Assert.Contains(before, static row => row.Contains("oktober 2018", StringComparison.Ordinal));
        Assert.Equal(before, await screen.Panel.Locator(".rij").AllInnerTextsAsync());
    }

    [Fact]
    public async Task E05_Progress_is_text_and_on_its_own_page_also_the_title()
    {
        await using var screen = await Screen.OpenAsync(browser, "klacht[1].wanneer");

        await Expect(screen.Chat.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync("Stap 3 van 6: Wat er gebeurde");
        await Expect(screen.Page).ToHaveTitleAsync("Stap 3 van 6: Wat er gebeurde - Klacht over de gemeente");
    }

    [Fact]
    public async Task E06_The_browsers_Back_button_is_one_question_back()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.AnswerAsync(Talk.Kort["verhaal"]);
        await screen.SeesAsync("gemeente");

        await screen.Page.GoBackAsync();

        await screen.SeesAsync("verhaal");
        await Expect(screen.Field).ToHaveValueAsync(Talk.Kort["verhaal"]);
    }

    [Fact]
    public async Task E06_Back_leads_to_the_page_before_once_there_is_no_earlier_question()
    {
        await using var screen = await Screen.NewAsync(browser, browser.Address, new());
        await screen.Page.GotoAsync("/toegankelijkheid");
        await screen.Page.GotoAsync("/klacht");
        await screen.AnswerAsync(Talk.Kort["verhaal"]);
        await screen.SeesAsync("gemeente");

        await screen.Page.GoBackAsync();
        await screen.SeesAsync("verhaal");
        await screen.Page.GoBackAsync();

        await Expect(screen.Page).ToHaveURLAsync($"{browser.Address}/toegankelijkheid");
    }

    [Fact]
    public async Task E06_After_loading_again_Back_is_still_one_question_back()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.AnswerAsync(Talk.Kort["verhaal"]);
        await screen.SeesAsync("gemeente");
        await screen.AnswerAsync("Rotterdam");
        await screen.SeesAsync("uitvoerder");
        await screen.Page.ReloadAsync();
        await screen.SeesAsync("uitvoerder");

        await screen.Page.GoBackAsync();

        await screen.SeesAsync("gemeente");
    }

    [Fact]
    public async Task E06_In_a_page_of_someone_else_the_history_is_left_alone()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol", "/proef/inline.html");
        var before = await screen.Page.EvaluateAsync<int>("history.length");

        await screen.PressAsync("Voor mijzelf");
        await screen.SeesAsync("besluit");

        Assert.Equal(before, await screen.Page.EvaluateAsync<int>("history.length"));
    }

    [Fact]
    public async Task E07_The_Tab_key_follows_the_order_of_the_screen()
    {
        await using var screen = await Screen.OpenAsync(browser, "gemeente");
        await screen.Heading.FocusAsync();

        string[] expected =
        [
            "button Waarom vragen we dit?", "input", "button Verstuur antwoord", "button Dat weet ik niet", "button Sla deze vraag over", "button Wijzig: Verhaal",
            "button Ik wil een mens spreken", "button Help", "button Maak ongedaan", "button Stoppen en wissen",
        ];
        foreach (var name in expected)
        {
            await screen.Page.Keyboard.PressAsync("Tab");
            Assert.StartsWith(name, await screen.FocusAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task E07_Backwards_from_the_question_come_Back_and_the_earlier_turns()
    {
        await using var screen = await Screen.OpenAsync(browser, "gemeente");
        await screen.Heading.FocusAsync();

        await screen.Page.Keyboard.PressAsync("Shift+Tab");
        Assert.StartsWith("button ‹ Terug", await screen.FocusAsync(), StringComparison.Ordinal);
        await screen.Page.Keyboard.PressAsync("Shift+Tab");
        Assert.StartsWith("div Het gesprek tot nu toe", await screen.FocusAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task E08_Back_stands_above_every_question_but_the_first_and_fills_in_the_answer()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.SeesAsync("verhaal");
        await Expect(screen.Chat.Locator(".knop-terug")).ToHaveCountAsync(0);
        await screen.AnswerAsync(Talk.Kort["verhaal"]);
        await screen.SeesAsync("gemeente");

        await screen.Chat.Locator(".knop-terug").ClickAsync();

        await screen.FocusIsOnAsync("verhaal");
        await Expect(screen.Field).ToHaveValueAsync(Talk.Kort["verhaal"]);
    }
}
