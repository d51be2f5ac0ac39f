using System.Collections.Frozen;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>Reads which glyph draws which code point: subtable format 12 when there is one, else format 4.</summary>
internal static class CharacterMap
{
    private const int LastCodePoint = 0x10FFFF;

    /// <exception cref="InvalidDataException">The table is damaged or of another format.</exception>
    public static FrozenDictionary<int, int> Read(FontData cmap, int glyphCount)
    {
        var tables = Enumerable.Range(0, cmap.U16(2)).Select(i => (long)cmap.U32(8 + (8L * i))).Distinct().ToList();
        var wide = tables.FirstOrDefault(at => cmap.U16(at) == 12, -1);
        var narrow = tables.FirstOrDefault(at => cmap.U16(at) == 4, -1);
        var map = new Dictionary<int, int>();
        switch (wide, narrow)
        {
            case ( >= 0, _):
                ReadWide(cmap.Slice(wide, cmap.Length - wide), glyphCount, map);
                break;
            case (_, >= 0):
                ReadNarrow(cmap.Slice(narrow, cmap.Length - narrow), glyphCount, map);
                break;
            default:
                throw new InvalidDataException("The font has no Unicode map of format 4 or 12.");
        }

        return map.ToFrozenDictionary();
    }

    private static void ReadWide(FontData table, int glyphCount, Dictionary<int, int> map)
    {
        var previousEnd = -1L;
        for (var group = 0L; group < table.U32(12); group++)
        {
            var at = 16 + (12 * group);
            long start = table.U32(at), end = table.U32(at + 4), glyph = table.U32(at + 8);
            // Ascending groups without overlap keep the work bounded by the number of code points.
            if (start <= previousEnd || end < start || end > LastCodePoint)
            {
                throw new InvalidDataException("The groups of the Unicode map overlap or are out of range.");
            }

            for (var code = start; code <= end; code++)
            {
                Add(map, (int)code, glyph + code - start, glyphCount);
            }

            previousEnd = end;
        }
    }

    private static void ReadNarrow(FontData table, int glyphCount, Dictionary<int, int> map)
    {
        var segments = table.U16(6) / 2;
        var previousEnd = -1;
        for (var segment = 0; segment < segments; segment++)
        {
            int end = table.U16(14 + (2 * segment)), start = table.U16(16 + (2 * (segments + segment)));
            if (start <= previousEnd || end < start)
            {
                throw new InvalidDataException("The segments of the Unicode map overlap.");
            }

            for (var code = start; code <= end && code != 0xFFFF; code++)
            {
                Add(map, code, NarrowGlyph(table, segments, segment, code - start, code), glyphCount);
            }

            previousEnd = end;
        }
    }

    private static int NarrowGlyph(FontData table, int segments, int segment, int index, int code)
    {
        var delta = table.U16(16 + (4 * segments) + (2 * segment));
        var rangeAt = 16 + (6 * segments) + (2 * segment);
        var range = table.U16(rangeAt);
        if (range == 0)
        {
            return (code + delta) & 0xFFFF;
        }

        var glyph = table.U16(rangeAt + range + (2L * index));
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
    }

    private static void Add(Dictionary<int, int> map, int code, long glyph, int glyphCount)
    {
        if (glyph >= glyphCount)
        {
            throw new InvalidDataException($"Code point {code:X4} points to glyph {glyph} of {glyphCount}.");
        }

        if (glyph > 0)
        {
            map.TryAdd(code, (int)glyph);
        }
    }
}
