using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using KlachtHulp.Bot.Storage.Memory;
using KlachtHulp.Bot.Storage.Sealing;
using KlachtHulp.Bot.Storage.Sqlite;

namespace KlachtHulp.Bot.Storage;

/// <summary>The store on any engine: seals what goes in, opens what comes out, and tells the feed what was written.</summary>
/// <remarks>In the clear stay: conversation id, gemeente, versions, sequences, moments, kind and key of outbox items, and a hash of dedupe keys.</remarks>
public sealed partial class ConversationStore : IConversationStore, IAsyncDisposable
{
    private const string BodyTable = "conversation";
    private const string TurnTable = "turn";
    private const string OutboxTable = "outbox:";
    private const string ProgressTable = "outbox-progress:";

    private readonly Envelope _envelope;
    private readonly ConversationFeed _feed;
    private readonly DataKeyCache _keys = new();
    private int _closed;

    private ConversationStore(IStorageEngine engine, MasterKeys masterKeys, ConversationFeed feed)
    {
        Engine = engine;
        _envelope = new(masterKeys);
        _feed = feed;
    }

    internal IStorageEngine Engine { get; }

    /// <summary>Remembers apart from the database what was erased; null where nothing can be kept apart.</summary>
    internal Wislijst? Wislijst { get; init; }

    internal bool Recognises(MasterKeyProof proof) => _envelope.Recognises(proof);

    /// <summary>A store that forgets everything when the process ends; for trying out and for tests.</summary>
    public static ConversationStore InMemory(ConversationFeed? feed = null)
        => new(new MemoryEngine(), new([("geheugen", RandomNumberGenerator.GetBytes(MasterKeys.Size))]), feed ?? new());

    /// <param name="engine">Belongs to the store from then on; when this throws it still belongs to the caller.</param>
    /// <exception cref="StorageSetupException">The database was sealed with a master key that is not configured, or is another one now.</exception>
    internal static async Task<ConversationStore> OpenAsync(
        IStorageEngine engine, MasterKeys masterKeys, ConversationFeed feed, CancellationToken cancellationToken, Wislijst? wislijst = null)
    {
        var store = new ConversationStore(engine, masterKeys, feed) { Wislijst = wislijst };
        await KeyRotation.CheckAsync(engine, store._envelope, cancellationToken);
        if (wislijst is not null)
        {
            await wislijst.ReplayAsync(engine, cancellationToken);
        }

        return store;
    }

    public async ValueTask<StoredConversation?> LoadAsync(string id, CancellationToken cancellationToken)
    {
        if (await Engine.LoadAsync(id, cancellationToken) is not { } found)
        {
            return null;
        }

        var body = Envelope.Open(KeyOf(id, found.Key), BodyTable, id, found.Version, found.Body);
        return new(id, found.Gemeente, found.Version, found.LastSequence, body, DateTimeOffset.FromUnixTimeMilliseconds(found.Updated));
    }

    public async ValueTask<SaveResult> SaveAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        var id = commit.ConversationId;
        var key = commit.ExpectedVersion == 0 ? _envelope.CreateKey(id) : _keys.Find(id) ?? await LoadKeyAsync(id, cancellationToken);
        if (key is null)
        {
            return new SaveResult.Conflict();
        }

        var result = await Engine.SaveAsync(SealTurn(commit, key), cancellationToken);
        switch (result)
        {
            case SaveResult.Saved:
                _keys.Add(id, key);
                _feed.Publish(id);
                if (commit.Outbox.Count > 0)
                {
                    _feed.Outbox.Set();
                }

                break;
            case SaveResult.Conflict:
                _keys.Remove(id);
                break;
        }

        return result;
    }

    public async ValueTask<IReadOnlyList<StoredActivity>> ReadActivitiesAsync(string id, long after, int max, CancellationToken cancellationToken)
    {
        if (max <= 0 || await Engine.ReadTranscriptAsync(id, after, max, cancellationToken) is not { Turns.Count: > 0 } transcript)
        {
            return [];
        }

        var key = KeyOf(id, transcript.Key);
        return [.. transcript.Turns.SelectMany(turn => OpenTurn(key, id, turn)).Where(activity => activity.Sequence > after).Take(max)];
    }

    public async ValueTask EraseAsync(string id, CancellationToken cancellationToken)
    {
        if (Wislijst is { } list)
        {
            list.Add(id, (await Engine.LoadAsync(id, cancellationToken))?.Key);
        }

        await Engine.EraseAsync(id, cancellationToken);
        _keys.Remove(id);
        _feed.Publish(id);
    }

    public ValueTask<IReadOnlyList<string>> ListUnchangedSinceAsync(DateTimeOffset moment, int max, CancellationToken cancellationToken)
        => Engine.ListUnchangedSinceAsync(moment.ToUnixTimeMilliseconds(), max, cancellationToken);

    /// <summary>Wraps every data key with the newest master key and forgets the older ones. Safe to repeat and while turns go on.</summary>
    /// <returns>How many data keys were wrapped anew.</returns>
    public ValueTask<int> RotateKeysAsync(CancellationToken cancellationToken) => KeyRotation.RunAsync(Engine, _envelope, cancellationToken);

    /// <summary>A consistent copy of a live SQLite database in one file, without the master keys: keep those elsewhere.</summary>
    /// <param name="path">The file to make; it must not exist.</param>
    /// <exception cref="NotSupportedException">The engine has its own tools for this (PostgreSQL: pg_basebackup, pg_dump).</exception>
    public Task BackupAsync(string path, CancellationToken cancellationToken) => Engine is SqliteEngine sqlite
        ? sqlite.BackupAsync(path, cancellationToken)
        : throw new NotSupportedException("Only SQLite is backed up by this program.");

    /// <summary>Reads the whole database and opens every seal; slow.</summary>
    public async ValueTask<StorageCheck> CheckAsync(CancellationToken cancellationToken)
    {
        var check = await Engine.CheckAsync(cancellationToken);
        var problems = new List<string>(check.Problems);
        await foreach (var copy in StoreMove.ReadAllAsync(Engine, cancellationToken))
        {
            try
            {
                OpenAll(copy);
            }
            catch (Exception damage) when (damage is CryptographicException or InvalidDataException)
            {
                problems.Add($"Conversation {copy.Conversation.Id} cannot be opened: {damage.Message}");
            }
        }

        return check with { Problems = problems };
    }

    /// <summary>Writes what waits and closes; a second time does nothing.</summary>
    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _closed, 1) == 0 ? Engine.DisposeAsync() : ValueTask.CompletedTask;

    private static SealedTurn SealTurn(TurnCommit commit, DataKey key)
    {
        var id = commit.ConversationId;
        var version = commit.ExpectedVersion + 1;
        return new(
            id,
            commit.Gemeente,
            commit.ExpectedVersion,
            key.Wrapped,
            Envelope.Seal(key, BodyTable, id, version, commit.Body.Span),
            SealActivities(key, id, version, commit.Activities),
            commit.Activities.Count,
            commit.DedupeKey is null ? null : SHA256.HashData(Encoding.UTF8.GetBytes(commit.DedupeKey))[..16],
            [.. commit.Outbox.DistinctBy(static item => item.Key, StringComparer.Ordinal).Select(item => SealEffect(item, id, key))],
            commit.At.ToUnixTimeMilliseconds());
    }

    private static byte[] SealActivities(DataKey key, string id, long version, IReadOnlyList<ReadOnlyMemory<byte>> activities)
    {
        var size = ActivityBlock.Size(activities);
        var room = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            ActivityBlock.Join(activities, room);
            return Envelope.Seal(key, TurnTable, id, version, room.AsSpan(0, size));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room, clearArray: true);
        }
    }

    private static SealedEffect SealEffect(NewOutboxItem item, string id, DataKey key)
        => new(item.Kind, item.Key, Envelope.Seal(key, OutboxTable + item.Key, id, 0, item.Json.Span));

    private static IEnumerable<StoredActivity> OpenTurn(DataKey key, string id, SealedActivities turn)
    {
        var block = Envelope.Open(key, TurnTable, id, turn.Version, turn.Activities);
        return ActivityBlock.Split(block).Select((json, index) => new StoredActivity(turn.LastSequence - turn.Count + 1 + index, json));
    }

    private void OpenAll(ConversationCopy copy)
    {
        var (id, version) = (copy.Conversation.Id, copy.Conversation.Version);
        var key = _envelope.Unwrap(id, copy.Conversation.Key);
        Envelope.Open(key, BodyTable, id, version, copy.Conversation.Body);
        foreach (var turn in copy.Turns)
        {
            if (OpenTurn(key, id, turn.Activities).Count() != turn.Activities.Count)
            {
                throw new InvalidDataException("A turn has another number of activities than it says.");
            }
        }

        foreach (var item in copy.Outbox)
        {
            Envelope.Open(key, OutboxTable + item.Effect.Key, id, 0, item.Effect.Payload);
            if (item.Standing.Progress is { } progress)
            {
                Envelope.Open(key, ProgressTable + item.Effect.Key, id, 0, progress);
            }
        }
    }

    private async ValueTask<DataKey?> LoadKeyAsync(string id, CancellationToken cancellationToken)
        => await Engine.LoadAsync(id, cancellationToken) is { } found ? KeyOf(id, found.Key) : null;

    private DataKey KeyOf(string id, WrappedKey wrapped)
    {
        if (_keys.Find(id) is { } known && known.Wrapped.Tag.AsSpan().SequenceEqual(wrapped.Tag))
        {
            return known;
        }

        var key = _envelope.Unwrap(id, wrapped);
        _keys.Add(id, key);
        return key;
    }
}
