using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers.Numbers;

/// <summary>A number in digits or in words, as it stands before a unit.</summary>
internal static class Amounts
{
    private const decimal LargestWord = 1_000_000_000_000_000m;

    public static bool TryNumber(IReadOnlyList<Token> tokens, int at, Lexicon lexicon, out decimal value, out int next)
    {
        if (DigitNumbers.TryRead(tokens, at, out value, out next, out _) || TryPart(tokens, at, lexicon, out value, out next))
        {
            return true;
        }

        next = at;
        if (at >= tokens.Count || tokens[at].Kind != TokenKind.Word)
        {
            return false;
        }

        var parts = new List<NumberMorpheme>();
        var word = new List<NumberMorpheme>();
        var end = at;
        for (var i = at; i < tokens.Count && i < at + 8; i++)
        {
            var known = lexicon.Numbers.TrySplit(tokens[i].Text, word) && !word[^1].Rank;
            if (!known && !(tokens[i].Is("en") && i > at))
            {
                break;
            }

            if (known && (i == at || Continues(parts, word)))
            {
                parts.AddRange(word);
                end = i + 1;
            }
            else if (known)
            {
                break;
            }
        }

        next = end;
        value = parts.Count > 0 ? NumberWords.Value(parts) : 0;
        return end > at && value < LargestWord;
    }

    /// <summary>Anderhalf duizend, een half miljoen.</summary>
    private static bool TryPart(IReadOnlyList<Token> tokens, int at, Lexicon lexicon, out decimal value, out int next)
    {
        var part = at < tokens.Count && tokens[at].Is("een") ? at + 1 : at;
        next = part + 2;
        value = 0;
        if (part + 1 >= tokens.Count || !TryScale(tokens[part + 1].Text, lexicon, out var scale))
        {
            return false;
        }

        var share = lexicon.Numbers.OneAndHalf.Contains(tokens[part].Text) ? 1.5m : lexicon.Numbers.Fractions.GetValueOrDefault(tokens[part].Text);
        value = share * scale;
        return share > 0;
    }

    /// <summary>"tweeduizend driehonderd" is one number, "twee drie" is two.</summary>
    private static bool Continues(List<NumberMorpheme> before, List<NumberMorpheme> after)
        => before[^1].Part == NumberPart.Multiplier || after[0].Part == NumberPart.Multiplier
            || (after.Exists(static part => part.Part == NumberPart.Multiplier) && before[^1].Part == NumberPart.Multiplier);

    /// <summary>k, duizend, mln.</summary>
    public static bool TryScale(string word, Lexicon lexicon, out decimal scale)
    {
        if (lexicon.Numbers.Suffixes.TryGetValue(word, out scale) && word.Length != 1)
        {
            return true;
        }

        if (word is "k")
        {
            scale = 1000;
            return true;
        }

        return word.Length > 5 && lexicon.Numbers.TryRead(word, out scale, out var rank) && !rank && scale >= 100 && scale % 100 == 0;
    }
}
