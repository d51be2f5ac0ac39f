namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>One sign as it is drawn.</summary>
/// <param name="Font">The font it stands in.</param>
/// <param name="Code">Its number in the font inside the PDF.</param>
/// <param name="Advance">Width in thousandths of the type size.</param>
/// <param name="Text">What it stands for: one character, or the two that are drawn as one.</param>
/// <param name="Drawn">False when a square stands in its place.</param>
/// <param name="Level">Odd when it runs from right to left.</param>
internal readonly record struct Glyph(FontSubset Font, int Code, int Advance, string Text, bool Drawn, byte Level = 0);
