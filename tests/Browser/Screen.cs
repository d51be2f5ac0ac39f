using Microsoft.Playwright;

namespace KlachtHulp.Tests.Browser;

/// <summary>One open page with the chat, and what a resident can do and see in it.</summary>
internal sealed class Screen : IAsyncDisposable
{
    private const string Deep = "let a = document.activeElement; while (a?.shadowRoot?.activeElement) a = a.shadowRoot.activeElement; ";
    private const string Described = "`${a.tagName.toLowerCase()} ${a.getAttribute('aria-label') ?? a.textContent}`";

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

    /// <summary>Chooses another language, and waits until the page runs that way.</summary>
    /// <param name="direction">rtl or ltr.</param>
    public async Task SpeakAsync(string language, string direction)
    {
        await Chat.Locator(".taal-keuze").SelectOptionAsync(language);
        await Assertions.Expect(Page.Locator($"html[lang={language}][dir={direction}]")).ToHaveCountAsync(1);
    }

    public ILocator Field => Question.GetByRole(AriaRole.Textbox);

    public ILocator Announcer => Chat.Locator("[data-omroeper]");

    public ILocator Turns => Chat.Locator(".beurt");

    public ILocator Panel => Chat.GetByRole(AriaRole.Complementary);

    /// <param name="at">Question at which the conversation already stands; null for a new one, empty for its end.</param>
    /// <param name="path">/klacht, or one of the pages of <see cref="ProofPages"/>.</param>
    public static Task<Screen> OpenAsync(BrowserFixture browser, string? at = null, string path = "/klacht", BrowserNewContextOptions? options = null)
        => OpenAsync(browser, browser.Address, at, path, options);

    public static async Task<Screen> OpenAsync(BrowserFixture browser, string address, string? at, string path, BrowserNewContextOptions? options)
    {
        if (at is not null)
        {
            var talk = await Talk.StartAsync(browser.Http, address);
            await talk.GoToAsync(at);
            return await OpenAsync(browser, address, talk, path, options);
        }

        var screen = await NewAsync(browser, address, options ?? new());
        await screen.Page.GotoAsync(path);
        return screen;
    }

    /// <summary>Goes on with a conversation that was begun elsewhere.</summary>
    public static async Task<Screen> OpenAsync(BrowserFixture browser, string address, Talk talk, string path = "/klacht", BrowserNewContextOptions? options = null)
    {
        var screen = await NewAsync(browser, address, options ?? new());
        await screen.GoOnAsync(talk, path);
        return screen;
    }

    /// <summary>A context and an empty page.</summary>
    public static async Task<Screen> NewAsync(BrowserFixture browser, string address, BrowserNewContextOptions options)
    {
        options.BaseURL = address;
        options.Locale = "nl-NL";
        options.TimezoneId = "Europe/Amsterdam";
        options.ViewportSize ??= new() { Width = 1280, Height = 900 };
        var context = await browser.Browser.NewContextAsync(options);
        context.SetDefaultTimeout(60_000);
        await ProofPages.AddAsync(context);
        return new Screen(context, await context.NewPageAsync());
    }

    public static BrowserNewContextOptions Size(int width, int height) => new() { ViewportSize = new() { Width = width, Height = height } };

    public ILocator Button(string name, bool exact = true) => Chat.GetByRole(AriaRole.Button, new() { Name = name, Exact = exact });

    public async Task PressAsync(string name) => await Button(name).ClickAsync();

    public async Task AnswerAsync(string text)
    {
        await Field.FillAsync(text);
        await PressAsync("Verstuur antwoord");
    }

    /// <summary>Presses Wijzig beside the answer to a question.</summary>
    public async Task ChangeAsync(string vraag) => await Chat.Locator($".rij[data-vraag='{vraag}'] button").ClickAsync();

    /// <summary>Waits until the question with this path is the one on screen.</summary>
    public Task SeesAsync(string vraag) => Assertions.Expect(Question).ToHaveAttributeAsync("data-vraag", vraag);

    public Task SeesOutcomeAsync() => Assertions.Expect(Chat.Locator(".uitkomst h3")).ToBeVisibleAsync();

    /// <summary>The focused element, looked for through the shadow border: tag name, a space, and its name or text.</summary>
    public Task<string> FocusAsync() => Page.EvaluateAsync<string>($"() => {{ {Deep} return {Described}.trim(); }}");

    /// <summary>Waits until the focused element is the one that <see cref="FocusAsync"/> would describe so.</summary>
    public Task FocusIsAsync(string start) => Page.WaitForFunctionAsync($"start => {{ {Deep} return {Described}.startsWith(start); }}", start);

    /// <summary>Waits until the heading of this question has focus.</summary>
    public Task FocusIsOnAsync(string vraag)
        => Page.WaitForFunctionAsync($"vraag => {{ {Deep} return a?.tagName === 'H3' && a.closest('[data-active-question]')?.dataset.vraag === vraag; }}", vraag);

    /// <summary>What the server keeps of this conversation, as JSON.</summary>
    public Task<string> KeptAsync() => Page.EvaluateAsync<string>(
        "async () => { const { session } = JSON.parse(Object.values(sessionStorage)[0]); "
        + "const r = await fetch(`/v3/directline/conversations/${session.conversationId}/activities`, { headers: { authorization: `Bearer ${session.token}` } }); "
        + "return JSON.stringify(await r.json()); }");

    /// <summary>Leaves a picture of the whole page in <c>tests/Browser/shots</c>, for people to look at.</summary>
    public Task ShotAsync(string name)
        => Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "tests", "Browser", "shots", $"{name.Replace(' ', '-')}.png"), FullPage = true });

    /// <summary>Puts a conversation where this tab would have kept it, and opens the page.</summary>
    public async Task GoOnAsync(Talk talk, string path = "/klacht")
    {
        await Page.GotoAsync("/healthz");
        await Page.EvaluateAsync(
            "([gemeente, conversationId, token]) => sessionStorage.setItem(`klachthulp:${origin}:${gemeente}:0`, JSON.stringify({ session: { conversationId, token } }))",
            new[] { path == "/klacht" ? "" : ProofPages.Gemeente, talk.ConversationId, talk.Token });
        await Page.GotoAsync(path);
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
