using System.Text;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>The part of a font that one document uses.</summary>
/// <remarks>
/// Each code point gets a number of its own, in the order of first use, also when the font draws two of them with one glyph. So the map
/// back to text is exact, and the same text always makes the same font.
/// </remarks>
internal sealed class FontSubset
{
    private readonly TrueTypeFont _font;
    private readonly Dictionary<Rune, Glyph> _known = [];
    private readonly List<(Rune Character, int Glyph)> _slots = [(default, 0)];
    private readonly Rune _substitute;

    /// <exception cref="InvalidDataException">The font has neither a square nor a question mark, or no space.</exception>
    public FontSubset(TrueTypeFont font)
    {
        _font = font;
        var square = new Rune('□');
        _substitute = font.TryGetGlyph(square, out _) ? square : new Rune('?');
        if (!font.TryGetGlyph(_substitute, out _) || !font.TryGetGlyph(new Rune(' '), out _))
        {
            throw new InvalidDataException($"Font {font.Name} lacks signs every document needs.");
        }
    }

    public TrueTypeFont Font => _font;

    public bool IsUsed => _slots.Count > 1;

    /// <summary>What stands behind each number from 0 up; number 0 is never used for text.</summary>
    public IReadOnlyList<(Rune Character, int Glyph)> Slots => _slots;

    /// <summary>Characters asked for that the font does not have, in the order met.</summary>
    public IEnumerable<Rune> Undrawn => _known.Values.Where(static g => !g.Drawn).Select(static g => g.Character);

    public Glyph Glyph(Rune character)
    {
        if (!_known.TryGetValue(character, out var glyph))
        {
            glyph = _font.TryGetGlyph(character, out var index)
                ? NewSlot(character, index)
                : Glyph(_substitute) with { Character = character, Drawn = false };
            _known[character] = glyph;
        }

        return glyph;
    }

    private Glyph NewSlot(Rune character, int glyph)
    {
        _slots.Add((character, glyph));
        return new Glyph(_slots.Count - 1, _font.Advance(glyph), character, Drawn: true);
    }
}
