using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Npgsql;

namespace KlachtHulp.Bot.Storage.Postgres;

/// <summary>Gathers the turns that wait into one transaction; while one is on its way to the disk the next one gathers.</summary>
internal sealed class PostgresWriter : IAsyncDisposable
{
    private const int MaxWaiting = 4096;
    private const int MaxBatch = 256;

    private readonly NpgsqlDataSource _source;
    private readonly string _instance;
    private readonly Task _loop;
    private readonly Channel<Job> _queue = Channel.CreateBounded<Job>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private long _commits;

    public PostgresWriter(NpgsqlDataSource source, string instance)
    {
        _source = source;
        _instance = instance;
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>Transactions sent so far.</summary>
    public long Commits => Interlocked.Read(ref _commits);

    /// <exception cref="ObjectDisposedException">The store is closing.</exception>
    public async ValueTask<SaveResult> SaveAsync(SealedTurn turn, CancellationToken cancellationToken)
    {
        var job = new Job(turn, new(TaskCreationOptions.RunContinuationsAsynchronously), cancellationToken);
        try
        {
            await _queue.Writer.WriteAsync(job, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(PostgresWriter));
        }

        return await job.Answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
    }

    private async Task LoopAsync()
    {
        var waiting = new List<Job>();
        while (waiting.Count > 0 || await _queue.Reader.WaitToReadAsync())
        {
            while (waiting.Count < MaxBatch && _queue.Reader.TryRead(out var job))
            {
                if (!job.Left())
                {
                    waiting.Add(job);
                }
            }

            // Of one conversation only the first; its next turn goes with the next transaction.
            List<Job> batch = [.. waiting.DistinctBy(static job => job.Turn.ConversationId, StringComparer.Ordinal)];
            waiting = batch.Count == waiting.Count ? [] : [.. waiting.Except(batch)];
            if (batch.Count > 0)
            {
                await CommitAsync(batch, mayRetry: true);
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "It goes to the caller whose turn failed; the writer must live on for the others.")]
    private async Task CommitAsync(List<Job> batch, bool mayRetry)
    {
        Dictionary<string, SaveResult> results;
        try
        {
            Interlocked.Increment(ref _commits);
            results = await PostgresTurns.SaveAsync(_source, [.. batch.Select(static job => job.Turn)], _instance, CancellationToken.None);
        }
        catch (Exception reason)
        {
            await RetreatAsync(batch, mayRetry, reason);
            return;
        }

        batch.ForEach(job => job.Answer.TrySetResult(results[job.Turn.ConversationId]));
    }

    /// <summary>A lost connection or a deadlock: once more. A bad turn: each on its own.</summary>
    /// <remarks>Both are safe, because a turn that is there already is recognised.</remarks>
    private async Task RetreatAsync(List<Job> batch, bool mayRetry, Exception reason)
    {
        if (IsPassing(reason))
        {
            if (mayRetry)
            {
                await CommitAsync(batch, mayRetry: false);
                return;
            }
        }
        else if (batch.Count > 1)
        {
            foreach (var job in batch)
            {
                await CommitAsync([job], mayRetry);
            }

            return;
        }

        batch.ForEach(job => job.Answer.TrySetException(reason));
    }

    private static bool IsPassing(Exception reason) => reason switch
    {
        PostgresException { SqlState: var state } error
            => error.IsTransient || state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("40", StringComparison.Ordinal),
        _ => reason is NpgsqlException or IOException or TimeoutException,
    };

    private sealed record Job(SealedTurn Turn, TaskCompletionSource<SaveResult> Answer, CancellationToken CancellationToken)
    {
        /// <summary>True when the caller left before the work began.</summary>
        public bool Left() => CancellationToken.IsCancellationRequested && Answer.TrySetCanceled(CancellationToken);
    }
}
