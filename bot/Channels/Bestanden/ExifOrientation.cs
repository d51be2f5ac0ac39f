using System.Buffers.Binary;

namespace KlachtHulp.Bot.Channels.Bestanden;

/// <summary>The one thing of EXIF that is kept: which way up a photo is.</summary>
/// <remarks>Source: CIPA DC-008 (Exif), tag 0x0112.</remarks>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const int Entry = 12;

    /// <param name="content">Of an APP1 segment.</param>
    /// <returns>1 to 8; null when the segment does not say.</returns>
    public static byte? Read(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith("Exif\0\0"u8) || content.Length < 14)
        {
            return null;
        }

        var tiff = content[6..];
        var little = tiff[0] == (byte)'I';
        var directory = Number32(tiff[4..], little);
        if (directory > tiff.Length - 2)
        {
            return null;
        }

        var entries = tiff[(int)directory..];
        var count = Math.Min(Number16(entries, little), (entries.Length - 2) / Entry);
        for (var index = 0; index < count; index++)
        {
            var entry = entries.Slice(2 + (index * Entry), Entry);
            if (Number16(entry, little) == Tag && Number16(entry[8..], little) is >= 1 and <= 8 and var found)
            {
                return (byte)found;
            }
        }

        return null;
    }

    /// <summary>A whole APP1 segment that says nothing else.</summary>
    public static byte[] Segment(byte orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8,
        (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static ushort Number16(ReadOnlySpan<byte> bytes, bool little)
        => little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Number32(ReadOnlySpan<byte> bytes, bool little)
        => little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
