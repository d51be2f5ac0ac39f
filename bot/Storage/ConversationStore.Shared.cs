using KlachtHulp.Bot.Storage.Postgres;

namespace KlachtHulp.Bot.Storage;

public sealed partial class ConversationStore : ISharedWork
{
    public bool IsShared => Engine is PostgresEngine;

    public async ValueTask<SharedCount> CountAsync(string what, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken)
    {
        var shared = Engine as PostgresEngine ?? throw new NotSupportedException("Only instances on PostgreSQL count together.");
        var (count, until) = await shared.CountAsync(_envelope.Hash(what), now.ToUnixTimeMilliseconds(), (now + window).ToUnixTimeMilliseconds(), cancellationToken);
        return new(count, DateTimeOffset.FromUnixTimeMilliseconds(until));
    }

    public ValueTask<IAsyncDisposable?> TryLeadAsync(string work, CancellationToken cancellationToken) => Engine is PostgresEngine shared
        ? shared.TryLeadAsync(work, cancellationToken)
        : ValueTask.FromResult<IAsyncDisposable?>(new Alone());

    public ValueTask ForgetCountsAsync(DateTimeOffset now, CancellationToken cancellationToken)
        => Engine is PostgresEngine shared ? shared.ForgetCountsAsync(now.ToUnixTimeMilliseconds(), cancellationToken) : ValueTask.CompletedTask;

    public ValueTask AddTalliesAsync(IReadOnlyList<Tally> tallies, CancellationToken cancellationToken)
        => tallies.Count == 0 ? ValueTask.CompletedTask : Engine.AddTalliesAsync(tallies, cancellationToken);

    public ValueTask<IReadOnlyList<Tally>> ReadTalliesAsync(DateOnly from, CancellationToken cancellationToken) => Engine.ReadTalliesAsync(from, cancellationToken);

    /// <summary>The only instance leads.</summary>
    private sealed class Alone : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
