namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>One line of text, ready to draw.</summary>
/// <param name="Joined">True when the next line goes on with the same word, so no space may come between.</param>
internal sealed record TextLine(IReadOnlyList<Glyph> Glyphs, bool Joined = false);
