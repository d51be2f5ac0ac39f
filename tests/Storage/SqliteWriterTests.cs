using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace KlachtHulp.Tests.Storage;

/// <summary>One thread writes for all: what it shares, and what it must not share.</summary>
public sealed class SqliteWriterTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klachthulp-").FullName;
    private SqliteEngine? _engine;
    private ConversationStore? _store;

    private ConversationStore Store => _store ?? throw new InvalidOperationException();

    private SqliteEngine Engine => _engine ?? throw new InvalidOperationException();

    private string Database => Path.Combine(_folder, "test.db");

    public async Task InitializeAsync()
    {
        _engine = SqliteEngine.Open(Database, busySeconds: 1);
        _store = await ConversationStore.OpenAsync(_engine, Some.Keys("k1"), new(), default);
    }

    public async Task DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Two_hundred_waiting_turns_share_a_few_commits()
    {
        await Store.SaveAsync(Some.Turn("eerst", 0), default);
        var (commits, frames) = (Engine.Commits, await WalFile.CommitsAsync(Database));

        List<Task<SaveResult>> turns;
        using (Hold())
        {
            turns = [.. Enumerable.Range(0, 200).Select(n => Store.SaveAsync(Some.Turn($"c{n}", 0), default).AsTask())];
        }

        Assert.All(await Task.WhenAll(turns), static result => Assert.Equal(new SaveResult.Saved(1, 1), result));
        Assert.InRange(Engine.Commits - commits, 1, 3);
        Assert.Equal(Engine.Commits - commits, await WalFile.CommitsAsync(Database) - frames);
    }

    [Fact]
    public async Task A_conflict_and_a_duplicate_in_one_commit_do_not_hurt_their_neighbours()
    {
        await Store.SaveAsync(Some.Turn("a", 0, dedupe: "m1"), default);
        List<Task<SaveResult>> turns;
        using (Hold())
        {
            turns =
            [
                Store.SaveAsync(Some.Turn("b", 0), default).AsTask(),
                Store.SaveAsync(Some.Turn("c", 0), default).AsTask(),
                Store.SaveAsync(Some.Turn("a", 1, dedupe: "m1"), default).AsTask(),
                Store.SaveAsync(Some.Turn("c", 0), default).AsTask(),
                Store.SaveAsync(Some.Turn("a", 1, dedupe: "m2"), default).AsTask(),
            ];
        }

        Assert.Equal(
            [new SaveResult.Saved(1, 1), new SaveResult.Saved(1, 1), new SaveResult.Duplicate(1, 1), new SaveResult.Conflict(), new SaveResult.Saved(2, 2)],
            await Task.WhenAll(turns));
    }

    [Fact]
    public async Task When_the_disk_is_full_only_the_turn_that_does_not_fit_fails()
    {
        for (var turn = 0; turn < 5; turn++)
        {
            await Store.SaveAsync(Some.Turn("a", turn), default);
        }

        var pages = await Engine.WriteAsync(static session => session.Number("PRAGMA page_count"), default);
        await Engine.WriteAsync(session => session.Number($"PRAGMA max_page_count = {pages + 3}"), default);
        Task<SaveResult> large, small;
        using (Hold())
        {
            large = Store.SaveAsync(Some.Turn("groot", 0, new string('x', 1_000_000)), default).AsTask();
            small = Store.SaveAsync(Some.Turn("a", 5), default).AsTask();
        }

        Assert.Equal(13, (await Assert.ThrowsAsync<SqliteException>(() => large)).SqliteErrorCode);
        Assert.Equal(new SaveResult.Saved(6, 6), await small);
        Assert.Null(await Store.LoadAsync("groot", default));
        await Engine.WriteAsync(static session => session.Number("PRAGMA max_page_count = 1000000"), default);
        Assert.Equal(new SaveResult.Saved(1, 1), await Store.SaveAsync(Some.Turn("groot", 0, new string('x', 1_000_000)), default));
        Assert.Empty((await Store.CheckAsync(default)).Problems);
    }

    [Fact]
    public async Task When_another_process_keeps_the_file_the_turn_fails_and_the_next_one_works()
    {
        using (Hold())
        {
            Assert.Equal(5, (await Assert.ThrowsAsync<SqliteException>(async () => await Store.SaveAsync(Some.Turn("a", 0), default))).SqliteErrorCode);
        }

        Assert.Equal(new SaveResult.Saved(1, 1), await Store.SaveAsync(Some.Turn("a", 0), default));
    }

    [Fact]
    public async Task Who_leaves_before_the_work_begins_has_written_nothing()
    {
        using var gone = new CancellationTokenSource();
        Task<SaveResult> left;
        using (Hold())
        {
            _ = await Task.WhenAny(Store.SaveAsync(Some.Turn("eerst", 0), default).AsTask(), BusyAsync());
            left = Store.SaveAsync(Some.Turn("a", 0), gone.Token).AsTask();
            await gone.CancelAsync();
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.Equal(new SaveResult.Saved(1, 1), await Store.SaveAsync(Some.Turn("a", 0), default));
    }

    [Fact]
    public async Task Closing_first_writes_what_waits()
    {
        var turns = Enumerable.Range(0, 100).Select(n => Store.SaveAsync(Some.Turn($"c{n}", 0), default).AsTask()).ToList();
        await Store.DisposeAsync();

        Assert.All(await Task.WhenAll(turns), static result => Assert.IsType<SaveResult.Saved>(result));
        Assert.False(File.Exists(Database + "-wal"));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Store.SaveAsync(Some.Turn("laat", 0), default));
        await using var again = await ConversationStore.OpenAsync(SqliteEngine.Open(Database), Some.Keys("k1"), new(), default);
        Assert.Equal(100, (await again.CheckAsync(default)).Conversations);
    }

    /// <summary>Done when the writer has taken the first turn out of the queue and waits for the file.</summary>
    private async Task BusyAsync()
    {
        while (Engine.Waiting > 0)
        {
            await Task.Yield();
        }
    }

    /// <summary>Another connection that writes: the writer must wait until it is closed.</summary>
    private SqliteConnection Hold()
    {
        var other = new SqliteConnection($"Data Source={Database};Pooling=False");
        other.Open();
        using var command = new SqliteCommand("BEGIN IMMEDIATE", other);
        command.ExecuteNonQuery();
        return other;
    }
}
