using KlachtHulp.Bot.Channels.Connector;
using KlachtHulp.Bot.Delivery.Afleveren;
using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Bot.Teams.Berichten;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Bot.Teams.Kaarten;
using KlachtHulp.Bot.Teams.Lijstdienst;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Content;

namespace KlachtHulp.Bot.Teams;

/// <summary>Registers the helpdesk. Without a tenant in the settings its door stays shut and nothing of it runs.</summary>
public static class TeamsSetup
{
    /// <summary>Needs a store, the conversation, the channels, delivery and resume codes registered beside it.</summary>
    /// <exception cref="InvalidOperationException">The settings make no sense.</exception>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TeamsSettings.From(configuration)).AddSingleton(_ => Toelichtingen.Read(GesprekSetup.SeedFolder));
        services.AddSingleton<Balieboek>().AddSingleton<ZaakReader>();
        services.AddSingleton(static provider => new BeurtKaart(Words(provider)));
        services.AddSingleton(static provider => new BalieKaarten(Words(provider)));
        services.AddSingleton(static provider => new LijstKaart(Words(provider), provider.GetRequiredService<BalieKaarten>(), provider.GetRequiredService<TeamsSettings>().WarningDays));
        services.AddSingleton(static provider => new WishReader(Words(provider)));
        services.AddSingleton<Listing>().AddSingleton<Intake>().AddSingleton<Arrivals>().AddSingleton<CodeDesk>();
        services.AddSingleton(static provider => ActivatorUtilities.CreateInstance<BalieDesk>(provider, Words(provider)));
        services.AddSingleton<IStaffDoor>(static provider => ActivatorUtilities.CreateInstance<BalieDoor>(provider, Words(provider)));
        services.AddSingleton<BalieSender>();
        services.AddSingleton<IEffectHandler>(static provider => ActivatorUtilities.CreateInstance<BalieBericht>(provider, Words(provider)));
        services.AddSingleton(static provider => ActivatorUtilities.CreateInstance<TermijnWatch>(provider)).AddSingleton<IAfleverMelder, BalieAfleverMelder>();
        services.AddHostedService(static provider => provider.GetRequiredService<TermijnWatch>());
        services.AddSingleton(LijstSettings.From(configuration)).AddSingleton<LijstEndpoints>();
        services.AddSingleton(static provider => ActivatorUtilities.CreateInstance<LijstTokens>(provider, AfleverHttp.Client()));
        return services;
    }

    /// <summary>Not for pages of other sites: no CORS.</summary>
    public static void MapTeams(this WebApplication app)
    {
        app.MapGet("/api/v1/balie/klachten", static (HttpContext http, LijstEndpoints endpoints) => endpoints.ListAsync(http));
        app.MapPost("/api/v1/balie/klachten/_zoek", static (HttpContext http, LijstEndpoints endpoints) => endpoints.FindAsync(http));
    }

    private static Words Words(IServiceProvider provider) => provider.GetRequiredService<Klachthulp>().Catalogue.In(Catalogue.Dutch);
}
