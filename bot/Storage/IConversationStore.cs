namespace KlachtHulp.Bot.Storage;

/// <summary>Keeps conversations. Every engine passes tests/Storage/ConversationStoreCompliance.</summary>
/// <remarks>What <see cref="SaveAsync"/> has acknowledged with <see cref="SaveResult.Saved"/> survives the process and the machine.</remarks>
public interface IConversationStore
{
    /// <returns>null when there is no such conversation, or it was erased.</returns>
    ValueTask<StoredConversation?> LoadAsync(string id, CancellationToken cancellationToken);

    /// <summary>Writes one turn in one transaction: the body, the transcript, the dedupe key and the outbox; all or nothing.</summary>
    ValueTask<SaveResult> SaveAsync(TurnCommit commit, CancellationToken cancellationToken);

    /// <summary>The transcript after a watermark, oldest first.</summary>
    /// <param name="after">Sequence of the last activity the client has seen; 0 for all.</param>
    /// <param name="max">At most this many.</param>
    ValueTask<IReadOnlyList<StoredActivity>> ReadActivitiesAsync(string id, long after, int max, CancellationToken cancellationToken);

    /// <summary>Removes everything of a conversation: body, transcript, dedupe keys, outbox.</summary>
    ValueTask EraseAsync(string id, CancellationToken cancellationToken);

    /// <summary>Ids of conversations that were last changed before a moment, oldest first; without those that have outbox items, whose time is up only when those are, and those that are kept (<see cref="StoredConversation.Kept"/>).</summary>
    ValueTask<IReadOnlyList<string>> ListUnchangedSinceAsync(DateTimeOffset moment, int max, CancellationToken cancellationToken);

    /// <summary>Takes outbox items that are due; nobody else gets them until the lease ends.</summary>
    ValueTask<IReadOnlyList<OutboxItem>> LeaseOutboxAsync(int max, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>The effect was carried out: the item goes away.</summary>
    ValueTask CompleteOutboxAsync(long itemId, CancellationToken cancellationToken);

    /// <summary>The effect failed: the item becomes due again.</summary>
    ValueTask RetryOutboxAsync(long itemId, DateTimeOffset due, CancellationToken cancellationToken);

    /// <summary>How it stands with an item by now; others may have had it since it was taken.</summary>
    /// <returns>null when it was carried out, or its conversation was erased.</returns>
    ValueTask<OutboxPlace?> FindOutboxAsync(OutboxItem item, CancellationToken cancellationToken);

    /// <summary>Keeps how far an effect came, across restarts, and when it is due again. Does nothing when the item is gone.</summary>
    /// <param name="progress">Replaces <see cref="OutboxItem.Progress"/>; opaque to the store and sealed by it.</param>
    ValueTask UpdateOutboxAsync(OutboxItem item, OutboxState state, DateTimeOffset due, ReadOnlyMemory<byte> progress, CancellationToken cancellationToken);

    /// <summary>Makes every parked item due, for instance after a start with other settings.</summary>
    ValueTask ReleaseOutboxAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>How much waits and since when.</summary>
    ValueTask<OutboxSummary> ReadOutboxAsync(CancellationToken cancellationToken);
}

/// <param name="Version">Number of turns saved; 0 for a conversation that was never saved.</param>
/// <param name="LastSequence">Sequence of the newest activity in the transcript; also the newest watermark.</param>
/// <param name="Body">The serialised log of the conversation, opaque to the store.</param>
public sealed record StoredConversation(string Id, string Gemeente, long Version, long LastSequence, ReadOnlyMemory<byte> Body, DateTimeOffset Updated)
{
    /// <summary>How ids begin of what is no conversation and stays until its owner removes it; <see cref="IConversationStore.ListUnchangedSinceAsync"/> leaves them out.</summary>
    public const string Kept = "vast:";
}

/// <param name="Sequence">From 1, without gaps, per conversation.</param>
/// <param name="Json">The activity as UTF-8 JSON, opaque to the store.</param>
public sealed record StoredActivity(long Sequence, ReadOnlyMemory<byte> Json);

/// <summary>Everything one turn writes.</summary>
/// <param name="ExpectedVersion">Version that was loaded; 0 to create the conversation.</param>
/// <param name="Activities">Appended to the transcript; the store gives them the sequences after <see cref="StoredConversation.LastSequence"/>, in order.</param>
/// <param name="DedupeKey">Key of the incoming message; a second commit with the same key in this conversation writes nothing. Null for none.</param>
/// <param name="Outbox">Effects to carry out after the commit, each as kind and UTF-8 JSON.</param>
public sealed record TurnCommit(
    string ConversationId,
    string Gemeente,
    long ExpectedVersion,
    ReadOnlyMemory<byte> Body,
    IReadOnlyList<ReadOnlyMemory<byte>> Activities,
    string? DedupeKey,
    IReadOnlyList<NewOutboxItem> Outbox,
    DateTimeOffset At);

/// <param name="Kind">Which handler carries it out.</param>
/// <param name="Key">Idempotency key, unique over all outbox items.</param>
public sealed record NewOutboxItem(string Kind, string Key, ReadOnlyMemory<byte> Json);

/// <param name="Attempts">How often it was leased before.</param>
public sealed record OutboxItem(long Id, string ConversationId, string Kind, string Key, ReadOnlyMemory<byte> Json, int Attempts)
{
    public OutboxState State { get; init; }

    /// <summary>Moment of the turn that wrote it.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>What <see cref="IConversationStore.UpdateOutboxAsync"/> kept last; empty before that.</summary>
    public ReadOnlyMemory<byte> Progress { get; init; }
}

/// <param name="WaitsBehind">Whether an effect of the same kind, written earlier in the same conversation, was not carried out yet.</param>
/// <param name="Progress">As <see cref="OutboxItem.Progress"/>.</param>
public sealed record OutboxPlace(bool WaitsBehind, ReadOnlyMemory<byte> Progress);

/// <summary>What became of an effect; the numbers are stored.</summary>
public enum OutboxState
{
    Waiting = 0,

    /// <summary>Refused for a reason that does not pass by itself; a person has to look.</summary>
    Parked = 1,

    /// <summary>Carried out; what is left of it is due later.</summary>
    Done = 2,
}

/// <param name="Waiting">Effects that were not carried out yet, without the parked ones.</param>
/// <param name="Oldest">When the oldest waiting or parked one was written; null when there is none.</param>
public sealed record OutboxSummary(long Waiting, long Parked, DateTimeOffset? Oldest);

/// <summary>What became of a commit.</summary>
public abstract record SaveResult
{
    private SaveResult()
    {
    }

    /// <param name="FirstSequence">Sequence of the first activity of this turn; when there was none, the last one before it plus one.</param>
    public sealed record Saved(long Version, long FirstSequence) : SaveResult;

    /// <summary>Somebody else saved a newer version first; nothing was written.</summary>
    public sealed record Conflict : SaveResult;

    /// <summary>This message was handled before; nothing was written.</summary>
    /// <param name="FirstSequence">Sequence of the first activity of the turn that handled it.</param>
    /// <param name="Count">How many activities that turn wrote.</param>
    public sealed record Duplicate(long FirstSequence, int Count) : SaveResult;
}
