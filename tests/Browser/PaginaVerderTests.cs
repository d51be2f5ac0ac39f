using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows N of the specification about coming and going: with and without JavaScript, by code, and leaving fast.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class PaginaVerderTests(BrowserFixture browser)
{
    [GeneratedRegex("^Fout: Ik heb een code", RegexOptions.None, 1000)]
    private static partial Regex WrongInTitle { get; }

    [Fact]
    public async Task N04_What_began_without_JavaScript_goes_on_with_it_and_nothing_is_asked_again()
    {
        await using var plain = await PlainAsync();
        await plain.BeginAsync();
        await plain.GoToAsync("rol", Talk.Kort);
        await plain.PressAsync("Opslaan en later verder");
        var code = await plain.Page.Locator(".kenmerk").InnerTextAsync();
        await Expect(plain.Page.GetByText("Uw antwoorden blijven bewaard tot")).ToBeVisibleAsync();
        await using var screen = await Screen.OpenAsync(browser);

        await screen.PressAsync("Ik heb een code");
        await screen.Chat.GetByLabel("Typ uw code").FillAsync(code);
        await screen.PressAsync("Ga verder");

        await screen.SeesAsync("rol");
        await Expect(screen.Turns.GetByText(Talk.Kort["verhaal"])).ToBeVisibleAsync();
        await plain.Page.GetByRole(AriaRole.Link, new() { Name = "Terug naar de vraag" }).ClickAsync();
        await plain.IsAtAsync("rol");
    }

    [Fact]
    public async Task N05_A_link_opened_without_JavaScript_leads_to_a_field_for_the_code()
    {
        await using var screen = await Screen.OpenAsync(browser, "gemeente");
        await screen.PressAsync("Opslaan en later verder");
        var link = await screen.Chat.GetByRole(AriaRole.Link, new() { Name = "Link om later verder te gaan" }).GetAttributeAsync("href") ?? "";
        await using var plain = await PlainAsync();
        await plain.Page.GotoAsync(link);
        await plain.Page.GetByRole(AriaRole.Link, new() { Name = "Ik heb een code" }).ClickAsync();
        await Expect(plain.Page.GetByText("Die werkt hier niet.")).ToBeVisibleAsync();

        await plain.Page.GetByLabel("Typ uw code").FillAsync("ABCD-EFGH-JKMN");
        await plain.PressAsync("Ga verder met deze code");
        await Expect(plain.Page).ToHaveTitleAsync(WrongInTitle);
        await Expect(plain.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Met deze code kunnen wij geen gesprek openen.");
        await plain.Page.GetByLabel("Typ uw code").FillAsync(link.Split('=')[^1].ToLowerInvariant().Replace('-', ' '));
        await plain.PressAsync("Ga verder met deze code");

        await plain.IsAtAsync("gemeente");
    }

    [Fact]
    public async Task Leaving_fast_without_JavaScript_forgets_the_conversation_in_this_browser()
    {
        await using var plain = await PlainAsync();
        await plain.BeginAsync();
        await plain.GoToAsync("gemeente", Talk.Kort);
        await plain.Page.Context.RouteAsync("https://www.knmi.nl/**", static route => route.FulfillAsync(new() { Body = "<!doctype html><title>Weer</title>", ContentType = "text/html" }));

        await plain.Page.GetByRole(AriaRole.Link, new() { Name = "Snel weg" }).ClickAsync();

        await Expect(plain.Page).ToHaveTitleAsync("Weer");
        Assert.DoesNotContain(await plain.Page.Context.CookiesAsync(), static cookie => cookie.Name == "klachthulp");
    }

    [Fact]
    public async Task The_accessibility_statement_says_what_was_not_tested_and_where_to_report()
    {
        await using var plain = await PlainPage.OpenAsync(browser, browser.Address, javaScript: true, width: 390);
        await plain.Page.GotoAsync("/klacht");
        await plain.Page.GetByRole(AriaRole.Link, new() { Name = "Toegankelijkheid" }).ClickAsync();

        await Expect(plain.Page.GetByText("Er is nog niet getest met een schermlezer")).ToBeVisibleAsync();
        await Expect(plain.Page.GetByText("voldoet voor een deel")).ToBeVisibleAsync();
        await Expect(plain.Page.GetByText("op 22 november 2026")).ToBeVisibleAsync();
        await Expect(plain.Page.GetByText("Bel uw gemeente of ga naar de balie.")).ToBeVisibleAsync();
        Assert.Empty(await Axe.ProblemsAsync(plain.Page));
    }

    private Task<PlainPage> PlainAsync() => PlainPage.OpenAsync(browser, browser.Address, javaScript: false, width: 1280);
}
