using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Row F-09 of the specification, for a script that comes late: the question that came with the page works, and nothing given in it is lost.</summary>
[Collection(BrowserTests.Name)]
public sealed class BeginTests(BrowserFixture browser)
{
    private const string Story = "De lantaarnpaal in mijn straat is al lang kapot.";

    /// <summary>Holds back every timer without a delay until the test lets them go, so that the script is there and has drawn nothing yet. Those with a delay watch over the connection and go on.</summary>
    private const string HoldTimers =
        "const real = setTimeout; let held = []; "
        + "window.setTimeout = (f, ms, ...a) => held && !ms ? (held.push(() => f(...a)), 0) : real(f, ms, ...a); "
        + "window.laatLos = () => { const all = held; held = null; all.forEach((f) => f()); };";

    [Fact]
    public async Task F09_What_is_typed_before_the_script_comes_goes_along_with_focus_and_place()
    {
        await using var late = await LateScript.OpenAsync(browser);
        var field = late.Field;
        await field.FillAsync(Story);
        await field.EvaluateAsync("e => e.setSelectionRange(3, 15)");

        late.LetGo();

        await late.Screen.SeesAsync("verhaal");
        await Expect(late.Screen.Field).ToHaveValueAsync(Story);
        await late.Screen.FocusIsAsync("textarea");
        Assert.Equal("3-15", await late.Screen.Field.EvaluateAsync<string>("e => `${e.selectionStart}-${e.selectionEnd}`"));
        await Expect(field).ToHaveCountAsync(0);
        await late.Screen.Page.Keyboard.TypeAsync("paal");
        await late.Screen.PressAsync("Verstuur antwoord");
        await late.Screen.SeesAsync("gemeente");
        await Expect(late.Screen.Turns.Last).ToContainTextAsync("De paal in mijn straat is al lang kapot.");
        Assert.Empty(late.Screen.Errors);
    }

    [Fact]
    public async Task F09_What_is_sent_before_the_script_comes_goes_on_with_one_question_per_page()
    {
        await using var late = await LateScript.OpenAsync(browser);
        await late.Field.FillAsync(Story);

        await late.Send.ClickAsync();

        await Expect(late.Screen.Page.Locator("input[name=vraag]").First).ToHaveValueAsync("gemeente");
        Assert.Equal("/klacht/stap", new Uri(late.Screen.Page.Url).PathAndQuery);
        await Expect(late.Screen.Page.Locator(".antwoorden dd").First).ToHaveTextAsync(Story);
        await late.Screen.Page.GotoAsync("/klacht");
        await Expect(late.Screen.Page.GetByRole(AriaRole.Link, new() { Name = "Ga verder", Exact = true })).ToHaveAttributeAsync("href", "/klacht/stap");
    }

    [Fact]
    public async Task F09_What_is_sent_while_the_script_draws_is_sent_once()
    {
        await using var screen = await Screen.NewAsync(browser, browser.Address, new());
        await screen.Page.AddInitScriptAsync(HoldTimers);
        await screen.Page.GotoAsync("/klacht");
        await screen.Page.WaitForFunctionAsync("() => customElements.get('klacht-chat')");
        await screen.Page.Locator("#begin-antwoord").FillAsync(Story);

        await screen.Page.Locator("#begin-antwoord + button").ClickAsync();
        Assert.Equal("/klacht", new Uri(screen.Page.Url).PathAndQuery);
        await screen.Page.EvaluateAsync("laatLos()");

        await screen.SeesAsync("gemeente");
        Assert.Equal(2, (await screen.KeptAsync()).Split(Story).Length);
        Assert.Equal(1, await screen.Turns.Filter(new() { HasText = Story }).CountAsync());
        await screen.FocusIsOnAsync("gemeente");
    }

    [Fact]
    public async Task F10_In_a_browser_that_is_too_old_the_question_of_the_page_stays_and_works()
    {
        await using var screen = await Screen.NewAsync(browser, browser.Address, new());
        await screen.Page.AddInitScriptAsync("delete Document.prototype.adoptedStyleSheets;");
        await screen.Page.GotoAsync("/klacht");
        await screen.Page.WaitForFunctionAsync("() => customElements.get('klacht-chat')");
        await screen.Page.Locator("#begin-antwoord").FillAsync(Story);

        await screen.Page.Locator("#begin-antwoord + button").ClickAsync();

        await Expect(screen.Page.Locator("input[name=vraag]").First).ToHaveValueAsync("gemeente");
        await Expect(screen.Page.Locator(".antwoorden dd").First).ToHaveTextAsync(Story);
        Assert.Empty(screen.Errors);
    }

    [Fact]
    public async Task F09_Who_has_a_conversation_already_does_not_see_its_first_question_again()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol");

        await screen.SeesAsync("rol");

        await Expect(screen.Page.Locator("#begin-antwoord")).ToHaveCountAsync(0);
        await Expect(screen.Field).ToHaveValueAsync("");
    }

    [Fact]
    public async Task N06_The_first_question_in_the_page_is_sound_at_every_width()
    {
        await using var late = await LateScript.OpenAsync(browser, Screen.Size(320, 640));

        Assert.InRange(await late.Screen.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 320);
        var button = await late.Send.BoundingBoxAsync();
        Assert.True(button is { Height: >= 48, Width: >= 48 });
        var away = await late.Screen.Page.GetByRole(AriaRole.Link, new() { Name = "Snel weg" }).BoundingBoxAsync();
        Assert.True(away is { Height: >= 48, Width: >= 48, Y: < 320 });
        Assert.Empty(await Axe.ProblemsAsync(late.Screen.Page));
        await late.Screen.ShotAsync("begin-320");
    }

    [Fact]
    public async Task N06_A_form_of_a_page_that_is_too_old_gives_the_words_back()
    {
        await using var screen = await Screen.NewAsync(browser, browser.Address, new());

        var answer = await screen.Page.APIRequest.PostAsync("/klacht/begin", new() { Data = "taal=en&tekst=My+own+words", Headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded" } });

        Assert.Equal(400, answer.Status);
        var page = await answer.TextAsync();
        Assert.Contains("My own words", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", page, StringComparison.Ordinal);
    }

    /// <summary>The page of the chat, whose script waits until the test lets it come.</summary>
    private sealed class LateScript(Screen screen, TaskCompletionSource gate) : IAsyncDisposable
    {
        public Screen Screen => screen;

        /// <summary>The field that came with the page.</summary>
        public ILocator Field => screen.Page.Locator("#begin-antwoord");

        public ILocator Send => screen.Page.Locator("#begin-antwoord + button");

        public static async Task<LateScript> OpenAsync(BrowserFixture browser, BrowserNewContextOptions? options = null)
        {
            var screen = await Screen.NewAsync(browser, browser.Address, options ?? new());
            var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await screen.Page.RouteAsync("**/app/element-*.js", async route =>
            {
                await gate.Task;
                await route.ContinueAsync();
            });
            await screen.Page.GotoAsync("/klacht", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            return new LateScript(screen, gate);
        }

        public void LetGo() => gate.TrySetResult();

        public async ValueTask DisposeAsync()
        {
            LetGo();
            await screen.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
            await screen.DisposeAsync();
        }
    }
}
