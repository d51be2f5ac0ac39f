using System.Collections;
using System.Text;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>The words of one line of text as glyphs, each with the space before it. Direction is found over the line as a whole.</summary>
internal sealed class ShapedWords : IEnumerable<(Glyph Space, List<Glyph> Word)>
{
    private readonly FontSubset _font;
    private readonly Rune[] _text;
    private readonly byte[] _levels;

    public ShapedWords(IEnumerable<string> words, FontSubset font)
    {
        _font = font;
        _text = [.. string.Join(' ', words).EnumerateRunes()];
        (_levels, Whole) = BidiLine.Resolve(_text);
    }

    /// <summary>1 when the line as a whole runs from right to left.</summary>
    public byte Whole { get; }

    public IEnumerator<(Glyph Space, List<Glyph> Word)> GetEnumerator()
    {
        var blank = new Rune(' ');
        for (int start = 0, end; start < _text.Length; start = end + 1)
        {
            end = Array.IndexOf(_text, blank, start);
            end = end < 0 ? _text.Length : end;
            var level = start == 0 ? Whole : _levels[start - 1];
            yield return (_font.Glyph(blank) with { Level = level }, WordShaper.Shape(_text.AsSpan(start..end), _levels.AsSpan(start..end), _font));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
