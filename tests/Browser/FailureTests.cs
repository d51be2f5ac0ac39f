using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KlachtHulp.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows F of the specification: an answer is never lost.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class FailureTests(BrowserFixture browser)
{
    private const string NotSent = "Nog niet verstuurd. We proberen het opnieuw.";

    [GeneratedRegex("^Fout: ", RegexOptions.None, 1000)]
    private static partial Regex WrongInTitle { get; }

    [GeneratedRegex("[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}", RegexOptions.None, 1000)]
    private static partial Regex SaveCode { get; }

    [GeneratedRegex("geen datum in lezen", RegexOptions.None, 1000)]
    private static partial Regex NoDate { get; }

    [Fact]
    public async Task F01_Without_a_network_the_answer_stays_and_is_sent_once_later()
    {
        await using var screen = await Screen.OpenAsync(browser, "klacht[1].gevolg");
        await screen.SeesAsync("klacht[1].gevolg");
        var words = $"Ik lag er wakker van {Guid.NewGuid():N}";

        await screen.Context.SetOfflineAsync(true);
        await screen.AnswerAsync(words);

        await Expect(screen.Question.GetByText(NotSent)).ToBeVisibleAsync();
        await Expect(screen.Question.GetByText($"Uw antwoord: {words}")).ToBeVisibleAsync();
        await Expect(screen.Chat.GetByText("Geen verbinding. U kunt doorlezen; uw antwoord blijft staan.").First).ToBeVisibleAsync();
        await Expect(screen.Field).ToBeEditableAsync();

        await screen.Context.SetOfflineAsync(false);

        await screen.SeesAsync("klacht[1].gronden");
        Assert.Equal(2, (await screen.KeptAsync()).Split(words).Length);
        Assert.Equal(1, await screen.Turns.Filter(new() { HasText = words }).CountAsync());
    }

    [Fact]
    public async Task F01_The_same_answer_twice_on_the_wire_is_one_turn()
    {
        await using var screen = await Screen.OpenAsync(browser, "gegevens.naam");
        await screen.SeesAsync("gegevens.naam");
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

        await screen.AnswerAsync("S. Tweemaal");

        await screen.SeesAsync("gegevens.adres");
        Assert.Equal(1, await screen.Turns.Filter(new() { HasText = "S. Tweemaal" }).CountAsync());
    }

    [Fact]
    public async Task F02_A_reload_puts_the_unsent_answer_back_in_the_field()
    {
        await using var screen = await Screen.OpenAsync(browser, "gegevens.naam");
        await screen.SeesAsync("gegevens.naam");
        // Also after the reload: the answer that is tried again must not arrive before it.
        await screen.Page.RouteAsync("**/activities", static route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await screen.AnswerAsync("S. Bewaard");
        await Expect(screen.Question.GetByText(NotSent)).ToBeVisibleAsync();

        await screen.Page.ReloadAsync();

        await screen.SeesAsync("gegevens.naam");
        await Expect(screen.Field).ToHaveValueAsync("S. Bewaard");
    }

    [Fact]
    public async Task F03_After_a_crash_of_the_server_the_conversation_goes_on_where_it_was()
    {
        await using var bot = await BotProcess.StartAsync();
        await using var screen = await Screen.OpenAsync(browser, bot.Address, "gegevens.naam", "/klacht", options: null);
        await screen.SeesAsync("gegevens.naam");
        var turns = await screen.Turns.AllInnerTextsAsync();

        bot.Kill();
        await Expect(screen.Chat.Locator(".balk")).ToContainTextAsync("Geen verbinding.");
        await screen.AnswerAsync("S. Bewoner");
        await Expect(screen.Question.GetByText(NotSent)).ToBeVisibleAsync();
        await bot.StartAgainAsync();

        await screen.SeesAsync("gegevens.adres");
        var after = await screen.Turns.AllInnerTextsAsync();
        Assert.Equal(turns, after.Take(turns.Count));
        Assert.Equal(1, after.Count(static turn => turn.Contains("S. Bewoner", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task F03_Without_a_stream_the_conversation_is_held_by_polling()
    {
        await using var screen = await Screen.NewAsync(browser, browser.Address, new());
        await screen.Page.RouteAsync("**/api/v1/gesprekken", async route =>
        {
            var response = await route.FetchAsync();
            var body = JsonNode.Parse(await response.TextAsync())!.AsObject();
            body.Remove("streamUrl");
            await route.FulfillAsync(new() { Response = response, Body = body.ToJsonString() });
        });
        await screen.Page.GotoAsync("/klacht");

        await screen.AnswerAsync(Talk.Kort["verhaal"]);
        await screen.SeesAsync("gemeente");
        await screen.AnswerAsync("Rotterdam");
        await screen.SeesAsync("uitvoerder");

        Assert.Equal(2, await screen.Turns.And(screen.Chat.Locator("[data-van=bewoner]")).CountAsync());
        Assert.Empty(screen.Errors);
    }

    [Fact]
    public async Task F03_Without_a_server_at_the_start_the_resident_hears_that_it_takes_long()
    {
        await using var screen = await Screen.OpenAsync(browser, path: "/proef/launcher.html");
        await screen.Page.RouteAsync("**/api/v1/gesprekken", route => route.AbortAsync());
        await screen.PressAsync("Hulp bij uw klacht");
        await Expect(screen.Chat.GetByText("Het openen duurt lang. We blijven het proberen.")).ToBeVisibleAsync();

        await screen.Page.UnrouteAllAsync();

        await screen.SeesAsync("verhaal");
    }

    [Fact]
    public async Task F04_A_reply_that_takes_long_is_explained()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol", "/proef/inline.html");
        await screen.SeesAsync("rol");
        await screen.Page.RouteAsync("**/activities", static route => route.FulfillAsync(new() { Status = 200, ContentType = "application/json", Body = "{}" }));

        await screen.PressAsync("Voor mijzelf");

        await Expect(screen.Question.GetByText("Dit duurt langer dan normaal. Uw antwoord is bewaard.")).ToBeVisibleAsync();
        await Expect(screen.Question.GetByText("U kunt ook bellen: 14 030.")).ToBeVisibleAsync();
        await Expect(screen.Question.Locator(".onderweg")).ToContainTextAsync(SaveCode);
    }

    [Fact]
    public async Task F05_When_the_server_fails_there_are_three_ways_on()
    {
        await using var screen = await Screen.OpenAsync(browser, "gegevens.naam", "/proef/inline.html");
        await screen.SeesAsync("gegevens.naam");
        // So late that only the button tries again.
        await screen.Page.RouteAsync("**/activities", static route => route.FulfillAsync(new() { Status = 503, Headers = [new("Retry-After", "600")] }));

        await screen.AnswerAsync("S. Bewoner");
        var trouble = screen.Chat.Locator(".storing");
        await Expect(trouble).ToContainTextAsync("U kunt ook bellen: 14 030.");
        var download = await screen.Page.RunAndWaitForDownloadAsync(() => screen.PressAsync("Download mijn klacht"));
        var text = await File.ReadAllTextAsync((await download.PathAsync())!);
        await screen.Page.UnrouteAllAsync();
        await screen.PressAsync("Probeer opnieuw");

        await screen.SeesAsync("gegevens.adres");
        await Expect(trouble).ToBeHiddenAsync();
        Assert.Contains(Talk.Kort["verhaal"], text, StringComparison.Ordinal);
        Assert.Contains("S. Bewoner", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F05_Too_many_requests_waits_as_long_as_the_server_asks()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol");
        await screen.SeesAsync("rol");
        var tries = 0;
        await screen.Page.RouteAsync("**/activities", route => tries++ == 0
            ? route.FulfillAsync(new() { Status = 429, Headers = [new("Retry-After", "2")] })
            : route.ContinueAsync());

        await screen.PressAsync("Voor mijzelf");

        await screen.SeesAsync("besluit");
        Assert.Equal(2, tries);
        await Expect(screen.Chat.Locator(".storing")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task F06_An_expired_conversation_says_so_and_can_begin_again()
    {
        await using var screen = await Screen.OpenAsync(browser, "gegevens.naam");
        await screen.SeesAsync("gegevens.naam");
        await screen.Page.RouteAsync("**/activities", route => route.FulfillAsync(new()
        {
            Status = 403,
            ContentType = "application/json",
            Body = """{"error":{"code":"TokenExpired","message":""}}""",
        }));

        await screen.AnswerAsync("S. Bewoner");
        await Expect(screen.Chat.GetByRole(AriaRole.Heading, new() { Name = "Dit gesprek is afgelopen" })).ToBeVisibleAsync();
        var download = await screen.Page.RunAndWaitForDownloadAsync(() => screen.PressAsync("Download mijn klacht"));
        Assert.Contains("S. Bewoner", await File.ReadAllTextAsync((await download.PathAsync())!), StringComparison.Ordinal);
        await Expect(screen.Chat.Locator("footer")).ToContainTextAsync("U kunt ook bellen met uw gemeente.");
        await screen.Page.UnrouteAllAsync();
        await screen.PressAsync("Begin opnieuw");

        await screen.FocusIsOnAsync("verhaal");
    }

    [Fact]
    public async Task F06_A_reload_after_the_conversation_is_gone_says_so()
    {
        await using var screen = await Screen.OpenAsync(browser, "gemeente");
        await screen.SeesAsync("gemeente");
        await screen.Page.EvaluateAsync("() => { const k = Object.keys(sessionStorage)[0]; const s = JSON.parse(sessionStorage[k]); s.session.token = 'oud'; sessionStorage[k] = JSON.stringify(s); }");

        await screen.Page.ReloadAsync();
        await Expect(screen.Chat.GetByText("U was lang weg. Hebt u een code? Dan kunt u hiermee verder.")).ToBeVisibleAsync();
        await screen.PressAsync("Begin opnieuw");

        await screen.SeesAsync("verhaal");
    }

    [Fact]
    public async Task F08_An_error_stands_by_the_field_and_the_text_is_kept()
    {
        await using var screen = await Screen.OpenAsync(browser, "klacht[1].wanneer");
        await screen.SeesAsync("klacht[1].wanneer");

        await screen.AnswerAsync("blauw");

        await screen.FocusIsOnAsync("klacht[1].wanneer");
        await Expect(screen.Field).ToHaveValueAsync("blauw");
        await Expect(screen.Field).ToHaveAccessibleDescriptionAsync(NoDate);
        await Expect(screen.Page).ToHaveTitleAsync(WrongInTitle);
    }

    [Fact]
    public async Task S01_A_reload_resumes_at_the_same_question_with_the_same_turns()
    {
        await using var screen = await Screen.OpenAsync(browser, "gegevens.naam");
        await screen.SeesAsync("gegevens.naam");
        var turns = await screen.Turns.AllInnerTextsAsync();

        await screen.Page.ReloadAsync();

        await screen.SeesAsync("gegevens.naam");
        Assert.Equal(turns, await screen.Turns.AllInnerTextsAsync());
    }

    [Fact]
    public async Task K10_On_paper_stand_the_words_and_no_buttons()
    {
        await using var screen = await Screen.OpenAsync(browser, at: "");
        await screen.SeesOutcomeAsync();

        await screen.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(screen.Chat.Locator(".weg").First).ToBeVisibleAsync();
        await Expect(screen.Chat.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task K07_Erasing_asks_first_and_leaves_nothing_in_the_browser()
    {
        await using var screen = await Screen.OpenAsync(browser, "gemeente");
        await screen.SeesAsync("gemeente");

        await screen.PressAsync("Stoppen en wissen");
        await screen.SeesAsync("opdracht.bevestig");
        await screen.PressAsync("Ja");

        await screen.FocusIsAsync("h3 Het gesprek is gestopt");
        await Expect(screen.Chat.Locator("footer")).ToContainTextAsync("U kunt ook bellen met uw gemeente.");
        await Expect(screen.Chat.GetByText("lantaarnpaal")).ToHaveCountAsync(0);
        Assert.Equal("", await screen.Page.EvaluateAsync<string>("Object.values(sessionStorage).join()"));
    }
}
