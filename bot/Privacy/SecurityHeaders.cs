using Microsoft.Net.Http.Headers;

namespace KlachtHulp.Bot.Privacy;

/// <summary>Headers on every answer, also on errors. What an endpoint has set itself stays.</summary>
internal static class SecurityHeaders
{
    private const string NothingRuns = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    private const string TwoYears = "max-age=63072000; includeSubDomains";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use(static (http, next) =>
    {
        http.Response.OnStarting(static state => Task.FromResult(Add((HttpContext)state)), http);
        return next(http);
    });

    private static bool Add(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, NothingRuns);
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers.TryAdd("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        headers.TryAdd(HeaderNames.CacheControl, "no-store");
        if (http.Request.IsHttps)
        {
            headers.TryAdd(HeaderNames.StrictTransportSecurity, TwoYears);
        }

        return true;
    }
}
