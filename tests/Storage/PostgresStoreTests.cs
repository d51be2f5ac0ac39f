using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Storage.Postgres;

namespace KlachtHulp.Tests.Storage;

[Collection(PostgresGroup.Name)]
public sealed class PostgresStoreTests(PostgresServer server) : ConversationStoreCompliance
{
    protected override async Task<ConversationStore> OpenAsync() => await OpenAsync(await server.CreateDatabaseAsync());

    private static async Task<ConversationStore> OpenAsync(string database)
        => await ConversationStore.OpenAsync(await PostgresEngine.OpenAsync(database, new(), TimeProvider.System, default), Some.Keys("k1"), new(), default);
}
