using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows K of the specification about hands, eyes and ears: the keyboard on the screen, six keys, reading aloud, and going on by telephone.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class KioskAccessTests(BrowserFixture browser)
{
    /// <summary>A device with a voice of its own, which speaks until it is stopped.</summary>
    private const string Voice =
        """
        window.said = [];
        Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: class { constructor(text) { this.text = text; } } });
        Object.defineProperty(window, 'speechSynthesis', { value: Object.assign(new EventTarget(), {
          speaking: false, getVoices: () => [{ lang: 'nl-NL', localService: true }], speak(u) { this.speaking = true; said.push(u); }, cancel() { this.speaking = false; } }) });
        """;

    [GeneratedRegex("`(--[a-z-]+(?:=[A-Za-z0-9,-]+)?)`", RegexOptions.None, 1000)]
    private static partial Regex Flag { get; }

    [Fact]
    public async Task K04_Everything_can_be_typed_on_the_screen()
    {
        await using var screen = await BeginAsync();
        var keys = screen.Page.GetByRole(AriaRole.Group, new() { Name = "Toetsenbord" });
        await Expect(keys).ToHaveCountAsync(0);

        await screen.Field.TapAsync();
        await Expect(keys).ToBeVisibleAsync();
        await keys.GetByRole(AriaRole.Button, new() { Name = "Hoofdletter" }).TapAsync();
        foreach (var key in (string[])["D", "e", "Spatie", "l", "a", "m", "x", "Wis letter", "p", "Spatie", "i", "s", "Spatie", "s", "t", "u", "k"])
        {
            await keys.GetByRole(AriaRole.Button, new() { Name = key, Exact = true }).TapAsync();
        }

        await Expect(screen.Field).ToHaveValueAsync("De lamp is stuk");
        await screen.ShotAsync("kiosk-toetsenbord");
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
        Assert.Empty(await keys.Locator("button").EvaluateAllAsync<string[]>(
            "all => all.filter(e => { const r = e.getBoundingClientRect(); return r.width < 63.9 || r.height < 63.9 || r.left < 0 || r.right > innerWidth; }).map(e => e.textContent)"));
        await screen.Button("Verstuur antwoord").TapAsync();

        await screen.SeesAsync("gemeente");
        await Expect(keys).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task K06_While_it_is_read_aloud_nobody_is_asked_whether_they_are_there()
    {
        await using var screen = await NewAsync();
        await screen.Page.AddInitScriptAsync(Voice);
        await screen.Page.Clock.InstallAsync();
        await screen.Page.GotoAsync("/kiosk");
        await Button(screen, "Begin").ClickAsync();
        await screen.SeesAsync("verhaal");
        await screen.Page.Keyboard.PressAsync("F1");
        await screen.Page.WaitForFunctionAsync("() => speechSynthesis.speaking");

        await screen.Page.Clock.FastForwardAsync(60_000);
        await Expect(screen.Page.GetByRole(AriaRole.Alertdialog)).ToHaveCountAsync(0);
        await screen.Page.EvaluateAsync("speechSynthesis.cancel()");
        await screen.Page.Clock.FastForwardAsync(60_000);

        await Expect(screen.Page.GetByRole(AriaRole.Alertdialog)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task K09_A_telephone_takes_the_conversation_over_once_and_the_kiosk_forgets_it()
    {
        await using var screen = await BeginAsync();
        await screen.AnswerAsync("De lamp in de Lindestraat is al lang stuk.");
        await screen.SeesAsync("gemeente");
        await screen.PressAsync("Verder op uw eigen telefoon");
        var code = screen.Chat.GetByRole(AriaRole.Img, new() { Name = "QR-code met uw persoonlijke link" });
        await Expect(code).ToBeVisibleAsync();
        await screen.ShotAsync("kiosk-telefoon");
        await using var telephone = await Screen.NewAsync(browser, browser.Address, Screen.Size(390, 844));
        await telephone.Page.GotoAsync("about:blank");
        var link = await QrReader.ReadAsync(telephone.Page, code);

        await telephone.Page.GotoAsync(link);
        await telephone.SeesAsync("gemeente");

        await Expect(screen.Page.GetByText("Uw klacht is nu op uw telefoon.")).ToBeVisibleAsync();
        await Expect(Button(screen, "Begin")).ToBeVisibleAsync();
        await Expect(screen.Page.GetByText("Lindestraat")).ToHaveCountAsync(0);
        await telephone.AnswerAsync("Rotterdam");
        await telephone.SeesAsync("uitvoerder");
        using var again = await browser.Http.PostAsync(
            new Uri($"{browser.Address}/api/v1/verder"), new StringContent($$"""{"code":"{{link.Split('=')[^1]}}"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task K09_After_ten_minutes_the_code_opens_nothing()
    {
        await using var bot = new KestrelBot(new DateOnly(2026, 3, 2));
        var talk = await Talk.StartAsync(browser.Http, bot.Address);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{bot.Address}/api/v1/gesprekken/{talk.ConversationId}/overdracht");
        request.Headers.Authorization = new("Bearer", talk.Token);
        using var made = await browser.Http.SendAsync(request);
        var code = System.Text.Json.Nodes.JsonNode.Parse(await made.Content.ReadAsStringAsync())!["code"]!.GetValue<string>();

        bot.Advance(TimeSpan.FromMinutes(10));
        using var late = await browser.Http.PostAsync(new Uri($"{bot.Address}/api/v1/verder"), new StringContent($$"""{"code":"{{code}}"}""", Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Fact]
    public async Task K02_K07_Who_comes_with_a_code_goes_on_and_stopping_here_keeps_it_for_later()
    {
        var talk = await Talk.StartAsync(browser.Http, browser.Address);
        await talk.GoToAsync("rol");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{browser.Address}/api/v1/gesprekken/{talk.ConversationId}/bewaar");
        request.Headers.Authorization = new("Bearer", talk.Token);
        using var made = await browser.Http.SendAsync(request);
        var code = System.Text.Json.Nodes.JsonNode.Parse(await made.Content.ReadAsStringAsync())!["code"]!.GetValue<string>();
        await using var screen = await NewAsync();
        await screen.Page.GotoAsync("/kiosk");

        await Button(screen, "Verder met een code").ClickAsync();
        await screen.Chat.GetByLabel("Typ uw code").FillAsync(code);
        await screen.PressAsync("Ga verder");
        await screen.SeesAsync("rol");
        await Button(screen, "Stop en wis alles").ClickAsync();
        await Button(screen, "Ja, wis alles").ClickAsync();
        await Expect(Button(screen, "Begin")).ToBeVisibleAsync();

        await talk.AnswerAsync("zelf");
        Assert.Equal("besluit", talk.Vraag);
    }

    [Fact]
    public async Task K13_One_key_reads_the_start_screen_and_the_question_and_wiping_resets_the_volume()
    {
        await using var screen = await NewAsync();
        await screen.Page.AddInitScriptAsync(Voice);
        await screen.Page.GotoAsync("/kiosk");
        await Expect(Button(screen, "Begin")).ToBeVisibleAsync();
        Assert.Equal(0, await screen.Page.EvaluateAsync<int>("said.length"));

        await screen.Page.Keyboard.PressAsync("F1");
        await screen.Page.WaitForFunctionAsync("() => said.length === 1");
        Assert.StartsWith("Deze computer helpt u", await screen.Page.EvaluateAsync<string>("said[0].text"), StringComparison.Ordinal);
        await Button(screen, "Begin").ClickAsync();
        await screen.SeesAsync("verhaal");
        await Button(screen, "Voorlezen").ClickAsync();
        await screen.PressAsync("Harder");
        await screen.Page.Keyboard.PressAsync("F1");
        await screen.Page.WaitForFunctionAsync("() => said.length === 2");
        Assert.Equal(1, await screen.Page.EvaluateAsync<double>("said[1].volume"));
        await Button(screen, "Stop en wis alles").ClickAsync();
        await Button(screen, "Ja, wis alles").ClickAsync();
        await Expect(Button(screen, "Begin")).ToBeVisibleAsync();
        await screen.Page.Keyboard.PressAsync("F1");
        await screen.Page.WaitForFunctionAsync("() => said.length === 1");

        Assert.Equal(0.75, await screen.Page.EvaluateAsync<double>("said[0].volume"));
    }

    [Fact]
    public async Task K14_Six_keys_are_enough()
    {
        await using var screen = await NewAsync();
        await screen.Page.GotoAsync("/kiosk");
        await Expect(Button(screen, "Begin")).ToBeVisibleAsync();
        await GoToAsync(screen, "button Begin");
        await screen.SeesAsync("verhaal");
        await screen.AnswerAsync("De lamp in Rotterdam is al lang stuk.");
        await Expect(screen.Chat.Locator(".voorstel, [data-vraag=gemeente], [data-vraag=uitvoerder]").First).ToBeVisibleAsync();
        await GoToAsync(screen, "button Ja, dat klopt");
        await screen.SeesAsync("uitvoerder");
        await GoToAsync(screen, "button Dat weet ik niet");
        await screen.SeesAsync("rol");

        await screen.Page.Keyboard.PressAsync("Escape");

        await screen.SeesAsync("uitvoerder");
    }

    [Fact]
    public async Task K16_The_flags_of_the_manual_start_the_kiosk()
    {
        var manual = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "kiosk.md"));
        var flags = Flag.Matches(manual).Select(static match => match.Groups[1].Value).Distinct().ToList();
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = [.. flags, "--headless", "--no-sandbox", "--disable-gpu"],
        });
        var page = await chromium.NewPageAsync();

        await page.GotoAsync($"{browser.Address}/kiosk");

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Begin", Exact = true })).ToBeVisibleAsync();
        Assert.Contains("--kiosk-printing", flags);
        Assert.Contains("--incognito", flags);
    }

    /// <summary>Walks with one arrow until it is there, and presses OK.</summary>
    private static async Task GoToAsync(Screen screen, string name)
    {
        for (var i = 0; i < 60 && !(await screen.FocusAsync()).StartsWith(name, StringComparison.Ordinal); i++)
        {
            await screen.Page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.StartsWith(name, await screen.FocusAsync(), StringComparison.Ordinal);
        await screen.Page.Keyboard.PressAsync("Enter");
    }

    private static ILocator Button(Screen screen, string name) => screen.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private Task<Screen> NewAsync() => Screen.NewAsync(browser, browser.Address, new() { ViewportSize = new() { Width = 1080, Height = 1920 }, HasTouch = true });

    private async Task<Screen> BeginAsync()
    {
        var screen = await NewAsync();
        await screen.Page.GotoAsync("/kiosk");
        await Button(screen, "Begin").ClickAsync();
        await screen.SeesAsync("verhaal");
        return screen;
    }
}
