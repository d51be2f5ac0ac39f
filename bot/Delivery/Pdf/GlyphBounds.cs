namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>The edges of a glyph, in thousandths of the type size.</summary>
internal readonly record struct GlyphBounds(int Left, int Bottom, int Right, int Top)
{
    public double Middle => (Left + Right) / 2.0;
}
