using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows F of the specification where two things cross on a bad line: a failure after the reply, a reply that never comes, a page of an older release.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class RaceTests(BrowserFixture browser)
{
    private const string NotSent = "Nog niet verstuurd. We proberen het opnieuw.";

    /// <summary>Keeps everything the announcer says and everything said about the answer, because it may be gone before a test looks.</summary>
    private const string Listen =
        """
        () => {
          const root = document.querySelector('klacht-chat').shadowRoot;
          window.heard = [];
          window.seen = [];
          new MutationObserver(() => {
            heard.push(root.querySelector('[data-omroeper]').textContent);
            seen.push(root.querySelector('.onderweg')?.textContent.trim() ?? '');
          }).observe(root, { childList: true, characterData: true, subtree: true });
        }
        """;

    [GeneratedRegex("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", RegexOptions.None, 1000)]
    private static partial Regex SaveCode { get; }

    [Fact]
    public async Task F01_A_failure_that_comes_after_the_reply_does_not_bring_the_answer_back()
    {
        await using var screen = await Screen.OpenAsync(browser, "gegevens.naam");
        await screen.SeesAsync("gegevens.naam");
        var gate = Gate();
        var failed = Gate();
        screen.Page.RequestFailed += (_, request) => { if (request.Method == "POST") { failed.TrySetResult(); } };
        await screen.Page.RouteAsync("**/activities", async route =>
        {
            await route.FetchAsync();
            await gate.Task;
            await route.AbortAsync();
        }, new() { Times = 1 });

        await screen.AnswerAsync("S. Bewoner");
        await screen.SeesAsync("gegevens.adres");
        gate.SetResult();
        await failed.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await screen.AnswerAsync("Lindestraat 1, 3011 AA Rotterdam");

        await Expect(screen.Question).Not.ToHaveAttributeAsync("data-vraag", "gegevens.adres");
        Assert.Equal(1, await screen.Turns.Filter(new() { HasText = "S. Bewoner" }).CountAsync());
    }

    [Fact]
    public async Task F04_Of_an_answer_that_did_not_arrive_is_never_said_that_it_is_kept()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol");
        await screen.SeesAsync("rol");
        await screen.Page.EvaluateAsync(Listen);
        await using var slow = await SlowAnswer.OnAsync(screen.Page);

        await screen.PressAsync("Voor mijzelf");
        await HearsAsync(screen, "Dit duurt langer dan normaal.");

        await screen.Page.WaitForFunctionAsync("() => seen.some(words => words.startsWith('Dit duurt langer dan normaal.'))");
        Assert.DoesNotContain("bewaard", await screen.Page.EvaluateAsync<string>("[...heard, ...seen].join()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F04_A_failure_that_comes_late_is_spoken_as_well()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol");
        await screen.SeesAsync("rol");
        await screen.Page.EvaluateAsync(Listen);
        var gate = Gate();
        await screen.Page.RouteAsync("**/activities", async route =>
        {
            await gate.Task;
            await route.AbortAsync();
        });

        await screen.PressAsync("Voor mijzelf");
        await HearsAsync(screen, "Even geduld.");
        gate.SetResult();

        await HearsAsync(screen, NotSent);
    }

    [Fact]
    public async Task F04_When_no_reply_comes_to_an_answer_that_left_late_another_can_be_given()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol", "/proef/inline.html");
        await screen.SeesAsync("rol");
        await screen.Page.EvaluateAsync(Listen);
        var through = false;
        await screen.Page.RouteAsync("**/activities", route => through
            ? route.FulfillAsync(new() { Status = 200, ContentType = "application/json", Body = """{"id":"x"}""" })
            : route.AbortAsync());

        await screen.PressAsync("Voor mijzelf");
        await Expect(screen.Question.Locator(".onderweg[data-toon=waarschuwing]")).ToContainTextAsync(SaveCode);
        through = true;
        await HearsAsync(screen, "Dit duurt langer dan normaal. Uw antwoord is bewaard.");
        await screen.Page.UnrouteAllAsync();
        await screen.PressAsync("Voor mijzelf");

        await screen.SeesAsync("besluit");
    }

    /// <summary>A stream that brings nothing while it is dead. Its empty frames go on, so that nothing else finds out.</summary>
    private static Task DeadStreamAsync(Screen screen, Func<bool> dead) => screen.Page.RouteWebSocketAsync(static _ => true, socket =>
    {
        var server = socket.ConnectToServer();
        server.OnMessage(frame =>
        {
            if (frame.Text is { } text && (!dead() || text.Length == 0))
            {
                socket.Send(text);
            }
        });
    });

    [Fact]
    public async Task F03_What_is_typed_while_no_reply_can_come_belongs_to_the_question_on_screen()
    {
        var talk = await Talk.StartAsync(browser.Http, browser.Address);
        await talk.GoToAsync("gegevens.naam");
        await using var screen = await Screen.NewAsync(browser, browser.Address, new());
        var dead = false;
        await DeadStreamAsync(screen, () => dead);
        await screen.Page.RouteAsync("**/activities*", route => dead && route.Request.Method == "GET" ? route.AbortAsync() : route.ContinueAsync());
        await screen.GoOnAsync(talk);
        await screen.SeesAsync("gegevens.naam");
        await screen.Page.EvaluateAsync(Listen);
        dead = true;
        await screen.AnswerAsync("S. Bewoner");
        await HearsAsync(screen, "Dit duurt langer dan normaal. Uw antwoord is bewaard.");

        var sent = await screen.Page.RunAndWaitForResponseAsync(() => screen.AnswerAsync("S. Bewoner-Anders"), static response => response.Request.Method == "POST" && response.Url.EndsWith("/activities", StringComparison.Ordinal));

        Assert.Equal("gegevens.naam", JsonNode.Parse(sent.Request.PostData!)!["value"]!["vraag"]!.GetValue<string>()); // not null: it is a message with both
        dead = false;
        await screen.Page.ReloadAsync();
        await screen.SeesAsync("gegevens.adres");
        await Expect(screen.Panel.Locator("[data-vraag='gegevens.naam']")).ToContainTextAsync("S. Bewoner-Anders");
    }

    [Fact]
    public async Task F03_What_a_dead_stream_does_not_bring_is_fetched()
    {
        var talk = await Talk.StartAsync(browser.Http, browser.Address);
        await talk.GoToAsync("rol");
        await using var screen = await Screen.NewAsync(browser, browser.Address, new());
        var dead = false;
        await DeadStreamAsync(screen, () => dead);
        await screen.GoOnAsync(talk);
        await screen.SeesAsync("rol");
        await screen.PressAsync("Voor mijzelf");
        await screen.SeesAsync("besluit");

        dead = true;
        await screen.AnswerAsync("nee");

        await screen.SeesAsync("procedure");
    }

    [Fact]
    public async Task F08_A_story_that_is_too_long_stays_in_the_field_with_what_to_do()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.SeesAsync("verhaal");
        var story = Story(8100);

        await screen.AnswerAsync(story);

        await Expect(screen.Question.Locator(".fout")).ToContainTextAsync("elk van hooguit 8000 tekens");
        await Expect(screen.Field).ToHaveValueAsync(story);
        await screen.FocusIsOnAsync("verhaal");
    }

    [Fact]
    public async Task F08_A_story_that_the_service_does_not_take_at_all_is_explained_too()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.SeesAsync("verhaal");
        var story = Story(40_000);

        await screen.AnswerAsync(story);

        await Expect(screen.Question.Locator(".fout")).ToContainTextAsync("Uw tekst is te lang. Maak hem korter.");
        await Expect(screen.Field).ToHaveValueAsync(story);
        await Expect(screen.Field).ToBeFocusedAsync();
    }

    [Fact]
    public async Task C13_The_check_never_keeps_showing_what_is_overtaken()
    {
        await using var screen = await Screen.OpenAsync(browser, "controle");
        var check = screen.Chat.Locator(".controle");
        await Expect(check).ToContainTextAsync("S. Bewoner");
        await screen.ChangeAsync("gegevens.naam");
        await screen.SeesAsync("gegevens.naam");
        var gate = Gate();
        await screen.Page.RouteAsync("**/overzicht", async route =>
        {
            if (gate.Task.IsCompleted)
            {
                await route.ContinueAsync();
                return;
            }

            await gate.Task;
            await route.AbortAsync();
        });

        await screen.AnswerAsync("J. Anders");
        await screen.SeesAsync("controle");
        await Expect(screen.Chat.GetByText("Uw antwoorden worden opgehaald.")).ToBeVisibleAsync();
        await Expect(check).ToHaveCountAsync(0);
        gate.SetResult();

        await Expect(check).ToContainTextAsync("J. Anders");
    }

    [Fact]
    public async Task F05_Who_has_the_page_of_an_older_release_can_open_it_again()
    {
        var talk = await Talk.StartAsync(browser.Http, browser.Address);
        await talk.GoToAsync("controle");
        await using var screen = await Screen.NewAsync(browser, browser.Address, new());
        var old = true;
        await screen.Page.RouteAsync("**/app/straks-*.js", route => old ? route.FulfillAsync(new() { Status = 404 }) : route.ContinueAsync());
        await screen.GoOnAsync(talk);

        await Expect(screen.Chat.Locator(".storing")).ToContainTextAsync("De computer van de gemeente geeft nu geen antwoord.");
        screen.Page.Request += (_, request) => old &= !request.IsNavigationRequest;
        await screen.PressAsync("Probeer opnieuw");

        await screen.SeesAsync("controle");
        await Expect(screen.Chat.Locator(".storing")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task C12_What_is_typed_instead_of_a_proposal_stays_when_the_question_is_asked_again()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.AnswerAsync("In Rotterdam is de lantaarnpaal in mijn straat nog steeds kapot.");
        await screen.PressAsync("Nee, anders");
        await screen.Field.FillAsync("Utrecht");

        await screen.PressAsync("Help");

        await Expect(screen.Chat.Locator(".melding")).Not.ToHaveCountAsync(0);
        await Expect(screen.Field).ToHaveValueAsync("Utrecht");
        await Expect(screen.Button("Nee, anders")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task K10_A_letter_that_does_not_come_is_asked_for_again_before_it_is_printed()
    {
        var talk = await Talk.StartAsync(browser.Http, browser.Address);
        await talk.GoToAsync("");
        await using var screen = await Screen.NewAsync(browser, browser.Address, new() { ViewportSize = new() { Width = 1080, Height = 1920 }, HasTouch = true });
        await screen.Page.RouteAsync("**/documenten/**", static route => route.AbortAsync());
        await screen.Page.GotoAsync("/kiosk");
        await screen.Page.GetByText("Verder met een code").ClickAsync();
        await screen.Chat.GetByLabel("Typ uw code").FillAsync(await talk.SaveAsync());
        await screen.PressAsync("Ga verder");

        await Expect(screen.Chat.GetByText("Het document kon niet worden opgehaald.").First).ToBeVisibleAsync();
        await Expect(screen.Button("Print mijn klacht")).ToBeDisabledAsync();
        await screen.Page.UnrouteAllAsync();
        await screen.PressAsync("Probeer opnieuw");

        await Expect(screen.Chat.Locator("pre.brief")).ToContainTextAsync("S. Bewoner");
        await Expect(screen.Button("Print mijn klacht")).ToBeFocusedAsync();
    }

    private static TaskCompletionSource Gate() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="length">In characters.</param>
    private static string Story(int length) => string.Concat(Enumerable.Repeat("De lamp is stuk. ", length / 17 + 1))[..length].Trim();

    private static Task HearsAsync(Screen screen, string words) => screen.Page.WaitForFunctionAsync("words => heard.includes(words)", words);
}
