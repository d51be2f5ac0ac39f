using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace KlachtHulp.Bot.Storage;

/// <param name="Hash">SHA-256 over everything that was moved, in hexadecimal; equal on both sides.</param>
public sealed record MoveReport(long Conversations, long Turns, long Outbox, string Hash);

/// <summary>Brings all conversations and counts from one database to another, for example from SQLite to PostgreSQL.</summary>
/// <remarks>Nobody may write to either side meanwhile. The bytes stay sealed: the target needs the same master keys.</remarks>
public static class StoreMove
{
    private const int Batch = 100;

    /// <exception cref="StorageSetupException">The target is not empty, lacks a master key, or differs afterwards.</exception>
    public static async Task<MoveReport> MoveAsync(ConversationStore source, ConversationStore target, CancellationToken cancellationToken)
    {
        if (await target.Engine.ExportAsync(null, 1, cancellationToken) is { Count: > 0 } || await target.ReadTalliesAsync(DateOnly.MinValue, cancellationToken) is { Count: > 0 })
        {
            throw new StorageSetupException("The target already holds conversations or counts; move into an empty database.");
        }

        await CheckKeysAsync(source, target, cancellationToken);
        await foreach (var batch in ReadBatchesAsync(source.Engine, cancellationToken))
        {
            await target.Engine.ImportAsync(batch, cancellationToken);
        }

        var tallies = await source.ReadTalliesAsync(DateOnly.MinValue, cancellationToken);
        await target.AddTalliesAsync(tallies, cancellationToken);
        var before = await DescribeAsync(source, cancellationToken);
        var after = await DescribeAsync(target, cancellationToken);
        return before == after && tallies.ToHashSet().SetEquals(await target.ReadTalliesAsync(DateOnly.MinValue, cancellationToken))
            ? after
            : throw new StorageSetupException($"The target differs from the source: {after} instead of {before}, or in its counts. Empty the target and move again.");
    }

    /// <summary>Counts and hashes everything; two stores with the same contents give the same report.</summary>
    public static async Task<MoveReport> DescribeAsync(ConversationStore store, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (conversations, turns, outbox) = (0L, 0L, 0L);
        await foreach (var copy in ReadAllAsync(store.Engine, cancellationToken))
        {
            conversations++;
            turns += copy.Turns.Count;
            outbox += copy.Outbox.Count;
            Append(hash, copy);
        }

        return new(conversations, turns, outbox, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    internal static async IAsyncEnumerable<ConversationCopy> ReadAllAsync(
        IStorageEngine engine, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in ReadBatchesAsync(engine, cancellationToken))
        {
            foreach (var copy in batch)
            {
                yield return copy;
            }
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<ConversationCopy>> ReadBatchesAsync(
        IStorageEngine engine, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? last = null;
        while (await engine.ExportAsync(last, Batch, cancellationToken) is { Count: > 0 } batch)
        {
            yield return batch;
            last = batch[^1].Conversation.Id;
        }
    }

    private static async Task CheckKeysAsync(ConversationStore source, ConversationStore target, CancellationToken cancellationToken)
    {
        foreach (var proof in await source.Engine.ReadMasterKeysAsync(cancellationToken))
        {
            if (!target.Recognises(proof))
            {
                throw new StorageSetupException($"The target is not configured with master key '{proof.Id}' of the source.");
            }

            await target.Engine.AddMasterKeyAsync(proof, cancellationToken);
        }
    }

    private static void Append(IncrementalHash hash, ConversationCopy copy)
    {
        var (conversation, key) = (copy.Conversation, copy.Conversation.Key);
        Append(hash, conversation.Id, conversation.Gemeente, key.MasterKeyId);
        Append(hash, conversation.Version, conversation.LastSequence, conversation.Updated);
        Append(hash, key.Tag, key.Wrapped, conversation.Body);
        foreach (var turn in copy.Turns)
        {
            Append(hash, turn.Activities.Version, turn.Activities.LastSequence, turn.Activities.Count);
            Append(hash, turn.Activities.Activities, turn.Dedupe ?? []);
        }

        foreach (var item in copy.Outbox)
        {
            Append(hash, item.Effect.Kind, item.Effect.Key);
            Append(hash, item.Due, item.Attempts);
            Append(hash, (long)item.Standing.State, item.Standing.Created);
            Append(hash, item.Effect.Payload, item.Standing.Progress ?? []);
        }
    }

    private static void Append(IncrementalHash hash, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            Append(hash, Encoding.UTF8.GetBytes(text));
        }
    }

    private static void Append(IncrementalHash hash, params ReadOnlySpan<byte[]> blocks)
    {
        foreach (var block in blocks)
        {
            Append(hash, block.Length);
            hash.AppendData(block);
        }
    }

    private static void Append(IncrementalHash hash, params ReadOnlySpan<long> numbers)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
            hash.AppendData(bytes);
        }
    }
}
