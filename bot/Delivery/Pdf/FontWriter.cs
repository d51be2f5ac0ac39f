using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>Writes the used part of a font into the PDF, with the map from its numbers back to text.</summary>
internal static class FontWriter
{
    /// <summary>The most a block of a character map may hold.</summary>
    private const int MapBlock = 100;

    private const string MapStart = """
        /CIDInit /ProcSet findresource begin
        12 dict begin
        begincmap
        /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
        /CMapName /Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000> <FFFF>
        endcodespacerange

        """;

    /// <returns>Number of the font object.</returns>
    public static int Write(ObjectWriter objects, FontSubset subset)
    {
        var font = subset.Font;
        var file = SubsetFile.Write(font, subset.Slots.Select(static s => s.Glyph));
        var name = $"{Tag(file)}+{font.Name}";
        var program = objects.AddStream(string.Create(CultureInfo.InvariantCulture, $"/Length1 {file.Length}"), file);
        var toUnicode = objects.AddStream("", Encoding.ASCII.GetBytes(ToUnicode(subset)));
        var box = Numbers(font.BoundingBox);
        var widths = Numbers(subset.Slots.Select(s => font.Advance(s.Glyph)));
        var stem = font.Name.EndsWith("Bold", StringComparison.Ordinal) ? 140 : 80;
        var descriptor = objects.Add($"""
            <</Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{box}] /ItalicAngle 0
            /Ascent {font.Ascent} /Descent {font.Descent} /CapHeight {font.CapHeight} /StemV {stem} /FontFile2 {program} 0 R>>
            """);
        var cid = objects.Add($"""
            <</Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /FontDescriptor {descriptor} 0 R /DW 1000 /W [0 [{widths}]]
            /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /CIDToGIDMap /Identity>>
            """);
        return objects.Add($"<</Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{cid} 0 R] /ToUnicode {toUnicode} 0 R>>");
    }

    /// <summary>Not every language of a machine writes a minus as PDF does.</summary>
    private static string Numbers(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(static number => number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Six letters that tell one subset from another.</summary>
    private static string Tag(byte[] file) => string.Concat(SHA256.HashData(file).Take(6).Select(static b => (char)('A' + (b % 26))));

    private static string ToUnicode(FontSubset subset)
    {
        var map = new StringBuilder(MapStart);
        foreach (var block in subset.Slots.Index().Skip(1).Chunk(MapBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (code, (text, _)) in block)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{code:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
