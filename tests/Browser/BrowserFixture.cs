using KlachtHulp.Tests.Support;
using Microsoft.Playwright;

namespace KlachtHulp.Tests.Browser;

/// <summary>One Chromium of the system and one running service for all browser tests; every test has a context and a conversation of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private BotProcess? _bot;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>For what a test says without a browser.</summary>
    public HttpClient Http { get; } = new();

    public string Address => _bot!.Address;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(60_000);
        // All browsers share one address here, and many go on with a code.
        var bot = BotProcess.StartAsync(new Dictionary<string, string> { ["KlachtHulp:Limieten:CodesPerMinuut"] = "100000" });
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = Arguments,
        });
        _bot = await bot;
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright?.Dispose();
        await _bot!.DisposeAsync();
        Http.Dispose();
    }
}

/// <summary>Browser tests run one after another: they share a small machine with the other tests.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}
