using System.Buffers.Binary;

namespace KlachtHulp.Bot.Channels.Bestanden;

/// <summary>Takes out of a JPEG what its camera and programs wrote in it: place, time, make, thumbnails, comments, and what stands after the end.</summary>
/// <remarks>
/// Source: ITU-T T.81, annex B. The picture itself is copied byte for byte. Which way up it is stays, because most photos of letters would lie on their side without.
/// </remarks>
internal static class JpegCleaner
{
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App2 = 0xE2;
    private const byte App14 = 0xEE;
    private const byte App15 = 0xEF;
    private const byte Comment = 0xFE;

    /// <returns>null when it breaks off before its end.</returns>
    public static byte[]? Clean(ReadOnlySpan<byte> jpeg)
    {
        using var clean = new MemoryStream(jpeg.Length);
        clean.Write([0xFF, Start]);
        var rest = jpeg[2..];
        while (Marker(ref rest) is { } marker)
        {
            if (marker == End)
            {
                clean.Write([0xFF, End]);
                return clean.ToArray();
            }

            if (rest.Length < 2 || BinaryPrimitives.ReadUInt16BigEndian(rest) is var length && (length < 2 || length > rest.Length))
            {
                return null;
            }

            Write(clean, marker, rest[..length]);
            rest = rest[length..];
            if (marker == Scan)
            {
                var drawn = DrawnLength(rest);
                clean.Write(rest[..drawn]);
                rest = rest[drawn..];
            }
        }

        return null;
    }

    /// <summary>Reads a marker; bytes 0xFF before it are filling.</summary>
    private static byte? Marker(ref ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 2 || rest[0] != 0xFF)
        {
            return null;
        }

        var name = rest.IndexOfAnyExcept((byte)0xFF);
        if (name < 0 || rest[name] is 0x00 or Start)
        {
            return null;
        }

        var marker = rest[name];
        rest = rest[(name + 1)..];
        return marker;
    }

    private static void Write(MemoryStream clean, byte marker, ReadOnlySpan<byte> segment)
    {
        if (marker == App1 && ExifOrientation.Read(segment[2..]) is { } orientation and not 1)
        {
            clean.Write(ExifOrientation.Segment(orientation));
        }

        if (IsNeeded(marker, segment[2..]))
        {
            clean.Write([0xFF, marker]);
            clean.Write(segment);
        }
    }

    /// <summary>Of the segments of programs only those that say how to read the colours.</summary>
    private static bool IsNeeded(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        App0 => content.StartsWith("JFIF\0"u8),
        App2 => content.StartsWith("ICC_PROFILE\0"u8),
        App14 => content.StartsWith("Adobe"u8),
        >= App1 and <= App15 or Comment => false,
        _ => true,
    };

    /// <summary>How long the picture goes on: up to a marker that is not part of it.</summary>
    private static int DrawnLength(ReadOnlySpan<byte> rest)
    {
        var at = 0;
        while (rest[at..].IndexOf((byte)0xFF) is var next and >= 0)
        {
            at += next;
            if (at + 1 >= rest.Length)
            {
                return rest.Length;
            }

            if (rest[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at += rest[at + 1] == 0xFF ? 1 : 2;
        }

        return rest.Length;
    }
}
