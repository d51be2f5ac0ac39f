using KlachtHulp.Bot.Storage.Sqlite;

namespace KlachtHulp.Bot.Storage;

/// <summary>Chooses the engine from the settings.</summary>
public static class StorageSetup
{
    /// <summary>Adds <see cref="IConversationStore"/>, <see cref="ConversationStore"/> and <see cref="ConversationFeed"/>.</summary>
    /// <remarks>The store opens when the host starts; a <see cref="StorageSetupException"/> stops it.</remarks>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ConversationFeed>();
        services.AddSingleton(provider => Open(configuration, provider));
        services.AddSingleton<IConversationStore>(static provider => provider.GetRequiredService<ConversationStore>());
        services.AddHostedService<StorageStart>();
        return services;
    }

    internal static async Task<ConversationStore> OpenAsync(
        StorageSettings settings, ConversationFeed feed, TimeProvider clock, CancellationToken cancellationToken) => settings.Soort switch
        {
            "geheugen" => ConversationStore.InMemory(feed),
            "sqlite" => await ConversationStore.OpenAsync(OpenSqlite(settings, clock, out var keys), keys, feed, cancellationToken),
            _ => throw new StorageSetupException($"KlachtHulp:Opslag:Soort is '{settings.Soort}'; it must be sqlite, postgres or geheugen."),
        };

    // Keys first: without them no database file may come into being.
    private static SqliteEngine OpenSqlite(StorageSettings settings, TimeProvider clock, out Sealing.MasterKeys keys)
    {
        keys = settings.ReadKeys(clock);
        return SqliteEngine.Open(settings.Pad);
    }

    // Once, at the start, where the container cannot wait.
    private static ConversationStore Open(IConfiguration configuration, IServiceProvider provider)
    {
        var feed = provider.GetRequiredService<ConversationFeed>();
        var clock = provider.GetService<TimeProvider>() ?? TimeProvider.System;
        return Task.Run(() => OpenAsync(StorageSettings.Read(configuration), feed, clock, CancellationToken.None)).GetAwaiter().GetResult();
    }

    /// <summary>Asks for the store when the host starts, so that a wrong setting is told then and not to the first resident.</summary>
    private sealed class StorageStart(IServiceProvider provider) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            provider.GetRequiredService<ConversationStore>();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
