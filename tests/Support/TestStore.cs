using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Tests.Support;

/// <summary>Conversations in memory, for tests of what stands above the store.</summary>
public sealed class TestStore : IConversationStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Called before each save, outside the lock: a test lets another writer in here, or a fault.</summary>
    public Func<TurnCommit, Task> BeforeSave { get; set; } = static _ => Task.CompletedTask;

    /// <summary>When set, every read fails with it.</summary>
    public Exception? Broken { get; set; }

    public int Saves { get; private set; }

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
        => ValueTask.FromResult<IReadOnlyList<OutboxItem>>([]);

    public ValueTask CompleteOutboxAsync(long itemId, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask RetryOutboxAsync(long itemId, DateTimeOffset due, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask UpdateOutboxAsync(OutboxItem item, OutboxState state, DateTimeOffset due, ReadOnlyMemory<byte> progress, CancellationToken cancellationToken)
        => ValueTask.CompletedTask;

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

        return first;
    }

    private void Check()
    {
        if (Broken is { } problem)
        {
            throw problem;
        }
    }

    private sealed class Entry(StoredConversation conversation)
    {
        public StoredConversation Conversation { get; set; } = conversation;

        public List<StoredActivity> Activities { get; } = [];

        public Dictionary<string, (long First, int Count)> Turns { get; } = new(StringComparer.Ordinal);
    }
}
