namespace KlachtHulp.Dialogs.Recognizers.Text;

internal enum TokenKind
{
    Word,
    Number,
    Symbol,
}

/// <summary>A word, a run of digits or one other character that is not white space.</summary>
/// <param name="Text">Lower case, without accents.</param>
/// <param name="Start">Offset in the original text.</param>
/// <param name="End">Offset just after it.</param>
/// <param name="Glued">Whether it follows the token before it without a space.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End, bool Glued)
{
    public bool Is(string text) => string.Equals(Text, text, StringComparison.Ordinal);

    /// <summary>Value of a run of at most nine digits, otherwise -1.</summary>
    public int Number => Kind == TokenKind.Number && Text.Length <= 9 ? int.Parse(Text, System.Globalization.CultureInfo.InvariantCulture) : -1;
}
