using System.Text;
using System.Text.RegularExpressions;
using KlachtHulp.Dialogs.Topics;
using KlachtHulp.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Whole complaints under hard conditions: by keyboard alone, with a network that comes and goes, and under other people's styles.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class ProofTests(BrowserFixture browser)
{
    private const string NotSent = "Nog niet verstuurd. We proberen het opnieuw.";

    /// <summary>What differs between any two forms: the reference, and the second in which it was signed.</summary>
    [GeneratedRegex("KH-[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}|(?<=\"tijdstip\": \")[^\"]+", RegexOptions.None, 1000)]
    private static partial Regex OfItsOwn { get; }

    [Fact]
    public async Task C13_A_whole_complaint_by_keyboard_alone_never_loses_focus_and_asks_nothing_twice()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.SeesAsync("verhaal");
        var walker = new Walker(screen, Talk.Kort);
        await screen.Page.EvaluateAsync(
            "() => { window.lost = []; const look = () => { const a = document.querySelector('klacht-chat').shadowRoot.activeElement; if (window.answered && !a) lost.push(document.title); requestAnimationFrame(look); }; look(); }");

        await walker.WalkAsync(async (_, _) =>
        {
            await walker.TypeAsync();
            await screen.Page.EvaluateAsync("window.answered = true");
        });

        await screen.FocusIsAsync("h3");
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>("lost"));
        Assert.Equal(walker.Asked.Distinct(), walker.Asked);
        Assert.True(walker.Asked.Count > 20, $"{walker.Asked.Count} questions");
        Assert.Empty(screen.Errors);
    }

    [Fact]
    public async Task F01_F03_Ten_cuts_of_the_network_and_a_restart_change_no_byte_of_the_form()
    {
        await using var bot = await BotProcess.StartAsync();
        var talk = await Talk.StartAsync(browser.Http, bot.Address);
        await talk.GoToAsync("");
        var expected = Encoding.UTF8.GetString(await talk.DocumentAsync(Documenten.Json));
        await using var screen = await Screen.OpenAsync(browser, bot.Address, at: null, "/klacht", options: null);
        var walker = new Walker(screen, Talk.Kort);
        var cuts = Enumerable.Range(1, 20).OrderBy(static turn => new Random(2026 + turn).Next()).Take(10).ToHashSet();
        var restart = cuts.Max();

        await walker.WalkAsync(async (turn, answer) =>
        {
            if (!cuts.Contains(turn))
            {
                await answer();
                return;
            }

            await screen.Context.SetOfflineAsync(true);
            await answer();
            await Expect(screen.Question.GetByText(NotSent)).ToBeVisibleAsync();
            if (turn == restart)
            {
                bot.Kill();
                await bot.StartAgainAsync();
            }

            await screen.Context.SetOfflineAsync(false);
        });

        var download = await screen.Page.RunAndWaitForDownloadAsync(() => screen.Chat.Locator(".documenten button[data-bestand$='.json']").First.ClickAsync());
        var form = await File.ReadAllTextAsync((await download.PathAsync())!); // not null: the browser runs here
        Assert.True(walker.Asked.Count > restart, "All cuts came before the end.");
        Assert.Equal(OfItsOwn.Replace(expected, "KH"), OfItsOwn.Replace(form, "KH"));
        Assert.Equal(walker.Asked.Count, await screen.Turns.And(screen.Chat.Locator("[data-van=bewoner]")).CountAsync() + await SkippedAsync(screen));
    }

    [Fact]
    public async Task S10_Pressing_send_twice_sends_once()
    {
        await using var screen = await Screen.OpenAsync(browser, "versturen");
        await screen.SeesAsync("versturen");
        var sent = 0;
        screen.Page.Request += (_, request) => sent += request.Method == "POST" && request.Url.EndsWith("/activities", StringComparison.Ordinal) ? 1 : 0;

        await Expect(screen.Heading).ToContainTextAsync("naar de gemeente Rotterdam");
        await Expect(screen.Question.Locator(".hulp")).ToContainTextAsync("U kunt hierna niets meer wijzigen.");

        var request = await screen.Page.RunAndWaitForRequestAsync(
            () => screen.Question.Locator("[data-optie=versturen]").DblClickAsync(),
            static request => request.Method == "POST" && request.Url.EndsWith("/activities", StringComparison.Ordinal));
        await screen.FocusIsAsync("h3 Uw klacht is verstuurd");
        Assert.Equal(1, sent);
        var (reference, kept) = (await screen.Chat.Locator(".kenmerk").InnerTextAsync(), await screen.KeptAsync());

        var status = await screen.Page.EvaluateAsync<int>(
            "async ([url, body]) => { const { session } = JSON.parse(Object.values(sessionStorage)[0]); "
            + "return (await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${session.token}`, 'content-type': 'application/json' }, body })).status; }",
            new[] { request.Url, request.PostData ?? "" });

        Assert.Equal(200, status);
        Assert.Equal(kept, await screen.KeptAsync());
        await screen.Page.ReloadAsync();
        await Expect(screen.Chat.Locator(".kenmerk")).ToHaveTextAsync(reference);
    }

    [Fact]
    public async Task Row10_The_counters_hold_no_word_of_a_resident_and_the_browser_asks_only_our_own_service()
    {
        await using var bot = await BotProcess.StartAsync();
        await using var screen = await Screen.NewAsync(browser, bot.Address, new());
        var elsewhere = new List<string>();
        screen.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(bot.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                elsewhere.Add(request.Url);
            }
        };
        await screen.Page.GotoAsync("/klacht");
        await new Walker(screen, Talk.Kort).WalkAsync(static (_, answer) => answer(), until: "controle");

        var counters = await browser.Http.GetStringAsync(new Uri($"{bot.Address}/metrics"));

        Assert.Empty(elsewhere);
        Assert.Contains("klachthulp_antwoorden_total{vraag=\"verhaal\"} 1", counters, StringComparison.Ordinal);
        Assert.All((string[])["lantaarnpaal", "Lindestraat", "S. Bewoner", "balie\"", "oktober"], words => Assert.DoesNotContain(words, counters, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Tokens as a gemeente may set them: none, those of the NL Design System, the values of its voorbeeld theme (7.4.1), those of an older theme, and our own names.</summary>
    [Theory]
    [InlineData("none", "")]
    [InlineData("basis", "--basis-color-action-1-bg-default: #f3ecff; --basis-color-action-1-color-default: #2b0a3d; --basis-color-action-1-inverse-bg-default: #5c1a7a; --basis-color-action-1-inverse-color-default: #fff; --basis-color-action-2-color-default: #5c1a7a; --basis-color-default-color-document: #1b1b1b; --basis-border-radius-md: 2px;")]
    [InlineData("voorbeeld", "--basis-color-action-1-bg-default: #f3eeff; --basis-color-action-1-inverse-bg-default: #5115ef; --basis-color-action-1-inverse-color-default: #fff; --basis-color-action-2-color-default: #00568b; "
        + "--basis-color-accent-1-bg-default: #f3eeff; --basis-color-default-border-default: #586c88; --basis-color-default-border-subtle: #c0c7d2; --basis-color-default-bg-document: #fff; --basis-focus-outline-color: #0b0c0c; --basis-focus-background-color: #fd0;")]
    [InlineData("older", "--utrecht-button-primary-action-background-color: #7a1a1a; --utrecht-button-primary-action-color: #fff; --utrecht-link-color: #7a1a1a; --utrecht-document-color: #111;")]
    [InlineData("made-up", "--klachthulp-knop: #14532d; --klachthulp-knop-tekst: #fefce8; --klachthulp-link: #14532d; --klachthulp-achtergrond: #fefce8; --klachthulp-achtergrond-zacht: #f7f3d0; --klachthulp-rand: #4d5b3a; --klachthulp-focus: #14532d;")]
    public async Task V01_V02_W10_Every_theme_gives_every_value_and_enough_contrast(string theme, string tokens)
    {
        await using var screen = await Screen.OpenAsync(browser, "klacht[1].wanneer", "/proef/inline.html");
        await screen.SeesAsync("klacht[1].wanneer");

        await screen.Page.EvaluateAsync("css => { const s = new CSSStyleSheet(); s.replaceSync(`:root { ${css} }`); document.adoptedStyleSheets = [s]; }", tokens);

        var empty = await screen.Page.EvaluateAsync<string[]>(
            "() => { const c = document.querySelector('klacht-chat'); const own = c.shadowRoot.adoptedStyleSheets.flatMap(s => [...s.cssRules]).filter(r => r.selectorText === ':host').flatMap(r => [...r.style]).filter(n => n.startsWith('--kh-')); "
            + "const set = getComputedStyle(c); return own.filter(n => set.getPropertyValue(n).trim() === ''); }");
        await screen.ShotAsync($"theme-{theme}");
        Assert.Empty(empty);
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
        Assert.All(await EdgesAsync(screen), static ratio => Assert.True(ratio >= 3, $"{ratio}"));
    }

    [Theory]
    [InlineData(844, 390)]
    [InlineData(320, 640)]
    public async Task V11_Lying_down_or_very_narrow_everything_can_be_reached_and_enlarged(int width, int height)
    {
        await using var screen = await Screen.OpenAsync(browser, "rol", options: Screen.Size(width, height));
        await screen.SeesAsync("rol");

        await screen.Button("Verstuur antwoord").ScrollIntoViewIfNeededAsync();

        await Expect(screen.Button("Verstuur antwoord")).ToBeInViewportAsync();
        Assert.InRange(await screen.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
        Assert.DoesNotContain("maximum-scale", await screen.Page.Locator("meta[name=viewport]").GetAttributeAsync("content") ?? "", StringComparison.Ordinal);
        await screen.ShotAsync($"rol-{width}x{height}");
    }

    [Fact]
    public async Task L04_On_a_page_that_runs_from_right_to_left_everything_is_mirrored()
    {
        await using var screen = await Screen.OpenAsync(browser, "rol", options: Screen.Size(390, 844));
        await screen.SeesAsync("rol");

        await screen.SpeakAsync("ar", "rtl");

        var (own, list) = (await screen.Chat.Locator(".beurt[data-van=bewoner]").Last.BoundingBoxAsync(), await screen.Chat.Locator(".gesprek ol").BoundingBoxAsync());
        Assert.Equal(list!.X, own!.X, tolerance: 1); // not null: both are on screen
        Assert.True(own.X + own.Width < list.X + list.Width - 20);
        Assert.InRange(await screen.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 390);
        await screen.ShotAsync("rtl");
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
    }

    /// <summary>How much the edge of each field and button differs from what is behind it.</summary>
    private static Task<double[]> EdgesAsync(Screen screen) => screen.Page.EvaluateAsync<double[]>(
        """
        () => {
          const light = c => { const [r, g, b] = c.match(/[\d.]+/g).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
          const root = document.querySelector('klacht-chat').shadowRoot; const ground = light(getComputedStyle(root.querySelector('.kh')).backgroundColor);
          return [...root.querySelectorAll('.veld, .knop, .knop-keuze')].map(e => light(getComputedStyle(e).borderTopColor)).map(l => (Math.max(l, ground) + .05) / (Math.min(l, ground) + .05));
        }
        """);

    private static async Task<int> SkippedAsync(Screen screen) => await screen.Page.EvaluateAsync<int>(
        "async () => { const { session } = JSON.parse(Object.values(sessionStorage)[0]); const r = await fetch(`/v3/directline/conversations/${session.conversationId}/activities`, { headers: { authorization: `Bearer ${session.token}` } }); "
        + "return (await r.json()).activities.filter(a => a.type === 'event' && a.name === 'klachthulp/overslaan').length; }");
}
