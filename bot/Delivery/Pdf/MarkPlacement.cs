namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>Puts the marks of a letter, such as the signs for Arabic vowels, in the middle above or below it.</summary>
internal static class MarkPlacement
{
    /// <summary>White between a letter and its mark, in thousandths of the type size.</summary>
    private const int Gap = 50;

    /// <param name="x">Where the letter stands.</param>
    public static IEnumerable<VisualPiece> On(Glyph letter, IReadOnlyList<Glyph> marks, double x)
    {
        var room = Bounds(letter) ?? new GlyphBounds(0, 0, letter.Advance, 0);
        var (top, bottom) = (room.Top, room.Bottom);
        foreach (var mark in marks)
        {
            var own = Bounds(mark) ?? new GlyphBounds(0, 0, 0, 0);
            var above = own.Bottom >= 0;
            var rise = above ? top + Gap - own.Bottom : bottom - Gap - own.Top;
            (top, bottom) = above ? (own.Top + rise, bottom) : (top, own.Bottom + rise);
            yield return new VisualPiece(mark.Font, [mark], x + room.Middle - own.Middle, rise);
        }
    }

    private static GlyphBounds? Bounds(Glyph glyph) => glyph.Font.Font.Bounds(glyph.Font.Slots[glyph.Code].Glyph);
}
