using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KlachtHulp.Tests.Delivery.Afleveren;

/// <summary>A server of somebody else on a loopback port, which can fail on a call of the test's choice.</summary>
public sealed class FarEnd : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FarEnd(WebApplication app) => _app = app;

    /// <summary>What goes wrong with a call, by its number from 1.</summary>
    public Func<int, Fault> Faults { get; set; } = static _ => Fault.None;

    public int Calls { get; private set; }

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<FarEnd> StartAsync(RequestDelegate handler)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FarEnd(builder.Build());
        server._app.Run(http => server.AnswerAsync(http, handler));
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>The same request with an answer that goes nowhere.</summary>
    private static DefaultHttpContext Unanswered(HttpContext http)
    {
        var copy = new DefaultHttpContext();
        (copy.Request.Method, copy.Request.Path, copy.Request.QueryString) = (http.Request.Method, http.Request.Path, http.Request.QueryString);
        (copy.Request.Scheme, copy.Request.Host, copy.Request.Body) = (http.Request.Scheme, http.Request.Host, http.Request.Body);
        foreach (var header in http.Request.Headers)
        {
            copy.Request.Headers[header.Key] = header.Value;
        }

        copy.Response.Body = Stream.Null;
        return copy;
    }

    private async Task AnswerAsync(HttpContext http, RequestDelegate handler)
    {
        Calls++;
        var fault = Faults(Calls);
        switch (fault)
        {
            case Fault.Before:
                http.Response.StatusCode = 503;
                break;
            case Fault.Refuse:
                http.Response.StatusCode = 403;
                break;
            case Fault.After:
                await handler(Unanswered(http));
                http.Abort();
                break;
            default:
                await handler(http);
                break;
        }
    }
}

/// <summary>How a call fails.</summary>
public enum Fault
{
    None,

    /// <summary>503, and nothing is done.</summary>
    Before,

    /// <summary>Everything is done, and then the connection is cut before the answer.</summary>
    After,

    /// <summary>403, and nothing is done.</summary>
    Refuse,
}
