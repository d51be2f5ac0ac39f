namespace KlachtHulp.Bot.Storage.Memory;

/// <summary>Keeps everything in memory, under one lock. What it holds is sealed all the same, so that every engine takes the same road.</summary>
internal sealed class MemoryEngine : IStorageEngine
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Row> _rows = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, Effect> _outbox = [];
    private readonly Dictionary<string, MasterKeyProof> _masterKeys = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(DateOnly Day, string Name, string Label), long> _tallies = [];
    private long _lastItem;

    private IEnumerable<SealedConversation> Conversations => _rows.Values.Select(static row => row.Conversation);

    public ValueTask<SealedConversation?> LoadAsync(string id, CancellationToken cancellationToken)
        => Locked(() => _rows.GetValueOrDefault(id)?.Conversation);

    public ValueTask<SaveResult> SaveAsync(SealedTurn turn, CancellationToken cancellationToken) => Locked(() => Save(turn));

    public ValueTask<SealedTranscript?> ReadTranscriptAsync(string id, long after, int max, CancellationToken cancellationToken)
        => Locked(() => _rows.GetValueOrDefault(id) is { } row ? new SealedTranscript(row.Conversation.Key, [.. row.After(after).Take(max)]) : null);

    public ValueTask EraseAsync(string id, CancellationToken cancellationToken) => Locked(() =>
    {
        _rows.Remove(id);
        foreach (var item in _outbox.Where(item => item.Value.ConversationId == id).ToList())
        {
            _outbox.Remove(item.Key);
        }
    });

    public ValueTask<IReadOnlyList<string>> ListUnchangedSinceAsync(long moment, int max, CancellationToken cancellationToken)
        => Locked<IReadOnlyList<string>>(() =>
            [.. Conversations.Where(row => row.Updated < moment && !row.Id.StartsWith(StoredConversation.Kept, StringComparison.Ordinal) && _outbox.Values.All(item => item.ConversationId != row.Id)).OrderBy(static row => row.Updated).Take(max).Select(static row => row.Id)]);

    public ValueTask<IReadOnlyList<SealedOutboxItem>> LeaseOutboxAsync(int max, long now, long until, CancellationToken cancellationToken)
        => Locked<IReadOnlyList<SealedOutboxItem>>(() =>
        {
            var due = _outbox.Where(item => item.Value.Due <= now).OrderBy(static item => item.Value.Due).Take(max).ToList();
            return [.. due.Select(item => Lease(item.Key, item.Value, until))];
        });

    public ValueTask CompleteOutboxAsync(long itemId, CancellationToken cancellationToken) => Locked(() => { _outbox.Remove(itemId); });

    public ValueTask RetryOutboxAsync(long itemId, long due, CancellationToken cancellationToken) => Locked(() =>
    {
        if (_outbox.TryGetValue(itemId, out var item))
        {
            _outbox[itemId] = item with { Due = due };
        }
    });

    public ValueTask<SealedPlace?> FindOutboxAsync(long itemId, CancellationToken cancellationToken) => Locked(() => !_outbox.TryGetValue(itemId, out var item) ? null : new SealedPlace(
        _outbox.Any(other => other.Key < itemId && other.Value.ConversationId == item.ConversationId && other.Value.Sealed.Kind == item.Sealed.Kind && other.Value.Standing.State == OutboxState.Waiting),
        item.Standing.Progress));

    public ValueTask UpdateOutboxAsync(long itemId, OutboxState state, long due, byte[] progress, CancellationToken cancellationToken) => Locked(() =>
    {
        if (_outbox.TryGetValue(itemId, out var item))
        {
            _outbox[itemId] = item with { Due = due, Standing = item.Standing with { State = state, Progress = progress } };
        }
    });

    public ValueTask ReleaseOutboxAsync(long now, CancellationToken cancellationToken) => Locked(() =>
    {
        foreach (var (id, item) in _outbox.Where(static item => item.Value.Standing.State == OutboxState.Parked).ToList())
        {
            _outbox[id] = item with { Due = now };
        }
    });

    public ValueTask<IReadOnlyList<OutboxCount>> CountOutboxAsync(CancellationToken cancellationToken)
        => Locked<IReadOnlyList<OutboxCount>>(() =>
            [.. _outbox.Values.GroupBy(static item => item.Standing.State)
                .Select(static group => new OutboxCount(group.Key, group.Count(), group.Min(static item => item.Standing.Created)))]);

    public ValueTask<IReadOnlyList<MasterKeyProof>> ReadMasterKeysAsync(CancellationToken cancellationToken)
        => Locked<IReadOnlyList<MasterKeyProof>>(() => [.. _masterKeys.Values]);

    public ValueTask AddMasterKeyAsync(MasterKeyProof proof, CancellationToken cancellationToken)
        => Locked(() => { _masterKeys.TryAdd(proof.Id, proof); });

    public ValueTask RemoveUnusedMasterKeysAsync(string keep, CancellationToken cancellationToken) => Locked(() =>
    {
        var used = Conversations.Select(static row => row.Key.MasterKeyId).Append(keep).ToHashSet(StringComparer.Ordinal);
        foreach (var id in _masterKeys.Keys.Where(id => !used.Contains(id)).ToList())
        {
            _masterKeys.Remove(id);
        }
    });

    public ValueTask<IReadOnlyList<OwnedKey>> ListWrappedByOthersAsync(string masterKeyId, int max, CancellationToken cancellationToken)
        => Locked<IReadOnlyList<OwnedKey>>(() =>
            [.. Conversations.Where(row => row.Key.MasterKeyId != masterKeyId).Take(max).Select(static row => new OwnedKey(row.Id, row.Key))]);

    public ValueTask RewrapAsync(IReadOnlyList<OwnedKey> keys, CancellationToken cancellationToken) => Locked(() =>
    {
        foreach (var (id, key) in keys)
        {
            if (_rows.TryGetValue(id, out var row) && row.Conversation.Key.Tag.AsSpan().SequenceEqual(key.Tag))
            {
                row.Conversation = row.Conversation with { Key = key };
            }
        }
    });

    public ValueTask<IReadOnlyList<ConversationCopy>> ExportAsync(string? afterId, int max, CancellationToken cancellationToken)
        => Locked<IReadOnlyList<ConversationCopy>>(() =>
            [.. _rows.Values.Where(row => afterId is null || string.CompareOrdinal(row.Conversation.Id, afterId) > 0).Take(max).Select(CopyOf)]);

    public ValueTask ImportAsync(IReadOnlyList<ConversationCopy> copies, CancellationToken cancellationToken) => Locked(() =>
    {
        foreach (var copy in copies)
        {
            _rows.Add(copy.Conversation.Id, new Row(copy.Conversation, [.. copy.Turns]));
            foreach (var item in copy.Outbox)
            {
                _outbox.Add(++_lastItem, new(copy.Conversation.Id, item.Effect, item.Due, item.Attempts, item.Standing));
            }
        }
    });

    public ValueTask<StorageCheck> CheckAsync(CancellationToken cancellationToken)
        => Locked(() => new StorageCheck(_rows.Count, _rows.Values.Sum(static row => (long)row.Turns.Count), _outbox.Count, []));

    public ValueTask AddTalliesAsync(IReadOnlyList<Tally> tallies, CancellationToken cancellationToken) => Locked(() =>
    {
        foreach (var (day, name, label, count) in tallies)
        {
            _tallies[(day, name, label)] = _tallies.GetValueOrDefault((day, name, label)) + count;
        }
    });

    public ValueTask<IReadOnlyList<Tally>> ReadTalliesAsync(DateOnly from, CancellationToken cancellationToken) => Locked<IReadOnlyList<Tally>>(() =>
        [.. _tallies.Where(pair => pair.Key.Day >= from).Select(static pair => new Tally(pair.Key.Day, pair.Key.Name, pair.Key.Label, pair.Value))]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private SaveResult Save(SealedTurn turn)
    {
        var row = _rows.GetValueOrDefault(turn.ConversationId);
        if (turn.Dedupe is not null && row?.Turns.Find(other => turn.Dedupe.AsSpan().SequenceEqual(other.Dedupe)) is { Activities: var first })
        {
            return new SaveResult.Duplicate(first.LastSequence - first.Count + 1, first.Count);
        }

        var otherKey = row is not null && !row.Conversation.Key.Tag.AsSpan().SequenceEqual(turn.Key.Tag);
        if (otherKey || (row?.Conversation.Version ?? 0) != turn.ExpectedVersion)
        {
            return new SaveResult.Conflict();
        }

        Queue(turn);
        var last = (row?.Conversation.LastSequence ?? 0) + turn.Count;
        var version = turn.ExpectedVersion + 1;
        var key = row?.Conversation.Key ?? turn.Key;
        row ??= _rows[turn.ConversationId] = new Row(new(turn.ConversationId, turn.Gemeente, 0, 0, key, [], 0), []);
        row.Conversation = new(turn.ConversationId, turn.Gemeente, version, last, key, turn.Body, turn.At);
        row.Turns.Add(new(new(version, last, turn.Count, turn.Activities), turn.Dedupe));
        return new SaveResult.Saved(version, last - turn.Count + 1);
    }

    private void Queue(SealedTurn turn)
    {
        var known = _outbox.Values.ToLookup(static item => item.Sealed.Key, static item => item.ConversationId, StringComparer.Ordinal);
        if (turn.Outbox.Any(item => known[item.Key].Any(owner => owner != turn.ConversationId)))
        {
            throw new InvalidOperationException("Another conversation has an outbox item with this key.");
        }

        foreach (var item in turn.Outbox.Where(item => !known.Contains(item.Key)).DistinctBy(static item => item.Key, StringComparer.Ordinal))
        {
            _outbox.Add(++_lastItem, new(turn.ConversationId, item, turn.At, 0, new(OutboxState.Waiting, turn.At, null)));
        }
    }

    private SealedOutboxItem Lease(long id, Effect item, long until)
    {
        _outbox[id] = item with { Due = until, Attempts = item.Attempts + 1 };
        var key = _rows[item.ConversationId].Conversation.Key;
        return new(id, item.ConversationId, key, item.Sealed, item.Attempts, item.Standing);
    }

    private ConversationCopy CopyOf(Row row) => new(
        row.Conversation,
        [.. row.Turns],
        [
            .. _outbox.Values
                .Where(item => item.ConversationId == row.Conversation.Id)
                .OrderBy(static item => item.Sealed.Key, StringComparer.Ordinal)
                .Select(static item => new EffectCopy(item.Sealed, item.Due, item.Attempts, item.Standing)),
        ]);

    private ValueTask<T> Locked<T>(Func<T> work)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(work());
        }
    }

    private ValueTask Locked(Action work)
    {
        lock (_lock)
        {
            work();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Row(SealedConversation conversation, List<TurnCopy> turns)
    {
        public SealedConversation Conversation { get; set; } = conversation;

        public List<TurnCopy> Turns { get; } = turns;

        public IEnumerable<SealedActivities> After(long sequence)
            => Turns.Select(static turn => turn.Activities).Where(turn => turn.LastSequence > sequence && turn.Count > 0);
    }

    private sealed record Effect(string ConversationId, SealedEffect Sealed, long Due, int Attempts, EffectStanding Standing);
}
