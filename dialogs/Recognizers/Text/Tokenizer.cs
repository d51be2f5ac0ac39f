namespace KlachtHulp.Dialogs.Recognizers.Text;

/// <summary>Cuts text into tokens in one pass. Digits and letters are kept apart ("3e" is two tokens); an apostrophe belongs to the word it
/// touches.</summary>
internal static class Tokenizer
{
    /// <summary>Longer texts are read up to here, so that no input can cost more than a bounded amount of work.</summary>
    public const int MaxLength = 8000;

    public static List<Token> Read(string text)
    {
        var end = Math.Min(text.Length, MaxLength);
        var folded = Folding.Fold(text);
        var tokens = new List<Token>(Math.Min(end / 5, 512) + 2);
        var at = 0;
        var previousEnd = 0;
        while (at < end)
        {
            if (char.IsWhiteSpace(folded[at]))
            {
                at++;
                continue;
            }

            var next = EndOf(folded, at, end, out var kind);
            tokens.Add(new(kind, Slice(folded, at, next), at, next, at == previousEnd && at > 0));
            previousEnd = next;
            at = next;
        }

        return tokens;
    }

    private static int EndOf(string text, int at, int end, out TokenKind kind)
    {
        var next = at + 1;
        if (char.IsAsciiDigit(text[at]))
        {
            kind = TokenKind.Number;
            while (next < end && char.IsAsciiDigit(text[next]))
            {
                next++;
            }

            return next;
        }

        if (IsLetter(text[at]) || (text[at] == '\'' && next < end && IsLetter(text[next])))
        {
            kind = TokenKind.Word;
            while (next < end && (IsLetter(text[next]) || IsInnerApostrophe(text, next, end)))
            {
                next++;
            }

            return next;
        }

        kind = TokenKind.Symbol;
        return char.IsHighSurrogate(text[at]) && next < end && char.IsLowSurrogate(text[next]) ? next + 1 : next;
    }

    private static bool IsLetter(char c) => char.IsLetter(c) || Folding.IsMark(c);

    private static bool IsInnerApostrophe(string text, int at, int end)
        => text[at] == '\'' && at + 1 < end && IsLetter(text[at + 1]) && IsLetter(text[at - 1]);

    private static string Slice(string folded, int start, int end)
    {
        var slice = folded.AsSpan(start, end - start);
        if (slice.Length > 1 && slice[0] == '\'')
        {
            slice = slice[1..];
        }

        return slice.ContainsAnyExceptInRange('\0', '\u02ff') ? string.Concat(slice.ToArray().Where(static c => !Folding.IsMark(c))) : slice.ToString();
    }
}
