using System.Collections.Frozen;

namespace KlachtHulp.Dialogs.Recognizers.Text;

/// <summary>Phrases of one or more words with a value each; finds the longest one that starts at a token.</summary>
internal sealed class PhraseBook<T>
{
    private readonly FrozenDictionary<string, Phrase[]> _byFirst;

    public PhraseBook(IEnumerable<KeyValuePair<string, T>> phrases)
        => _byFirst = phrases
            .Select(static phrase => new Phrase([.. Tokenizer.Read(phrase.Key).Select(static token => token.Text)], phrase.Value))
            .Where(static phrase => phrase.Words.Length > 0)
            .GroupBy(static phrase => phrase.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(
                static group => group.Key,
                static group => group.OrderByDescending(static phrase => phrase.Words.Length).ToArray(),
                StringComparer.Ordinal);

    /// <param name="next">Index just after the phrase.</param>
    public bool TryRead(IReadOnlyList<Token> tokens, int at, out T value, out int next)
    {
        if (at < tokens.Count && _byFirst.TryGetValue(tokens[at].Text, out var candidates))
        {
            foreach (var phrase in candidates)
            {
                if (Fits(tokens, at, phrase.Words))
                {
                    value = phrase.Value;
                    next = at + phrase.Words.Length;
                    return true;
                }
            }
        }

        value = default!; // never read: the method answers false
        next = at;
        return false;
    }

    private static bool Fits(IReadOnlyList<Token> tokens, int at, string[] words)
    {
        if (at + words.Length > tokens.Count)
        {
            return false;
        }

        for (var i = 1; i < words.Length; i++)
        {
            if (!tokens[at + i].Is(words[i]))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Phrase(string[] Words, T Value);
}
