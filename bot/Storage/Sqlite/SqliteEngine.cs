using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace KlachtHulp.Bot.Storage.Sqlite;

/// <summary>One SQLite file: one thread writes, readers never wait for it. For one process at a time.</summary>
internal sealed class SqliteEngine : IStorageEngine
{
    private const int MaxIdleReaders = 8;

    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private readonly SqliteWriter _writer;
    private readonly string _path;
    private volatile bool _disposed;

    private SqliteEngine(string path, SqliteSession session)
    {
        _path = path;
        _writer = new(session);
    }

    /// <summary>Transactions committed so far; fewer than turns when turns come together.</summary>
    public long Commits => _writer.Commits;

    /// <summary>Work that the writer has not taken yet.</summary>
    public int Waiting => _writer.Waiting;

    /// <exception cref="StorageSetupException">The file is newer than this program, not ours, or not durable.</exception>
    /// <param name="busySeconds">How long a turn waits when another process holds the file, before it fails.</param>
    public static SqliteEngine Open(string path, int busySeconds = 5) => new(path, SqliteFile.OpenWriter(path, busySeconds));

    /// <summary>Any work in the writer's turn.</summary>
    public ValueTask<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) => _writer.RunAsync(work, cancellationToken);

    public ValueTask<SealedConversation?> LoadAsync(string id, CancellationToken cancellationToken) => Read(session => SqliteRows.Load(session, id));

    public ValueTask<SaveResult> SaveAsync(SealedTurn turn, CancellationToken cancellationToken)
        => WriteAsync(session => SqliteTurns.Save(session, turn), cancellationToken);

    public ValueTask<SealedTranscript?> ReadTranscriptAsync(string id, long after, int max, CancellationToken cancellationToken)
        => Read(session => SqliteRows.Transcript(session, id, after, max));

    public async ValueTask EraseAsync(string id, CancellationToken cancellationToken) => await WriteAsync(
        session =>
        {
            _writer.ShredLog();
            return SqliteTurns.Erase(session, id);
        },
        cancellationToken);

    public ValueTask<IReadOnlyList<string>> ListUnchangedSinceAsync(long moment, int max, CancellationToken cancellationToken)
        => Read(session => SqliteRows.Unchanged(session, moment, max));

    public async ValueTask<IReadOnlyList<SealedOutboxItem>> LeaseOutboxAsync(int max, long now, long until, CancellationToken cancellationToken)
    {
        // Looking costs no flush of the disk, and mostly nothing is due.
        var due = await Read(session => session.Number("SELECT EXISTS (SELECT 1 FROM outbox WHERE due <= ?1)", now));
        return due == 0 ? [] : await WriteAsync(session => SqliteRows.Lease(session, max, now, until), cancellationToken);
    }

    public ValueTask CompleteOutboxAsync(long itemId, CancellationToken cancellationToken)
        => ExecuteAsync("DELETE FROM outbox WHERE id = ?1", cancellationToken, itemId);

    public ValueTask RetryOutboxAsync(long itemId, long due, CancellationToken cancellationToken)
        => ExecuteAsync("UPDATE outbox SET due = ?2 WHERE id = ?1", cancellationToken, itemId, due);

    public ValueTask<SealedPlace?> FindOutboxAsync(long itemId, CancellationToken cancellationToken) => Read(session => SqliteRows.FindOutbox(session, itemId));

    public ValueTask UpdateOutboxAsync(long itemId, OutboxState state, long due, byte[] progress, CancellationToken cancellationToken)
        => ExecuteAsync("UPDATE outbox SET state = ?2, due = ?3, progress = ?4 WHERE id = ?1", cancellationToken, itemId, (long)state, due, progress);

    public ValueTask ReleaseOutboxAsync(long now, CancellationToken cancellationToken)
        => ExecuteAsync("UPDATE outbox SET due = ?1 WHERE state = ?2", cancellationToken, now, (long)OutboxState.Parked);

    public ValueTask<IReadOnlyList<OutboxCount>> CountOutboxAsync(CancellationToken cancellationToken) => Read(SqliteRows.CountOutbox);

    public ValueTask<IReadOnlyList<MasterKeyProof>> ReadMasterKeysAsync(CancellationToken cancellationToken) => Read(SqliteRows.MasterKeys);

    public ValueTask AddMasterKeyAsync(MasterKeyProof proof, CancellationToken cancellationToken)
        => ExecuteAsync("INSERT INTO master_key (id, proof) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING", cancellationToken, proof.Id, proof.Proof);

    public ValueTask RemoveUnusedMasterKeysAsync(string keep, CancellationToken cancellationToken)
        => ExecuteAsync("DELETE FROM master_key WHERE id <> ?1 AND id NOT IN (SELECT master_key FROM conversation)", cancellationToken, keep);

    public ValueTask<IReadOnlyList<OwnedKey>> ListWrappedByOthersAsync(string masterKeyId, int max, CancellationToken cancellationToken)
        => Read(session => SqliteRows.WrappedByOthers(session, masterKeyId, max));

    public async ValueTask RewrapAsync(IReadOnlyList<OwnedKey> keys, CancellationToken cancellationToken) => await WriteAsync(
        session =>
        {
            _writer.ShredLog();
            return keys.Sum(key => session.Execute(
                "UPDATE conversation SET master_key = ?3, wrapped_key = ?4 WHERE id = ?1 AND key_tag = ?2",
                key.ConversationId, key.Key.Tag, key.Key.MasterKeyId, key.Key.Wrapped));
        },
        cancellationToken);

    public ValueTask<IReadOnlyList<ConversationCopy>> ExportAsync(string? afterId, int max, CancellationToken cancellationToken)
        => Read(session => session.Snapshot(() => SqliteRows.Export(session, afterId, max)));

    public async ValueTask ImportAsync(IReadOnlyList<ConversationCopy> copies, CancellationToken cancellationToken) => await WriteAsync(
        session =>
        {
            foreach (var copy in copies)
            {
                SqliteRows.Import(session, copy);
            }

            return copies.Count;
        },
        cancellationToken);

    public ValueTask<StorageCheck> CheckAsync(CancellationToken cancellationToken) => Read(session => session.Snapshot(() => SqliteCare.Check(session)));

    /// <summary>A consistent copy of the live database, also while turns go on. Without the master keys: keep those elsewhere.</summary>
    /// <param name="path">The file to make; it must not exist.</param>
    public Task BackupAsync(string path, CancellationToken cancellationToken)
        => Task.Run(() => Read(session => SqliteCare.Backup(session, path)).AsTask(), cancellationToken);

    public async ValueTask AddTalliesAsync(IReadOnlyList<Tally> tallies, CancellationToken cancellationToken)
        => await WriteAsync(session => SqliteCare.AddTallies(session, tallies), cancellationToken);

    public ValueTask<IReadOnlyList<Tally>> ReadTalliesAsync(DateOnly from, CancellationToken cancellationToken)
        => Read(session => SqliteCare.Tallies(session, from));

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        await _writer.DisposeAsync();
    }

    private async ValueTask ExecuteAsync(string sql, CancellationToken cancellationToken, params object?[] values)
        => await WriteAsync(session => session.Execute(sql, values), cancellationToken);

    /// <summary>Reads on the caller's thread: what was written lately is in memory, so handing it to another thread would cost more.</summary>
    private ValueTask<T> Read<T>(Func<SqliteSession, T> work)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var session = _readers.TryTake(out var idle) ? idle : SqliteFile.OpenReader(_path);
        try
        {
            return ValueTask.FromResult(work(session));
        }
        catch (SqliteException)
        {
            session.Dispose();
            throw;
        }
        finally
        {
            Return(session);
        }
    }

    private void Return(SqliteSession session)
    {
        if (session.Connection.State == System.Data.ConnectionState.Open && !_disposed && _readers.Count < MaxIdleReaders)
        {
            _readers.Add(session);
        }
        else
        {
            session.Dispose();
        }
    }
}
