using System.Collections.Concurrent;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Storage.Postgres;
using Npgsql;

namespace KlachtHulp.Tests.Storage;

/// <summary>What was acknowledged is there after kill -9 of the database server; the store goes on when the server is back.</summary>
public sealed class PostgresCrashTests : IAsyncLifetime
{
    private readonly PostgresServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Every_acknowledged_turn_survives_three_times_kill_9_of_the_server_exactly_once()
    {
        var random = new Random(20261122);
        var database = await _server.CreateDatabaseAsync();
        await using var store = await ConversationStore.OpenAsync(
            await PostgresEngine.OpenAsync(database, new(), TimeProvider.System, default), Some.Keys("k1"), new(), default);
        for (var round = 0; round < 3; round++)
        {
            var acknowledged = new Acknowledgements(writers: 4, enough: random.Next(20, 200));
            var writers = Enumerable.Range(0, 4).Select(n => Task.Run(() => WriteUntilItFailsAsync(store, $"proef-{n}", acknowledged))).ToList();
            await acknowledged.Reached.WaitAsync(TimeSpan.FromSeconds(60));
            await _server.KillAsync();
            await Task.WhenAll(writers);
            await _server.StartAsync();

            foreach (var (id, last) in acknowledged.Last)
            {
                var version = (await LoadAtLastAsync(store, id))?.Version ?? 0;
                Assert.True(version >= last, $"{id}: turn {last} was acknowledged, {version} is there.");
                var whole = Enumerable.Range(1, (int)version).Select(turn => ((long)turn, $"{id} {turn}"));
                Assert.Equal(whole, await Some.TranscriptAsync(store, id, max: int.MaxValue));
            }
        }
    }

    private static async Task WriteUntilItFailsAsync(ConversationStore store, string id, Acknowledgements acknowledged)
    {
        var turn = (await LoadAtLastAsync(store, id))?.Version ?? 0;
        try
        {
            while (true)
            {
                Assert.IsType<SaveResult.Saved>(await store.SaveAsync(StoreProbe.Turn(id, ++turn, Some.Moment), default));
                acknowledged.Add(id, turn);
            }
        }
        catch (NpgsqlException)
        {
            // The server was killed.
        }
    }

    /// <summary>Connections that died with the server are found out one by one.</summary>
    private static async Task<StoredConversation?> LoadAtLastAsync(ConversationStore store, string id)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await store.LoadAsync(id, default);
            }
            catch (NpgsqlException) when (attempt < 20)
            {
                // The next connection is tried.
            }
        }
    }

    /// <summary>The last turn acknowledged per writer; reached when every writer has one and together they have enough.</summary>
    private sealed class Acknowledgements(int writers, int enough)
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _count;

        public ConcurrentDictionary<string, long> Last { get; } = new();

        public Task Reached => _reached.Task;

        public void Add(string id, long turn)
        {
            Last[id] = turn;
            if (Interlocked.Increment(ref _count) >= enough && Last.Count == writers)
            {
                _reached.TrySetResult();
            }
        }
    }
}
