using System.Buffers.Binary;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>Writes the used part of a font as a TrueType file of its own, with the glyphs renumbered.</summary>
internal static class SubsetFile
{
    private const int ArgumentsAreWords = 0x1;
    private const int HasScale = 0x8;
    private const int MoreComponents = 0x20;
    private const int HasTwoScales = 0x40;
    private const int HasMatrix = 0x80;

    /// <param name="glyphs">Glyph of the font for each number, from 0 up; what they are composed of is added behind them.</param>
    /// <exception cref="InvalidDataException">An outline is damaged.</exception>
    public static byte[] Write(TrueTypeFont font, IEnumerable<int> glyphs)
    {
        var order = glyphs.ToList();
        var outlines = Outlines(font, order);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["head"] = font.Table("head").Slice(0, 54).Span.ToArray(),
            ["hhea"] = font.Table("hhea").Slice(0, 36).Span.ToArray(),
            ["maxp"] = font.Table("maxp").Span.ToArray(),
            ["hmtx"] = Metrics(font, order),
            ["loca"] = Offsets(outlines),
            ["glyf"] = [.. outlines.SelectMany(static o => o)],
        };
        foreach (var tag in (ReadOnlySpan<string>)["cvt ", "fpgm", "prep"])
        {
            if (font.HasTable(tag))
            {
                tables[tag] = font.Table(tag).Span.ToArray();
            }
        }

        BinaryPrimitives.WriteInt16BigEndian(tables["head"].AsSpan(50), 1);
        BinaryPrimitives.WriteUInt16BigEndian(tables["hhea"].AsSpan(34), (ushort)order.Count);
        BinaryPrimitives.WriteUInt16BigEndian(tables["maxp"].AsSpan(4), (ushort)order.Count);
        return SfntWriter.Write(tables);
    }

    private static List<byte[]> Outlines(TrueTypeFont font, List<int> order)
    {
        var numbers = new Dictionary<int, int>();
        for (var i = 0; i < order.Count; i++)
        {
            numbers.TryAdd(order[i], i);
        }

        var outlines = new List<byte[]>();
        for (var i = 0; i < order.Count; i++)
        {
            var outline = font.Outline(order[i]).Span.ToArray();
            if (outline.Length >= 2 && BinaryPrimitives.ReadInt16BigEndian(outline) < 0)
            {
                Renumber(font, outline, order, numbers);
            }

            outlines.Add([.. outline, .. new byte[(4 - (outline.Length % 4)) % 4]]);
        }

        return outlines;
    }

    /// <summary>Points the parts of a composed glyph at their new numbers; a part met for the first time joins the end of the order.</summary>
    private static void Renumber(TrueTypeFont font, byte[] outline, List<int> order, Dictionary<int, int> numbers)
    {
        var data = new FontData(outline);
        int at = 10, flags;
        do
        {
            flags = data.U16(at);
            var part = data.U16(at + 2);
            if (part >= font.GlyphCount)
            {
                throw new InvalidDataException($"A glyph is composed of glyph {part}, and there are {font.GlyphCount}.");
            }

            if (!numbers.TryGetValue(part, out var number))
            {
                numbers[part] = number = order.Count;
                order.Add(part);
            }

            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), (ushort)number);
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2) + ScaleLength(flags);
        }
        while ((flags & MoreComponents) != 0);
    }

    private static int ScaleLength(int flags)
        => (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;

    private static byte[] Metrics(TrueTypeFont font, List<int> order)
    {
        var metrics = new byte[4 * order.Count];
        for (var i = 0; i < order.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(4 * i), (ushort)font.RawAdvance(order[i]));
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan((4 * i) + 2), (short)font.RawSideBearing(order[i]));
        }

        return metrics;
    }

    private static byte[] Offsets(List<byte[]> outlines)
    {
        var offsets = new byte[4 * (outlines.Count + 1)];
        var end = 0;
        for (var i = 0; i < outlines.Count; i++)
        {
            end += outlines[i].Length;
            BinaryPrimitives.WriteInt32BigEndian(offsets.AsSpan(4 * (i + 1)), end);
        }

        return offsets;
    }
}
