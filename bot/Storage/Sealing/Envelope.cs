using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KlachtHulp.Bot.Storage.Sealing;

/// <summary>Encryption at rest: AES-256-GCM under one random data key per conversation, itself sealed by a master key.</summary>
/// <remarks>
/// A sealed block is one format byte, a random nonce of 12 bytes, the cipher text and a tag of 16 bytes: 29 bytes more than its content.
/// What a block is (table, conversation, number) is authenticated with it, so a block that was moved elsewhere does not open.
/// </remarks>
internal sealed class Envelope(MasterKeys masterKeys)
{
    /// <summary>How much longer a sealed block is than its content, in bytes.</summary>
    public const int Overhead = 1 + NonceSize + TagSize;

    /// <summary>In bytes.</summary>
    internal const int TagSize = 16;

    private const int NonceSize = 12;
    private const byte Format = 1;
    private const string KeyTable = "key";

    public DataKey CreateKey(string conversationId)
    {
        var secret = RandomNumberGenerator.GetBytes(MasterKeys.Size);
        return new(secret, Wrap(secret, RandomNumberGenerator.GetBytes(8), conversationId));
    }

    /// <exception cref="CryptographicException">The master key is missing, or the block was changed.</exception>
    public DataKey Unwrap(string conversationId, WrappedKey wrapped)
    {
        var master = masterKeys.Find(wrapped.MasterKeyId)
            ?? throw new CryptographicException($"Master key '{wrapped.MasterKeyId}' is not configured.");
        return new(OpenWith(master, KeyTable, conversationId, 0, wrapped.Wrapped), wrapped);
    }

    /// <summary>The same data key, wrapped by the newest master key.</summary>
    public WrappedKey Rewrap(string conversationId, WrappedKey wrapped)
        => Wrap(Unwrap(conversationId, wrapped).Secret, wrapped.Tag, conversationId);

    public static byte[] Seal(DataKey key, string table, string conversationId, long number, ReadOnlySpan<byte> plain)
    {
        var cipher = key.Take();
        var block = SealWith(cipher, table, conversationId, number, plain);
        key.GiveBack(cipher);
        return block;
    }

    /// <exception cref="CryptographicException">The block was changed, moved, or sealed with another key.</exception>
    public static byte[] Open(DataKey key, string table, string conversationId, long number, byte[] block)
    {
        var cipher = key.Take();
        var plain = OpenWith(cipher, table, conversationId, number, block);
        key.GiveBack(cipher);
        return plain;
    }

    /// <summary>Shows which key belongs to the newest id, without giving it away.</summary>
    public MasterKeyProof ProveNewest()
    {
        var id = masterKeys.NewestId;
        var key = masterKeys.Find(id) ?? throw new CryptographicException($"Master key '{id}' is not configured.");
        return new(id, SealWith(key, "proof", id, 0, "KlachtHulp"u8));
    }

    /// <summary>Is the key that made this proof configured under the same id?</summary>
    public bool Recognises(MasterKeyProof proof)
    {
        if (masterKeys.Find(proof.Id) is not { } key)
        {
            return false;
        }

        try
        {
            return OpenWith(key, "proof", proof.Id, 0, proof.Proof).AsSpan().SequenceEqual("KlachtHulp"u8);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Tells the same text from another, and gives it away to nobody who has not got the newest master key.</summary>
    public byte[] Hash(string text)
    {
        var key = masterKeys.Find(masterKeys.NewestId) ?? throw new CryptographicException("The newest master key is not configured.");
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("hash|" + text))[..16];
    }

    private static byte[] SealWith(byte[] secret, string table, string owner, long number, ReadOnlySpan<byte> plain)
    {
        using var cipher = new AesGcm(secret, TagSize);
        return SealWith(cipher, table, owner, number, plain);
    }

    private static byte[] SealWith(AesGcm cipher, string table, string owner, long number, ReadOnlySpan<byte> plain)
    {
        var block = new byte[Overhead + plain.Length];
        block[0] = Format;
        var nonce = block.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        var label = ArrayPool<byte>.Shared.Rent(MaxLabel(table, owner));
        cipher.Encrypt(nonce, plain, block.AsSpan(1 + NonceSize, plain.Length), block.AsSpan(block.Length - TagSize), Label(label, table, owner, number));
        ArrayPool<byte>.Shared.Return(label);
        return block;
    }

    private static byte[] OpenWith(byte[] secret, string table, string owner, long number, byte[] block)
    {
        using var cipher = new AesGcm(secret, TagSize);
        return OpenWith(cipher, table, owner, number, block);
    }

    private static byte[] OpenWith(AesGcm cipher, string table, string owner, long number, byte[] block)
    {
        if (block.Length < Overhead || block[0] != Format)
        {
            throw new CryptographicException("Not a sealed block.");
        }

        var plain = new byte[block.Length - Overhead];
        var label = ArrayPool<byte>.Shared.Rent(MaxLabel(table, owner));
        cipher.Decrypt(
            block.AsSpan(1, NonceSize),
            block.AsSpan(1 + NonceSize, plain.Length),
            block.AsSpan(block.Length - TagSize),
            plain,
            Label(label, table, owner, number));
        ArrayPool<byte>.Shared.Return(label);
        return plain;
    }

    private static int MaxLabel(string table, string owner) => Encoding.UTF8.GetMaxByteCount(table.Length + owner.Length) + 24;

    private static ReadOnlySpan<byte> Label(byte[] room, string table, string owner, long number)
    {
        var length = Encoding.UTF8.GetBytes(table, room);
        room[length++] = (byte)'|';
        length += Encoding.UTF8.GetBytes(owner, room.AsSpan(length));
        room[length++] = (byte)'|';
        number.TryFormat(room.AsSpan(length), out var digits, provider: CultureInfo.InvariantCulture);
        return room.AsSpan(0, length + digits);
    }

    private WrappedKey Wrap(byte[] secret, byte[] tag, string conversationId)
    {
        var id = masterKeys.NewestId;
        var master = masterKeys.Find(id) ?? throw new CryptographicException($"Master key '{id}' is not configured.");
        return new(id, tag, SealWith(master, KeyTable, conversationId, 0, secret));
    }
}
