using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace KlachtHulp.Bot.Channels.Pagina;

/// <summary>Which conversation a browser without JavaScript is in: sealed, out of reach of scripts, and gone when the browser closes.</summary>
public sealed class GesprekCookie(IDataProtectionProvider protection)
{
    private const string Name = "klachthulp";

    /// <summary>Longer than twenty hours, so that nobody needs to be warned of a time limit (WCAG 2.2.1); each page starts it again.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("KlachtHulp.Pagina.v1").ToTimeLimitedDataProtector();

    /// <returns>null when there is no conversation, or it is too long ago.</returns>
    public string? Read(HttpRequest request)
    {
        if (request.Cookies[Name] is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            return _protector.Unprotect(value);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Write(HttpContext http, string conversation) => http.Response.Cookies.Append(Name, _protector.Protect(conversation, Life), Options(http.Request));

    public void Delete(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http.Request));

    /// <summary>Whether a browser sent one, readable or not.</summary>
    public static bool IsThere(HttpRequest request) => request.Cookies.ContainsKey(Name);

    private static CookieOptions Options(HttpRequest request)
        => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps, Path = "/klacht", IsEssential = true };
}
