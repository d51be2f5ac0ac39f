namespace KlachtHulp.Bot.Storage.Sqlite;

/// <summary>One piece of work for the writer: done within somebody's transaction, answered after its commit.</summary>
internal abstract class WriteJob
{
    /// <summary>True when the caller left before the work began; it is answered then and must not be done.</summary>
    public abstract bool Left();

    /// <summary>Does the work; may be called again after a rollback.</summary>
    public abstract void Execute(SqliteSession session);

    public abstract void Succeed();

    public abstract void Fail(Exception reason);
}

internal sealed class WriteJob<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) : WriteJob
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Answer => _answer.Task;

    public override bool Left() => cancellationToken.IsCancellationRequested && _answer.TrySetCanceled(cancellationToken);

    public override void Execute(SqliteSession session) => _result = work(session);

    // Execute has set the result, or Fail is called instead.
    public override void Succeed() => _answer.TrySetResult(_result!);

    public override void Fail(Exception reason) => _answer.TrySetException(reason);
}
