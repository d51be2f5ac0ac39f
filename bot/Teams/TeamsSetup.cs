using KlachtHulp.Bot.Channels.Connector;
using KlachtHulp.Bot.Delivery.Afleveren;
using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Bot.Teams.Berichten;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Bot.Teams.Kaarten;
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
        services.AddSingleton<Listing>().AddSingleton<Intake>();
        services.AddSingleton(static provider => ActivatorUtilities.CreateInstance<BalieDesk>(provider, Words(provider)));
        services.AddSingleton<IStaffDoor>(static provider => ActivatorUtilities.CreateInstance<BalieDoor>(provider, Words(provider)));
        services.AddSingleton<BalieSender>();
        services.AddSingleton(static provider => ActivatorUtilities.CreateInstance<TermijnWatch>(provider, Words(provider)));
        services.AddSingleton<IAfleverMelder>(static provider => ActivatorUtilities.CreateInstance<BalieAfleverMelder>(provider, Words(provider)));
        services.AddHostedService(static provider => provider.GetRequiredService<TermijnWatch>());
        return services;
    }

    private static Words Words(IServiceProvider provider) => provider.GetRequiredService<Klachthulp>().Catalogue.In(Catalogue.Dutch);
}
