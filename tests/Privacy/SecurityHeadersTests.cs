using KlachtHulp.Tests.Support;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KlachtHulp.Tests.Privacy;

public sealed class SecurityHeadersTests
{
    [Theory]
    [InlineData("/klacht")]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/metrics")]
    [InlineData("/bestaat-niet")]
    [InlineData("/api/v1/gesprekken/x/overzicht")]
    [InlineData("/v3/directline/conversations/x/activities")]
    public async Task Every_answer_has_them_also_when_it_is_an_error(string path)
    {
        using var server = new BotServer();
        using var response = await server.CreateClient().GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors", policy, StringComparison.Ordinal);
        Assert.Single(response.Headers.GetValues("Cache-Control"));
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public void The_answers_do_not_say_which_server_gives_them()
    {
        using var server = new BotServer();

        Assert.False(server.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.AddServerHeader);
    }

    [Fact]
    public async Task The_page_keeps_its_own_wider_policy()
    {
        using var server = new BotServer();
        using var response = await server.CreateClient().GetAsync(new Uri("/klacht", UriKind.Relative));

        Assert.Contains("script-src 'self'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("no-cache", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Over_https_the_browser_is_told_to_stay_there()
    {
        using var server = new BotServer();
        using var http = server.CreateClient(new() { BaseAddress = new Uri("https://localhost") });
        using var response = await http.GetAsync(new Uri("/healthz", UriKind.Relative));

        Assert.Equal("max-age=63072000; includeSubDomains", Assert.Single(response.Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public async Task With_a_contact_there_is_a_security_txt_that_has_not_expired()
    {
        using var server = new BotServer { Settings = { ["KlachtHulp:Beveiliging:Contact"] = "mailto:lek@gemeente.example" } };
        using var http = server.CreateClient();

        var text = await http.GetStringAsync(new Uri("/.well-known/security.txt", UriKind.Relative));

        Assert.Equal("Contact: mailto:lek@gemeente.example\nExpires: 2026-08-29T00:00:00Z\nPreferred-Languages: nl, en\n", text);
    }

    [Fact]
    public async Task Without_a_contact_there_is_none()
    {
        using var server = new BotServer();
        using var response = await server.CreateClient().GetAsync(new Uri("/.well-known/security.txt", UriKind.Relative));

        Assert.Equal(404, (int)response.StatusCode);
    }
}
