using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Storage.Sqlite;

namespace KlachtHulp.Tests.Storage;

public sealed class SqliteStoreTests : ConversationStoreCompliance
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klachthulp-").FullName;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected override Task<ConversationStore> OpenAsync()
        => ConversationStore.OpenAsync(SqliteEngine.Open(Path.Combine(_folder, "test.db")), Some.Keys("k1"), new(), default);
}
