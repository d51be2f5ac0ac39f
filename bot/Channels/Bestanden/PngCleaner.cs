using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;

namespace KlachtHulp.Bot.Channels.Bestanden;

/// <summary>Takes out of a PNG everything that is not needed to draw it: EXIF, texts, times, and what stands after the end.</summary>
/// <remarks>Source: W3C PNG (third edition), section 5 and 11.</remarks>
internal static class PngCleaner
{
    private const int Signature = 8;
    private const int Overhead = 12;

    private static readonly FrozenSet<string> Kept =
        FrozenSet.Create(StringComparer.Ordinal, "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs", "bKGD");

    /// <returns>null when it breaks off or does not begin as a PNG does.</returns>
    public static byte[]? Clean(ReadOnlySpan<byte> png)
    {
        using var clean = new MemoryStream(png.Length);
        clean.Write(png[..Signature]);
        var rest = png[Signature..];
        for (var first = true; rest.Length >= Overhead; first = false)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > (uint)(rest.Length - Overhead))
            {
                return null;
            }

            var type = Encoding.ASCII.GetString(rest.Slice(4, 4));
            if (first != (type == "IHDR"))
            {
                return null;
            }

            var chunk = rest[..((int)length + Overhead)];
            if (Kept.Contains(type))
            {
                clean.Write(chunk);
            }

            if (type == "IEND")
            {
                return clean.ToArray();
            }

            rest = rest[chunk.Length..];
        }

        return null;
    }
}
