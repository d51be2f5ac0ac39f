using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows C of the specification: how a turn goes.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class ConversationTests(BrowserFixture browser)
{
    [GeneratedRegex("Typ eerst uw antwoord", RegexOptions.None, 1000)]
    private static partial Regex TypeFirst { get; }

    [Fact]
    public async Task C01_The_first_turn_says_what_this_is_and_how_to_reach_a_person()
    {
        await using var screen = await Screen.OpenAsync(browser);

        await Expect(screen.Chat.GetByText("een computerprogramma en geen mens")).ToBeVisibleAsync();
        await Expect(screen.Chat.GetByText("Er gaat niets weg als u dat niet wilt.")).ToBeVisibleAsync();
        await Expect(screen.Chat.GetByText("U kunt altijd stoppen en later verder gaan")).ToBeVisibleAsync();
        await Expect(screen.Chat.GetByText("Typ dan 'mens'.")).ToBeVisibleAsync();
        await Expect(screen.Button("Ik wil een mens spreken")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("verhaal")]
    [InlineData("rol")]
    [InlineData("klacht[1].wanneer")]
    [InlineData("wens")]
    [InlineData("controle")]
    public async Task C02_C16_Every_step_has_one_question_and_a_person_in_the_same_place(string vraag)
    {
        await using var screen = await Screen.OpenAsync(browser, vraag);

        await screen.SeesAsync(vraag);
        await Expect(screen.Question).ToHaveCountAsync(1);
        await Expect(screen.Chat.Locator("footer button").First).ToHaveTextAsync("Ik wil een mens spreken");
        await Expect(screen.Button("Verstuur antwoord")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task C03_The_question_is_a_heading_that_names_the_group_of_answers()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol");
        var title = await screen.Heading.Locator("span").Last.InnerTextAsync();

        await Expect(screen.Chat.GetByRole(AriaRole.Heading, new() { Level = 3, Name = title })).ToBeVisibleAsync();
        await Expect(screen.Chat.GetByRole(AriaRole.Group, new() { Name = title }).GetByRole(AriaRole.Button, new() { Name = "Voor mijzelf", Exact = true })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("1")]
    [InlineData("voor mezelf")]
    public async Task C04_A_choice_can_be_typed_as_well_as_pressed(string typed)
    {
        await using var screen = await Screen.OpenAsync(browser, "rol");

        await screen.AnswerAsync(typed);

        await screen.SeesAsync("besluit");
        await Expect(screen.Chat.GetByText("U koos: Voor mijzelf")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task C04_What_is_not_understood_stays_in_the_field_with_an_explanation()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol");

        await screen.AnswerAsync("blauw");

        await Expect(screen.Question.GetByText("Dat begreep ik niet goed.")).ToBeVisibleAsync();
        await Expect(screen.Field).ToHaveValueAsync("blauw");
        await Expect(screen.Field).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task C05_Not_knowing_and_skipping_move_on_and_are_shown()
    {
        await using var screen = await Screen.OpenAsync(browser, "klacht[1].wanneer");

        await screen.PressAsync("Dat weet ik niet");
        await screen.SeesAsync("klacht[1].loopt_nog");
        await screen.PressAsync("Sla deze vraag over");
        await screen.SeesAsync("klacht[1].waar");

        await Expect(screen.Panel.Locator("[data-vraag='klacht[1].wanneer']")).ToContainTextAsync("Dat weet ik niet");
        await Expect(screen.Panel.Locator("[data-vraag='klacht[1].loopt_nog']")).ToContainTextAsync("Niet ingevuld");
    }

    [Fact]
    public async Task C06_Answers_stand_under_each_other()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol");
        await screen.SeesAsync("rol");

        var columns = await screen.Page.EvaluateAsync<int>(
            "() => new Set([...document.querySelector('klacht-chat').shadowRoot.querySelectorAll('.knop-keuze')].map(b => `${b.getBoundingClientRect().x} ${b.getBoundingClientRect().width}`)).size");

        Assert.Equal(1, columns);
    }

    [Fact]
    public async Task C07_Sending_nothing_explains_and_puts_focus_in_the_field()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.SeesAsync("verhaal");

        await screen.PressAsync("Verstuur antwoord");

        await Expect(screen.Field).ToBeFocusedAsync();
        await Expect(screen.Field).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(screen.Field).ToHaveAccessibleDescriptionAsync(TypeFirst);
    }

    [Fact]
    public async Task C08_After_an_answer_focus_is_on_the_next_question_and_the_announcer_is_silent()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol");

        await screen.PressAsync("Voor mijzelf");

        await screen.FocusIsOnAsync("besluit");
        Assert.StartsWith("h3 Stap 2 van 6.", await screen.FocusAsync(), StringComparison.Ordinal);
        await Expect(screen.Announcer).ToHaveTextAsync("");
        Assert.Equal(0, await screen.Chat.Locator("ol").EvaluateAllAsync<int>("ols => ols.filter(o => o.closest('[aria-live], [role=log], [role=status]')).length"));
    }

    [Fact]
    public async Task C08_Who_has_moved_on_keeps_focus_and_hears_the_question_once()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol");
        await screen.SeesAsync("rol");
        await using var slow = await SlowAnswer.OnAsync(screen.Page);

        await screen.PressAsync("Voor mijzelf");
        await screen.Button("Help").FocusAsync();
        slow.LetGo();

        await screen.SeesAsync("besluit");
        await Expect(screen.Announcer).ToHaveTextAsync(await screen.Heading.Locator("span").Last.InnerTextAsync());
        await screen.FocusIsAsync("button Help");
    }

    [Fact]
    public async Task C08_Who_types_already_is_left_alone()
    {
        await using var screen = await Screen.OpenAsync(browser, "gegevens.naam");
        await screen.SeesAsync("gegevens.naam");
        await using var slow = await SlowAnswer.OnAsync(screen.Page);
        await screen.Field.FillAsync("S. Bewoner");
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Field.PressSequentiallyAsync("Lin");

        slow.LetGo();

        await screen.SeesAsync("gegevens.adres");
        await Expect(screen.Field).ToBeFocusedAsync();
        await Expect(screen.Field).ToHaveValueAsync("Lin");
    }

    [Fact]
    public async Task C09_In_a_long_text_Enter_is_a_new_line_and_Ctrl_Enter_sends()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.Field.FocusAsync();
        var before = (await screen.Field.BoundingBoxAsync())!.Height;

        await screen.Page.Keyboard.TypeAsync("Eerst dit gebeurde.");
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Page.Keyboard.TypeAsync("Toen dat.");
        await Expect(screen.Field).ToHaveValueAsync("Eerst dit gebeurde.\nToen dat.");
        await screen.Field.FillAsync(string.Join('\n', Enumerable.Repeat("Een regel.", 20)));

        Assert.True((await screen.Field.BoundingBoxAsync())!.Height > before * 2);
        await screen.Page.Keyboard.PressAsync("Control+Enter");
        await screen.SeesAsync("gemeente");
    }

    [Fact]
    public async Task C10_What_was_typed_survives_a_reload()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.SeesAsync("verhaal");
        await screen.Field.FillAsync("Halve zin");

        await screen.Page.ReloadAsync();

        await screen.SeesAsync("verhaal");
        await Expect(screen.Field).ToHaveValueAsync("Halve zin");
    }

    [Fact]
    public async Task C11_A_quick_reply_shows_no_dots_and_a_slow_one_asks_for_patience()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol");
        await screen.SeesAsync("rol");
        await using var slow = await SlowAnswer.OnAsync(screen.Page);

        await screen.PressAsync("Voor mijzelf");
        await Expect(screen.Chat.Locator(".stippen")).ToBeHiddenAsync();

        await Expect(screen.Chat.Locator(".stippen")).ToBeVisibleAsync();
        await Expect(screen.Announcer).ToHaveTextAsync("Even geduld.");
        slow.LetGo();
        await screen.SeesAsync("besluit");
        await Expect(screen.Chat.Locator(".stippen")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task C11_Who_reads_earlier_turns_is_not_moved()
    {
        await using var screen = await Screen.OpenAsync(browser, "procedure");
        await screen.SeesAsync("procedure");
        var region = screen.Chat.Locator(".gesprek");
        await region.EvaluateAsync("r => new Promise(done => { r.addEventListener('scroll', () => requestAnimationFrame(done), { once: true }); r.scrollTop = 10; })");

        await screen.PressAsync("Nee, geen van beide");
        await screen.SeesAsync("eerder.geklaagd");

        Assert.Equal(10, await region.EvaluateAsync<int>("r => r.scrollTop"));
        await screen.PressAsync("Nieuw bericht");
        await Expect(screen.Button("Nieuw bericht")).ToHaveCountAsync(0);
        await Expect(region).ToBeFocusedAsync();
        Assert.True(await region.EvaluateAsync<bool>("r => r.scrollHeight - r.scrollTop - r.clientHeight < 24"));
    }

    [Fact]
    public async Task C12_A_proposal_from_own_words_is_confirmed_or_corrected()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.AnswerAsync("In Rotterdam is de lantaarnpaal in mijn straat nog steeds kapot.");

        await Expect(screen.Chat.GetByRole(AriaRole.Group, new() { Name = "U schreef: Rotterdam. Klopt dat?" })).ToBeVisibleAsync();
        await screen.PressAsync("Nee, anders");
        await Expect(screen.Field).ToHaveValueAsync("Rotterdam");
        await screen.AnswerAsync("Utrecht");

        await Expect(screen.Panel.Locator("[data-vraag=gemeente]")).ToContainTextAsync("Utrecht");
    }

    [Fact]
    public async Task C12_A_proposal_of_no_is_accepted_as_no()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.AnswerAsync("De lantaarnpaal in mijn straat is kapot. Ik heb nog niet geklaagd.");
        foreach (var (vraag, answer) in new[] { ("gemeente", "Rotterdam"), ("uitvoerder", "gemeente"), ("rol", "voor mezelf"), ("besluit", "nee"), ("procedure", "nee") })
        {
            await screen.SeesAsync(vraag);
            await screen.AnswerAsync(answer);
        }

        await Expect(screen.Chat.GetByRole(AriaRole.Group, new() { Name = "Ik lees in uw verhaal: Nee. Klopt dat?" })).ToBeVisibleAsync();
        await screen.PressAsync("Ja, dat klopt");

        await screen.SeesAsync("klacht[1].soort");
        await Expect(screen.Panel.Locator("[data-vraag='eerder.geklaagd']")).ToContainTextAsync("Nee");
    }

    [Fact]
    public async Task C14_A_burgerservicenummer_is_taken_out_and_kept_nowhere()
    {
        await using var screen = await Screen.OpenAsync(browser);

        await screen.AnswerAsync("De lamp in mijn straat is stuk. Mijn BSN is 111222333.");

        await screen.SeesAsync("gemeente");
        await Expect(screen.Chat.GetByText("Ik heb het weggehaald.")).ToBeVisibleAsync();
        await Expect(screen.Chat.GetByText("111222333")).ToHaveCountAsync(0);
        Assert.DoesNotContain("111222333", await screen.KeptAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task C16_Asking_for_a_person_explains_where_and_changes_nothing()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol");

        await screen.PressAsync("Ik wil een mens spreken");

        await Expect(screen.Chat.Locator(".meldingen")).ToContainTextAsync("U kunt altijd met een mens praten.");
        await Expect(screen.Chat.Locator(".meldingen")).ToBeFocusedAsync();
        await screen.SeesAsync("rol");
    }
}
