using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KlachtHulp.Tests.Support;

/// <summary>A channel on a loopback port that writes down every call it gets.</summary>
public sealed class ChannelServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ChannelServer(WebApplication app) => _app = app;

    public ConcurrentQueue<ChannelCall> Calls { get; } = [];

    /// <summary>Statuses for the next calls; 201 when there are none left.</summary>
    public ConcurrentQueue<int> Statuses { get; } = [];

    /// <summary>Seconds to wait that a 429 asks for.</summary>
    public string RetryAfter { get; set; } = "2";

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public int Port => new Uri(Address).Port;

    public static async Task<ChannelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ChannelServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var raw = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        Calls.Enqueue(new ChannelCall(http.Request.Method, raw, http.Request.Headers.Authorization.ToString(),
            System.Text.Encoding.UTF8.GetString(body.ToArray())));
        http.Response.StatusCode = Statuses.TryDequeue(out var status) ? status : 201;
        if (http.Response.StatusCode is 429)
        {
            http.Response.Headers.RetryAfter = RetryAfter;
        }

        if (http.Response.StatusCode is 302)
        {
            http.Response.Headers.Location = Address + "/elders";
        }

        await http.Response.WriteAsync(raw.EndsWith("/token", StringComparison.Ordinal)
            ? """{"token_type":"Bearer","expires_in":3600,"access_token":"uitgaand"}""" : """{"id":"1"}""");
    }
}

public sealed record ChannelCall(string Method, string Target, string Authorization, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}
