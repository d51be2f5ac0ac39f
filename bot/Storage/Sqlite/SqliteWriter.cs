using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace KlachtHulp.Bot.Storage.Sqlite;

/// <summary>The one thread that writes. Everything that waits goes into one transaction, so many turns share one flush of the disk.</summary>
/// <remarks>There is no delay on purpose: while one batch is flushed the next one gathers by itself.</remarks>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MaxWaiting = 4096;
    private const int MaxBatch = 1024;

    private readonly SqliteSession _session;
    private readonly Task _thread;

    // Whoever brings work wakes the writer itself; what runs inline then is only the setting of its event.
    private readonly Channel<WriteJob> _queue = Channel.CreateBounded<WriteJob>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true, AllowSynchronousContinuations = true });

    private long _commits;
    private bool _mustShred;

    public SqliteWriter(SqliteSession session)
    {
        _session = session;
        _thread = Task.Factory.StartNew(Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Transactions committed so far.</summary>
    public long Commits => Interlocked.Read(ref _commits);

    public int Waiting => _queue.Reader.Count;

    /// <summary>Does the work in a transaction and answers when it is on the disk. A token that is cancelled after the work began changes nothing.</summary>
    /// <exception cref="ObjectDisposedException">The store is closing.</exception>
    public async ValueTask<T> RunAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        var job = new WriteJob<T>(work, cancellationToken);
        try
        {
            await _queue.Writer.WriteAsync(job, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteWriter));
        }

        return await job.Answer;
    }

    /// <summary>Makes the writer empty the write-ahead log after its next commit, because it may hold what was erased.</summary>
    public void ShredLog() => Volatile.Write(ref _mustShred, true);

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _thread;
    }

    private void Loop()
    {
        var batch = new List<WriteJob>();
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < MaxBatch && _queue.Reader.TryRead(out var job))
            {
                if (!job.Left())
                {
                    batch.Add(job);
                }
            }

            Commit(batch);
            Shred();
        }

        Checkpoint();
        _session.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "It goes to the caller whose turn failed; the writer must live on for the others.")]
    private void Commit(List<WriteJob> batch)
    {
        var begun = false;
        try
        {
            _session.Execute("BEGIN IMMEDIATE");
            begun = true;
            batch.ForEach(job => job.Execute(_session));
            _session.Execute("COMMIT");
            Interlocked.Increment(ref _commits);
        }
        catch (Exception reason)
        {
            Rollback();
            Retreat(batch, begun, reason);
            return;
        }

        batch.ForEach(static job => job.Succeed());
    }

    /// <summary>Nothing was written. When one of several spoiled it for all, each tries on its own; when the database was busy, all must come back.</summary>
    private void Retreat(List<WriteJob> batch, bool begun, Exception reason)
    {
        if (batch.Count > 1 && begun)
        {
            batch.ForEach(job => Commit([job]));
        }
        else
        {
            batch.ForEach(job => job.Fail(reason));
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The first error is the one that is told; BEGIN of the next batch shows whether this one lasted.")]
    private void Rollback()
    {
        try
        {
            if (_session.InTransaction)
            {
                _session.Execute("ROLLBACK");
            }
        }
        catch (Exception)
        {
            // Told by the summary of the suppression.
        }
    }

    private void Shred()
    {
        if (Volatile.Read(ref _mustShred) && Checkpoint())
        {
            Volatile.Write(ref _mustShred, false);
        }
    }

    /// <summary>Brings the log into the database and cuts it to nothing.</summary>
    /// <returns>False when a reader still needed the log.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Everything is committed already; a checkpoint that fails is tried again later.")]
    private bool Checkpoint()
    {
        try
        {
            _session.WaitWhenBusy(false);
            return _session.Number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        }
        catch (Exception)
        {
            return false;
        }
        finally
        {
            _session.WaitWhenBusy(true);
        }
    }
}
