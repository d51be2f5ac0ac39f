using KlachtHulp.Bot.Channels;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace KlachtHulp.Bot.Privacy;

/// <summary>Registers what keeps conversations no longer than needed.</summary>
public static class PrivacySetup
{
    /// <summary>Needs a store, <see cref="Turns.Conversations"/> and a <see cref="TimeProvider"/> registered beside it.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(BewaarSettings.From(configuration)).AddSingleton<Opruimer>().AddSingleton<Inzage>();
        services.Configure<KestrelServerOptions>(static options => options.AddServerHeader = false);
        services.AddHostedService(static provider => provider.GetRequiredService<Opruimer>());
        return services;
    }

    public static void MapInzage(this WebApplication app)
        => app.MapGroup("/api/v1").RequireCors(ChannelSetup.Cors).MapGet("/gesprekken/{id}/gegevens", static (HttpContext http, string id, Inzage inzage) => inzage.GiveAsync(http, id));
}
