using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows F-03, F-06, F-07 and C-16 of the specification: a slow start, being away for long, two windows, and going to a person.</summary>
[Collection(BrowserTests.Name)]
public sealed class AwayTests(BrowserFixture browser)
{
    [Fact]
    public async Task F03_The_first_question_is_there_before_the_server_answers_and_what_is_sent_meanwhile_arrives()
    {
        await using var screen = await Screen.NewAsync(browser, browser.Address, new());
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await screen.Page.RouteAsync("**/api/v1/gesprekken", async route =>
        {
            await begin.Task;
            await route.ContinueAsync();
        });
        await screen.Page.GotoAsync("/klacht");
        await screen.SeesAsync("verhaal");

        await screen.AnswerAsync(Talk.Kort["verhaal"]);
        await Expect(screen.Chat.GetByText("Uw antwoord wordt verstuurd.")).ToBeVisibleAsync();
        begin.SetResult();

        await screen.SeesAsync("gemeente");
        await Expect(screen.Turns.And(screen.Chat.Locator("[data-van=bewoner]"))).ToHaveCountAsync(1);
        await Expect(screen.Chat.Locator(".beurt").Filter(new() { HasText = "geen mens" })).ToHaveCountAsync(1);
        Assert.Empty(screen.Errors);
    }

    [Fact]
    public async Task C16_Who_asks_for_a_person_in_a_sentence_is_offered_to_save_too()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol");
        await screen.SeesAsync("rol");

        await screen.AnswerAsync("ik wil een medewerker spreken");

        await Expect(screen.Chat.Locator(".meldingen")).ToContainTextAsync("U kunt altijd met een mens praten.");
        await Expect(screen.Button("Bewaar eerst mijn antwoorden")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    public async Task S02_The_button_to_save_first_stands_free_of_the_one_below_it(int width)
    {
        await using var screen = await Screen.OpenAsync(browser, "gegevens.naam", options: Screen.Size(width, 800));
        await screen.SeesAsync("gegevens.naam");
        await screen.AnswerAsync("stop");
        await Expect(screen.Button("Bewaar eerst mijn antwoorden")).ToBeVisibleAsync();

        var save = await screen.Button("Bewaar eerst mijn antwoorden").BoundingBoxAsync();
        var back = await screen.Question.Locator(".knop-terug").BoundingBoxAsync();

        await screen.ShotAsync($"bewaar eerst {width}");
        Assert.InRange(back!.Y - save!.Y - save.Height, 8, 40); // not null: both are on screen
    }

    [Fact]
    public async Task S02_Who_types_stop_is_offered_a_code_to_come_back_with()
    {
        await using var screen = await Screen.OpenAsync(browser, "gegevens.naam");
        await screen.SeesAsync("gegevens.naam");

        await screen.AnswerAsync("stop");

        await Expect(screen.Chat.Locator(".meldingen")).ToContainTextAsync("Bewaar eerst uw code.");
        await screen.PressAsync("Bewaar eerst mijn antwoorden");
        await Expect(screen.Chat.Locator(".later .kenmerk")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task C16_F01_Who_asks_for_a_person_while_an_answer_waits_reads_why_and_whom_to_call()
    {
        await using var screen = await Screen.OpenAsync(browser, "gegevens.naam", "/proef/inline.html");
        await screen.SeesAsync("gegevens.naam");
        var footer = screen.Chat.Locator("footer");
        await screen.Context.SetOfflineAsync(true);
        await screen.AnswerAsync("S. Bewoner");
        await Expect(screen.Question.GetByText("Nog niet verstuurd. We proberen het opnieuw.")).ToBeVisibleAsync();

        await screen.PressAsync("Ik wil een mens spreken");

        await Expect(footer).ToContainTextAsync("Uw vorige antwoord wordt nog verstuurd. U kunt ook bellen: 14 030.");
        await Expect(footer.Locator("a[href='tel:14030']")).ToBeVisibleAsync();
        await screen.Context.SetOfflineAsync(false);
        await screen.SeesAsync("gegevens.adres");
        await Expect(footer).Not.ToContainTextAsync("wordt nog verstuurd");
    }

    [Fact]
    public async Task F06_Who_was_away_for_less_than_a_day_notices_nothing()
    {
        await using var bot = new KestrelBot(new DateOnly(2026, 3, 2));
        await using var screen = await Screen.OpenAsync(browser, bot.Address, "gegevens.naam", "/klacht", options: null);
        await screen.SeesAsync("gegevens.naam");

        bot.Advance(TimeSpan.FromHours(20));
        await screen.AnswerAsync("S. Bewoner");

        await screen.SeesAsync("gegevens.adres");
        Assert.Equal(1, await screen.Turns.Filter(new() { HasText = "S. Bewoner" }).CountAsync());
    }

    [Fact]
    public async Task F06_An_answer_and_the_connection_that_are_both_refused_renew_the_conversation_once()
    {
        await using var bot = new KestrelBot(new DateOnly(2026, 3, 2));
        await using var screen = await Screen.OpenAsync(browser, bot.Address, "gegevens.naam", "/klacht", options: null);
        await screen.SeesAsync("gegevens.naam");
        var renewed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var renewals = 0;
        await screen.Page.RouteAsync("**/verleng", async route =>
        {
            Interlocked.Increment(ref renewals);
            await route.FulfillAsync(new() { Response = await route.FetchAsync() });
            renewed.TrySetResult();
        });
        await screen.Page.RouteAsync("**/activities", async route =>
        {
            var answer = await route.FetchAsync();
            if (answer.Status == 403)
            {
                await renewed.Task;
            }

            await route.FulfillAsync(new() { Response = answer });
        });

        bot.Advance(TimeSpan.FromHours(20));
        await screen.AnswerAsync("S. Bewoner");
        await screen.Page.EvaluateAsync("() => { dispatchEvent(new Event('offline')); setTimeout(() => dispatchEvent(new Event('online')), 100); }");

        await screen.SeesAsync("gegevens.adres");
        Assert.Equal(1, renewals);
        Assert.Equal(1, await screen.Turns.Filter(new() { HasText = "S. Bewoner" }).CountAsync());
    }

    [Fact]
    public async Task F06_A_line_that_fails_while_the_conversation_is_renewed_does_not_end_it()
    {
        await using var bot = new KestrelBot(new DateOnly(2026, 3, 2));
        await using var screen = await Screen.OpenAsync(browser, bot.Address, "gegevens.naam", "/klacht", options: null);
        await screen.SeesAsync("gegevens.naam");
        var failures = 2;
        await screen.Page.RouteAsync("**/verleng", route => Interlocked.Decrement(ref failures) < 0 ? route.ContinueAsync() : route.AbortAsync("internetdisconnected"));

        bot.Advance(TimeSpan.FromHours(20));
        await screen.AnswerAsync("S. Bewoner");

        await screen.SeesAsync("gegevens.adres");
        Assert.Equal(1, await screen.Turns.Filter(new() { HasText = "S. Bewoner" }).CountAsync());
    }

    [Fact]
    public async Task F06_Who_was_away_can_save_before_answering()
    {
        await using var bot = new KestrelBot(new DateOnly(2026, 3, 2));
        await using var screen = await Screen.OpenAsync(browser, bot.Address, "gegevens.naam", "/klacht", options: null);
        await screen.SeesAsync("gegevens.naam");

        bot.Advance(TimeSpan.FromHours(20));
        await screen.PressAsync("Opslaan en later verder");

        await Expect(screen.Chat.Locator(".later .kenmerk")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task F06_Who_saved_goes_on_at_the_same_question_after_a_long_time()
    {
        await using var bot = new KestrelBot(new DateOnly(2026, 3, 2));
        await using var screen = await Screen.OpenAsync(browser, bot.Address, "gegevens.naam", "/klacht", options: null);
        await screen.SeesAsync("gegevens.naam");
        await screen.PressAsync("Opslaan en later verder");
        await Expect(screen.Chat.Locator(".later .kenmerk")).ToBeVisibleAsync();

        bot.Advance(TimeSpan.FromHours(50));
        await screen.AnswerAsync("S. Bewoner");
        await Expect(screen.Chat.GetByText("U was lang weg. Uw antwoorden zijn bewaard tot woensdag 1 april 2026.")).ToBeVisibleAsync();
        await screen.PressAsync("Ga verder waar u was");

        await screen.FocusIsOnAsync("gegevens.naam");
        await Expect(screen.Field).ToHaveValueAsync("S. Bewoner");
    }

    [Fact]
    public async Task F06_A_line_that_finds_the_end_by_itself_leaves_the_way_back_open_with_what_was_typed()
    {
        await using var bot = new KestrelBot(new DateOnly(2026, 3, 2));
        var talk = await Talk.StartAsync(browser.Http, bot.Address);
        await talk.GoToAsync("gegevens.naam");
        await using var screen = await Screen.NewAsync(browser, bot.Address, new());
        await screen.Page.RunAndWaitForWebSocketAsync(() => screen.GoOnAsync(talk));
        await screen.SeesAsync("gegevens.naam");
        var title = await screen.Heading.Locator("span").Last.InnerTextAsync();
        await screen.PressAsync("Opslaan en later verder");
        await Expect(screen.Chat.Locator(".later .kenmerk")).ToBeVisibleAsync();
        await screen.Field.FillAsync("S. Bewo");

        bot.Advance(TimeSpan.FromHours(50));
        await screen.Page.EvaluateAsync("() => { dispatchEvent(new Event('offline')); }");
        await screen.FocusIsAsync("h3 Dit gesprek is afgelopen");
        await Expect(screen.Announcer).Not.ToHaveTextAsync(title);
        await screen.PressAsync("Ga verder waar u was");

        await screen.FocusIsOnAsync("gegevens.naam");
        await Expect(screen.Field).ToHaveValueAsync("S. Bewo");
        await Expect(screen.Button("Opslaan en later verder")).ToBeVisibleAsync();
        await Expect(screen.Chat.Locator(".later")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task F06_Who_begins_again_without_a_code_finds_what_was_typed_before_the_end()
    {
        await using var bot = new KestrelBot(new DateOnly(2026, 3, 2));
        await using var screen = await Screen.NewAsync(browser, bot.Address, new());
        await screen.Page.RunAndWaitForWebSocketAsync(() => screen.Page.GotoAsync("/klacht"));
        await screen.SeesAsync("verhaal");
        await screen.Field.FillAsync(Talk.Kort["verhaal"]);

        bot.Advance(TimeSpan.FromHours(50));
        await screen.Page.EvaluateAsync("() => { dispatchEvent(new Event('offline')); }");
        await screen.FocusIsAsync("h3 Dit gesprek is afgelopen");
        await screen.PressAsync("Begin opnieuw");

        await screen.FocusIsOnAsync("verhaal");
        await Expect(screen.Field).ToHaveValueAsync(Talk.Kort["verhaal"]);
    }

    [Fact]
    public async Task F07_In_a_second_window_the_conversation_goes_on_and_the_first_can_only_be_read()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol");
        await screen.SeesAsync("rol");
        var kept = await screen.Page.EvaluateAsync<string>("JSON.stringify(sessionStorage)");
        var second = await screen.Context.NewPageAsync();
        await second.GotoAsync("/healthz");
        await second.EvaluateAsync("kept => { for (const [k, v] of Object.entries(JSON.parse(kept))) sessionStorage.setItem(k, v); }", kept);
        await second.GotoAsync("/klacht");
        await Expect(second.Locator("klacht-chat [data-active-question]")).ToHaveAttributeAsync("data-vraag", "rol");

        await Expect(screen.Chat.GetByRole(AriaRole.Heading, new() { Name = "Dit gesprek is ook open in een ander venster" })).ToBeVisibleAsync();
        await Expect(screen.Question).ToHaveCountAsync(0);
        await Expect(screen.Chat.Locator("footer")).ToContainTextAsync("U kunt ook bellen met uw gemeente.");
        await screen.ShotAsync("elsewhere");
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
        await screen.PressAsync("Ga hier verder");

        await screen.FocusIsOnAsync("rol");
        await Expect(second.GetByText("Dit gesprek is ook open in een ander venster").First).ToBeVisibleAsync();
        await screen.PressAsync("Voor mijzelf");
        await screen.SeesAsync("besluit");
    }
}
