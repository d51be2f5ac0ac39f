using Npgsql;

namespace KlachtHulp.Bot.Storage.Postgres;

/// <summary>One PostgreSQL database for any number of instances.</summary>
internal sealed class PostgresEngine : IStorageEngine
{
    private readonly NpgsqlDataSource _source;
    private readonly string _instance = Guid.NewGuid().ToString("n");
    private readonly PostgresWriter _writer;
    private readonly PostgresListener _listener;

    private PostgresEngine(NpgsqlDataSource source, ConversationFeed feed, TimeProvider clock)
    {
        _source = source;
        _writer = new(source, _instance);
        _listener = new(source, _instance, feed, clock);
    }

    /// <summary>Transactions with turns so far; fewer than turns when turns come together.</summary>
    public long Commits => _writer.Commits;

    /// <exception cref="StorageSetupException">The server is not durable, or the database belongs to a newer version.</exception>
    public static async Task<PostgresEngine> OpenAsync(string connectionString, ConversationFeed feed, TimeProvider clock, CancellationToken cancellationToken)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.ConnectionStringBuilder.MaxAutoPrepare = Math.Max(builder.ConnectionStringBuilder.MaxAutoPrepare, 32);
        var source = builder.Build();
        try
        {
            await PostgresSchema.RequireDurableAsync(source, cancellationToken);
            await PostgresSchema.MigrateAsync(source, cancellationToken);
            var engine = new PostgresEngine(source, feed, clock);
            await engine._listener.Listening.WaitAsync(cancellationToken);
            return engine;
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    public async ValueTask<SealedConversation?> LoadAsync(string id, CancellationToken cancellationToken)
    {
        var sql = $"SELECT {PostgresRows.ConversationColumns} FROM conversation WHERE id = $1";
        return (await _source.AllAsync(sql, PostgresRows.Conversation, cancellationToken, id)).FirstOrDefault();
    }

    public ValueTask<SaveResult> SaveAsync(SealedTurn turn, CancellationToken cancellationToken) => _writer.SaveAsync(turn, cancellationToken);

    public async ValueTask<SealedTranscript?> ReadTranscriptAsync(string id, long after, int max, CancellationToken cancellationToken)
    {
        var rows = await _source.AllAsync(
            PostgresRows.Transcript, static row => (Key: PostgresRows.Key(row, 0), Turn: PostgresRows.Turn(row, 3)), cancellationToken, id, after, max);
        return rows.Count == 0 ? null : new(rows[0].Key, [.. rows.Select(static row => row.Turn)]);
    }

    /// <summary>The key goes first, which also locks the row: a turn that comes meanwhile waits and then finds nothing.</summary>
    public async ValueTask EraseAsync(string id, CancellationToken cancellationToken)
    {
        await using var batch = _source.CreateBatch();
        batch.Add("UPDATE conversation SET wrapped_key = '', key_tag = '' WHERE id = $1", id);
        batch.Add("DELETE FROM outbox WHERE conversation = $1", id);
        batch.Add("DELETE FROM turn WHERE conversation = $1", id);
        batch.Add("DELETE FROM conversation WHERE id = $1", id);
        batch.Add($"SELECT pg_notify('{PostgresTurns.Channel}', $1::text || '|' || $2::text)", _instance, id);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async ValueTask<IReadOnlyList<string>> ListUnchangedSinceAsync(long moment, int max, CancellationToken cancellationToken)
        => await _source.AllAsync(
            PostgresRows.Unchanged, static row => row.GetString(0), cancellationToken, moment, max);

    public async ValueTask<IReadOnlyList<SealedOutboxItem>> LeaseOutboxAsync(int max, long now, long until, CancellationToken cancellationToken)
        => await _source.AllAsync(PostgresRows.Lease, PostgresRows.Item, cancellationToken, now, max, until);

    public async ValueTask CompleteOutboxAsync(long itemId, CancellationToken cancellationToken)
        => await _source.ExecuteAsync("DELETE FROM outbox WHERE id = $1", cancellationToken, itemId);

    public async ValueTask RetryOutboxAsync(long itemId, long due, CancellationToken cancellationToken)
        => await _source.ExecuteAsync("UPDATE outbox SET due = $2 WHERE id = $1", cancellationToken, itemId, due);

    public async ValueTask<SealedPlace?> FindOutboxAsync(long itemId, CancellationToken cancellationToken)
        => (await _source.AllAsync(PostgresRows.FindOutbox, PostgresRows.Place, cancellationToken, itemId, (int)OutboxState.Waiting)).FirstOrDefault();

    public async ValueTask UpdateOutboxAsync(long itemId, OutboxState state, long due, byte[] progress, CancellationToken cancellationToken)
        => await _source.ExecuteAsync(
            "UPDATE outbox SET state = $2, due = $3, progress = $4 WHERE id = $1", cancellationToken, itemId, (int)state, due, progress);

    public async ValueTask ReleaseOutboxAsync(long now, CancellationToken cancellationToken)
        => await _source.ExecuteAsync("UPDATE outbox SET due = $1 WHERE state = $2", cancellationToken, now, (int)OutboxState.Parked);

    public async ValueTask<IReadOnlyList<OutboxCount>> CountOutboxAsync(CancellationToken cancellationToken)
        => await _source.AllAsync(
            "SELECT state, count(*), min(created) FROM outbox GROUP BY state",
            static row => new OutboxCount((OutboxState)row.GetInt32(0), row.GetInt64(1), row.GetInt64(2)), cancellationToken);

    public async ValueTask<IReadOnlyList<MasterKeyProof>> ReadMasterKeysAsync(CancellationToken cancellationToken)
        => await _source.AllAsync(
            "SELECT id, proof FROM master_key", static row => new MasterKeyProof(row.GetString(0), PostgresRows.Bytes(row, 1)), cancellationToken);

    public async ValueTask AddMasterKeyAsync(MasterKeyProof proof, CancellationToken cancellationToken)
        => await _source.ExecuteAsync(
            "INSERT INTO master_key (id, proof) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING", cancellationToken, proof.Id, proof.Proof);

    public async ValueTask RemoveUnusedMasterKeysAsync(string keep, CancellationToken cancellationToken)
        => await _source.ExecuteAsync(
            "DELETE FROM master_key WHERE id <> $1 AND id NOT IN (SELECT master_key FROM conversation)", cancellationToken, keep);

    public async ValueTask<IReadOnlyList<OwnedKey>> ListWrappedByOthersAsync(string masterKeyId, int max, CancellationToken cancellationToken)
        => await _source.AllAsync(
            "SELECT id, master_key, key_tag, wrapped_key FROM conversation WHERE master_key <> $1 LIMIT $2",
            static row => new OwnedKey(row.GetString(0), PostgresRows.Key(row, 1)), cancellationToken, masterKeyId, max);

    public async ValueTask RewrapAsync(IReadOnlyList<OwnedKey> keys, CancellationToken cancellationToken)
    {
        await using var batch = _source.CreateBatch();
        foreach (var (id, key) in keys)
        {
            batch.Add("UPDATE conversation SET master_key = $3, wrapped_key = $4 WHERE id = $1 AND key_tag = $2", id, key.Tag, key.MasterKeyId, key.Wrapped);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public ValueTask<IReadOnlyList<ConversationCopy>> ExportAsync(string? afterId, int max, CancellationToken cancellationToken)
        => PostgresCopies.ExportAsync(_source, afterId, max, cancellationToken);

    public async ValueTask ImportAsync(IReadOnlyList<ConversationCopy> copies, CancellationToken cancellationToken)
        => await PostgresCopies.ImportAsync(_source, copies, cancellationToken);

    public async ValueTask<StorageCheck> CheckAsync(CancellationToken cancellationToken)
    {
        var counts = await _source.AllAsync(
            "SELECT (SELECT count(*) FROM conversation), (SELECT count(*) FROM turn), (SELECT count(*) FROM outbox)",
            static row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), cancellationToken);
        var problems = await _source.AllAsync(PostgresRows.Gaps, static row => row.GetString(0), cancellationToken);
        return new(counts[0].Item1, counts[0].Item2, counts[0].Item3, problems);
    }

    public ValueTask<(int Count, long Until)> CountAsync(byte[] key, long now, long until, CancellationToken cancellationToken)
        => PostgresShared.CountAsync(_source, key, now, until, cancellationToken);

    public ValueTask<IAsyncDisposable?> TryLeadAsync(string work, CancellationToken cancellationToken) => PostgresShared.TryLeadAsync(_source, work, cancellationToken);

    public async ValueTask ForgetCountsAsync(long now, CancellationToken cancellationToken)
        => await _source.ExecuteAsync("DELETE FROM attempt WHERE until <= $1", cancellationToken, now);

    public ValueTask AddTalliesAsync(IReadOnlyList<Tally> tallies, CancellationToken cancellationToken)
        => PostgresShared.AddTalliesAsync(_source, tallies, cancellationToken);

    public ValueTask<IReadOnlyList<Tally>> ReadTalliesAsync(DateOnly from, CancellationToken cancellationToken)
        => PostgresShared.ReadTalliesAsync(_source, from, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _listener.DisposeAsync();
        await _source.DisposeAsync();
    }
}
