using System.Globalization;
using System.IO.Compression;
using System.Text;
using PdfDictionary = System.Collections.Generic.Dictionary<string, object?>;

namespace KlachtHulp.Tests.Delivery;

/// <summary>A PDF opened the way a viewer does: from the cross-reference table at its end.</summary>
internal sealed class PdfFile
{
    private readonly byte[] _bytes;
    private readonly Dictionary<int, object?> _objects = [];
    private readonly Dictionary<int, byte[]> _streams = [];

    public PdfFile(byte[] bytes)
    {
        _bytes = bytes;
        var tail = Encoding.ASCII.GetString(bytes[^200..]);
        var table = int.Parse(tail.AsSpan(tail.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10).ToString().Split('\n')[0], CultureInfo.InvariantCulture);
        var lines = Encoding.Latin1.GetString(bytes[table..]).Split('\n');
        Assert.Equal("xref", lines[0]);
        Count = int.Parse(lines[1].Split(' ')[1], CultureInfo.InvariantCulture);
        for (var i = 1; i < Count; i++)
        {
            Assert.Equal(19, lines[2 + i].Length);
            ReadObject(i, int.Parse(lines[2 + i].AsSpan(0, 10), CultureInfo.InvariantCulture));
        }

        var trailer = new PdfValues(Encoding.Latin1.GetBytes(string.Join('\n', lines[(2 + Count)..])));
        Assert.Equal(new PdfOperator("trailer"), trailer.Read());
        Trailer = Assert.IsType<PdfDictionary>(trailer.Read());
        Pages = [.. List(Dictionary(Catalog["Pages"])["Kids"]).Select(Dictionary)];
        Contents = [.. Pages.Select(page => new PdfPageText(this, page))];
    }

    /// <summary>Number of objects, counting the free object 0.</summary>
    public int Count { get; }

    public PdfDictionary Trailer { get; }

    public PdfDictionary Catalog => Dictionary(Trailer["Root"]);

    public IReadOnlyList<PdfDictionary> Pages { get; }

    public IReadOnlyList<PdfPageText> Contents { get; }

    public IEnumerable<PdfDictionary> Objects => _objects.Values.OfType<PdfDictionary>();

    public object? Resolve(object? value) => value is PdfReference reference ? _objects[reference.Number] : value;

    public PdfDictionary Dictionary(object? value) => Assert.IsType<PdfDictionary>(Resolve(value));

    public List<object?> List(object? value) => Assert.IsType<List<object?>>(Resolve(value));

    public byte[] Stream(object? reference) => _streams[Assert.IsType<PdfReference>(reference).Number];

    public static string Name(object? value) => Assert.IsType<PdfName>(value).Value;

    public static string Text(object? value)
    {
        var bytes = Assert.IsType<byte[]>(value);
        return bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes[2..]) : Encoding.ASCII.GetString(bytes);
    }

    private void ReadObject(int number, int offset)
    {
        var values = new PdfValues(_bytes, offset);
        Assert.Equal((double)number, values.Read());
        Assert.Equal(0.0, values.Read());
        Assert.Equal(new PdfOperator("obj"), values.Read());
        _objects[number] = values.Read();
        if (values.Read() is PdfOperator { Value: "stream" })
        {
            var entries = Assert.IsType<PdfDictionary>(_objects[number]);
            var (start, length) = (values.StreamStart(), (int)Assert.IsType<double>(entries["Length"]));
            Assert.Equal("\nendstream\nendobj\n", Encoding.ASCII.GetString(_bytes, start + length, 18));
            _streams[number] = entries.ContainsKey("Filter") ? Inflate(_bytes[start..(start + length)]) : _bytes[start..(start + length)];
        }
    }

    private static byte[] Inflate(byte[] packed)
    {
        using var zlib = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        zlib.CopyTo(plain);
        return plain.ToArray();
    }
}
