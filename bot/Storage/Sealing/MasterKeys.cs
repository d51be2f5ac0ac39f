namespace KlachtHulp.Bot.Storage.Sealing;

/// <summary>The keys that wrap the data keys. The last one wraps; the others only open what they wrapped before.</summary>
internal sealed class MasterKeys
{
    /// <summary>Bytes in a key: AES-256.</summary>
    public const int Size = 32;

    private readonly Dictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    /// <param name="keys">From old to new; at least one.</param>
    /// <exception cref="StorageSetupException">No key, a key of the wrong size, or one id twice.</exception>
    public MasterKeys(IReadOnlyList<(string Id, byte[] Key)> keys)
    {
        if (keys.Count == 0)
        {
            throw new StorageSetupException("There is no master key.");
        }

        foreach (var (id, key) in keys)
        {
            Add(id, key);
        }

        NewestId = keys[^1].Id;
    }

    public string NewestId { get; }

    /// <returns>null when this key is not configured (any more).</returns>
    public byte[]? Find(string id) => _keys.GetValueOrDefault(id);

    private void Add(string id, byte[] key)
    {
        if (id.Length is 0 or > 64 || key.Length != Size)
        {
            throw new StorageSetupException($"Master key '{id}' must have an id of 1 to 64 characters and exactly {Size} bytes.");
        }

        if (!_keys.TryAdd(id, key))
        {
            throw new StorageSetupException($"Master key '{id}' is configured twice.");
        }
    }
}
