using KlachtHulp.Bot.Beheer.Status;

namespace KlachtHulp.Bot.Beheer;

/// <summary>Registers and maps what operators need.</summary>
public static class BeheerSetup
{
    /// <summary>After SIGTERM no new connection is taken; turns under way get this long to end.</summary>
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(20);

    public static IServiceCollection AddBeheer(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMetrics();
        services.Configure<HostOptions>(static options => options.ShutdownTimeout = Drain);
        services.AddSingleton(BeheerSettings.From(configuration));
        services.AddSingleton<Metingen>().AddSingleton<MetingenTekst>().AddSingleton<Readiness>().AddSingleton<BeheerEndpoints>();
        services.AddSingleton<Tellingen>().AddSingleton<Telemetrie>();
        services.AddHostedService(static provider => provider.GetRequiredService<Tellingen>());
        services.AddHostedService(static provider => provider.GetRequiredService<Telemetrie>());
        return services.AddStatusPagina(configuration);
    }

    /// <summary>Counting begins here, before the first request.</summary>
    public static void MapBeheer(this WebApplication app)
    {
        app.Services.GetRequiredService<MetingenTekst>();
        if (app.Services.GetRequiredService<BeheerSettings>().Otlp is not null)
        {
            app.Use(Telemetrie.NameAsync);
        }

        app.MapGet("/metrics", static (HttpContext http, BeheerEndpoints endpoints) => endpoints.MetricsAsync(http));
        app.MapStatusPagina();
        app.MapGet("/readyz", static (HttpContext http, BeheerEndpoints endpoints) => endpoints.ReadyAsync(http));
    }
}
