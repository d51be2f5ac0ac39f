using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>axe-core on every state of the screen, and the whole conversation by keyboard.</summary>
[Collection(BrowserTests.Name)]
public sealed class AccessibilityTests(BrowserFixture browser)
{
    private static readonly Dictionary<string, Func<Screen, Task>> States = new()
    {
        ["first question"] = s => s.SeesQuestionAsync("Waar gaat uw klacht over?"),
        ["why"] = s => s.PressAsync("Waarom vragen we dit?"),
        ["not understood"] = async s =>
        {
            await s.AnswerAsync("blauw");
            await Expect(s.Chat.Locator(".fout")).ToBeVisibleAsync();
        },
        ["long text"] = s => s.GoToAsync("Wat is er gebeurd?"),
        ["empty"] = async s =>
        {
            await s.GoToAsync("Wat is er gebeurd?");
            await s.PressAsync("Verstuur antwoord");
        },
        ["proposal"] = async s =>
        {
            await s.GoToAsync("Wat is er gebeurd?");
            await s.AnswerAsync("Het was vorige week.");
            await Expect(s.Chat.Locator(".voorstel")).ToBeVisibleAsync();
        },
        ["crisis"] = async s =>
        {
            await s.GoToAsync("Wat is er gebeurd?");
            await s.AnswerAsync("Ik wil liever dood.");
            await Expect(s.Chat.Locator("[data-toon=crisis]")).ToBeVisibleAsync();
        },
        ["date"] = s => s.GoToAsync("Wanneer was dit?"),
        ["several"] = s => s.GoToAsync("Wat heeft dit voor u betekend?"),
        ["change"] = async s =>
        {
            await s.GoToAsync("Klopt dit allemaal?");
            await s.PressAsync("Wijzig: Wat heeft dit voor u betekend?");
            await s.SeesQuestionAsync("Wat heeft dit voor u betekend?");
        },
        ["check"] = s => s.GoToAsync("Klopt dit allemaal?"),
        ["outcome"] = async s =>
        {
            await s.GoToAsync("Klopt dit allemaal?");
            await s.PressAsync("Ja, dit klopt");
            await Expect(s.Chat.Locator(".uitkomst")).ToBeVisibleAsync();
        },
        ["not sent"] = async s =>
        {
            await s.GoToAsync("Wanneer was dit?");
            await s.Page.RouteAsync("**/activities", route => route.FulfillAsync(new() { Status = 503 }));
            await s.AnswerAsync("oktober 2018");
            await Expect(s.Chat.Locator(".storing")).ToBeVisibleAsync();
        },
        ["erased"] = async s =>
        {
            await s.PressAsync("Stoppen en wissen");
            await s.PressAsync("Ja, wis alles");
            await Expect(s.Chat.Locator(".einde")).ToBeVisibleAsync();
        },
    };

    public static TheoryData<string, int, ColorScheme> Runs
    {
        get
        {
            var runs = new TheoryData<string, int, ColorScheme>();
            foreach (var state in States.Keys)
            {
                runs.Add(state, 390, ColorScheme.Light);
                runs.Add(state, 1280, ColorScheme.Dark);
            }

            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Axe_finds_nothing(string state, int width, ColorScheme scheme)
    {
        await using var screen = await Screen.OpenAsync(browser, browser.Address, "/klacht", new() { ViewportSize = new() { Width = width, Height = 844 }, ColorScheme = scheme });

        await States[state](screen);

        await screen.ShotAsync($"{state}-{width}-{scheme}");
        Assert.Empty(await AxeAsync(screen));
    }

    [Fact]
    public async Task Axe_finds_nothing_in_a_page_of_someone_else()
    {
        await using var screen = await Screen.OpenAsync(browser, "/proef/inline.html");
        await screen.GoToAsync("Wanneer was dit?");

        await screen.ShotAsync("inline");

        Assert.Empty(await AxeAsync(screen));
    }

    [Fact]
    public async Task Axe_finds_nothing_with_more_contrast()
    {
        await using var screen = await Screen.OpenAsync(browser, browser.Address, "/klacht", new() { Contrast = Contrast.More });
        await screen.GoToAsync("Klopt dit allemaal?");

        await screen.ShotAsync("more-contrast");
        Assert.Equal("rgb(0, 0, 0)", await screen.Chat.Locator(".kh").EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor"));
        Assert.Empty(await AxeAsync(screen));
    }

    [Fact]
    public async Task Axe_finds_nothing_in_the_panel_and_in_the_open_overview()
    {
        await using var screen = await Screen.OpenAsync(browser, "/proef/launcher.html", 390, 844);
        await screen.PressAsync("Hulp bij uw klacht");
        await screen.GoToAsync("Wanneer was dit?");
        await screen.PressAsync("Uw klacht tot nu toe (2 antwoorden)");

        await screen.ShotAsync("panel-390");
        Assert.Empty(await AxeAsync(screen));
    }

    [Fact]
    public async Task The_whole_conversation_can_be_held_with_the_keyboard()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.SeesQuestionAsync("Waar gaat uw klacht over?");

        await TabToAsync(screen, "button De gemeente doet niet wat is beloofd", "Enter");
        await screen.SeesQuestionAsync("Wat is er gebeurd?");
        await TabToAsync(screen, "textarea", null);
        await screen.Page.Keyboard.TypeAsync("De lamp is stuk.");
        await screen.Page.Keyboard.PressAsync("Control+Enter");
        await screen.SeesQuestionAsync("Wanneer was dit?");
        await TabToAsync(screen, "button Dat weet ik niet", "Space");
        await screen.SeesQuestionAsync("Wat heeft dit voor u betekend?");
        await TabToAsync(screen, "input", "Space");
        await TabToAsync(screen, "button Verder met deze keuze", "Enter");
        await screen.SeesQuestionAsync("Hebt u hier al eerder over geklaagd?");
        await TabToAsync(screen, "button Nee", "Enter");
        await screen.SeesQuestionAsync("Wat is uw naam?");
        await TabToAsync(screen, "input", null);
        await screen.Page.Keyboard.TypeAsync("A. Voorbeeld");
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.SeesQuestionAsync("Op welk nummer kan de gemeente u bellen?");
        await TabToAsync(screen, "button Sla deze vraag over", "Enter");
        await screen.SeesQuestionAsync("Klopt dit allemaal?");
        await TabToAsync(screen, "button Ja, dit klopt", "Enter");

        await screen.FocusIsAsync("h3 Uw klacht is klaar");
    }

    private static async Task TabToAsync(Screen screen, string name, string? key)
    {
        for (var i = 0; i < 30 && !(await screen.FocusAsync()).StartsWith(name, StringComparison.Ordinal); i++)
        {
            await screen.Page.Keyboard.PressAsync("Tab");
        }

        Assert.StartsWith(name, await screen.FocusAsync(), StringComparison.Ordinal);
        if (key is not null)
        {
            await screen.Page.Keyboard.PressAsync(key);
        }
    }

    private static async Task<string[]> AxeAsync(Screen screen)
    {
        await screen.Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "bot", "web", "node_modules", "axe-core", "axe.min.js")));
        var found = await screen.Page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } })).violations"
            + ".map(v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 120) + ' ' + n.any.map(a => a.message).join(' ')).join(' | ')}`)");
        return [.. found.EnumerateArray().Select(v => v.GetString()!)];
    }
}
