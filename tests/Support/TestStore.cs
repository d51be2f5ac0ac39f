using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Tests.Support;

/// <summary>Conversations in memory, for tests of what stands above the store.</summary>
public sealed class TestStore : IConversationStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly List<Waiting> _outbox = [];
    private TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastItem;

    /// <summary>Called before each save, outside the lock: a test lets another writer in here, or a fault.</summary>
    public Func<TurnCommit, Task> BeforeSave { get; set; } = static _ => Task.CompletedTask;

    /// <summary>When set, every read fails with it.</summary>
    public Exception? Broken { get; set; }

    public int Saves { get; private set; }

    /// <summary>Told when a turn wrote effects.</summary>
    public OutboxSignal? Signal { get; set; }

    /// <summary>Returns when no effect waits any more.</summary>
    public Task OutboxEmptyAsync()
    {
        lock (_lock)
        {
            return _outbox.Count == 0 ? Task.CompletedTask : _empty.Task;
        }
    }

    public ValueTask<StoredConversation?> LoadAsync(string id, CancellationToken cancellationToken)
    {
        Check();
        lock (_lock)
        {
            return ValueTask.FromResult(_entries.TryGetValue(id, out var entry) ? entry.Conversation : null);
        }
    }

    public async ValueTask<SaveResult> SaveAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        Check();
        await BeforeSave(commit);
        lock (_lock)
        {
            return Save(commit);
        }
    }

    public ValueTask<IReadOnlyList<StoredActivity>> ReadActivitiesAsync(string id, long after, int max, CancellationToken cancellationToken)
    {
        Check();
        lock (_lock)
        {
            IReadOnlyList<StoredActivity> found = _entries.TryGetValue(id, out var entry)
                ? [.. entry.Activities.Where(activity => activity.Sequence > after).Take(max)] : [];
            return ValueTask.FromResult(found);
        }
    }

    public ValueTask EraseAsync(string id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _entries.Remove(id);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<string>> ListUnchangedSinceAsync(DateTimeOffset moment, int max, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<string>>([]);

    public ValueTask<IReadOnlyList<OutboxItem>> LeaseOutboxAsync(int max, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var due = _outbox.Where(one => one.Due <= now).Take(max).ToList();
            due.ForEach(one => one.Due = now + lease);
            return ValueTask.FromResult<IReadOnlyList<OutboxItem>>([.. due.Select(static one => one.Item)]);
        }
    }

    public ValueTask CompleteOutboxAsync(long itemId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _outbox.RemoveAll(one => one.Item.Id == itemId);
            if (_outbox.Count == 0)
            {
                _empty.TrySetResult();
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask RetryOutboxAsync(long itemId, DateTimeOffset due, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<OutboxPlace?> FindOutboxAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_outbox.Find(one => one.Item.Id == item.Id) is { Item: var now }
                ? new OutboxPlace(_outbox.Exists(one => one.Item.Id < now.Id && one.Item.ConversationId == now.ConversationId && one.Item.Kind == now.Kind), now.Progress)
                : null);
        }
    }

    public ValueTask UpdateOutboxAsync(OutboxItem item, OutboxState state, DateTimeOffset due, ReadOnlyMemory<byte> progress, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            foreach (var one in _outbox.Where(one => one.Item.Id == item.Id))
            {
                (one.Item, one.Due) = (one.Item with { Progress = progress, Attempts = one.Item.Attempts + 1 }, due);
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ReleaseOutboxAsync(DateTimeOffset now, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<OutboxSummary> ReadOutboxAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new OutboxSummary(0, 0, null));

    private SaveResult Save(TurnCommit commit)
    {
        var known = _entries.TryGetValue(commit.ConversationId, out var entry);
        if (known && commit.DedupeKey is { } key && entry!.Turns.TryGetValue(key, out var before))
        {
            return new SaveResult.Duplicate(before.First, before.Count);
        }

        if ((known ? entry!.Conversation.Version : 0) != commit.ExpectedVersion)
        {
            return new SaveResult.Conflict();
        }

        return new SaveResult.Saved(commit.ExpectedVersion + 1, Append(known ? entry! : New(commit), commit));
    }

    private Entry New(TurnCommit commit)
        => _entries[commit.ConversationId] = new Entry(new StoredConversation(commit.ConversationId, commit.Gemeente, 0, 0, commit.Body, commit.At));

    private long Append(Entry entry, TurnCommit commit)
    {
        Saves++;
        var first = entry.Conversation.LastSequence + 1;
        entry.Activities.AddRange(commit.Activities.Select((json, index) => new StoredActivity(first + index, json)));
        entry.Conversation = entry.Conversation with
        {
            Version = commit.ExpectedVersion + 1,
            LastSequence = entry.Activities.Count,
            Body = commit.Body,
            Updated = commit.At,
        };
        if (commit.DedupeKey is { } key)
        {
            entry.Turns[key] = (first, commit.Activities.Count);
        }

        Queue(commit);

        return first;
    }

    private void Queue(TurnCommit commit)
    {
        if (commit.Outbox.Count > 0 && _outbox.Count == 0)
        {
            _empty = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        foreach (var item in commit.Outbox)
        {
            _outbox.Add(new Waiting { Item = new OutboxItem(++_lastItem, commit.ConversationId, item.Kind, item.Key, item.Json, 0) { Created = commit.At }, Due = commit.At });
            Signal?.Set();
        }
    }

    private void Check()
    {
        if (Broken is { } problem)
        {
            throw problem;
        }
    }

    private sealed class Waiting
    {
        public required OutboxItem Item { get; set; }

        public DateTimeOffset Due { get; set; }
    }

    private sealed class Entry(StoredConversation conversation)
    {
        public StoredConversation Conversation { get; set; } = conversation;

        public List<StoredActivity> Activities { get; } = [];

        public Dictionary<string, (long First, int Count)> Turns { get; } = new(StringComparer.Ordinal);
    }
}
