namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>One line of text, ready to draw.</summary>
/// <param name="Glyphs">In the order in which they are read.</param>
/// <param name="Joined">True when the next line goes on with the same word, so no space may come between.</param>
/// <param name="Shift">White before the line in points: a line that runs from right to left ends at the right margin.</param>
/// <param name="Whole">The level of the line as a whole: 1 when it runs from right to left.</param>
internal sealed record TextLine(IReadOnlyList<Glyph> Glyphs, bool Joined = false, double Shift = 0, byte Whole = 0)
{
    /// <summary>Whether the order in which it is drawn is that in which it is read.</summary>
    public bool IsStraight { get; } = Whole == 0 && Glyphs.All(static g => g.Level == 0);

    public string Text => string.Concat(Glyphs.Select(static g => g.Text));
}
