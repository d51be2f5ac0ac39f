namespace KlachtHulp.Bot.Storage.Sealing;

/// <summary>Keeps the master keys and the database in step.</summary>
internal static class KeyRotation
{
    private const int Batch = 500;

    /// <summary>Refuses keys that would leave conversations unreadable, and notes the newest key before anything is wrapped with it.</summary>
    /// <exception cref="StorageSetupException">A key that is in use is missing or different.</exception>
    public static async ValueTask CheckAsync(IStorageEngine engine, Envelope envelope, CancellationToken cancellationToken)
    {
        foreach (var proof in await engine.ReadMasterKeysAsync(cancellationToken))
        {
            if (!envelope.Recognises(proof))
            {
                throw new StorageSetupException($"The database is sealed with master key '{proof.Id}', which is missing or different in the configuration.");
            }
        }

        await engine.AddMasterKeyAsync(envelope.ProveNewest(), cancellationToken);
    }

    public static async ValueTask<int> RunAsync(IStorageEngine engine, Envelope envelope, CancellationToken cancellationToken)
    {
        var newest = envelope.ProveNewest().Id;
        var total = 0;
        while (await engine.ListWrappedByOthersAsync(newest, Batch, cancellationToken) is { Count: > 0 } keys)
        {
            await engine.RewrapAsync([.. keys.Select(key => key with { Key = envelope.Rewrap(key.ConversationId, key.Key) })], cancellationToken);
            total += keys.Count;
        }

        await engine.RemoveUnusedMasterKeysAsync(newest, cancellationToken);
        return total;
    }
}
