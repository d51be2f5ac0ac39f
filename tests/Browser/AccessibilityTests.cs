using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>axe-core on every state of the screen, and the whole conversation by keyboard.</summary>
[Collection(BrowserTests.Name)]
public sealed class AccessibilityTests(BrowserFixture browser)
{
    /// <summary>States of the screen: the question it is about (null for the first, empty for the end) and what is done there.</summary>
    private static readonly Dictionary<string, (string? At, Func<Screen, Task> Do)> States = new()
    {
        ["first question"] = (null, s => s.SeesAsync("verhaal")),
        ["why"] = ("gemeente", s => s.PressAsync("Waarom vragen we dit?")),
        ["choice"] = ("rol", s => s.SeesAsync("rol")),
        ["not understood"] = ("rol", s => SayAsync(s, "blauw", ".fout")),
        ["empty"] = (null, EmptyAsync),
        ["proposal"] = (null, s => SayAsync(s, "In Rotterdam is de lantaarnpaal in mijn straat kapot.", ".voorstel")),
        ["crisis"] = (null, s => SayAsync(s, "Ik wil liever dood.", ".melding[data-toon=crisis]")),
        ["date"] = ("klacht[1].wanneer", s => s.SeesAsync("klacht[1].wanneer")),
        ["several"] = ("wens", s => s.SeesAsync("wens")),
        ["change"] = ("controle", ChangeAsync),
        ["check"] = ("controle", s => s.SeesAsync("controle")),
        ["send"] = ("versturen", s => s.SeesAsync("versturen")),
        ["outcome"] = ("", s => s.Chat.Locator(".uitkomst .vouw > button").ClickAsync()),
        ["not sent"] = ("rol", FailAsync),
        ["erased"] = ("gemeente", EraseAsync),
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
        var (at, act) = States[state];
        await using var screen = await Screen.OpenAsync(browser, at, options: new() { ViewportSize = new() { Width = width, Height = 844 }, ColorScheme = scheme });

        await act(screen);

        await screen.ShotAsync($"{state}-{width}-{scheme}");
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
    }

    [Theory]
    [InlineData("choice")]
    [InlineData("not understood")]
    [InlineData("proposal")]
    [InlineData("several")]
    [InlineData("check")]
    [InlineData("outcome")]
    public async Task Nothing_is_cut_from_right_to_left_and_axe_finds_nothing_with_more_contrast(string state)
    {
        var (at, act) = States[state];
        await using var screen = await Screen.OpenAsync(browser, at, options: Screen.Size(390, 844));
        await act(screen);

        await screen.SpeakAsync("ar", "rtl");
        await screen.ShotAsync($"{state}-rtl");
        Assert.InRange(await screen.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 390);
        await screen.Page.EmulateMediaAsync(new() { Contrast = Contrast.More });
        await screen.SpeakAsync("nl", "ltr");
        await screen.ShotAsync($"{state}-contrast");

        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
    }

    [Fact]
    public async Task Axe_finds_nothing_in_a_page_of_someone_else()
    {
        await using var screen = await Screen.OpenAsync(browser, "klacht[1].wanneer", "/proef/inline.html");
        await screen.SeesAsync("klacht[1].wanneer");

        await screen.ShotAsync("inline");

        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
    }

    [Fact]
    public async Task Axe_finds_nothing_with_more_contrast()
    {
        await using var screen = await Screen.OpenAsync(browser, "controle", options: new() { Contrast = Contrast.More });
        await screen.SeesAsync("controle");

        await screen.ShotAsync("more-contrast");
        Assert.Equal("rgb(0, 0, 0)", await screen.Chat.Locator(".kh").EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor"));
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
    }

    [Fact]
    public async Task Axe_finds_nothing_in_the_panel_and_in_the_open_overview()
    {
        await using var screen = await Screen.OpenAsync(browser, "uitvoerder", "/proef/launcher.html", Screen.Size(390, 844));
        await screen.PressAsync("Hulp bij uw klacht");
        await screen.PressAsync("Uw klacht tot nu toe (2 antwoorden)");

        await screen.ShotAsync("panel-390");
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
    }

    [Fact]
    public async Task Answers_of_every_kind_can_be_given_with_the_keyboard()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.SeesAsync("verhaal");

        await TabToAsync(screen, "textarea", null);
        await screen.Page.Keyboard.TypeAsync("De lamp in mijn straat is stuk.");
        await screen.Page.Keyboard.PressAsync("Control+Enter");
        await screen.FocusIsOnAsync("gemeente");
        await TabToAsync(screen, "input", null);
        await screen.Page.Keyboard.TypeAsync("Rotterdam");
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.FocusIsOnAsync("uitvoerder");
        await TabToAsync(screen, "button Dat weet ik niet", "Space");
        await screen.FocusIsOnAsync("rol");
        await TabToAsync(screen, "button Voor mijzelf", "Enter");

        await screen.FocusIsOnAsync("besluit");
    }

    private static async Task SayAsync(Screen screen, string words, string shown)
    {
        await screen.AnswerAsync(words);
        await Expect(screen.Chat.Locator(shown)).ToBeVisibleAsync();
    }

    private static async Task EmptyAsync(Screen screen)
    {
        await screen.SeesAsync("verhaal");
        await screen.PressAsync("Verstuur antwoord");
        await Expect(screen.Chat.Locator(".fout")).ToBeVisibleAsync();
    }

    private static async Task ChangeAsync(Screen screen)
    {
        await screen.ChangeAsync("wens");
        await screen.SeesAsync("wens");
    }

    private static async Task FailAsync(Screen screen)
    {
        await screen.SeesAsync("rol");
        await screen.Page.RouteAsync("**/activities", route => route.FulfillAsync(new() { Status = 503 }));
        await screen.PressAsync("Voor mijzelf");
        await Expect(screen.Chat.Locator(".storing")).ToBeVisibleAsync();
    }

    private static async Task EraseAsync(Screen screen)
    {
        await screen.PressAsync("Stoppen en wissen");
        await screen.PressAsync("Ja");
        await Expect(screen.Chat.Locator(".einde")).ToBeVisibleAsync();
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
}
