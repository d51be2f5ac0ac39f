using System.Globalization;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Storage.Postgres;
using Npgsql;

namespace KlachtHulp.Tests.Storage;

/// <summary>What only PostgreSQL has: several instances, a server that can be set wrong, and a commit whose answer is lost.</summary>
[Collection(PostgresGroup.Name)]
public sealed class PostgresTests(PostgresServer server) : IAsyncLifetime
{
    private string _database = "";

    public async Task InitializeAsync() => _database = await server.CreateDatabaseAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Two_hundred_waiting_turns_share_a_few_commits()
    {
        await using var store = await OpenAsync();
        await store.SaveAsync(Some.Turn("a", 0), default);
        var engine = (PostgresEngine)store.Engine;
        var before = engine.Commits;
        List<Task<SaveResult>> turns;
        await using (var other = new NpgsqlConnection(_database))
        {
            await other.OpenAsync();
            await using var transaction = await other.BeginTransactionAsync();
            await using var command = new NpgsqlCommand("LOCK TABLE conversation IN EXCLUSIVE MODE", other);
            await command.ExecuteNonQueryAsync();
            turns = [.. Enumerable.Range(0, 200).Select(n => store.SaveAsync(Some.Turn($"c{n}", 0), default).AsTask())];
        }

        Assert.All(await Task.WhenAll(turns), static result => Assert.Equal(new SaveResult.Saved(1, 1), result));
        Assert.InRange(engine.Commits - before, 1, 3);
    }

    [Fact]
    public async Task What_any_instance_erased_stays_erased_when_an_older_backup_is_put_back()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch.File("sleutels.json"), $$"""{"sleutels": [{"id": "k1", "sleutel": "{{Convert.ToBase64String(new byte[32])}}"}]}""");
        var settings = new StorageSettings("postgres", "", _database, scratch.File("sleutels.json"), scratch.File("wislijst"));
        IReadOnlyList<ConversationCopy> copies;
        await using (var here = await StorageSetup.OpenAsync(settings, new(), TimeProvider.System, default))
        {
            await here.SaveAsync(Some.Turn("gaat", 0), default);
            await here.SaveAsync(Some.Turn("blijft", 0), default);
            await here.SaveAsync(Some.Turn("opnieuw", 0), default);
            copies = await here.Engine.ExportAsync(afterId: null, 10, default);
            await here.EraseAsync("gaat", default);
            await here.EraseAsync("opnieuw", default);
            await here.SaveAsync(Some.Turn("opnieuw", 0), default);
        }

        await File.WriteAllTextAsync(Path.Combine(scratch.File("wislijst"), "een-andere-server.gewist.txt"), "2099-01-01 gaat-ook\n");
        await using (var backup = await StorageSetup.OpenAsync(settings with { Wislijst = null }, new(), TimeProvider.System, default))
        {
            await backup.Engine.ImportAsync([.. copies.Where(static copy => copy.Conversation.Id == "gaat")], default);
            await backup.SaveAsync(Some.Turn("gaat-ook", 0), default);
        }

        await using var restored = await StorageSetup.OpenAsync(settings, new(), TimeProvider.System, default);
        Assert.Null(await restored.LoadAsync("gaat", default));
        Assert.Null(await restored.LoadAsync("gaat-ook", default));
        Assert.NotNull(await restored.LoadAsync("blijft", default));
        Assert.NotNull(await restored.LoadAsync("opnieuw", default));
    }

    [Fact]
    public async Task What_one_instance_writes_or_erases_the_other_hears()
    {
        var feed = new ConversationFeed();
        await using var here = await OpenAsync(feed);
        await using var there = await OpenAsync();
        using var subscription = feed.Subscribe("a");

        await there.SaveAsync(Some.Turn("a", 0, activities: ["1"]), default);
        await HeardAsync(subscription, async () => await here.LoadAsync("a", default) is not null);
        Assert.Equal([(1, "1")], await Some.TranscriptAsync(here, "a"));
        await there.EraseAsync("a", default);
        await HeardAsync(subscription, async () => await here.LoadAsync("a", default) is null);
    }

    [Fact]
    public async Task After_its_connection_was_cut_a_listener_reads_again_and_goes_on_hearing()
    {
        var feed = new ConversationFeed();
        await using var here = await OpenAsync(feed);
        await using var there = await OpenAsync();
        using var subscription = feed.Subscribe("a");

        await PostgresServer.ExecuteAsync(
            _database, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()");
        await subscription.WaitAsync(default).AsTask().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(new SaveResult.Saved(1, 1), await there.SaveAsync(Some.Turn("a", 0), default));
        await HeardAsync(subscription, async () => await here.LoadAsync("a", default) is not null);
    }

    [Fact]
    public async Task Two_instances_at_once_on_one_conversation_leave_no_gap()
    {
        await using var here = await OpenAsync();
        await using var there = await OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(async () =>
        {
            var store = n % 2 == 0 ? here : there;
            SaveResult result;
            do
            {
                var version = await store.LoadAsync("a", default) is { } found ? found.Version : 0;
                result = await store.SaveAsync(Some.Turn("a", version, $"{n}", [$"{n}"], dedupe: $"{n / 2}"), default);
            }
            while (result is SaveResult.Conflict);
        })));

        var transcript = await Some.TranscriptAsync(there, "a");
        Assert.Equal(Enumerable.Range(1, 20).Select(static n => (long)n), transcript.Select(static activity => activity.Sequence));
        Assert.Equal(20, transcript.Select(static activity => int.Parse(activity.Text, CultureInfo.InvariantCulture) / 2).Distinct().Count());
    }

    [Fact]
    public async Task A_conversation_erased_and_begun_anew_elsewhere_is_not_written_with_the_old_key()
    {
        await using var here = await OpenAsync();
        await using var there = await OpenAsync();
        await here.SaveAsync(Some.Turn("a", 0, "oud"), default);
        await there.EraseAsync("a", default);
        await there.SaveAsync(Some.Turn("a", 0, "nieuw"), default);

        Assert.IsType<SaveResult.Conflict>(await here.SaveAsync(Some.Turn("a", 1, "op het oude"), default));
        Assert.Equal("nieuw", Some.Text((await here.LoadAsync("a", default))!.Body));
        Assert.Equal(new SaveResult.Saved(2, 2), await here.SaveAsync(Some.Turn("a", 1, "op het nieuwe"), default));
        Assert.Equal("op het nieuwe", Some.Text((await there.LoadAsync("a", default))!.Body));
    }

    [Fact]
    public async Task A_turn_whose_answer_was_lost_is_recognised_when_it_is_sent_again()
    {
        await using var store = await OpenAsync();
        var turn = new SealedTurn("a", "0344", 0, new("k1", [1, 2, 3, 4, 5, 6, 7, 8], [9]), [1], [2], 3, null, [], 0);

        Assert.Equal(new SaveResult.Saved(1, 1), await store.Engine.SaveAsync(turn, default));
        Assert.Equal(new SaveResult.Saved(1, 1), await store.Engine.SaveAsync(turn, default));
        Assert.Equal(new SaveResult.Conflict(), await store.Engine.SaveAsync(turn with { Activities = [3] }, default));
        Assert.Equal(1, (await store.CheckAsync(default)).Turns);
    }

    [Fact]
    public async Task A_server_that_may_lose_what_it_acknowledged_is_refused()
    {
        var unsafeDatabase = new NpgsqlConnectionStringBuilder(_database) { Options = "-c synchronous_commit=off" }.ToString();

        var refused = await Assert.ThrowsAsync<StorageSetupException>(() => PostgresEngine.OpenAsync(unsafeDatabase, new(), TimeProvider.System, default));

        Assert.Contains("synchronous_commit = off", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instances_may_start_at_once_and_a_newer_database_is_refused()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OpenAsync()));
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }

        await PostgresServer.ExecuteAsync(_database, "UPDATE schema_version SET version = 99");
        await Assert.ThrowsAsync<StorageSetupException>(() => OpenAsync());
    }

    [Fact]
    public async Task The_words_of_a_resident_are_never_readable_in_the_database()
    {
        await using var store = await OpenAsync();
        await store.SaveAsync(Some.Turn("a", 0, "KANARIE", ["KANARIE"], dedupe: "KANARIE", outbox: [Some.Effect("1", "KANARIE")]), default);

        await using var source = NpgsqlDataSource.Create(_database);
        foreach (var table in new[] { "conversation", "turn", "outbox", "master_key" })
        {
            var rows = await source.AllAsync($"SELECT row_to_json(x)::text FROM {table} x", static row => row.GetString(0), default);
            var hex = Convert.ToHexStringLower("KANARIE"u8);
            Assert.NotEmpty(rows);
            Assert.DoesNotContain(rows, row => row.Contains("KANARIE", StringComparison.Ordinal) || row.Contains(hex, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Two_instances_count_together_and_begin_anew_when_the_window_is_over()
    {
        await using var a = await OpenAsync();
        await using var b = await OpenAsync();
        var minute = TimeSpan.FromMinutes(1);

        var counts = new List<int>();
        foreach (var (store, second) in new[] { (a, 0), (b, 30), (a, 59), (b, 60), (a, 61) })
        {
            counts.Add((await store.CountAsync("adres", Some.Moment.AddSeconds(second), minute, default)).Count);
        }

        Assert.Equal([1, 2, 3, 1, 2], counts);
        Assert.Equal(1, (await b.CountAsync("ander adres", Some.Moment, minute, default)).Count);
    }

    [Fact]
    public async Task A_hundred_tries_at_once_over_two_instances_are_a_hundred_different_numbers()
    {
        await using var a = await OpenAsync();
        await using var b = await OpenAsync();

        var counts = await Task.WhenAll(Enumerable.Range(0, 100).Select(n => (n % 2 == 0 ? a : b).CountAsync("zelfde", Some.Moment, TimeSpan.FromMinutes(1), default).AsTask()));

        Assert.Equal(Enumerable.Range(1, 100), counts.Select(static count => count.Count).Order());
    }

    [Fact]
    public async Task What_was_counted_cannot_be_read_back_and_goes_when_its_window_is_over()
    {
        await using var store = await OpenAsync();
        await store.CountAsync("198.51.100.7", Some.Moment, TimeSpan.FromMinutes(1), default);

        await using var source = NpgsqlDataSource.Create(_database);
        var rows = await source.AllAsync("SELECT row_to_json(attempt)::text FROM attempt", static row => row.GetString(0), default);
        Assert.DoesNotContain("198.51", Assert.Single(rows), StringComparison.Ordinal);
        await store.ForgetCountsAsync(Some.Moment.AddMinutes(1), default);
        Assert.Empty(await source.AllAsync("SELECT 1 FROM attempt", static row => row.GetInt32(0), default));
    }

    [Fact]
    public async Task Only_one_of_two_instances_leads()
    {
        await using var a = await OpenAsync();
        await using var b = await OpenAsync();

        await using (Assert.IsAssignableFrom<IAsyncDisposable>(await a.TryLeadAsync("opruimen", default)))
        {
            Assert.Null(await b.TryLeadAsync("opruimen", default));
        }

        await using var now = await b.TryLeadAsync("opruimen", default);
        Assert.NotNull(now);
    }

    private async Task<ConversationStore> OpenAsync(ConversationFeed? feed = null)
    {
        feed ??= new();
        return await ConversationStore.OpenAsync(await PostgresEngine.OpenAsync(_database, feed, TimeProvider.System, default), Some.Keys("k1"), feed, default);
    }

    private static async Task HeardAsync(ConversationSubscription subscription, Func<Task<bool>> seen)
    {
        while (!await seen())
        {
            await subscription.WaitAsync(default).AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        }
    }
}
