using System.Diagnostics;
using KlachtHulp.Bot.Storage.Postgres;
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
        services.AddSingleton<ISharedWork>(static provider => provider.GetRequiredService<ConversationStore>());
        services.AddHostedService<StorageStart>();
        return services;
    }

    internal static async Task<ConversationStore> OpenAsync(
        StorageSettings settings, ConversationFeed feed, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (settings.Soort == "geheugen")
        {
            return ConversationStore.InMemory(feed);
        }

        // Keys first: without them no database may come into being.
        var keys = settings.ReadKeys(clock);
        var engine = await OpenEngineAsync(settings, feed, clock, cancellationToken);
        try
        {
            var erased = settings.Wislijst is { } folder ? Wislijst.Shared(folder, Environment.MachineName, clock)
                : settings.Soort == "sqlite" ? Wislijst.Beside(settings.Pad, clock)
                : null;
            return await ConversationStore.OpenAsync(engine, keys, feed, cancellationToken, erased);
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    private static async Task<IStorageEngine> OpenEngineAsync(
        StorageSettings settings, ConversationFeed feed, TimeProvider clock, CancellationToken cancellationToken) => settings.Soort switch
        {
            "sqlite" => SqliteEngine.Open(settings.Pad),
            "postgres" when settings.Verbinding is { } connection => await PostgresEngine.OpenAsync(connection, feed, clock, cancellationToken),
            "postgres" => throw new StorageSetupException("PostgreSQL needs KlachtHulp:Opslag:Verbinding."),
            _ => throw new UnreachableException(),
        };

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
