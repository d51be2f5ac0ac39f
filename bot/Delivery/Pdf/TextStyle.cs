namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>How a piece of text looks. Sizes in points.</summary>
/// <param name="Leading">From one line to the next.</param>
/// <param name="Gray">0 is black, 1 is white.</param>
internal sealed record TextStyle(FontSubset Font, double Size, double Leading, double Gray = 0);
