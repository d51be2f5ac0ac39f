using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using KlachtHulp.Bot.Channels;
using KlachtHulp.Bot.Channels.DirectLine;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace KlachtHulp.Bot.Beheer.Status;

/// <summary>The page of the klachtencoördinator and the way into it.</summary>
internal sealed class StatusEndpoints(Aanmelden aanmelden, StatusPagina pagina, StatusSettings settings, DirectLineSettings addresses, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string BeginCookie = "klachthulp-beheer-begin";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("KlachtHulp.Beheer.Begin.v1").ToTimeLimitedDataProtector();

    public async Task<IResult> ShowAsync(HttpContext http)
    {
        if (await http.AuthenticateAsync(StatusSetup.Scheme) is { Succeeded: true })
        {
            return Results.Text(await pagina.WriteAsync(http.RequestAborted), "text/html; charset=utf-8");
        }

        var begin = Aanmelden.New();
        http.Response.Cookies.Append(BeginCookie, _protector.Protect(JsonSerializer.Serialize(begin), clock.GetUtcNow() + Patience), Options(http));
        return Results.Redirect(await aanmelden.AddressAsync(begin, Back(http), http.RequestAborted));
    }

    /// <summary>The browser comes back with a code; only the browser that began may use it, and only once.</summary>
    public async Task<IResult> ReturnAsync(HttpContext http)
    {
        var begin = Read(http);
        http.Response.Cookies.Delete(BeginCookie, Options(http));
        var (code, state) = (http.Request.Query["code"].ToString(), http.Request.Query["state"].ToString());
        if (begin is null || code.Length == 0 || !string.Equals(begin.State, state, StringComparison.Ordinal))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        if (await aanmelden.FinishAsync(begin, code, Back(http), http.RequestAborted) is not { } identity || !identity.HasClaim(settings.RolClaim, settings.Rol))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        // Who it is, is not needed for anything, so it is not kept.
        await http.SignInAsync(StatusSetup.Scheme, new ClaimsPrincipal(new ClaimsIdentity(StatusSetup.Scheme)));
        return Results.Redirect("/beheer");
    }

    private string Back(HttpContext http) => Addresses.Base(http.Request, addresses.PublicAddress) + "/beheer/in";

    private static CookieOptions Options(HttpContext http)
        => new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/beheer", IsEssential = true };

    private Begin? Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[BeginCookie] is { Length: > 0 } text ? JsonSerializer.Deserialize<Begin>(_protector.Unprotect(text)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
