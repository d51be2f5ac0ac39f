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
    public async Task E01_The_overview_stands_beside_the_chat_where_there_is_room()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wanneer was dit?");

        var panel = screen.Chat.GetByRole(AriaRole.Complementary, new() { Name = "Uw klacht tot nu toe" });
        await Expect(panel.GetByText("De lantaarnpaal is nog kapot.")).ToBeVisibleAsync();

        var (left, right) = (await screen.Question.BoundingBoxAsync(), await panel.BoundingBoxAsync());
        Assert.True(right!.X >= left!.X + left.Width);
    }

    [Fact]
    public async Task E01_On_a_telephone_the_overview_is_behind_a_button_that_counts()
    {
        await using var screen = await Screen.OpenAsync(browser, width: 390, height: 844);
        await screen.GoToAsync("Wanneer was dit?");
        var button = screen.Button("Uw klacht tot nu toe (2 antwoorden)");

        await Expect(button).ToHaveAttributeAsync("aria-expanded", "false");
        await button.ClickAsync();

        await Expect(button).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(screen.Chat.GetByRole(AriaRole.Complementary).GetByText("De lantaarnpaal is nog kapot.")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("Wanneer was dit?", 2)]
    [InlineData("Klopt dit allemaal?", 7)]
    public async Task E02_Every_answer_has_one_button_to_change_it_with_a_name_of_its_own(string title, int answers)
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync(title);
        var buttons = screen.Chat.GetByRole(AriaRole.Button, new() { NameRegex = Change });

        await Expect(buttons).ToHaveCountAsync(answers);

        var names = await buttons.EvaluateAllAsync<string[]>("bs => bs.map(b => b.getAttribute('aria-label'))");
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    [Fact]
    public async Task E03_Changing_starts_from_the_old_answer_and_returns_to_where_you_were()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wat is uw naam?");

        await screen.PressAsync("Wijzig: Wanneer was dit?");
        await screen.FocusIsAsync("h3 Stap 2 van 6. Wanneer was dit?");
        await Expect(screen.Field).ToHaveValueAsync("oktober 2018");
        await screen.AnswerAsync("januari 2019");

        await screen.FocusIsAsync("h3 Stap 5 van 6. Wat is uw naam?");
        await Expect(screen.Announcer).ToHaveTextAsync("Gewijzigd: Wanneer was dit?");
        await Expect(screen.Chat.GetByRole(AriaRole.Complementary).GetByText("januari 2019")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task E03_Leaving_a_change_keeps_the_old_answer_and_the_half_typed_one_elsewhere()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wat is uw naam?");
        await screen.Field.FillAsync("A. Voor");

        await screen.PressAsync("Wijzig: Wanneer was dit?");
        await screen.SeesQuestionAsync("Wanneer was dit?");
        await screen.PressAsync("Annuleer");

        await screen.SeesQuestionAsync("Wat is uw naam?");
        await Expect(screen.Field).ToHaveValueAsync("A. Voor");
        await Expect(screen.Chat.GetByRole(AriaRole.Complementary).GetByText("oktober 2018")).ToBeVisibleAsync();
        await Expect(screen.Announcer).ToHaveTextAsync("");
    }

    [Fact]
    public async Task E04_What_a_change_would_cost_is_said_first_and_can_be_undone()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Hebt u hier al eerder over geklaagd?");
        var panel = screen.Chat.GetByRole(AriaRole.Complementary);

        await screen.PressAsync("Wijzig: Waar gaat uw klacht over?");
        await Expect(screen.Chat.GetByRole(AriaRole.Button, new() { Name = "De gemeente doet niet wat is beloofd Uw antwoord nu" })).ToBeVisibleAsync();
        await screen.PressAsync("De gemeente gaf mijn gegevens door");
        await screen.SeesQuestionAsync("Deze antwoorden vervallen: Wat heeft dit voor u betekend?");
        await screen.PressAsync("Wijzig toch");
        await screen.SeesQuestionAsync("Wat heeft dit voor u betekend?");
        await screen.PressAsync("Maak ongedaan");

        await screen.SeesQuestionAsync("Hebt u hier al eerder over geklaagd?");
        await Expect(panel.GetByText("De gemeente doet niet wat is beloofd")).ToBeVisibleAsync();
        await Expect(panel.GetByText("Het kostte mij veel tijd")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task E05_Progress_is_text_and_on_its_own_page_also_the_title()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wat heeft dit voor u betekend?");

        await Expect(screen.Chat.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync("Stap 3 van 6: De afspraak");
        await Expect(screen.Page).ToHaveTitleAsync("Stap 3 van 6: De afspraak - Klacht over de gemeente");
    }

    [Fact]
    public async Task E06_The_browsers_Back_button_is_one_question_back()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wanneer was dit?");

        await screen.Page.GoBackAsync();

        await screen.SeesQuestionAsync("Wat is er gebeurd?");
        await Expect(screen.Field).ToHaveValueAsync("De lantaarnpaal is nog kapot.");
    }

    [Fact]
    public async Task E06_In_a_page_of_someone_else_the_history_is_left_alone()
    {
        await using var screen = await Screen.OpenAsync(browser, "/proef/inline.html");
        var before = await screen.Page.EvaluateAsync<int>("history.length");

        await screen.GoToAsync("Wanneer was dit?");

        Assert.Equal(before, await screen.Page.EvaluateAsync<int>("history.length"));
    }

    [Fact]
    public async Task E07_The_Tab_key_follows_the_order_of_the_screen()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wanneer was dit?");
        await screen.Heading.FocusAsync();

        string[] expected =
        [
            "input", "button Verstuur antwoord", "button Dat weet ik niet", "button Sla deze vraag over",
            "button Wijzig: Waar gaat uw klacht over?", "button Wijzig: Wat is er gebeurd?",
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
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wanneer was dit?");
        await screen.Heading.FocusAsync();

        await screen.Page.Keyboard.PressAsync("Shift+Tab");
        Assert.StartsWith("button ‹ Terug", await screen.FocusAsync(), StringComparison.Ordinal);
        await screen.Page.Keyboard.PressAsync("Shift+Tab");

        Assert.StartsWith("div Het gesprek tot nu toe", await screen.FocusAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task E07_No_letter_does_anything_outside_a_field()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wanneer was dit?");
        await screen.Heading.FocusAsync();

        foreach (var key in "abcdefghijklmnopqrstuvwxyz0123456789")
        {
            await screen.Page.Keyboard.PressAsync(key.ToString());
        }

        await screen.FocusIsAsync("h3 Stap 2 van 6. Wanneer was dit?");
        await screen.SeesQuestionAsync("Wanneer was dit?");
    }

    [Fact]
    public async Task E08_Back_goes_to_the_question_before_with_its_answer()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await Expect(screen.Button("Terug")).ToHaveCountAsync(0);
        await screen.GoToAsync("Wanneer was dit?");

        await screen.PressAsync("Terug");

        await screen.FocusIsAsync("h3 Stap 2 van 6. Wat is er gebeurd?");
        await Expect(screen.Field).ToHaveValueAsync("De lantaarnpaal is nog kapot.");
    }
}
