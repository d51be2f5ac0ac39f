using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows C of the specification: how a turn goes.</summary>
[Collection(BrowserTests.Name)]
public sealed class ConversationTests(BrowserFixture browser)
{
    [Fact]
    public async Task C01_The_first_turn_says_what_this_is_and_how_to_reach_a_person()
    {
        await using var screen = await Screen.OpenAsync(browser);

        await Expect(screen.Chat.GetByText("Dit is een computerhulp")).ToBeVisibleAsync();
        await Expect(screen.Chat.Locator("a[href='tel:14030']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task C02_At_every_step_there_is_exactly_one_question()
    {
        await using var screen = await Screen.OpenAsync(browser);

        foreach (var title in Titles)
        {
            await screen.GoToAsync(title);
            await Expect(screen.Question).ToHaveCountAsync(1);
            await screen.Page.ReloadAsync();
        }
    }

    [Fact]
    public async Task C03_The_question_is_a_heading_that_names_the_group_of_answers()
    {
        await using var screen = await Screen.OpenAsync(browser);

        await Expect(screen.Chat.GetByRole(AriaRole.Heading, new() { Level = 3, Name = "Waar gaat uw klacht over?" })).ToBeVisibleAsync();
        await Expect(screen.Chat.GetByRole(AriaRole.Group, new() { Name = "Waar gaat uw klacht over?" }).GetByRole(AriaRole.Button)).ToHaveCountAsync(5);
    }

    [Theory]
    [InlineData("4")]
    [InlineData("het duurt te lang")]
    public async Task C04_A_choice_can_be_typed_as_well_as_pressed(string typed)
    {
        await using var screen = await Screen.OpenAsync(browser);

        await screen.AnswerAsync(typed);

        await screen.SeesQuestionAsync("Wat is er gebeurd?");
        await Expect(screen.Chat.GetByText("U koos: Het duurt te lang")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task C04_What_is_not_understood_stays_in_the_field_with_an_explanation()
    {
        await using var screen = await Screen.OpenAsync(browser);

        await screen.AnswerAsync("blauw");

        await Expect(screen.Question.GetByText("Ik begrijp dit niet goed. Kies een antwoord of typ het anders.")).ToBeVisibleAsync();
        await Expect(screen.Field).ToHaveValueAsync("blauw");
        await Expect(screen.Field).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task C05_Not_knowing_and_skipping_move_on_and_are_shown()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wanneer was dit?");

        await screen.PressAsync("Dat weet ik niet");
        await screen.SeesQuestionAsync("Wat heeft dit voor u betekend?");
        await screen.PressAsync("Sla deze vraag over");

        var panel = screen.Chat.GetByRole(AriaRole.Complementary);
        await Expect(panel.GetByText("Niet ingevuld")).ToBeVisibleAsync();
        await Expect(panel.GetByText("Dat weet ik niet")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task C06_Answers_stand_under_each_other()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await Expect(screen.Chat.Locator(".knop-keuze")).ToHaveCountAsync(4);

        var columns = await screen.Page.EvaluateAsync<int>(
            "() => new Set([...document.querySelector('klacht-chat').shadowRoot.querySelectorAll('.knop-keuze')].map(b => `${b.getBoundingClientRect().x} ${b.getBoundingClientRect().width}`)).size");

        Assert.Equal(1, columns);
    }

    [Fact]
    public async Task C07_Sending_nothing_explains_and_puts_focus_in_the_field()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wat is er gebeurd?");

        await Expect(screen.Button("Verstuur antwoord")).ToBeEnabledAsync();
        await screen.PressAsync("Verstuur antwoord");

        await Expect(screen.Field).ToBeFocusedAsync();
        await Expect(screen.Field).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(screen.Field).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("Typ eerst uw antwoord"));
    }

    [Fact]
    public async Task C08_After_an_answer_focus_is_on_the_next_question_and_the_announcer_is_silent()
    {
        await using var screen = await Screen.OpenAsync(browser);

        await screen.PressAsync("Het duurt te lang");

        await screen.FocusIsAsync("h3 Stap 2 van 6. Wat is er gebeurd?");
        await Expect(screen.Announcer).ToHaveTextAsync("");
        Assert.Equal(0, await screen.Chat.Locator("ol").EvaluateAllAsync<int>("ols => ols.filter(o => o.closest('[aria-live], [role=log], [role=status]')).length"));
    }

    [Fact]
    public async Task C08_Who_has_moved_on_keeps_focus_and_hears_the_question_once()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.SeesQuestionAsync("Waar gaat uw klacht over?");
        await using var slow = await SlowAnswer.OnAsync(screen.Page);

        await screen.PressAsync("Het duurt te lang");
        await screen.Button("Help").FocusAsync();
        slow.LetGo();

        await Expect(screen.Announcer).ToHaveTextAsync("Wat is er gebeurd?");
        await screen.FocusIsAsync("button Help");
    }

    [Fact]
    public async Task C08_Who_types_already_is_left_alone()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wat is uw naam?");
        await using var slow = await SlowAnswer.OnAsync(screen.Page);
        await screen.Field.FillAsync("A. Voorbeeld");
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Field.PressSequentiallyAsync("06");

        slow.LetGo();

        await screen.SeesQuestionAsync("Op welk nummer kan de gemeente u bellen?");
        await Expect(screen.Field).ToBeFocusedAsync();
        await Expect(screen.Field).ToHaveValueAsync("06");
    }

    [Fact]
    public async Task C09_In_a_long_text_Enter_is_a_new_line_and_Ctrl_Enter_sends()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wat is er gebeurd?");
        await screen.Field.FocusAsync();

        await screen.Page.Keyboard.TypeAsync("Eerst dit.");
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Page.Keyboard.TypeAsync("Toen dat.");

        await Expect(screen.Field).ToHaveValueAsync("Eerst dit.\nToen dat.");
        await screen.Page.Keyboard.PressAsync("Control+Enter");
        await screen.SeesQuestionAsync("Wanneer was dit?");
    }

    [Fact]
    public async Task C09_The_field_grows_with_the_text()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wat is er gebeurd?");
        var before = (await screen.Field.BoundingBoxAsync())!.Height;

        await screen.Field.FillAsync(string.Join('\n', Enumerable.Repeat("Een regel.", 20)));

        Assert.True((await screen.Field.BoundingBoxAsync())!.Height > before * 2);
    }

    [Fact]
    public async Task C10_What_was_typed_survives_a_reload()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wat is er gebeurd?");
        await screen.Field.FillAsync("Halve zin");

        await screen.Page.ReloadAsync();

        await screen.SeesQuestionAsync("Wat is er gebeurd?");
        await Expect(screen.Field).ToHaveValueAsync("Halve zin");
    }

    [Fact]
    public async Task C11_A_quick_reply_shows_no_dots_and_a_slow_one_asks_for_patience()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.SeesQuestionAsync("Waar gaat uw klacht over?");
        await using var slow = await SlowAnswer.OnAsync(screen.Page);

        await screen.PressAsync("Het duurt te lang");
        await Expect(screen.Chat.Locator(".stippen")).ToBeHiddenAsync();

        await Expect(screen.Chat.Locator(".stippen")).ToBeVisibleAsync();
        await Expect(screen.Announcer).ToHaveTextAsync("Even geduld.");
        slow.LetGo();
        await screen.SeesQuestionAsync("Wat is er gebeurd?");
        await Expect(screen.Chat.Locator(".stippen")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task C11_Who_reads_earlier_turns_is_not_moved()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Hebt u hier al eerder over geklaagd?");
        var region = screen.Chat.Locator(".gesprek");
        await region.EvaluateAsync("r => new Promise(done => { r.addEventListener('scroll', () => requestAnimationFrame(done), { once: true }); r.scrollTop = 10; })");

        await screen.PressAsync("Nee");
        await screen.SeesQuestionAsync("Wat is uw naam?");

        Assert.Equal(10, await region.EvaluateAsync<int>("r => r.scrollTop"));
    }

    [Fact]
    public async Task C12_A_proposal_from_own_words_is_confirmed_or_corrected()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.PressAsync("Het duurt te lang");
        await screen.SeesQuestionAsync("Wat is er gebeurd?");
        await screen.AnswerAsync("Het was vorige week.");

        await Expect(screen.Chat.GetByRole(AriaRole.Group, new() { Name = "U schreef: vorige week. Klopt dat?" })).ToBeVisibleAsync();
        await screen.PressAsync("Nee, anders");
        await Expect(screen.Field).ToHaveValueAsync("vorige week");
        await screen.AnswerAsync("oktober 2018");

        await Expect(screen.Chat.GetByRole(AriaRole.Complementary).GetByText("oktober 2018")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task C15_Words_of_distress_show_numbers_and_the_conversation_goes_on()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wat is er gebeurd?");

        await screen.AnswerAsync("Ik wil liever dood.");

        await screen.SeesQuestionAsync("Wanneer was dit?");
        await Expect(screen.Chat.Locator("[data-toon=crisis] a[href='tel:113']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task C16_A_person_can_be_asked_for_in_the_same_place_at_every_step()
    {
        await using var screen = await Screen.OpenAsync(browser);

        foreach (var title in Titles)
        {
            await screen.GoToAsync(title);
            await Expect(screen.Chat.GetByRole(AriaRole.Contentinfo).Or(screen.Chat.Locator("footer")).First.GetByRole(AriaRole.Button).First).ToHaveTextAsync("Ik wil een mens spreken");
            await screen.Page.ReloadAsync();
        }

        await screen.PressAsync("Ik wil een mens spreken");
        await Expect(screen.Chat.Locator(".meldingen a[href='tel:14030']")).ToBeVisibleAsync();
        await Expect(screen.Chat.Locator(".meldingen")).ToBeFocusedAsync();
    }

    private static IEnumerable<string> Titles => ["Waar gaat uw klacht over?", "Wat is er gebeurd?", "Wanneer was dit?", "Wat heeft dit voor u betekend?", "Klopt dit allemaal?"];
}
