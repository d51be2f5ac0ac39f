namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>A finished PDF.</summary>
/// <param name="Bytes">The file; equal input gives equal bytes.</param>
/// <param name="Undrawn">
/// Characters the fonts cannot draw, each once, in the order met. On paper a square stands in their place; the text itself is kept for
/// copying and reading aloud. When the list is not empty the resident should hear that the JSON file holds the text in full.
/// </param>
public sealed record PdfDocument(byte[] Bytes, int Pages, IReadOnlyList<string> Undrawn);
