namespace KlachtHulp.Bot.Storage;

/// <summary>What several instances on one database must agree on. With one instance there is nobody to agree with.</summary>
public interface ISharedWork
{
    /// <summary>Whether other instances may use the same database.</summary>
    bool IsShared { get; }

    /// <summary>Counts one more of something in a window of time, over all instances. The window begins with the first.</summary>
    /// <param name="what">For example an address or a ticket; only a keyed hash of it is kept.</param>
    /// <exception cref="NotSupportedException">Not <see cref="IsShared"/>.</exception>
    ValueTask<SharedCount> CountAsync(string what, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken);

    /// <summary>Takes a piece of work that one instance at a time may do. A process that dies lets go of it.</summary>
    /// <returns>null when another instance has it; otherwise dispose it when the work is done.</returns>
    ValueTask<IAsyncDisposable?> TryLeadAsync(string work, CancellationToken cancellationToken);

    /// <summary>Forgets counts whose window is over.</summary>
    ValueTask ForgetCountsAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Adds numbers per day to those of earlier.</summary>
    ValueTask AddTalliesAsync(IReadOnlyList<Tally> tallies, CancellationToken cancellationToken);

    /// <summary>All numbers from a day on.</summary>
    ValueTask<IReadOnlyList<Tally>> ReadTalliesAsync(DateOnly from, CancellationToken cancellationToken);
}

/// <param name="Count">Including this one.</param>
/// <param name="Until">When the window is over.</param>
public sealed record SharedCount(int Count, DateTimeOffset Until);

/// <summary>A number about nobody.</summary>
/// <param name="Name">What was counted, for example vragen.</param>
/// <param name="Label">Id of a question, an outcome or a channel.</param>
public sealed record Tally(DateOnly Day, string Name, string Label, long Count);
