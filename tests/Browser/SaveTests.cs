using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Rows S of the specification: going on later with a code or a link.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class SaveTests(BrowserFixture browser)
{
    [GeneratedRegex("^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}$", RegexOptions.None, 1000)]
    private static partial Regex Code { get; }

    [Fact]
    public async Task S02_S04_A_code_typed_anyhow_opens_the_conversation_on_another_computer()
    {
        await using var screen = await Screen.OpenAsync(browser, "gegevens.naam");
        await screen.PressAsync("Opslaan en later verder");
        var code = await screen.Chat.Locator(".later .kenmerk").InnerTextAsync();
        var turns = await screen.Turns.AllInnerTextsAsync();
        await using var other = await Screen.OpenAsync(browser);

        await other.PressAsync("Ik heb een code");
        await other.Chat.GetByLabel("Typ uw code").FillAsync($" {code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)} ");
        await other.PressAsync("Ga verder");

        await other.SeesAsync("gegevens.naam");
        Assert.Matches(Code, code);
        Assert.Equal(turns, await other.Turns.AllInnerTextsAsync());
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
    }

    [Fact]
    public async Task S03_The_link_keeps_its_secret_from_the_server_and_leaves_the_address_bar()
    {
        await using var screen = await Screen.OpenAsync(browser, "gemeente");
        await screen.PressAsync("Opslaan en later verder");
        var link = await screen.Chat.GetByRole(AriaRole.Link, new() { Name = "Link om later verder te gaan" }).GetAttributeAsync("href") ?? "";
        await using var other = await Screen.NewAsync(browser, browser.Address, new());
        var asked = new List<string>();
        other.Page.Request += (_, request) => asked.Add(request.Url);

        await other.Page.GotoAsync(link);

        await other.SeesAsync("gemeente");
        Assert.Equal("/klacht", new Uri(other.Page.Url).PathAndQuery);
        Assert.Equal("", new Uri(other.Page.Url).Fragment);
        Assert.DoesNotContain(asked, url => url.Contains(link[^14..], StringComparison.Ordinal) && !url.Contains('#', StringComparison.Ordinal));
    }

    [Fact]
    public async Task S03_Pressing_the_link_on_our_own_page_shows_no_secret_and_stays_at_the_question()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.AnswerAsync(Talk.Kort["verhaal"]);
        await screen.SeesAsync("gemeente");
        await screen.PressAsync("Opslaan en later verder");
        var kept = await screen.KeptAsync();

        await screen.Chat.GetByRole(AriaRole.Link, new() { Name = "Link om later verder te gaan" }).ClickAsync();

        await Expect(screen.Page).ToHaveURLAsync($"{browser.Address}/klacht");
        await screen.SeesAsync("gemeente");
        Assert.Equal(kept, await screen.KeptAsync());
    }

    [Fact]
    public async Task S06_The_last_day_on_which_the_answers_are_there_is_told_in_words()
    {
        await using var bot = new KestrelBot(new DateOnly(2026, 3, 2));
        await using var screen = await Screen.OpenAsync(browser, bot.Address, "gemeente", "/klacht", options: null);

        await screen.PressAsync("Opslaan en later verder");

        await Expect(screen.Chat.Locator(".later")).ToContainTextAsync("Uw antwoorden blijven bewaard tot woensdag 1 april 2026.");
    }

    [Fact]
    public async Task S03_A_link_that_is_put_into_a_tab_with_the_first_question_opens_its_conversation()
    {
        var talk = await Talk.StartAsync(browser.Http, browser.Address);
        await talk.GoToAsync("gemeente");
        var code = await talk.SaveAsync();
        await using var screen = await Screen.OpenAsync(browser);
        await screen.SeesAsync("verhaal");

        await screen.Page.EvaluateAsync("code => { location.hash = `#verder=${code}`; }", code);

        await screen.SeesAsync("gemeente");
        Assert.Equal("", new Uri(screen.Page.Url).Fragment);
    }

    [Fact]
    public async Task S02_S06_The_QR_code_holds_the_link_and_the_last_day_is_told()
    {
        await using var screen = await Screen.OpenAsync(browser, "gemeente", "/proef/inline.html");
        await screen.PressAsync("Opslaan en later verder");
        var code = screen.Chat.GetByRole(AriaRole.Img, new() { Name = "QR-code met uw persoonlijke link" });
        await Expect(code).ToBeVisibleAsync();
        await screen.ShotAsync("save");
        var link = await screen.Chat.GetByRole(AriaRole.Link, new() { Name = "Link om later verder te gaan" }).GetAttributeAsync("href");

        await Expect(screen.Chat.Locator(".later")).ToContainTextAsync(DateTime.UtcNow.AddDays(30).Year.ToString(CultureInfo.InvariantCulture));
        Assert.StartsWith($"{browser.Address}/klacht#verder=", link, StringComparison.Ordinal);
        Assert.Empty(await Axe.ProblemsAsync(screen.Page));
        await using var telephone = await Screen.NewAsync(browser, browser.Address, Screen.Size(390, 844));
        await telephone.Page.GotoAsync("about:blank");
        Assert.Equal(link, await QrReader.ReadAsync(telephone.Page, code));
    }

    [Fact]
    public async Task S06_Removing_my_data_is_on_the_same_screen()
    {
        await using var screen = await Screen.OpenAsync(browser, "gemeente");
        await screen.PressAsync("Opslaan en later verder");
        var code = await screen.Chat.Locator(".later .kenmerk").InnerTextAsync();

        await screen.PressAsync("Verwijder mijn gegevens");
        await screen.SeesAsync("opdracht.bevestig");
        await screen.PressAsync("Ja");
        await Expect(screen.Chat.GetByRole(AriaRole.Heading, new() { Name = "Het gesprek is gestopt" })).ToBeVisibleAsync();

        using var answer = await browser.Http.PostAsync(new Uri($"{browser.Address}/api/v1/verder"), new StringContent($$"""{"code":"{{code}}"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task C16_Who_asks_for_a_person_is_offered_to_save_first()
    {
        await using var screen = await Screen.OpenAsync(browser, "gegevens.naam");
        await screen.SeesAsync("gegevens.naam");

        await screen.PressAsync("Ik wil een mens spreken");
        await screen.PressAsync("Bewaar eerst mijn antwoorden");

        await Expect(screen.Chat.Locator(".later .kenmerk")).ToHaveTextAsync(Code);
        await screen.FocusIsAsync("div Opslaan en later verder");
    }

    [Fact]
    public async Task S05_A_wrong_code_is_explained_and_the_sixth_try_has_to_wait()
    {
        await using var bot = new KestrelBot(new DateOnly(2026, 3, 2));
        await using var screen = await Screen.OpenAsync(browser, bot.Address, at: null, "/klacht", options: null);
        await screen.PressAsync("Ik heb een code");
        await screen.Chat.GetByLabel("Typ uw code").FillAsync("ABCD-EFGH-JKMN");

        for (var tries = 0; tries < 5; tries++)
        {
            var answer = screen.Page.WaitForResponseAsync("**/api/v1/verder");
            await screen.PressAsync("Ga verder");
            Assert.Equal(404, (await answer).Status);
        }

        await Expect(screen.Chat.Locator(".typen .fout")).ToContainTextAsync("Met deze code kunnen wij geen gesprek openen.");
        await screen.PressAsync("Ga verder");

        await Expect(screen.Chat.Locator(".typen .fout")).ToContainTextAsync("U hebt vaak een code getypt. Wacht");
    }

    [Fact]
    public async Task S06_After_erasure_a_code_opens_nothing_and_a_code_is_kept_nowhere_in_the_clear()
    {
        await using var bot = new KestrelBot(new DateOnly(2026, 3, 2));
        var talk = await Talk.StartAsync(browser.Http, bot.Address);
        var code = await CodeAsync(bot, talk);

        var found = await TryAsync(bot, code);
        var foundId = (await found.Content.ReadFromJsonAsync<Dictionary<string, object>>())!["conversationId"].ToString(); // not null: the answer is an object
        using var erase = new HttpRequestMessage(HttpMethod.Delete, $"{bot.Address}/api/v1/gesprekken/{talk.ConversationId}");
        erase.Headers.Authorization = new("Bearer", talk.Token);
        await browser.Http.SendAsync(erase);
        var gone = await TryAsync(bot, code);
        var never = await TryAsync(bot, "ABCD-EFGH-JKMN");

        Assert.Equal(talk.ConversationId, foundId);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(await never.Content.ReadAsStringAsync(), await gone.Content.ReadAsStringAsync());
        Assert.All(bot.Files(), file => Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task S02_Without_the_token_of_the_conversation_there_is_no_code()
    {
        var talk = await Talk.StartAsync(browser.Http, browser.Address);
        var other = await Talk.StartAsync(browser.Http, browser.Address);

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{browser.Address}/api/v1/gesprekken/{talk.ConversationId}/bewaar");
        request.Headers.Authorization = new("Bearer", other.Token);
        using var answer = await browser.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<string> CodeAsync(KestrelBot bot, Talk talk)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{bot.Address}/api/v1/gesprekken/{talk.ConversationId}/bewaar");
        request.Headers.Authorization = new("Bearer", talk.Token);
        using var answer = await browser.Http.SendAsync(request);
        return (await answer.Content.ReadFromJsonAsync<Dictionary<string, string>>())!["code"]; // not null: the answer is an object
    }

    private Task<HttpResponseMessage> TryAsync(KestrelBot bot, string code)
        => browser.Http.PostAsync(new Uri($"{bot.Address}/api/v1/verder"), new StringContent($$"""{"code":"{{code}}"}""", Encoding.UTF8, "application/json"));
}
