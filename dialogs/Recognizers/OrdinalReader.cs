using KlachtHulp.Dialogs.Recognizers.Numbers;
using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>A place in a row.</summary>
/// <param name="Value">Places from <paramref name="From"/>; 0 is the place itself.</param>
/// <param name="From">"begin", "huidige" or "einde".</param>
public sealed record OrdinalReading(decimal Value, string From, string Text, int Position);

/// <summary>Ordinals in digits and words: 30ste, tweeduizend en zestiende, de laatste, volgende.</summary>
public static class OrdinalReader
{
    public static IReadOnlyList<OrdinalReading> Read(string text, Lexicon lexicon)
    {
        var tokens = Tokenizer.Read(text);
        var found = new List<OrdinalReading>();
        var at = 0;
        while (at < tokens.Count)
        {
            if (TryRead(tokens, at, lexicon, out var value, out var from, out var next))
            {
                if (value is { } place)
                {
                    found.Add(new(place, from, text[tokens[at].Start..tokens[next - 1].End], tokens[at].Start));
                }

                at = next;
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    /// <param name="value">Null for a fraction, which is read past ("een biljoenste").</param>
    private static bool TryRead(List<Token> tokens, int at, Lexicon lexicon, out decimal? value, out string from, out int next)
    {
        from = "begin";
        value = null;
        if (lexicon.Ranks.TryRead(tokens, at, out var relative, out next))
        {
            value = relative.Place;
            from = relative.From;
            return true;
        }

        next = at + 2;
        if (tokens[at].Number >= 0 && next <= tokens.Count && tokens[at + 1].Glued && tokens[at + 1].Text is "e" or "ste" or "de")
        {
            value = tokens[at].Number;
            return true;
        }

        return TryWords(tokens, at, lexicon, out value, out next);
    }

    private static bool TryWords(List<Token> tokens, int at, Lexicon lexicon, out decimal? value, out int next)
    {
        value = null;
        next = at;
        var parts = new List<NumberMorpheme>();
        var word = new List<NumberMorpheme>();
        for (var i = at; i < tokens.Count && i < at + 8; i++)
        {
            if (tokens[i].Is("en") && i > at)
            {
                continue;
            }

            if (tokens[i].Kind != TokenKind.Word || !lexicon.Numbers.TrySplit(tokens[i].Text, word) || word[^1].Part == NumberPart.Link)
            {
                return false;
            }

            parts.AddRange(word);
            if (!word[^1].Rank)
            {
                continue;
            }

            var fraction = parts.Count == 2 && i > at && parts[0].Value == 1 && parts[0].Part == NumberPart.Unit;
            if (fraction && parts[1].Value < 3)
            {
                return false;
            }

            value = fraction ? null : NumberWords.Value(parts);
            next = i + 1;
            return true;
        }

        return false;
    }
}
