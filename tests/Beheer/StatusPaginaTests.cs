using System.Net;
using KlachtHulp.Bot.Beheer;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Tests.Privacy;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KlachtHulp.Tests.Beheer;

/// <summary>The page of the klachtencoördinator, and who gets in.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "The test runner disposes it asynchronously.")]
public sealed class StatusPaginaTests : IAsyncLifetime
{
    private readonly WholeServer _server = new();
    private OidcProvider _provider = null!;

    public async Task InitializeAsync()
    {
        _provider = await OidcProvider.StartAsync(_server.Clock.GetUtcNow);
        _server.Settings["KlachtHulp:Beheer:Autoriteit"] = _provider.Address;
        _server.Settings["KlachtHulp:Beheer:ClientId"] = OidcProvider.ClientId;
        _server.Settings["KlachtHulp:Beheer:Geheim"] = OidcProvider.Secret;
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Who_has_the_role_sees_what_waits_and_where_residents_stop()
    {
        var today = Amsterdam.Day(_server.Clock.GetUtcNow());
        var shared = _server.Services.GetRequiredService<ISharedWork>();
        await shared.AddTalliesAsync(
            [new(today, "vragen", "verhaal", 40), new(today, "antwoorden", "verhaal", 28), new(today, "gesprekken", "kiosk", 3), new(today, StoreCommands.Reservekopie, "", 1)], default);
        using var http = Browser();

        var page = await SignInAsync(http);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var text = await page.Content.ReadAsStringAsync();
        Assert.Contains("<td>12</td>", text, StringComparison.Ordinal);
        Assert.Contains("minder dan 5", text, StringComparison.Ordinal);
        Assert.Contains("23 november 2026", text, StringComparison.Ordinal);
        Assert.Contains("Alles komt aan.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("roles", "iets-anders")]
    [InlineData("aud", "een-andere-client")]
    [InlineData("iss", "https://vreemd.example")]
    [InlineData("nonce", "van-een-ander")]
    [InlineData("exp", 1000L)]
    public async Task Who_comes_with_a_token_that_is_not_right_stays_out(string claim, object value)
    {
        _provider.Change = claims => claims[claim] = value;
        using var http = Browser();

        Assert.Equal(HttpStatusCode.Forbidden, (await SignInAsync(http)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await http.GetAsync("/beheer")).StatusCode);
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        _provider.Unsigned = true;
        using var http = Browser();

        Assert.Equal(HttpStatusCode.Forbidden, (await SignInAsync(http)).StatusCode);
    }

    [Fact]
    public async Task An_answer_that_another_browser_asked_for_is_refused()
    {
        using var one = Browser();
        using var other = Browser();
        var answer = _provider.SignIn((await one.GetAsync("/beheer")).Headers.Location!);

        Assert.Equal(HttpStatusCode.BadRequest, (await other.GetAsync(answer)).StatusCode);
    }

    [Fact]
    public async Task An_answer_works_once()
    {
        using var http = Browser();
        var answer = _provider.SignIn((await http.GetAsync("/beheer")).Headers.Location!);

        Assert.Equal(HttpStatusCode.Redirect, (await http.GetAsync(answer)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync(answer)).StatusCode);
    }

    [Fact]
    public async Task After_eight_hours_one_has_to_sign_in_again()
    {
        using var http = Browser();
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(http)).StatusCode);

        _server.Clock.Advance(TimeSpan.FromHours(8) + TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.Redirect, (await http.GetAsync("/beheer")).StatusCode);
    }

    [Fact]
    public async Task Without_an_authority_in_the_settings_there_is_no_page()
    {
        using var plain = new WholeServer();
        using var http = plain.CreateClient();

        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/beheer")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/beheer/in?code=x&state=y")).StatusCode);
    }

    private HttpClient Browser() => _server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });

    /// <returns>The page after coming back, or the refusal.</returns>
    private async Task<HttpResponseMessage> SignInAsync(HttpClient http)
    {
        var asked = await http.GetAsync("/beheer");
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var back = await http.GetAsync(_provider.SignIn(asked.Headers.Location!));
        return back.StatusCode == HttpStatusCode.Redirect ? await http.GetAsync(back.Headers.Location) : back;
    }
}
