using System.Buffers.Binary;
using System.Text;
using KlachtHulp.Bot.Delivery.Pdf;

namespace KlachtHulp.Tests.Delivery;

/// <summary>Reading and cutting fonts, also when they are damaged.</summary>
public sealed class TrueTypeFontTests
{
    private static byte[] Regular => File.ReadAllBytes(Path.Combine(Papieren.FontFolder, "SourceSans3-Regular.ttf"));

    [Theory]
    [InlineData("A", 543)]
    [InlineData(" ", 200)]
    [InlineData("€", 497)]
    public void The_width_of_a_sign_is_that_of_the_font(string sign, int width)
    {
        var font = new TrueTypeFont("x", Regular);

        Assert.True(font.TryGetGlyph(Rune.GetRuneAt(sign, 0), out var glyph));
        Assert.Equal(width, font.Advance(glyph));
    }

    [Fact]
    public void The_old_and_the_new_map_of_characters_agree()
    {
        var wide = new TrueTypeFont("x", Regular);
        var narrow = new TrueTypeFont("x", WithOnlyNarrowMap());

        foreach (var rune in Enumerable.Range(0, 0xD800).Select(static c => new Rune(c)))
        {
            Assert.Equal(wide.TryGetGlyph(rune, out var one), narrow.TryGetGlyph(rune, out var other));
            Assert.Equal(one, other);
        }
    }

    [Fact]
    public void A_part_of_a_font_keeps_outlines_widths_and_sums()
    {
        var font = new TrueTypeFont("x", Regular);
        int[] glyphs = [0, .. "Aé ﬁş".EnumerateRunes().Select(r => font.TryGetGlyph(r, out var g) ? g : 0)];

        var file = SubsetFile.Write(font, glyphs);

        var tables = Tables(file);
        Assert.Equal(0xB1B0AFBAu, Sum(file));
        Assert.All(tables.Values, table => Assert.Equal(table.Sum, table.Tag == "head" ? table.Sum : Sum(file.AsSpan(table.At, (table.Length + 3) / 4 * 4))));
        var (loca, glyf, hmtx) = (tables["loca"], tables["glyf"], tables["hmtx"]);
        for (var i = 0; i < glyphs.Length; i++)
        {
            var (from, to) = (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(loca.At + (4 * i))), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(loca.At + (4 * i) + 4)));
            var outline = font.Outline(glyphs[i]);
            Assert.InRange(to - from, outline.Length, outline.Length + 3);
            Assert.Equal(font.RawAdvance(glyphs[i]), BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(hmtx.At + (4 * i))));
            Assert.True(to <= glyf.Length);
        }
    }

    [Fact]
    public void A_font_that_ends_too_soon_is_refused_as_invalid_data()
    {
        var whole = Regular;
        var tables = Tables(whole).Values.SelectMany(static t => new[] { t.At - 1, t.At, t.At + 1, t.At + t.Length - 1 });
        foreach (var length in Enumerable.Range(0, whole.Length / 4001).Select(static i => i * 4001).Concat(Enumerable.Range(0, 500)).Concat(tables))
        {
            Assert.Throws<InvalidDataException>(() => new TrueTypeFont("x", whole.AsMemory(0, length)));
        }
    }

    [Fact]
    public void A_damaged_font_is_read_or_refused_as_invalid_data_and_nothing_else()
    {
        var random = new Random(20261121);
        var (whole, at) = (Regular, Tables(Regular));
        string[] targets = ["head", "hhea", "maxp", "cmap", "loca", "hmtx", "glyf", "OS/2"];
        for (var round = 0; round < 400; round++)
        {
            var font = whole.ToArray();
            var table = at[targets[round % targets.Length]];
            for (var change = 0; change < 4; change++)
            {
                font[table.At + random.Next(Math.Min(table.Length, 600))] = (byte)random.Next(256);
            }

            Assert.True(Record.Exception(() => ReadAndCut(font)) is null or InvalidDataException, $"round {round}");
        }
    }

    [Fact]
    public void Something_that_is_no_font_is_refused()
    {
        Assert.Throws<InvalidDataException>(() => new TrueTypeFont("x", "OTTO"u8.ToArray()));
        Assert.Throws<InvalidDataException>(() => new TrueTypeFont("x", new byte[100]));
        Assert.Throws<InvalidDataException>(() => new TrueTypeFont("x", Array.Empty<byte>()));
    }

    private static void ReadAndCut(byte[] file)
    {
        var font = new TrueTypeFont("x", file);
        SubsetFile.Write(font, Enumerable.Range(0, Math.Min(font.GlyphCount, 150)));
    }

    /// <summary>Points every record of the map at the one of format 4.</summary>
    private static byte[] WithOnlyNarrowMap()
    {
        var file = Regular;
        var cmap = Tables(file)["cmap"].At;
        var offsets = Enumerable.Range(0, BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(cmap + 2))).Select(i => cmap + 8 + (8 * i)).ToList();
        var narrow = offsets.Select(at => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at))).First(to => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(cmap + to)) == 4);
        offsets.ForEach(at => BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(at), narrow));
        return file;
    }

    private static Dictionary<string, (string Tag, uint Sum, int At, int Length)> Tables(byte[] file)
        => Enumerable.Range(0, BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4))).Select(i => 12 + (16 * i)).ToDictionary(
            at => Encoding.ASCII.GetString(file, at, 4),
            at => (Encoding.ASCII.GetString(file, at, 4), BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 4)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at + 8)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at + 12))));

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
