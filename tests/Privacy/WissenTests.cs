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

        PutBack(scratch);
        await using var restored = await InstalledAsync(scratch);
        Assert.Null(await restored.LoadAsync("gaat", default));
        Assert.NotNull(await restored.LoadAsync("blijft", default));
        Assert.True(Some.IsPrivate(scratch.File("test.gewist.txt")));
    }

    [Fact]
    public async Task A_conversation_begun_anew_under_the_number_of_one_that_was_erased_stays_through_every_next_start()
    {
        using var scratch = new Scratch();
        await using (var store = await InstalledAsync(scratch))
        {
            await store.SaveAsync(Some.Turn("chat", 0, "oud"), default);
            await store.BackupAsync(scratch.File("kopie.db"), default);
            await store.EraseAsync("chat", default);
            await store.SaveAsync(Some.Turn("chat", 0, "nieuw", outbox: [Some.Effect("formulier")]), default);
        }

        for (var start = 0; start < 2; start++)
        {
            await using var again = await InstalledAsync(scratch);
            Assert.Equal("nieuw", Some.Text((await again.LoadAsync("chat", default))!.Body));
            Assert.Equal(1, (await again.ReadOutboxAsync(default)).Waiting);
        }

        PutBack(scratch);
        await using var restored = await InstalledAsync(scratch);
        Assert.Null(await restored.LoadAsync("chat", default));
    }

    [Fact]
    public async Task Of_a_line_with_a_day_alone_only_what_is_not_younger_than_that_day_is_erased()
    {
        using var scratch = new Scratch();
        await using (var store = await InstalledAsync(scratch, new FixedClock(Some.Moment)))
        {
            await store.SaveAsync(Some.Turn("gaat", 0), default);
            await store.SaveAsync(Some.Turn("blijft", 0), default);
        }

        await File.WriteAllTextAsync(scratch.File("test.gewist.txt"), "2026-11-22 gaat\n2026-11-21 blijft\n");

        await using var again = await InstalledAsync(scratch, new FixedClock(Some.Moment));
        Assert.Null(await again.LoadAsync("gaat", default));
        Assert.NotNull(await again.LoadAsync("blijft", default));
    }

    [Fact]
    public async Task What_was_erased_before_it_was_there_is_erased_up_to_that_moment_and_not_after_it()
    {
        using var scratch = new Scratch();
        await using (var store = await InstalledAsync(scratch, new FixedClock(Some.Moment.AddMinutes(1))))
        {
            await store.EraseAsync("ervoor", default);
            await store.EraseAsync("erna", default);
            await store.SaveAsync(Some.Turn("ervoor", 0), default);
            await store.SaveAsync(Some.Turn("erna", 0) with { At = Some.Moment.AddMinutes(2) }, default);
        }

        await using var again = await InstalledAsync(scratch, new FixedClock(Some.Moment.AddMinutes(3)));
        Assert.Null(await again.LoadAsync("ervoor", default));
        Assert.NotNull(await again.LoadAsync("erna", default));
    }

    [Fact]
    public async Task The_list_of_what_was_erased_forgets_what_no_backup_can_bring_back()
    {
        using var scratch = new Scratch();
        const string New = "2026-11-01 nieuw\n2026-11-01T10:00:00.000Z 00ff nieuwer\n";
        await File.WriteAllTextAsync(scratch.File("test.gewist.txt"), $"2024-01-01 oud\n2024-01-01T10:00:00.000Z 00ff oud\n2026-11-0\n{New}");

        await using (await InstalledAsync(scratch, new FixedClock(Some.Moment)))
        {
        }

        Assert.Equal(New, await File.ReadAllTextAsync(scratch.File("test.gewist.txt")));
    }

    /// <summary>The backup in the place of the database.</summary>
    private static void PutBack(Scratch scratch)
    {
        File.Delete(scratch.File("test.db-wal"));
        File.Delete(scratch.File("test.db-shm"));
        File.Move(scratch.File("kopie.db"), scratch.File("test.db"), overwrite: true);
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
