using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows F of the specification: an answer is never lost.</summary>
[Collection(BrowserTests.Name)]
public sealed class FailureTests(BrowserFixture browser)
{
    private const string NotSent = "Nog niet verstuurd. We proberen het opnieuw.";

    [Fact]
    public async Task F01_Without_a_network_the_answer_stays_and_is_sent_once_later()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wat is uw naam?");
        var name = $"Naam {Guid.NewGuid():N}";

        await screen.Context.SetOfflineAsync(true);
        await screen.AnswerAsync(name);

        await Expect(screen.Question.GetByText(NotSent)).ToBeVisibleAsync();
        await Expect(screen.Question.GetByText($"Uw antwoord: {name}")).ToBeVisibleAsync();
        await Expect(screen.Chat.GetByText("Geen verbinding. U kunt doorlezen; uw antwoord blijft staan.").First).ToBeVisibleAsync();
        await Expect(screen.Field).ToBeEditableAsync();

        await screen.Context.SetOfflineAsync(false);

        await screen.SeesQuestionAsync("Op welk nummer kan de gemeente u bellen?");
        Assert.Equal(2, (await screen.ReceivedAsync()).Split(name).Length);
        Assert.Equal(1, await screen.Turns.Filter(new() { HasText = name }).CountAsync());
    }

    [Fact]
    public async Task F01_The_same_answer_twice_on_the_wire_is_one_turn()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wat is uw naam?");
        var first = true;
        await screen.Page.RouteAsync("**/activities", async route =>
        {
            if (!first)
            {
                await route.ContinueAsync();
                return;
            }

            first = false;
            await route.FetchAsync();
            await route.AbortAsync();
        });

        await screen.AnswerAsync("A. Tweemaal");

        await screen.SeesQuestionAsync("Op welk nummer kan de gemeente u bellen?");
        Assert.Equal(1, await screen.Turns.Filter(new() { HasText = "A. Tweemaal" }).CountAsync());
    }

    [Fact]
    public async Task F02_A_reload_puts_the_unsent_answer_back_in_the_field()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wat is uw naam?");
        await screen.Page.RouteAsync("**/activities", route => route.AbortAsync());
        await screen.AnswerAsync("A. Bewaard");
        await Expect(screen.Question.GetByText(NotSent)).ToBeVisibleAsync();
        await screen.Page.UnrouteAllAsync();

        await screen.Page.ReloadAsync();

        await screen.SeesQuestionAsync("Wat is uw naam?");
        await Expect(screen.Field).ToHaveValueAsync("A. Bewaard");
    }

    [Fact]
    public async Task F03_After_a_restart_of_the_server_the_conversation_goes_on_where_it_was()
    {
        var server = new ServerFixture();
        await server.InitializeAsync();
        await using var screen = await Screen.OpenAsync(browser, server.Address, "/klacht", new());
        await screen.GoToAsync("Wat is uw naam?");
        var turns = await screen.Turns.AllInnerTextsAsync();

        await server.GoAwayAsync();
        await Expect(screen.Chat.Locator(".balk")).ToContainTextAsync("Geen verbinding.");
        await server.ComeBackAsync();

        await Expect(screen.Chat.Locator(".balk")).ToHaveTextAsync("We zijn er weer.", new() { Timeout = 20_000 });
        Assert.Equal(turns, await screen.Turns.AllInnerTextsAsync());
        await screen.AnswerAsync("A. Voorbeeld");
        await screen.SeesQuestionAsync("Op welk nummer kan de gemeente u bellen?");
        await server.DisposeAsync();
    }

    [Fact]
    public async Task F03_Without_a_stream_the_conversation_is_held_by_polling()
    {
        var server = new ServerFixture("--poll");
        await server.InitializeAsync();
        await using var screen = await Screen.OpenAsync(browser, server.Address, "/klacht", new());

        await screen.GoToAsync("Klopt dit allemaal?");

        Assert.Equal(7, await screen.Turns.And(screen.Chat.Locator("[data-van=bewoner]")).CountAsync() + 1);
        Assert.Empty(screen.Errors);
        await server.DisposeAsync();
    }

    [Fact]
    public async Task F03_Without_a_server_at_the_start_the_resident_hears_that_it_takes_long()
    {
        await using var screen = await Screen.OpenAsync(browser, "/proef/launcher.html");
        await screen.Page.RouteAsync("**/api/v1/tokens", route => route.AbortAsync());
        await screen.PressAsync("Hulp bij uw klacht");
        await Expect(screen.Chat.GetByText("Het openen duurt lang. We blijven het proberen.")).ToBeVisibleAsync();

        await screen.Page.UnrouteAllAsync();

        await screen.SeesQuestionAsync("Waar gaat uw klacht over?");
    }

    [Fact]
    public async Task F04_A_reply_that_takes_long_is_explained()
    {
        await using var screen = await Screen.OpenAsync(browser, "/proef/inline.html");
        await screen.SeesQuestionAsync("Waar gaat uw klacht over?");
        await using var slow = await SlowAnswer.OnAsync(screen.Page);

        await screen.PressAsync("Het duurt te lang");

        await Expect(screen.Question.GetByText("Dit duurt langer dan normaal.")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Expect(screen.Question.GetByText("U kunt ook bellen: 14 030.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task F05_When_the_server_fails_there_are_three_ways_on()
    {
        await using var screen = await Screen.OpenAsync(browser, "/proef/inline.html");
        await screen.GoToAsync("Wat is uw naam?");
        await screen.Page.RouteAsync("**/activities", route => route.FulfillAsync(new() { Status = 503 }));

        await screen.AnswerAsync("A. Voorbeeld");
        var trouble = screen.Chat.Locator(".storing");
        await Expect(trouble).ToContainTextAsync("U kunt ook bellen: 14 030.");
        var download = await screen.Page.RunAndWaitForDownloadAsync(() => screen.PressAsync("Download mijn klacht"));
        var text = await File.ReadAllTextAsync((await download.PathAsync())!);
        await screen.Page.UnrouteAllAsync();
        await screen.PressAsync("Probeer opnieuw");

        await screen.SeesQuestionAsync("Op welk nummer kan de gemeente u bellen?");
        await Expect(trouble).ToBeHiddenAsync();
        Assert.Contains("De lantaarnpaal is nog kapot.", text, StringComparison.Ordinal);
        Assert.Contains("A. Voorbeeld", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F05_Too_many_requests_waits_as_long_as_the_server_asks()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.SeesQuestionAsync("Waar gaat uw klacht over?");
        var tries = 0;
        await screen.Page.RouteAsync("**/activities", route => tries++ == 0
            ? route.FulfillAsync(new() { Status = 429, Headers = [new("Retry-After", "2")] })
            : route.ContinueAsync());

        await screen.PressAsync("Het duurt te lang");

        await screen.SeesQuestionAsync("Wat is er gebeurd?");
        Assert.Equal(2, tries);
        await Expect(screen.Chat.Locator(".storing")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task F06_An_expired_conversation_says_so_and_can_begin_again()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wat is uw naam?");
        await screen.Page.RouteAsync("**/activities", route => route.FulfillAsync(new()
        {
            Status = 403,
            ContentType = "application/json",
            Body = """{"error":{"code":"TokenExpired","message":""}}""",
        }));

        await screen.AnswerAsync("A. Voorbeeld");
        await Expect(screen.Chat.GetByRole(AriaRole.Heading, new() { Name = "Dit gesprek is afgelopen" })).ToBeVisibleAsync();
        await Expect(screen.Button("Download mijn klacht")).ToBeVisibleAsync();
        await screen.Page.UnrouteAllAsync();
        await screen.PressAsync("Begin opnieuw");

        await screen.SeesQuestionAsync("Waar gaat uw klacht over?");
    }

    [Fact]
    public async Task F06_A_reload_after_the_conversation_is_gone_says_so()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wat is er gebeurd?");
        await screen.Page.EvaluateAsync("() => { const k = Object.keys(sessionStorage)[0]; const s = JSON.parse(sessionStorage[k]); s.session.token = 'oud'; sessionStorage[k] = JSON.stringify(s); }");

        await screen.Page.ReloadAsync();
        await Expect(screen.Chat.GetByText("U was lang weg. Dit gesprek kan niet verder. U kunt opnieuw beginnen.")).ToBeVisibleAsync();
        await screen.PressAsync("Begin opnieuw");

        await screen.SeesQuestionAsync("Waar gaat uw klacht over?");
    }

    [Fact]
    public async Task F08_An_error_stands_by_the_field_and_the_text_is_kept()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wanneer was dit?");

        await screen.AnswerAsync("ooit");

        await screen.FocusIsAsync("h3 Stap 2 van 6. Wanneer was dit?");
        await Expect(screen.Field).ToHaveValueAsync("ooit");
        await Expect(screen.Field).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("Dit lijkt geen datum"));
        await Expect(screen.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Fout: "));
    }

    [Fact]
    public async Task S01_A_reload_resumes_at_the_same_question_with_the_same_turns()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wat is uw naam?");
        var turns = await screen.Turns.AllInnerTextsAsync();

        await screen.Page.ReloadAsync();

        await screen.SeesQuestionAsync("Wat is uw naam?");
        Assert.Equal(turns, await screen.Turns.AllInnerTextsAsync());
    }

    [Fact]
    public async Task S09_Documents_are_fetched_with_the_token_and_saved_under_their_name()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Klopt dit allemaal?");
        await screen.PressAsync("Ja, dit klopt");
        await screen.FocusIsAsync("h3 Uw klacht is klaar");
        await Expect(screen.Chat.GetByText("Doe dit uiterlijk op zondag 3 januari 2027.")).ToBeVisibleAsync();

        var download = await screen.Page.RunAndWaitForDownloadAsync(() => screen.PressAsync("Download: Uw klacht als tekst (tekst)"));

        Assert.Equal("klacht-2026-11-22.txt", download.SuggestedFilename);
        Assert.Contains("lantaarnpaal", await File.ReadAllTextAsync((await download.PathAsync())!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task K10_On_paper_stand_the_words_and_no_buttons()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Klopt dit allemaal?");
        await screen.PressAsync("Ja, dit klopt");
        await screen.SeesOutcomeAsync();

        await screen.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(screen.Chat.GetByText("Maak bezwaar tegen het besluit")).ToBeVisibleAsync();
        await Expect(screen.Chat.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task K07_Erasing_asks_first_and_leaves_nothing_in_the_browser()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.GoToAsync("Wanneer was dit?");

        await screen.PressAsync("Stoppen en wissen");
        await screen.SeesQuestionAsync("Wilt u stoppen en alles wissen?");
        await screen.PressAsync("Ja, wis alles");

        await screen.FocusIsAsync("h3 Het gesprek is gestopt");
        await Expect(screen.Chat.GetByText("lantaarnpaal")).ToHaveCountAsync(0);
        Assert.Equal("", await screen.Page.EvaluateAsync<string>("Object.values(sessionStorage).join()"));
    }
}
