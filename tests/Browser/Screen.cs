using Microsoft.Playwright;

namespace KlachtHulp.Tests.Browser;

/// <summary>One open page with the chat, and what a resident can do and see in it.</summary>
internal sealed class Screen : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];

    private Screen(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => { if (message.Type == "error") { _errors.Add(message.Text); } };
        page.PageError += (_, error) => _errors.Add(error);
    }

    public IPage Page { get; }

    public IBrowserContext Context => _context;

    /// <summary>Errors in the console, among them every breach of the content security policy.</summary>
    public IReadOnlyList<string> Errors => _errors;

    public ILocator Chat => Page.Locator("klacht-chat");

    public ILocator Question => Chat.Locator("[data-active-question]");

    public ILocator Heading => Chat.Locator(".vraag h3");

    public ILocator Field => Question.GetByRole(AriaRole.Textbox);

    public ILocator Announcer => Chat.Locator("[data-omroeper]");

    public ILocator Turns => Chat.Locator(".beurt");

    public static Task<Screen> OpenAsync(BrowserFixture browser, string path = "/klacht", int width = 1280, int height = 900)
        => OpenAsync(browser, browser.Address, path, new() { ViewportSize = new() { Width = width, Height = height } });

    public static async Task<Screen> OpenAsync(BrowserFixture browser, string address, string path, BrowserNewContextOptions options)
    {
        options.BaseURL = address;
        options.Locale = "nl-NL";
        options.TimezoneId = "Europe/Amsterdam";
        var context = await browser.Browser.NewContextAsync(options);
        context.SetDefaultTimeout(10_000);
        var screen = new Screen(context, await context.NewPageAsync());
        await screen.Page.GotoAsync(path);
        return screen;
    }

    public ILocator Button(string name, bool exact = true) => Chat.GetByRole(AriaRole.Button, new() { Name = name, Exact = exact });

    public async Task PressAsync(string name) => await Button(name).ClickAsync();

    public async Task AnswerAsync(string text)
    {
        await Field.FillAsync(text);
        await PressAsync("Verstuur antwoord");
    }

    public Task SeesQuestionAsync(string title) => Assertions.Expect(Heading).ToContainTextAsync(title);

    public Task SeesOutcomeAsync() => Assertions.Expect(Chat.Locator(".uitkomst h3")).ToBeVisibleAsync();

    /// <summary>The focused element, looked for through the shadow border: tag name, a space, and its name or text.</summary>
    public Task<string> FocusAsync() => Page.EvaluateAsync<string>(
        "() => { let a = document.activeElement; while (a?.shadowRoot?.activeElement) a = a.shadowRoot.activeElement; "
        + "return `${a.tagName.toLowerCase()} ${a.getAttribute('aria-label') ?? a.textContent}`.trim(); }");

    /// <summary>Waits until the focused element is the one that <see cref="FocusAsync"/> would describe so.</summary>
    public Task FocusIsAsync(string start) => Page.WaitForFunctionAsync(
        "start => { let a = document.activeElement; while (a?.shadowRoot?.activeElement) a = a.shadowRoot.activeElement; "
        + "return `${a.tagName.toLowerCase()} ${a.getAttribute('aria-label') ?? a.textContent}`.startsWith(start); }", start);

    /// <summary>What the server received, oldest first, as JSON.</summary>
    public Task<string> ReceivedAsync() => Page.EvaluateAsync<string>("async () => JSON.stringify(await (await fetch('/fake/log')).json())");

    /// <summary>Answers everything from the current question up to the one with this title.</summary>
    public async Task GoToAsync(string title)
    {
        var current = await Heading.Locator("span").Last.InnerTextAsync();
        foreach (var (question, answer) in Journey.SkipWhile(step => step.Question != current).TakeWhile(step => step.Question != title))
        {
            await SeesQuestionAsync(question);
            await answer(this);
        }

        await SeesQuestionAsync(title);
    }

    /// <summary>Leaves a picture of the whole page in <c>tests/Browser/shots</c>, for people to look at.</summary>
    public Task ShotAsync(string name)
        => Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "tests", "Browser", "shots", $"{name.Replace(' ', '-')}.png"), FullPage = true });

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private static IEnumerable<(string Question, Func<Screen, Task> Answer)> Journey =>
    [
        ("Waar gaat uw klacht over?", s => s.PressAsync("De gemeente doet niet wat is beloofd")),
        ("Wat is er gebeurd?", s => s.AnswerAsync("De lantaarnpaal is nog kapot.")),
        ("Wanneer was dit?", s => s.AnswerAsync("oktober 2018")),
        ("Wat heeft dit voor u betekend?", async s =>
        {
            await s.Chat.GetByLabel("Het kostte mij veel tijd").CheckAsync();
            await s.PressAsync("Verder met deze keuze");
        }),
        ("Hebt u hier al eerder over geklaagd?", s => s.PressAsync("Nee")),
        ("Wat is uw naam?", s => s.AnswerAsync("A. Voorbeeld")),
        ("Op welk nummer kan de gemeente u bellen?", s => s.PressAsync("Sla deze vraag over")),
        ("Klopt dit allemaal?", s => s.PressAsync("Ja, dit klopt")),
    ];
}
