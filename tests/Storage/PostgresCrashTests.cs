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
            var acknowledged = new ConcurrentDictionary<string, long>();
            using var enough = new CountdownEvent(random.Next(20, 200));
            var writers = Enumerable.Range(0, 4).Select(n => Task.Run(() => WriteUntilItFailsAsync(store, $"proef-{n}", acknowledged, enough))).ToList();
            await Task.Run(() => enough.Wait(TimeSpan.FromSeconds(60)));
            await _server.KillAsync();
            await Task.WhenAll(writers);
            await _server.StartAsync();

            Assert.Equal(4, acknowledged.Count);
            foreach (var (id, last) in acknowledged)
            {
                var version = (await LoadAtLastAsync(store, id)).Version;
                Assert.True(version >= last, $"{id}: turn {last} was acknowledged, {version} is there.");
                var whole = Enumerable.Range(1, (int)version).Select(turn => ((long)turn, $"{id} {turn}"));
                Assert.Equal(whole, await Some.TranscriptAsync(store, id, max: int.MaxValue));
            }
        }
    }

    private static async Task WriteUntilItFailsAsync(ConversationStore store, string id, ConcurrentDictionary<string, long> acknowledged, CountdownEvent enough)
    {
        var turn = await store.LoadAsync(id, default) is { } found ? found.Version : 0;
        try
        {
            while (true)
            {
                Assert.IsType<SaveResult.Saved>(await store.SaveAsync(StoreProbe.Turn(id, ++turn, Some.Moment), default));
                acknowledged[id] = turn;
                if (!enough.IsSet)
                {
                    enough.Signal();
                }
            }
        }
        catch (Exception reason) when (reason is NpgsqlException or InvalidOperationException)
        {
            // The server was killed, or another writer gave the last signal at the same moment; what counts is what was acknowledged.
        }
    }

    /// <summary>Connections that died with the server are found out one by one.</summary>
    private static async Task<StoredConversation> LoadAtLastAsync(ConversationStore store, string id)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await store.LoadAsync(id, default) ?? throw new InvalidOperationException($"{id} is not there.");
            }
            catch (NpgsqlException) when (attempt < 20)
            {
                // The next connection is tried.
            }
        }
    }
}
