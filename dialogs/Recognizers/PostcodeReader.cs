using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>Dutch postcodes: four digits, the first no zero, and two letters that PostNL hands out.</summary>
public static class PostcodeReader
{
    /// <returns>Values as "1234AB".</returns>
    public static IReadOnlyList<Found> Read(string text, Lexicon lexicon)
    {
        var tokens = Tokenizer.Read(text);
        var found = new List<Found>();
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (IsPostcode(text, tokens, at, lexicon))
            {
                var written = text[tokens[at].Start..tokens[at + 1].End];
                found.Add(new(tokens[at].Text + tokens[at + 1].Text.ToUpperInvariant(), written, tokens[at].Start));
            }
        }

        return found;
    }

    private static bool IsPostcode(string text, List<Token> tokens, int at, Lexicon lexicon)
    {
        var (digits, letters) = (tokens[at], tokens[at + 1]);
        if (digits.Kind != TokenKind.Number || digits.Text.Length != 4 || digits.Text[0] == '0' || letters.Text.Length != 2
            || !letters.Text.All(char.IsAsciiLetterLower))
        {
            return false;
        }

        if (lexicon.Address.NeverPostcodeLetters.Contains(letters.Text) || (digits.Glued && at > 0 && tokens[at - 1].Kind != TokenKind.Word
            && !tokens[at - 1].Is(",") && !tokens[at - 1].Is("(") && !tokens[at - 1].Is(":")))
        {
            return false;
        }

        var upper = char.IsAsciiLetterUpper(text[letters.Start]) && char.IsAsciiLetterUpper(text[letters.Start + 1]);
        return upper || letters.Glued || !lexicon.Address.NoPostcodeLetters.Contains(letters.Text) || IsAnnounced(tokens, at, lexicon);
    }

    private static bool IsAnnounced(List<Token> tokens, int at, Lexicon lexicon)
        => (at > 0 && lexicon.Address.PostcodeWords.Contains(tokens[at - 1].Text)) || (at > 1 && lexicon.Address.PostcodeWords.Contains(tokens[at - 2].Text));
}
