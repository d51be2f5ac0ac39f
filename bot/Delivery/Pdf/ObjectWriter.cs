using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>The numbered objects of a PDF file, and the file made of them.</summary>
internal sealed class ObjectWriter
{
    private readonly List<byte[]> _objects = [];

    /// <summary>Takes a number for an object that others point at before it can be written.</summary>
    public int Reserve()
    {
        _objects.Add([]);
        return _objects.Count;
    }

    public void Set(int number, FormattableString value) => _objects[number - 1] = Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture));

    public int Add(FormattableString value)
    {
        var number = Reserve();
        Set(number, value);
        return number;
    }

    /// <param name="entries">Entries of its dictionary beside length and filter.</param>
    /// <param name="compressed">False for metadata, which an archive must be able to read as it is.</param>
    public int AddStream(string entries, ReadOnlySpan<byte> content, bool compressed = true)
    {
        using var body = new MemoryStream();
        if (compressed)
        {
            using var zlib = new ZLibStream(body, CompressionLevel.SmallestSize, leaveOpen: true);
            zlib.Write(content);
        }
        else
        {
            body.Write(content);
        }

        var dictionary = string.Create(CultureInfo.InvariantCulture, $"<<{entries} /Length {body.Length}{(compressed ? " /Filter /FlateDecode" : "")}>>\nstream\n");
        _objects.Add([.. Encoding.ASCII.GetBytes(dictionary), .. body.ToArray(), .. "\nendstream"u8]);
        return _objects.Count;
    }

    /// <summary>The whole file. Its identity is a hash of what it holds.</summary>
    public byte[] Write(int catalog, int info)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%"u8);
        // Four bytes that are not ASCII tell a mail program that the file is binary.
        file.Write([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var offsets = new List<long>();
        for (var i = 0; i < _objects.Count; i++)
        {
            offsets.Add(file.Length);
            Append(file, $"{i + 1} 0 obj\n");
            file.Write(_objects[i]);
            Append(file, $"\nendobj\n");
        }

        var identity = Convert.ToHexString(SHA256.HashData(file.ToArray()).AsSpan(0, 16));
        var start = file.Length;
        Append(file, $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => Append(file, $"{offset:D10} 00000 n \n"));
        Append(file, $"trailer\n<</Size {_objects.Count + 1} /Root {catalog} 0 R /Info {info} 0 R /ID [<{identity}> <{identity}>]>>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    private static void Append(MemoryStream file, FormattableString text) => file.Write(Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture)));
}
