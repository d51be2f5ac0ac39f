using System.Diagnostics;
using System.Globalization;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Storage.Sqlite;

namespace KlachtHulp.Tests.Storage;

/// <summary>What was acknowledged is there after kill -9 and after a torn log.</summary>
public sealed class SqliteCrashTests
{
    private const int Seed = 20261122;

    [Fact]
    public async Task Every_acknowledged_turn_survives_ten_times_kill_9_exactly_once()
    {
        using var scratch = new Scratch();
        var database = scratch.File("proef.db");
        var random = new Random(Seed);
        for (var round = 0; round < 10; round++)
        {
            var acknowledged = await RunAndKillAsync(database, random.Next(1, 500));
            await using var store = await StorageSetup.OpenAsync(new("sqlite", database, null, null), new(), TimeProvider.System, default);
            Assert.Empty((await store.CheckAsync(default)).Problems);
            foreach (var (id, last) in acknowledged)
            {
                await AssertWholeAsync(store, id, atLeast: last);
            }
        }
    }

    [Fact]
    public async Task A_log_torn_anywhere_leaves_exactly_the_commits_before_the_tear()
    {
        using var scratch = new Scratch();
        var (database, log) = await WriteSixtyTurnsAsync(scratch);
        var ends = WalFile.CommitEnds(log);
        var random = new Random(Seed);
        for (var round = 0; round < 100; round++)
        {
            var cut = random.Next(ends[^61], log.Length + 1);
            var torn = Tear(log, cut, kind: round % 3, random);
            using var copy = new Scratch();
            await File.WriteAllBytesAsync(copy.File("test.db"), database);
            await File.WriteAllBytesAsync(copy.File("test.db-wal"), torn);

            await using var store = await ConversationStore.OpenAsync(SqliteEngine.Open(copy.File("test.db")), Some.Keys("k1"), new(), default);

            Assert.Empty((await store.CheckAsync(default)).Problems);
            var kept = ends.Skip(ends.Count - 60).Count(end => end <= cut);
            Assert.Equal(kept, await store.LoadAsync("a", default) is { } found ? found.Version : 0);
            await AssertWholeAsync(store, "a", atLeast: kept);
        }
    }

    private static async Task<(byte[] Database, byte[] Log)> WriteSixtyTurnsAsync(Scratch scratch)
    {
        await using var store = await ConversationStore.OpenAsync(SqliteEngine.Open(scratch.File("test.db")), Some.Keys("k1"), new(), default);
        for (var turn = 1; turn <= 60; turn++)
        {
            await store.SaveAsync(StoreProbe.Turn("a", turn, Some.Moment), default);
        }

        return (await ReadSharedAsync(scratch.File("test.db")), await ReadSharedAsync(scratch.File("test.db-wal")));
    }

    /// <summary>0: the file ends at the cut; 1: behind it are zeros; 2: behind it is garbage.</summary>
    private static byte[] Tear(byte[] log, int cut, int kind, Random random)
    {
        var torn = kind == 0 ? log[..cut] : [.. log];
        if (kind == 1)
        {
            Array.Clear(torn, cut, torn.Length - cut);
        }
        else if (kind == 2)
        {
            random.NextBytes(torn.AsSpan(cut));
        }

        return torn;
    }

    private static async Task AssertWholeAsync(ConversationStore store, string id, long atLeast)
    {
        var version = await store.LoadAsync(id, default) is { } found ? found.Version : 0;
        Assert.True(version >= atLeast, $"{id}: turn {atLeast} was acknowledged, {version} is there.");
        Assert.Equal(Enumerable.Range(1, (int)version).Select(n => ((long)n, $"{id} {n}")), await Some.TranscriptAsync(store, id, max: int.MaxValue));
    }

    /// <returns>The last turn that was acknowledged, per conversation.</returns>
    private static async Task<Dictionary<string, long>> RunAndKillAsync(string database, int afterLines)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(StoreProbe).Assembly.Location, StoreProbe.Verb, database]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("No process.");
        var last = new Dictionary<string, long>();
        for (var lines = 0; await process.StandardOutput.ReadLineAsync() is { } line; lines++)
        {
            // A line without its last digit cannot be told from a smaller number, which is acknowledged as well.
            if (line.Split(' ') is [var id, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var turn))
            {
                last[id] = turn;
            }

            if (lines == afterLines)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        Assert.NotEmpty(last);
        return last;
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes);
        return bytes;
    }
}
