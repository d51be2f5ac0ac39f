using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers.Answers;

/// <summary>Compares an answer with the labels and synonyms of options, forgiving typing errors in words of six letters and more.
/// Words of denial and other function words are never guessed at.</summary>
internal static class LabelMatch
{
    private const int Forgiving = 6;
    private const int ShortestStem = 5;
    private const int LongWord = 9;

    /// <summary>Options whose label or synonym is the whole answer.</summary>
    public static List<int> Whole(IReadOnlyList<Token> tokens, IReadOnlyList<ChoiceOption> options,
        Lexicon lexicon)
    {
        var answer = Words(tokens);
        return Matching(options, label => label.Length > 0 && (SameLetters(label, answer) || (label.Length == answer.Length && Fits(answer, 0, label, lexicon))));
    }

    /// <summary>Options whose whole label or synonym stands somewhere in the answer and is not denied there.</summary>
    public static List<int> Named(IReadOnlyList<Token> tokens, IReadOnlyList<ChoiceOption> options,
        Lexicon lexicon)
    {
        var answer = new Denial(tokens, lexicon);
        return Matching(options, label => Contains(answer, label, lexicon));
    }

    /// <summary>Options of which every word of the answer that says something is part. An answer that denies fits only a label that denies too.</summary>
    public static List<int> Parts(IReadOnlyList<Token> tokens, IReadOnlyList<ChoiceOption> options,
        Lexicon lexicon)
    {
        string[] telling = [.. Words(tokens).Where(word => word.Length > 3 && !lexicon.FunctionWords.Contains(word) && !lexicon.Denials.Contains(word))];
        var denies = new Denial(tokens, lexicon).IsThere;
        return telling.Length is 0 or > 4 ? [] : Matching(options, label => (!denies || Array.Exists(label, lexicon.Denials.Contains))
            && Array.TrueForAll(telling, word => Array.Exists(label, part => Same(part, word, lexicon) || IsStem(part, word))));
    }

    private static List<int> Matching(IReadOnlyList<ChoiceOption> options, Predicate<string[]> fits)
    {
        var found = new List<int>();
        for (var i = 0; i < options.Count; i++)
        {
            if (Array.Exists(options[i].Labels, fits))
            {
                found.Add(i);
            }
        }

        return found;
    }

    public static string[] Words(IReadOnlyList<Token> tokens)
        => [.. tokens.Where(static token => token.Kind != TokenKind.Symbol).Select(static token => token.Text)];

    private static bool Contains(Denial answer, string[] label, Lexicon lexicon)
    {
        for (var at = 0; label.Length > 0 && at + label.Length <= answer.Words.Length; at++)
        {
            if (Fits(answer.Words, at, label, lexicon) && !answer.Covers(at, at + label.Length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the words of the label stand in the answer from a place on.</summary>
    private static bool Fits(string[] answer, int at, string[] label, Lexicon lexicon)
    {
        for (var i = 0; i < label.Length; i++)
        {
            if (!Same(label[i], answer[at + i], lexicon))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same however it is cut into words: "schuld hulp" and "schuldhulp".</summary>
    private static bool SameLetters(string[] label, string[] answer)
        => label.Sum(static word => word.Length) == answer.Sum(static word => word.Length)
            && string.Equals(string.Concat(label), string.Concat(answer), StringComparison.Ordinal);

    private static bool IsStem(string part, string word) => word.Length >= ShortestStem && part.StartsWith(word, StringComparison.Ordinal);

    private static bool Same(string expected, string typed, Lexicon lexicon)
        => string.Equals(expected, typed, StringComparison.Ordinal)
            || (expected.Length >= Forgiving && typed.Length > 0 && expected[0] == typed[0] && !char.IsAsciiDigit(expected[0])
                && !lexicon.Denials.Contains(typed) && !lexicon.FunctionWords.Contains(typed)
                && EditDistance.Within(expected, typed, expected.Length >= LongWord ? 2 : 1));
}
