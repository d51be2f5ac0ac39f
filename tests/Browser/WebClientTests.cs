using System.Net;
using System.Net.Http.Headers;
using KlachtHulp.Bot.Channels.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;

namespace KlachtHulp.Tests.Browser;

/// <summary>How the server gives out the page and the files of the web client.</summary>
public sealed class WebClientTests : IAsyncLifetime
{
    private readonly WebApplication _app = Build();

    public async Task InitializeAsync() => await _app.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_page_has_a_strict_policy_and_is_checked_each_time()
    {
        var response = await _app.GetTestClient().GetAsync(new Uri("/klacht", UriKind.Relative));

        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
            Header(response, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.Equal("no-cache", Header(response, "Cache-Control"));
        Assert.Matches("^</app/pagina\\.css>; rel=preload; as=style, </app/element-[^>]+\\.js>; rel=modulepreload$", Header(response, "Link"));
    }

    [Fact]
    public async Task The_page_holds_no_script_and_no_style_of_its_own()
    {
        var page = await _app.GetTestClient().GetStringAsync(new Uri("/klacht", UriKind.Relative));

        Assert.DoesNotMatch("<style|style=|\\son[a-z]+=|<script(?![^>]* src=)", page);
        Assert.Contains("lang=\"nl\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("identity", "")]
    public async Task A_file_is_sent_in_the_smallest_form_the_browser_takes(string accept, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/app/klachthulp.js");
        request.Headers.AcceptEncoding.ParseAdd(accept);

        var response = await _app.GetTestClient().SendAsync(request);

        Assert.Equal(encoding, string.Join(',', response.Content.Headers.ContentEncoding));
        Assert.Equal("Accept-Encoding", Header(response, "Vary"));
        Assert.Equal("text/javascript", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("klachthulp.js", "no-cache")]
    [InlineData("element", "public, max-age=31536000, immutable")]
    public async Task Only_a_name_with_a_hash_may_be_kept_for_ever(string name, string cache)
    {
        var file = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "wwwroot", "app"), $"{name}*").Select(Path.GetFileName).First(f => f!.EndsWith(".js", StringComparison.Ordinal));

        var response = await _app.GetTestClient().GetAsync(new Uri($"/app/{file}", UriKind.Relative));

        Assert.Equal(cache, Header(response, "Cache-Control"));
        Assert.Equal("*", Header(response, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task What_the_browser_has_is_not_sent_again()
    {
        var client = _app.GetTestClient();
        var first = await client.GetAsync(new Uri("/app/klachthulp.js", UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/app/klachthulp.js");
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));

        var response = await client.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
    }

    [Theory]
    [InlineData("/app/klachthulp.js.br")]
    [InlineData("/app/..%2fklacht.html")]
    [InlineData("/app/onbekend.js")]
    public async Task Nothing_else_is_given_out(string path)
        => Assert.Equal(HttpStatusCode.NotFound, (await _app.GetTestClient().GetAsync(new Uri(path, UriKind.Relative))).StatusCode);

    [Fact]
    public async Task A_head_request_has_headers_and_no_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/klacht");

        var response = await _app.GetTestClient().SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.True(response.Content.Headers.ContentLength > 0);
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.MapWebClient();
        return app;
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
