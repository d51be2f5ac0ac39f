using KlachtHulp.Bot.Delivery.Afleveren.Email;
using KlachtHulp.Bot.Delivery.Afleveren.Klantinteracties;
using KlachtHulp.Bot.Delivery.Afleveren.Objecten;
using KlachtHulp.Bot.Delivery.Afleveren.Webhook;
using KlachtHulp.Bot.Delivery.Afleveren.Zgw;
using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Bot.Delivery.Afleveren;

/// <summary>Chooses the ways of delivering from the settings and registers the worker.</summary>
public static class AfleverSetup
{
    private const string Section = "KlachtHulp:Aflevering";

    /// <summary>Needs a store, a <see cref="Stukkenmaker"/> and a <see cref="TimeProvider"/> registered beside it. Wrong settings stop the start.</summary>
    public static IServiceCollection AddAfleveren(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(AfleverSettings.From(configuration)).AddSingleton(new Backoff(Random.Shared.NextDouble));
        services.AddSingleton(static provider => provider.GetRequiredService<ConversationFeed>().Outbox);
        services.AddSingleton(provider => Wijzer(configuration, provider));
        services.AddSingleton<Bezorger>().AddSingleton<OutboxWorker>();
        services.AddHostedService(static provider => provider.GetRequiredService<OutboxWorker>());
        return services;
    }

    /// <summary>One way for all, and under <c>Gemeenten</c> one for each gemeente that has its own.</summary>
    private static Afleverwijzer Wijzer(IConfiguration configuration, IServiceProvider provider)
    {
        var section = configuration.GetSection(Section);
        var own = section.GetSection("Gemeenten").GetChildren()
            .ToDictionary(static gemeente => gemeente.Key, gemeente => Way(gemeente, configuration, provider), StringComparer.Ordinal);
        return new Afleverwijzer(own, Way(section, configuration, provider));
    }

    private static IAflevering Way(IConfigurationSection section, IConfiguration configuration, IServiceProvider provider)
        => Way(section["Soort"] ?? "bestand", section, configuration, provider);

    private static IAflevering Way(string soort, IConfigurationSection section, IConfiguration configuration, IServiceProvider provider) => soort switch
    {
        "bestand" => new BestandAflevering(section["Map"] ?? Path.Combine(configuration["KlachtHulp:Gegevens"] ?? "data", "afleveringen")),
        "email" => new EmailAflevering(EmailSettings.From(section.GetSection("Email")), Clock(provider)),
        "webhook" => new WebhookAflevering(AfleverHttp.Client(), WebhookSettings.From(section.GetSection("Webhook")), Clock(provider)),
        "zgw" => new ZgwAflevering(AfleverHttp.Client(), ZgwSettings.From(section.GetSection("Zgw")), Clock(provider)),
        "objecten" => new ObjectenAflevering(AfleverHttp.Client(), ObjectenSettings.From(section.GetSection("Objecten")), Clock(provider)),
        "klantinteracties" => Contact(section, configuration, provider),
        var other => throw new InvalidOperationException($"{section.Path}:Soort is '{other}'; it must be bestand, email, webhook, zgw, objecten or klantinteracties."),
    };

    private static KlantinteractiesAflevering Contact(IConfigurationSection section, IConfiguration configuration, IServiceProvider provider)
    {
        var settings = KlantinteractiesSettings.From(section.GetSection("Klantinteracties"));
        return new(AfleverHttp.Client(), settings, Way(settings.Via, section, configuration, provider), Clock(provider));
    }

    private static TimeProvider Clock(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();
}
