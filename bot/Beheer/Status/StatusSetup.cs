using KlachtHulp.Bot.Delivery.Afleveren;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace KlachtHulp.Bot.Beheer.Status;

/// <summary>Registers and maps the page of the klachtencoördinator; without an OpenID Connect in the settings there is no such page.</summary>
internal static class StatusSetup
{
    public const string Scheme = "beheer";

    private static readonly TimeSpan Session = TimeSpan.FromHours(8);

    public static IServiceCollection AddStatusPagina(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = StatusSettings.From(configuration);
        services.AddSingleton(settings);
        if (settings.Autoriteit is null)
        {
            return services;
        }

        services.AddAuthentication().AddCookie(Scheme, static options =>
        {
            options.Cookie.Name = "klachthulp-beheer";
            options.Cookie.Path = "/beheer";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = Session;
            options.SlidingExpiration = false;
        });
        services.AddOptions<CookieAuthenticationOptions>(Scheme).Configure<TimeProvider>(static (options, clock) => options.TimeProvider = clock);
        services.AddSingleton(static provider => new Aanmelden(
            AfleverHttp.Client(), provider.GetRequiredService<StatusSettings>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Aanmelden>>()));
        services.AddSingleton<StatusPagina>().AddSingleton<StatusEndpoints>();
        return services;
    }

    public static void MapStatusPagina(this WebApplication app)
    {
        if (app.Services.GetRequiredService<StatusSettings>().Autoriteit is null)
        {
            return;
        }

        app.MapGet("/beheer", static (HttpContext http, StatusEndpoints endpoints) => endpoints.ShowAsync(http));
        app.MapGet("/beheer/in", static (HttpContext http, StatusEndpoints endpoints) => endpoints.ReturnAsync(http));
        app.MapGet("/beheer/uit", static (HttpContext http) => http.SignOutAsync(Scheme));
    }
}
