using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows L of the specification: a whole complaint in each language.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class LanguageTests(BrowserFixture browser)
{
    private static readonly Dictionary<string, string> Stories = new()
    {
        ["nl"] = "De lantaarnpaal in mijn straat is al lang kapot.",
        ["en"] = "The street light in my street has been broken for a long time.",
        ["tr"] = "Sokağımdaki sokak lambası uzun zamandır bozuk.",
        ["ar"] = "مصباح الشارع في شارعي معطل منذ وقت طويل.",
        ["pl"] = "Latarnia na mojej ulicy od dawna nie działa.",
        ["uk"] = "Ліхтар на моїй вулиці давно не працює.",
    };

    /// <summary>The name of a text instead of the text, or a place in it that was not filled.</summary>
    [GeneratedRegex(@"\b(melding|fout|knop|stap|begin|brief|bevestig|wijzig|crisis|einde|uitkomst|antwoord|taal|document|klacht)\.[a-z_]+|\{[a-z_]+\}|undefined", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyName { get; }

    public static TheoryData<string> Languages => [.. Stories.Keys];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task L01_L03_L04_A_whole_complaint_in_each_language(string language)
    {
        await using var screen = await Screen.OpenAsync(browser, path: $"/klacht?taal={language}", options: Screen.Size(390, 844));
        var direction = language == "ar" ? "rtl" : "ltr";
        await Expect(screen.Page.Locator($"html[lang={language}][dir={direction}]")).ToHaveCountAsync(1);
        await screen.SeesAsync("verhaal");
        for (var turns = 0; await screen.Question.CountAsync() > 0; turns++)
        {
            var vraag = await screen.Question.GetAttributeAsync("data-vraag") ?? "";
            Assert.True(turns < 80, $"The conversation does not end; it asks {vraag}.");
            Assert.DoesNotMatch(KeyName, await screen.Chat.Locator(".kh").InnerTextAsync());
            if (vraag == "controle")
            {
                await ReadAsync(screen, language);
            }

            await AnswerAsync(screen, vraag, language);
            await Expect(screen.Chat.Locator($"[data-active-question]:not([data-vraag='{vraag}']), .uitkomst")).ToBeVisibleAsync();
        }

        Assert.DoesNotMatch(KeyName, await screen.Chat.Locator(".kh").InnerTextAsync());
        Assert.Equal(direction, await screen.Chat.Locator(".uitkomst").EvaluateAsync<string>("e => getComputedStyle(e).direction"));
        await screen.ShotAsync($"outcome-{language}");
        Assert.Empty(screen.Errors);
    }

    [Fact]
    public async Task L02_The_language_is_chosen_in_the_middle_and_nothing_is_lost()
    {
        await using var screen = await Screen.OpenAsync(browser, "klacht[1].wie");
        await screen.SeesAsync("klacht[1].wie");
        await screen.Field.FillAsync("De man aan de ba");
        var answers = await screen.Panel.Locator(".rij").CountAsync();

        await screen.Chat.Locator(".taal-keuze").FocusAsync();
        await screen.Page.Keyboard.PressAsync("ArrowDown");

        await Expect(screen.Page.Locator("html[lang=en]")).ToHaveCountAsync(1);
        await screen.SeesAsync("klacht[1].wie");
        await Expect(screen.Chat.Locator(".kop")).ToContainTextAsync("Step 3 of 6");
        await Expect(screen.Field).ToHaveValueAsync("De man aan de ba");
        await Expect(screen.Panel.Locator(".rij")).ToHaveCountAsync(answers);
        Assert.Equal(
            ["Nederlands", "English", "Türkçe", "العربية", "Polski", "Українська"],
            await screen.Chat.Locator(".taal-keuze option").AllInnerTextsAsync());
    }

    /// <summary>The letter is Dutch; what the resident wrote stands in it as it was written, and says which language it is.</summary>
    private static async Task ReadAsync(Screen screen, string language)
    {
        var letter = screen.Chat.Locator(".conceptbrief .brief");
        await Expect(letter.Locator("blockquote")).ToHaveTextAsync(Stories[language]);
        await Expect(letter).ToContainTextAsync("Met vriendelijke groet,");
        await Expect(screen.Chat.Locator(".conceptbrief .brief[lang=nl]")).ToHaveCountAsync(1);
        await Expect(letter.Locator("blockquote[dir=auto]")).ToHaveCountAsync(1);
        await Expect(letter.Locator($"blockquote[lang={language}]")).ToHaveCountAsync(language == "nl" ? 0 : 1);
        Assert.Empty(await screen.Chat.Locator(".kh").EvaluateAsync<string[]>(
            "(kh, own) => [...kh.querySelectorAll('[lang]')].filter(e => e.lang !== own && !e.closest('.brief, .taal-keuze')).map(e => e.outerHTML.slice(0, 80))", language));
        await screen.ShotAsync($"letter-{language}");
    }

    private static async Task AnswerAsync(Screen screen, string vraag, string language)
    {
        var id = vraag[(vraag.IndexOf("].", StringComparison.Ordinal) is var at and > 0 ? at + 2 : 0)..];
        var answer = id == "verhaal" ? Stories[language] : Talk.Kort.GetValueOrDefault(vraag) ?? Talk.Kort.GetValueOrDefault(id);
        if (answer is null)
        {
            await screen.Question.Locator("[data-doe=overslaan]").ClickAsync();
            return;
        }

        var options = answer.Split(',').Select(option => screen.Question.Locator($"[data-optie='{option}']")).ToList();
        if (await options[0].CountAsync() == 0)
        {
            await screen.Field.FillAsync(answer);
            await screen.Question.Locator(".antwoorden .typen button").ClickAsync();
            return;
        }

        foreach (var option in options)
        {
            await option.ClickAsync();
        }

        if (options.Count > 1)
        {
            await screen.Question.Locator(".keuzes > .knop-hoofd").ClickAsync();
        }
    }
}
