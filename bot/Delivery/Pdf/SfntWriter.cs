using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>Puts tables together into a font file.</summary>
internal static class SfntWriter
{
    private const uint WholeFileSum = 0xB1B0AFBA;

    public static byte[] Write(SortedDictionary<string, byte[]> tables)
    {
        var head = tables["head"];
        head.AsSpan(8, 4).Clear();
        var file = new byte[12 + (16 * tables.Count) + tables.Values.Sum(static t => Padded(t.Length))];
        WriteHeader(file, tables.Count);
        var (entry, at, headAt) = (12, 12 + (16 * tables.Count), 0);
        foreach (var (tag, bytes) in tables)
        {
            headAt = tag == "head" ? at : headAt;
            bytes.CopyTo(file, at);
            Encoding.ASCII.GetBytes(tag, file.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), Sum(file.AsSpan(at, Padded(bytes.Length))));
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 8), at);
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 12), bytes.Length);
            (entry, at) = (entry + 16, at + Padded(bytes.Length));
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(headAt + 8), WholeFileSum - Sum(file));
        return file;
    }

    private static void WriteHeader(Span<byte> file, int count)
    {
        var power = BitOperations.Log2((uint)count);
        BinaryPrimitives.WriteInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteInt16BigEndian(file[4..], (short)count);
        BinaryPrimitives.WriteInt16BigEndian(file[6..], (short)(16 << power));
        BinaryPrimitives.WriteInt16BigEndian(file[8..], (short)power);
        BinaryPrimitives.WriteInt16BigEndian(file[10..], (short)((16 * count) - (16 << power)));
    }

    private static int Padded(int length) => (length + 3) / 4 * 4;

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var i = 0; i < bytes.Length; i += 4)
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]);
        }

        return sum;
    }
}
