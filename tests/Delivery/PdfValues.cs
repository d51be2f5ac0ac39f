using System.Globalization;
using System.Text;

namespace KlachtHulp.Tests.Delivery;

internal sealed record PdfName(string Value);

internal sealed record PdfReference(int Number);

internal sealed record PdfOperator(string Value);

/// <summary>Reads PDF values by the letter of the standard, without any knowledge of our writer.</summary>
/// <remarks>Numbers become double, strings byte[], arrays List, dictionaries Dictionary; null stands for the end or for null.</remarks>
internal sealed class PdfValues(byte[] bytes, int start = 0)
{
    private const string Delimiters = "()<>[]{}/%";

    public int At { get; private set; } = start;

    public object? Read()
    {
        SkipSpace();
        if (At >= bytes.Length)
        {
            return null;
        }

        return (char)bytes[At] switch
        {
            '/' => ReadName(),
            '<' when bytes[At + 1] == '<' => ReadDictionary(),
            '<' => ReadHex(),
            '(' => ReadLiteral(),
            '[' => ReadArray(),
            _ => ReadWord(),
        };
    }

    public bool Ends()
    {
        SkipSpace();
        return At >= bytes.Length;
    }

    /// <summary>Skips exactly the line end that must follow the word stream.</summary>
    public int StreamStart() => At + (bytes[At] == '\r' ? 2 : 1);

    private void SkipSpace()
    {
        while (At < bytes.Length && (bytes[At] is 0 or 9 or 10 or 12 or 13 or 32))
        {
            At++;
        }
    }

    private string Word()
    {
        var from = At;
        while (At < bytes.Length && bytes[At] > 32 && !Delimiters.Contains((char)bytes[At], StringComparison.Ordinal))
        {
            At++;
        }

        return At > from ? Encoding.ASCII.GetString(bytes, from, At - from) : throw new InvalidDataException($"Nothing readable at {from}.");
    }

    private PdfName ReadName()
    {
        At++;
        var raw = Word();
        var name = new StringBuilder();
        for (var i = 0; i < raw.Length; i++)
        {
            name.Append(raw[i] == '#' ? (char)Convert.ToByte(raw.Substring(i + 1, 2), 16) : raw[i]);
            i += raw[i] == '#' ? 2 : 0;
        }

        return new PdfName(name.ToString());
    }

    private Dictionary<string, object?> ReadDictionary()
    {
        At += 2;
        var dictionary = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (SkipSpace(); bytes[At] != '>'; SkipSpace())
        {
            dictionary.Add(ReadName().Value, Read());
        }

        At += 2;
        return dictionary;
    }

    private List<object?> ReadArray()
    {
        At++;
        var items = new List<object?>();
        for (SkipSpace(); bytes[At] != ']'; SkipSpace())
        {
            items.Add(Read());
        }

        At++;
        return items;
    }

    private byte[] ReadHex()
    {
        var end = Array.IndexOf(bytes, (byte)'>', At);
        var hex = Encoding.ASCII.GetString(bytes, At + 1, end - At - 1);
        At = end + 1;
        return Convert.FromHexString(hex);
    }

    /// <summary>Only what a producer or a date needs: no escapes and no brackets within.</summary>
    private byte[] ReadLiteral()
    {
        var end = Array.IndexOf(bytes, (byte)')', At);
        var text = bytes[(At + 1)..end];
        Assert.DoesNotContain((byte)'\\', text);
        Assert.DoesNotContain((byte)'(', text);
        At = end + 1;
        return text;
    }

    private object ReadWord()
    {
        var word = Word();
        if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return word switch { "true" => true, "false" => false, _ => new PdfOperator(word) };
        }

        var back = At;
        if (TryWord(out var generation) && generation == "0" && TryWord(out var r) && r == "R")
        {
            return new PdfReference((int)number);
        }

        At = back;
        return number;
    }

    private bool TryWord(out string word)
    {
        SkipSpace();
        var readable = At < bytes.Length && !Delimiters.Contains((char)bytes[At], StringComparison.Ordinal);
        word = readable ? Word() : "";
        return readable;
    }
}
