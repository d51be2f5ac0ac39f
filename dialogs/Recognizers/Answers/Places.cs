using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers.Answers;

/// <summary>Options named by number or place: "2", "de tweede", "1 en 3", "alle twee", "de laatste".</summary>
internal static class Places
{
    /// <summary>"Alles" about a longer list than this is rarely meant of each; then it is asked again.</summary>
    private const int LongList = 5;

    /// <summary>Indexes from 0; empty when the text says anything else than places.</summary>
    public static List<int> Read(IReadOnlyList<Token> tokens, int count, Lexicon lexicon)
    {
        var indexes = new List<int>();
        var at = 0;
        while (at < tokens.Count)
        {
            if (TryAll(tokens, ref at, count, lexicon, indexes) || TryLast(tokens, ref at, count, indexes)
                || TryNumber(tokens, ref at, count, lexicon, indexes))
            {
                continue;
            }

            if (!lexicon.ChoiceFillers.Contains(tokens[at].Text))
            {
                return [];
            }

            at++;
        }

        return indexes;
    }

    private static bool TryAll(IReadOnlyList<Token> tokens, ref int at, int count, Lexicon lexicon, List<int> indexes)
    {
        if (!lexicon.ChoiceAll.TryRead(tokens, at, out var size, out var next) || count > LongList || (size > 0 && size != count))
        {
            return false;
        }

        indexes.AddRange(Enumerable.Range(0, count));
        at = next;
        return true;
    }

    private static bool TryLast(IReadOnlyList<Token> tokens, ref int at, int count, List<int> indexes)
    {
        if (!(tokens[at].Is("laatste") || tokens[at].Is("onderste")))
        {
            return false;
        }

        indexes.Add(count - 1);
        at++;
        return true;
    }

    private static bool TryNumber(IReadOnlyList<Token> tokens, ref int at, int count, Lexicon lexicon, List<int> indexes)
    {
        decimal value = tokens[at].Number;
        if (value < 0 && !lexicon.Numbers.TryRead(tokens[at].Text, out value, out _))
        {
            return false;
        }

        var isArticle = tokens[at].Is("een") && tokens.Count > 1 && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Word
            && !tokens[at + 1].Is("en");
        if (value < 1 || value > count || value % 1 != 0 || isArticle)
        {
            return false;
        }

        indexes.Add((int)value - 1);
        at++;
        at += at < tokens.Count && tokens[at].Glued && tokens[at].Text is "e" or "ste" or "de" ? 1 : 0;
        return true;
    }
}
