using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Storage.Sqlite;
using KlachtHulp.Tests.Storage;
using KlachtHulp.Tests.Support;

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

    [Fact]
    public async Task What_was_erased_stays_erased_when_an_older_backup_is_put_back()
    {
        using var scratch = new Scratch();
        await using (var store = await InstalledAsync(scratch))
        {
            await store.SaveAsync(Some.Turn("gaat", 0), default);
            await store.SaveAsync(Some.Turn("blijft", 0), default);
            await store.BackupAsync(scratch.File("kopie.db"), default);
            await store.EraseAsync("gaat", default);
        }

        File.Delete(scratch.File("test.db-wal"));
        File.Delete(scratch.File("test.db-shm"));
        File.Move(scratch.File("kopie.db"), scratch.File("test.db"), overwrite: true);

        await using var restored = await InstalledAsync(scratch);
        Assert.Null(await restored.LoadAsync("gaat", default));
        Assert.NotNull(await restored.LoadAsync("blijft", default));
        Assert.True(Some.IsPrivate(scratch.File("test.gewist.txt")));
    }

    [Fact]
    public async Task The_list_of_what_was_erased_forgets_what_no_backup_can_bring_back()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch.File("test.gewist.txt"), "2024-01-01 oud\n2026-11-01 nieuw\n");

        await using (await InstalledAsync(scratch, new FixedClock(Some.Moment)))
        {
        }

        Assert.Equal(["2026-11-01 nieuw"], await File.ReadAllLinesAsync(scratch.File("test.gewist.txt")));
    }

    private static Task<ConversationStore> InstalledAsync(Scratch scratch, TimeProvider? clock = null)
        => StorageSetup.OpenAsync(new("sqlite", scratch.File("test.db"), null, null), new(), clock ?? TimeProvider.System, default);

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
