using System.Text;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>The part of a font that one document uses.</summary>
/// <remarks>
/// Each text with its shape gets a number of its own, in the order of first use, also when the font draws two of them with one glyph. So
/// the map back to text is exact, and the same text always makes the same font.
/// </remarks>
internal sealed class FontSubset
{
    private readonly TrueTypeFont _font;
    private readonly FontSubset? _other;
    private readonly Dictionary<(string Text, Rune Shape), Glyph> _known = [];
    private readonly List<(string Text, int Glyph)> _slots = [("", 0)];
    private readonly Rune _substitute;

    /// <param name="resource">Its name on the page.</param>
    /// <param name="other">The font for what this one does not have.</param>
    /// <exception cref="InvalidDataException">The font has neither a square nor a question mark, or no space.</exception>
    public FontSubset(TrueTypeFont font, string resource, FontSubset? other = null)
    {
        (_font, Resource, _other) = (font, resource, other);
        var square = new Rune('□');
        _substitute = font.TryGetGlyph(square, out _) ? square : new Rune('?');
        if (!font.TryGetGlyph(_substitute, out _) || !font.TryGetGlyph(new Rune(' '), out _))
        {
            throw new InvalidDataException($"Font {font.Name} lacks signs every document needs.");
        }
    }

    public TrueTypeFont Font => _font;

    public string Resource { get; }

    public bool IsUsed => _slots.Count > 1;

    /// <summary>This font and the one behind it.</summary>
    public IEnumerable<FontSubset> All => _other is null ? [this] : [this, .. _other.All];

    /// <summary>What stands behind each number from 0 up; number 0 is never used for text.</summary>
    public IReadOnlyList<(string Text, int Glyph)> Slots => _slots;

    /// <summary>Characters asked for that the fonts do not have, in the order met.</summary>
    public IEnumerable<string> Undrawn => _known.Values.Where(static g => !g.Drawn).Select(static g => g.Text);

    public bool Draws(Rune shape) => _font.TryGetGlyph(shape, out _) || _other?.Draws(shape) == true;

    public Glyph Glyph(Rune character) => Glyph(character.ToString(), character);

    /// <param name="text">What it stands for.</param>
    /// <param name="shape">The code point whose glyph is drawn.</param>
    public Glyph Glyph(string text, Rune shape)
    {
        if (!_known.TryGetValue((text, shape), out var glyph))
        {
            glyph = _font.TryGetGlyph(shape, out var index) ? NewSlot(text, index)
                : _other?.Draws(shape) == true ? _other.Glyph(text, shape)
                : Glyph(_substitute) with { Text = text, Drawn = false };
            _known[(text, shape)] = glyph;
        }

        return glyph;
    }

    private Glyph NewSlot(string text, int glyph)
    {
        _slots.Add((text, glyph));
        return new Glyph(this, _slots.Count - 1, _font.Advance(glyph), text, Drawn: true);
    }
}
