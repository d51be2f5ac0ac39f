using System.Text;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>One character as it is drawn.</summary>
/// <param name="Code">Its number in the font inside the PDF.</param>
/// <param name="Advance">Width in thousandths of the type size.</param>
/// <param name="Character">What it stands for.</param>
/// <param name="Drawn">False when a square stands in its place.</param>
internal readonly record struct Glyph(int Code, int Advance, Rune Character, bool Drawn);
