namespace KlachtHulp.Bot.Storage;

/// <summary>What a database has to do for <see cref="ConversationStore"/>. It sees only sealed bytes; moments are UTC milliseconds since 1970.</summary>
internal interface IStorageEngine : IAsyncDisposable
{
    ValueTask<SealedConversation?> LoadAsync(string id, CancellationToken cancellationToken);

    /// <summary>One turn, all or nothing; answers after the commit has reached the disk.</summary>
    ValueTask<SaveResult> SaveAsync(SealedTurn turn, CancellationToken cancellationToken);

    /// <summary>The turns that hold activities after a watermark, oldest first, until at least <paramref name="max"/> activities are in.</summary>
    ValueTask<SealedTranscript?> ReadTranscriptAsync(string id, long after, int max, CancellationToken cancellationToken);

    ValueTask EraseAsync(string id, CancellationToken cancellationToken);

    ValueTask<IReadOnlyList<string>> ListUnchangedSinceAsync(long moment, int max, CancellationToken cancellationToken);

    ValueTask<IReadOnlyList<SealedOutboxItem>> LeaseOutboxAsync(int max, long now, long until, CancellationToken cancellationToken);

    ValueTask CompleteOutboxAsync(long itemId, CancellationToken cancellationToken);

    ValueTask RetryOutboxAsync(long itemId, long due, CancellationToken cancellationToken);

    /// <returns>null when there is no such item.</returns>
    ValueTask<SealedPlace?> FindOutboxAsync(long itemId, CancellationToken cancellationToken);

    ValueTask UpdateOutboxAsync(long itemId, OutboxState state, long due, byte[] progress, CancellationToken cancellationToken);

    ValueTask ReleaseOutboxAsync(long now, CancellationToken cancellationToken);

    ValueTask<IReadOnlyList<OutboxCount>> CountOutboxAsync(CancellationToken cancellationToken);

    ValueTask<IReadOnlyList<MasterKeyProof>> ReadMasterKeysAsync(CancellationToken cancellationToken);

    /// <summary>Notes a master key; does nothing when it is there already.</summary>
    ValueTask AddMasterKeyAsync(MasterKeyProof proof, CancellationToken cancellationToken);

    /// <summary>Forgets every master key but one that no conversation is wrapped with.</summary>
    ValueTask RemoveUnusedMasterKeysAsync(string keep, CancellationToken cancellationToken);

    /// <summary>Data keys that are wrapped by another master key than this one.</summary>
    ValueTask<IReadOnlyList<OwnedKey>> ListWrappedByOthersAsync(string masterKeyId, int max, CancellationToken cancellationToken);

    /// <summary>Replaces the wrapping of data keys; one that is gone or another key by now (see <see cref="WrappedKey.Tag"/>) is left alone.</summary>
    ValueTask RewrapAsync(IReadOnlyList<OwnedKey> keys, CancellationToken cancellationToken);

    /// <summary>Conversations in the order of their id, after one id; null from the start.</summary>
    ValueTask<IReadOnlyList<ConversationCopy>> ExportAsync(string? afterId, int max, CancellationToken cancellationToken);

    /// <summary>Adds whole conversations in one transaction.</summary>
    ValueTask ImportAsync(IReadOnlyList<ConversationCopy> copies, CancellationToken cancellationToken);

    ValueTask<StorageCheck> CheckAsync(CancellationToken cancellationToken);

    /// <summary>Adds to the numbers that are there.</summary>
    ValueTask AddTalliesAsync(IReadOnlyList<Tally> tallies, CancellationToken cancellationToken);

    ValueTask<IReadOnlyList<Tally>> ReadTalliesAsync(DateOnly from, CancellationToken cancellationToken);
}

/// <param name="MasterKeyId">Which master key wraps it.</param>
/// <param name="Tag">Eight random bytes that name this data key; the same after a rotation, another after erase and create.</param>
/// <param name="Wrapped">The data key, sealed by the master key.</param>
internal sealed record WrappedKey(string MasterKeyId, byte[] Tag, byte[] Wrapped);

internal sealed record OwnedKey(string ConversationId, WrappedKey Key);

/// <param name="Proof">A fixed text sealed by the master key; shows that the key given at start-up is the one used before.</param>
internal sealed record MasterKeyProof(string Id, byte[] Proof);

internal sealed record SealedConversation(string Id, string Gemeente, long Version, long LastSequence, WrappedKey Key, byte[] Body, long Updated);

/// <param name="Key">The key all bytes are sealed with; stored when the turn creates the conversation, compared by tag otherwise.</param>
/// <param name="Activities">All activities of the turn in one sealed block.</param>
/// <param name="Count">How many activities that are.</param>
/// <param name="Dedupe">Hash of the dedupe key.</param>
/// <param name="At">UTC milliseconds since 1970.</param>
internal sealed record SealedTurn(
    string ConversationId,
    string Gemeente,
    long ExpectedVersion,
    WrappedKey Key,
    byte[] Body,
    byte[] Activities,
    int Count,
    byte[]? Dedupe,
    IReadOnlyList<SealedEffect> Outbox,
    long At);

internal sealed record SealedEffect(string Kind, string Key, byte[] Payload);

internal sealed record SealedTranscript(WrappedKey Key, IReadOnlyList<SealedActivities> Turns);

/// <param name="LastSequence">Sequence of the last activity of the turn; the first is <c>LastSequence - Count + 1</c>.</param>
internal sealed record SealedActivities(long Version, long LastSequence, int Count, byte[] Activities);

internal sealed record SealedOutboxItem(long Id, string ConversationId, WrappedKey DataKey, SealedEffect Effect, int Attempts, EffectStanding Standing);

/// <param name="Created">UTC milliseconds since 1970.</param>
/// <param name="Progress">Sealed; null when nothing was kept.</param>
internal sealed record EffectStanding(OutboxState State, long Created, byte[]? Progress);

/// <summary>See <see cref="OutboxPlace"/>.</summary>
internal sealed record SealedPlace(bool WaitsBehind, byte[]? Progress);

/// <param name="Oldest">Smallest <see cref="EffectStanding.Created"/> of this state.</param>
internal sealed record OutboxCount(OutboxState State, long Count, long Oldest);

/// <summary>Everything of one conversation, to bring it to another database.</summary>
internal sealed record ConversationCopy(SealedConversation Conversation, IReadOnlyList<TurnCopy> Turns, IReadOnlyList<EffectCopy> Outbox);

internal sealed record TurnCopy(SealedActivities Activities, byte[]? Dedupe);

internal sealed record EffectCopy(SealedEffect Effect, long Due, int Attempts, EffectStanding Standing);

/// <summary>What a look through the whole database found.</summary>
/// <param name="Problems">Empty when all is well; texts of the engine, without contents.</param>
public sealed record StorageCheck(long Conversations, long Turns, long Outbox, IReadOnlyList<string> Problems);
