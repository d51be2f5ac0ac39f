using System.Security.Cryptography;

namespace KlachtHulp.Bot.Storage.Sealing;

/// <summary>A data key in the clear, with the form in which it is stored.</summary>
internal sealed class DataKey(byte[] secret, WrappedKey wrapped)
{
    private AesGcm? _idle;

    public byte[] Secret => secret;

    public WrappedKey Wrapped => wrapped;

    /// <summary>A cipher under this key for one caller: setting one up takes longer than sealing a turn with it.</summary>
    public AesGcm Take() => Interlocked.Exchange(ref _idle, null) ?? new AesGcm(secret, Envelope.TagSize);

    /// <summary>Keeps the cipher for the next who needs one.</summary>
    public void GiveBack(AesGcm cipher) => Interlocked.Exchange(ref _idle, cipher)?.Dispose();
}
