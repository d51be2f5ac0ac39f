using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace KlachtHulp.Tests.Storage;

/// <summary>What is in the file, who may read it, and which files are refused.</summary>
public sealed class SqliteFileTests
{
    private const string Canary = "KANARIE-7f3a91";

    [Fact]
    public async Task The_words_of_a_resident_are_never_readable_on_the_disk()
    {
        using var scratch = new Scratch();
        await using (var store = await OpenAsync(scratch))
        {
            await store.SaveAsync(Some.Turn("a", 0, $"{Canary} body", [$"{Canary} activiteit"], dedupe: Canary, outbox: [Some.Effect("1", Canary)]), default);
            Assert.True(Contains(scratch, "bericht"u8), "The search must be able to find what is not sealed.");
            Assert.False(Contains(scratch, Some.Bytes(Canary).Span));
        }

        Assert.True(Contains(scratch, "bericht"u8), "The search must be able to find what is not sealed.");
        Assert.False(Contains(scratch, Some.Bytes(Canary).Span));
    }

    [Fact]
    public async Task After_erasing_not_even_the_sealed_bytes_or_the_key_are_left_on_the_disk()
    {
        using var scratch = new Scratch();
        await using var store = await OpenAsync(scratch);
        await store.SaveAsync(Some.Turn("a", 0, Canary, [new string('x', 3000)], outbox: [Some.Effect("1", Canary)]), default);
        await store.SaveAsync(Some.Turn("a", 1, Canary, [new string('y', 9000)]), default);
        await store.SaveAsync(Some.Turn("b", 0), default);
        var secrets = await SealedBytesAsync(store, "a");
        Assert.All(secrets, secret => Assert.True(Contains(scratch, secret.AsSpan(0, 48)), "Must be found before."));

        await store.EraseAsync("a", default);
        await store.SaveAsync(Some.Turn("c", 0), default);

        Assert.All(secrets, secret => Assert.False(Contains(scratch, secret.AsSpan(0, 48))));
        Assert.All(secrets, secret => Assert.False(Contains(scratch, secret.AsSpan(secret.Length - 48))));
        Assert.NotNull(await store.LoadAsync("b", default));
    }

    [Fact]
    public async Task Sealing_costs_a_conversation_less_than_150_bytes()
    {
        using var scratch = new Scratch();
        await using var store = await OpenAsync(scratch);
        var body = new string('a', 620);
        await store.SaveAsync(Some.Turn("a", 0, body), default);

        var row = await ((SqliteEngine)store.Engine).WriteAsync(
            static session => session.Number(
                "SELECT sum(length(body) + length(wrapped_key) + length(key_tag) + length(master_key) + length(gemeente) + 24) FROM conversation"),
            default);

        Assert.InRange(row - body.Length, 1, 150);
        Assert.InRange(row, 1, 800);
    }

    [Fact]
    public async Task Only_the_account_of_the_service_can_read_the_files()
    {
        using var scratch = new Scratch();
        await using var store = await OpenAsync(scratch);
        await store.SaveAsync(Some.Turn("a", 0), default);

        Assert.Equal(3, Directory.GetFiles(scratch.Folder).Length);
        Assert.All(Directory.GetFiles(scratch.Folder), static file => Assert.True(Some.IsPrivate(file), file));
    }

    [Theory]
    [InlineData("PRAGMA user_version = 99", "Start the newer version")]
    [InlineData("CREATE TABLE iets (x)", "something else")]
    public void A_database_of_a_newer_version_or_of_something_else_is_refused(string sql, string message)
    {
        using var scratch = new Scratch();
        using (var other = new SqliteConnection($"Data Source={scratch.File("test.db")};Pooling=False"))
        {
            other.Open();
            using var command = new SqliteCommand(sql, other);
            command.ExecuteNonQuery();
        }

        Assert.Contains(message, Assert.Throws<StorageSetupException>(() => SqliteEngine.Open(scratch.File("test.db"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(":memory:", "", "journal_mode")]
    [InlineData("test.db", "PRAGMA synchronous = NORMAL", "synchronous")]
    [InlineData("test.db", "PRAGMA foreign_keys = OFF", "foreign_keys")]
    public void A_database_that_could_lose_what_it_acknowledged_is_refused(string file, string setting, string message)
    {
        using var scratch = new Scratch();
        using var session = new SqliteSession(new($"Data Source={(file == ":memory:" ? file : scratch.File(file))};Pooling=False;Foreign Keys=True"));
        session.Connection.Open();
        if (setting.Length > 0)
        {
            session.Execute(setting);
        }

        Assert.Contains(message, Assert.Throws<StorageSetupException>(() => SqliteFile.RequireDurable(session)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_made_while_turns_go_on_is_whole()
    {
        using var scratch = new Scratch();
        await using var store = await OpenAsync(scratch);
        await store.SaveAsync(StoreProbe.Turn("a", 1, Some.Moment), default);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var turn = 2; !stop.IsCancellationRequested; turn++)
            {
                await store.SaveAsync(StoreProbe.Turn("a", turn, Some.Moment), default);
            }
        });

        await store.BackupAsync(scratch.File("kopie.db"), default);
        await stop.CancelAsync();
        await writing;

        Assert.True(Some.IsPrivate(scratch.File("kopie.db")));
        await Assert.ThrowsAsync<IOException>(() => store.BackupAsync(scratch.File("kopie.db"), default));
        await using var copy = await ConversationStore.OpenAsync(SqliteEngine.Open(scratch.File("kopie.db")), Some.Keys("k1"), new(), default);
        Assert.Empty((await copy.CheckAsync(default)).Problems);
        var version = Assert.IsType<StoredConversation>(await copy.LoadAsync("a", default)).Version;
        Assert.Equal(Enumerable.Range(1, (int)version).Select(static n => ((long)n, $"a {n}")), await Some.TranscriptAsync(copy, "a", max: int.MaxValue));
    }

    [Theory]
    [InlineData("UPDATE conversation SET body = (SELECT body FROM conversation WHERE id = 'b') WHERE id = 'a'", "Conversation a cannot be opened")]
    [InlineData("UPDATE turn SET activities = zeroblob(40)", "Conversation a cannot be opened")]
    [InlineData("DELETE FROM turn WHERE version = 1", "Conversation a has a gap")]
    public async Task A_check_finds_what_was_tampered_with(string sql, string problem)
    {
        using var scratch = new Scratch();
        await using var store = await OpenAsync(scratch);
        await store.SaveAsync(Some.Turn("a", 0), default);
        await store.SaveAsync(Some.Turn("b", 0), default);
        Assert.Empty((await store.CheckAsync(default)).Problems);

        await ((SqliteEngine)store.Engine).WriteAsync(session => session.Execute(sql), default);

        Assert.Contains((await store.CheckAsync(default)).Problems, found => found.StartsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_damaged_effect_does_not_hold_up_the_others()
    {
        using var scratch = new Scratch();
        await using var store = await OpenAsync(scratch);
        await store.SaveAsync(Some.Turn("a", 0, outbox: [Some.Effect("1"), Some.Effect("2")]), default);
        await ((SqliteEngine)store.Engine).WriteAsync(static session => session.Execute("UPDATE outbox SET payload = zeroblob(40) WHERE key = '1'"), default);

        Assert.Equal("2", Assert.Single(await store.LeaseOutboxAsync(10, Some.Moment, TimeSpan.FromMinutes(1), default)).Key);
        Assert.Single((await store.CheckAsync(default)).Problems);
    }

    private static Task<ConversationStore> OpenAsync(Scratch scratch)
        => ConversationStore.OpenAsync(SqliteEngine.Open(scratch.File("test.db")), Some.Keys("k1"), new(), default);

    private static async Task<List<byte[]>> SealedBytesAsync(ConversationStore store, string id)
    {
        var copy = (await store.Engine.ExportAsync(null, 10, default)).Single(copy => copy.Conversation.Id == id);
        return
        [
            copy.Conversation.Key.Wrapped,
            copy.Conversation.Body.Length >= 48 ? copy.Conversation.Body : copy.Conversation.Key.Wrapped,
            .. copy.Turns.Select(static turn => turn.Activities.Activities),
        ];
    }

    private static bool Contains(Scratch scratch, ReadOnlySpan<byte> wanted)
    {
        foreach (var path in Directory.GetFiles(scratch.Folder))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            if (bytes.AsSpan().IndexOf(wanted) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
