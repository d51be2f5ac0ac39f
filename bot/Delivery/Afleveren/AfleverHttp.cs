using System.Globalization;
using System.Net;

namespace KlachtHulp.Bot.Delivery.Afleveren;

/// <summary>How deliveries call over HTTP, and what an answer means.</summary>
internal static class AfleverHttp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>No redirects and no cookies: what is sent goes to the address in the settings and nowhere else.</summary>
    public static HttpClient Client() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Patience,
    };

    /// <summary>Time cures an overloaded or broken server, a timeout and a call that still runs; anything else below 500 is ours to repair.</summary>
    public static Afleverresultaat Failure(HttpResponseMessage response, TimeProvider clock)
    {
        var reason = string.Create(CultureInfo.InvariantCulture, $"status {(int)response.StatusCode}");
        var passes = response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or (HttpStatusCode)425 or HttpStatusCode.TooManyRequests
            || (int)response.StatusCode >= 500;
        return passes ? new Afleverresultaat.Later(reason, Asked(response, clock)) : new Afleverresultaat.Geweigerd(reason);
    }

    /// <summary>An address from the settings: https, or http on this machine.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it would send a form in the clear.</exception>
    public static Uri Address(IConfigurationSection section, string name)
    {
        var sound = Uri.TryCreate(section[name], UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
        return sound && address is not null ? address : throw new InvalidOperationException($"{section.Path}:{name} must be an https address.");
    }

    /// <summary>The root of an API, with the slash at its end that relative addresses need.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it would send a form in the clear.</exception>
    public static Uri Root(IConfigurationSection section, string name)
    {
        var address = Address(section, name);
        return address.AbsolutePath.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
    }

    /// <exception cref="InvalidOperationException">The setting is missing.</exception>
    public static string Required(IConfigurationSection section, string name)
        => section[name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"{section.Path}:{name} is missing.");

    private static TimeSpan? Asked(HttpResponseMessage response, TimeProvider clock)
        => response.Headers.RetryAfter is { } asked ? asked.Delta ?? asked.Date - clock.GetUtcNow() : null;
}
