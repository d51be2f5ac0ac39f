using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PdfDictionary = System.Collections.Generic.Dictionary<string, object?>;

namespace KlachtHulp.Tests.Delivery;

/// <summary>A piece of text on a page.</summary>
/// <param name="Mark">Number of its marked content; null for an artifact.</param>
/// <param name="Right">Right edge in points.</param>
internal sealed record PdfPiece(int? Mark, string Text, double Left, double Right, double Baseline, double Size);

/// <summary>Draws a page in the mind: where the text stands, what it says and what it belongs to.</summary>
internal sealed partial class PdfPageText
{
    private readonly PdfFile _file;
    private readonly Dictionary<string, PdfDictionary> _fonts;
    private readonly Dictionary<string, Dictionary<int, string>> _characters;
    private readonly Stack<int?> _marks = new();
    private string _font = "";
    private double _size;
    private double _x;
    private double _y;

    public PdfPageText(PdfFile file, PdfDictionary page)
    {
        _file = file;
        _fonts = file.Dictionary(file.Dictionary(page["Resources"])["Font"]).ToDictionary(f => f.Key, f => file.Dictionary(f.Value));
        _characters = _fonts.ToDictionary(f => f.Key, f => Characters(Encoding.ASCII.GetString(file.Stream(f.Value["ToUnicode"]))));
        Run(new PdfValues(file.Stream(page["Contents"])));
        Assert.Empty(_marks);
    }

    public List<PdfPiece> Pieces { get; } = [];

    /// <summary>Numbers of the marked contents, in the order drawn.</summary>
    public List<int> Marks { get; } = [];

    public HashSet<string> Operators { get; } = [];

    /// <summary>Operators that paint something outside any marked content.</summary>
    public List<string> Unmarked { get; } = [];

    public string Artifacts => string.Join('\n', Pieces.Where(p => p.Mark is null).Select(p => p.Text));

    private static Dictionary<int, string> Characters(string map) => MapLine.Matches(map).ToDictionary(
        m => int.Parse(m.Groups["code"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        m => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(m.Groups["text"].Value)));

    private void Run(PdfValues values)
    {
        var operands = new List<object?>();
        while (!values.Ends())
        {
            var value = values.Read();
            if (value is PdfOperator op)
            {
                Operators.Add(op.Value);
                Execute(op.Value, operands);
                operands.Clear();
            }
            else
            {
                operands.Add(value);
            }
        }
    }

    private void Execute(string op, List<object?> operands)
    {
        switch (op)
        {
            case "BDC":
                Begin(Assert.IsType<PdfDictionary>(operands[1]));
                break;
            case "EMC":
                _marks.Pop();
                break;
            case "Tf":
                (_font, _size) = (PdfFile.Name(operands[0]), Assert.IsType<double>(operands[1]));
                break;
            case "Tm":
                (_x, _y) = (Assert.IsType<double>(operands[4]), Assert.IsType<double>(operands[5]));
                break;
            case "Tj":
                Show(Assert.IsType<byte[]>(operands[0]));
                break;
        }

        if (op is "Tj" or "S" && _marks.Count == 0)
        {
            Unmarked.Add(op);
        }
    }

    private void Begin(PdfDictionary properties)
    {
        Assert.Empty(_marks); // one owner for each piece: nested marks confuse readers
        int? mark = properties.TryGetValue("MCID", out var number) ? (int)Assert.IsType<double>(number) : null;
        _marks.Push(mark);
        if (mark is { } m)
        {
            Marks.Add(m);
        }
    }

    private void Show(byte[] codes)
    {
        var left = _x;
        var text = new StringBuilder();
        var descendant = _file.Dictionary(_file.List(_fonts[_font]["DescendantFonts"])[0]);
        var widths = _file.List(_file.List(descendant["W"])[1]);
        for (var i = 0; i < codes.Length; i += 2)
        {
            var code = (codes[i] << 8) | codes[i + 1];
            text.Append(_characters[_font][code]);
            _x += Assert.IsType<double>(widths[code]) * _size / 1000;
        }

        Pieces.Add(new PdfPiece(_marks.TryPeek(out var mark) ? mark : null, text.ToString(), left, _x, _y, _size));
    }

    [GeneratedRegex("^<(?<code>[0-9A-F]{4})> <(?<text>[0-9A-F]+)>$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MapLine { get; }
}
