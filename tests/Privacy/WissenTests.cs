using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Storage.Sqlite;
using KlachtHulp.Tests.Storage;

namespace KlachtHulp.Tests.Privacy;

/// <summary>What is left elsewhere after a resident erases everything.</summary>
public sealed class WissenTests
{
    [Fact]
    public async Task What_was_erased_cannot_be_read_from_an_old_backup_once_the_old_master_key_is_gone()
    {
        using var scratch = new Scratch();
        await using (var store = await OpenAsync(scratch, "test.db", "oud"))
        {
            await store.SaveAsync(Some.Turn("gaat", 0, "kanarie"), default);
            await store.SaveAsync(Some.Turn("blijft", 0, "kanarie"), default);
            await store.BackupAsync(scratch.File("kopie.db"), default);
            await store.EraseAsync("gaat", default);
        }

        await using (var both = await OpenAsync(scratch, "test.db", "oud", "nieuw"))
        {
            Assert.Equal(1, await both.RotateKeysAsync(default));
        }

        await using var live = await OpenAsync(scratch, "test.db", "nieuw");
        Assert.NotNull(await live.LoadAsync("blijft", default));
        await Assert.ThrowsAsync<StorageSetupException>(() => OpenAsync(scratch, "kopie.db", "nieuw"));
    }

    private static async Task<ConversationStore> OpenAsync(Scratch scratch, string name, params string[] keys)
    {
        var engine = SqliteEngine.Open(scratch.File(name));
        try
        {
            return await ConversationStore.OpenAsync(engine, Some.Keys(keys), new(), default);
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }
}
