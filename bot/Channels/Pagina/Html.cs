using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace KlachtHulp.Bot.Channels.Pagina;

/// <summary>A piece of HTML. Text that is put into it is encoded unless it is HTML itself, so that nothing a resident writes can become a tag.</summary>
public readonly record struct Html
{
    private readonly string? _value;

    private Html(string value) => _value = value;

    public static Html Empty { get; }

    public bool IsEmpty => string.IsNullOrEmpty(_value);

    /// <param name="text">An interpolated string: its literal parts are HTML, what is filled in is text.</param>
    public static Html Of(HtmlHandler text) => new(text.ToString());

    /// <summary>The pieces one after another.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces));

    public override string ToString() => _value ?? "";
}

/// <summary>Builds <see cref="Html"/> from an interpolated string.</summary>
[InterpolatedStringHandler]
public readonly ref struct HtmlHandler
{
    private readonly StringBuilder _text;

    public HtmlHandler(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 32));

    private static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement, UnicodeRanges.LatinExtendedA, UnicodeRanges.Cyrillic, UnicodeRanges.Arabic, UnicodeRanges.GeneralPunctuation);

    public void AppendLiteral(string html) => _text.Append(html);

    public void AppendFormatted(Html html) => _text.Append(html.ToString());

    public void AppendFormatted(string? text) => _text.Append(Encoder.Encode(text ?? ""));

    public void AppendFormatted(int number) => _text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number}");

    public override string ToString() => _text.ToString();
}
