using System.Collections.Frozen;
using System.Text;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>A TrueType font, read once and never changed. Measures are in thousandths of the type size unless said otherwise.</summary>
internal sealed class TrueTypeFont
{
    private readonly Dictionary<string, FontData> _tables;
    private readonly FrozenDictionary<int, int> _glyphOf;
    private readonly int[] _advances;
    private readonly long[] _offsets;
    private readonly int _unitsPerEm;

    /// <param name="name">Its PostScript name.</param>
    /// <exception cref="InvalidDataException">Not a whole TrueType font with outlines.</exception>
    public TrueTypeFont(string name, ReadOnlyMemory<byte> file)
    {
        Name = name;
        _tables = ReadTables(new FontData(file));
        var head = Table("head").Slice(0, 54);
        _unitsPerEm = head.U16(18);
        if (_unitsPerEm is < 16 or > 16384)
        {
            throw new InvalidDataException($"A font of {_unitsPerEm} units per em is not TrueType.");
        }

        GlyphCount = Table("maxp").U16(4);
        BoundingBox = [.. Enumerable.Range(0, 4).Select(i => Scale(head.S16(36 + (2 * i))))];
        var hhea = Table("hhea").Slice(0, 36);
        (Ascent, Descent) = (Scale(hhea.S16(4)), Scale(hhea.S16(6)));
        var os2 = Table("OS/2");
        CapHeight = os2.U16(0) >= 2 ? Scale(os2.S16(88)) : Ascent;
        _advances = ReadAdvances(hhea.U16(34));
        _offsets = ReadOffsets(longForm: head.S16(50) != 0);
        _glyphOf = CharacterMap.Read(Table("cmap"), GlyphCount);
    }

    public string Name { get; }

    public int GlyphCount { get; }

    public IReadOnlyList<int> BoundingBox { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int CapHeight { get; }

    /// <summary>False when the font has no glyph for it, or only one for private use, which means nothing to another reader.</summary>
    public bool TryGetGlyph(Rune rune, out int glyph)
        => _glyphOf.TryGetValue(rune.Value, out glyph) && Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.PrivateUse;

    public int Advance(int glyph) => Scale(_advances[glyph]);

    /// <summary>In units of the font, as the hmtx table wants it.</summary>
    public int RawAdvance(int glyph) => _advances[glyph];

    /// <summary>Distance from the origin to the left edge, in units of the font.</summary>
    public int RawSideBearing(int glyph)
    {
        var metrics = Table("hhea").U16(34);
        return Table("hmtx").S16(glyph < metrics ? (4 * glyph) + 2 : (4 * metrics) + (2 * (glyph - metrics)));
    }

    /// <summary>The outline as it stands in the file; empty for a space.</summary>
    public FontData Outline(int glyph)
    {
        var length = _offsets[glyph + 1] - _offsets[glyph];
        return length == 0 ? default : Table("glyf").Slice(_offsets[glyph], length);
    }

    /// <summary>Null for a glyph without an outline, such as a space.</summary>
    public GlyphBounds? Bounds(int glyph)
        => Outline(glyph) is { Length: >= 10 } o ? new GlyphBounds(Scale(o.S16(2)), Scale(o.S16(4)), Scale(o.S16(6)), Scale(o.S16(8))) : null;

    /// <exception cref="InvalidDataException">The table is not there.</exception>
    public FontData Table(string tag) => _tables.TryGetValue(tag, out var table) ? table : throw new InvalidDataException($"The font has no table '{tag}'.");

    public bool HasTable(string tag) => _tables.ContainsKey(tag);

    private static Dictionary<string, FontData> ReadTables(FontData file)
    {
        if (file.U32(0) != 0x00010000)
        {
            throw new InvalidDataException("Not a TrueType font.");
        }

        var tables = new Dictionary<string, FontData>(StringComparer.Ordinal);
        for (var i = 0; i < file.U16(4); i++)
        {
            var at = 12 + (16 * i);
            tables[file.Tag(at)] = file.Slice(file.U32(at + 8), file.U32(at + 12));
        }

        return tables;
    }

    private int Scale(int units) => (int)Math.Round(units * 1000.0 / _unitsPerEm, MidpointRounding.AwayFromZero);

    private int[] ReadAdvances(int metrics)
    {
        if (metrics < 1 || metrics > GlyphCount || Table("hmtx").Length < (4 * metrics) + (2 * (GlyphCount - metrics)))
        {
            throw new InvalidDataException($"The font has {metrics} widths for {GlyphCount} glyphs.");
        }

        var hmtx = Table("hmtx");
        return [.. Enumerable.Range(0, GlyphCount).Select(glyph => hmtx.U16(4L * Math.Min(glyph, metrics - 1)))];
    }

    private long[] ReadOffsets(bool longForm)
    {
        var loca = Table("loca");
        var end = Table("glyf").Length;
        long[] offsets = [.. Enumerable.Range(0, GlyphCount + 1).Select(i => longForm ? (long)loca.U32(4L * i) : 2L * loca.U16(2L * i))];
        for (var glyph = 0; glyph < GlyphCount; glyph++)
        {
            if (offsets[glyph] > offsets[glyph + 1] || offsets[glyph + 1] > end)
            {
                throw new InvalidDataException($"The outline of glyph {glyph} lies outside the font.");
            }
        }

        return offsets;
    }
}
