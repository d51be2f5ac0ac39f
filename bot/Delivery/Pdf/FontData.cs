using System.Buffers.Binary;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>A piece of a font file. Reading outside it throws <see cref="InvalidDataException"/>, whatever the file claims.</summary>
internal readonly struct FontData(ReadOnlyMemory<byte> bytes)
{
    public int Length => bytes.Length;

    public ReadOnlySpan<byte> Span => bytes.Span;

    public int U16(long at) => BinaryPrimitives.ReadUInt16BigEndian(Bytes(at, 2));

    public int S16(long at) => BinaryPrimitives.ReadInt16BigEndian(Bytes(at, 2));

    public uint U32(long at) => BinaryPrimitives.ReadUInt32BigEndian(Bytes(at, 4));

    public string Tag(long at) => System.Text.Encoding.ASCII.GetString(Bytes(at, 4));

    public FontData Slice(long at, long length)
    {
        Check(at, length);
        return new FontData(bytes.Slice((int)at, (int)length));
    }

    private ReadOnlySpan<byte> Bytes(long at, int length)
    {
        Check(at, length);
        return bytes.Span.Slice((int)at, length);
    }

    private void Check(long at, long length)
    {
        if (at < 0 || length < 0 || at > bytes.Length - length)
        {
            throw new InvalidDataException($"The font wants {length} bytes at {at}, but there are {bytes.Length}.");
        }
    }
}
