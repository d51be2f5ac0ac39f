using KlachtHulp.Dialogs.Recognizers.Numbers;
using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers;

/// <param name="Value">The number; a fraction is rounded to about fifteen digits.</param>
/// <param name="Text">As it was written.</param>
/// <param name="Position">Offset in the text.</param>
public sealed record NumberReading(double Value, string Text, int Position);

/// <summary>Numbers in digits and words: 1.234,5, min vijf, drie kwart, tweeduizend en zestien, 10k, 1 van de 3.</summary>
public static class NumberReader
{
    public static IReadOnlyList<NumberReading> Read(string text, Lexicon lexicon)
    {
        var tokens = Tokenizer.Read(text);
        var found = new List<NumberReading>();
        var at = 0;
        while (at < tokens.Count)
        {
            if (TrySigned(tokens, at, lexicon, out var value, out var next) && double.IsFinite(value))
            {
                found.Add(new(value, text[tokens[at].Start..tokens[next - 1].End], tokens[at].Start));
                at = next;
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    private static bool TrySigned(List<Token> tokens, int at, Lexicon lexicon, out double value, out int next)
    {
        var sign = tokens[at].Is("-") && !(at > 0 && tokens[at].Glued);
        var minus = sign || lexicon.Numbers.Minus.Contains(tokens[at].Text);
        var from = minus ? at + 1 : at;
        if (!TryUnsigned(tokens, from, lexicon, out value, out next))
        {
            return false;
        }

        value = minus ? -value : value;
        return true;
    }

    private static bool TryUnsigned(List<Token> tokens, int at, Lexicon lexicon, out double value, out int next)
    {
        value = 0;
        next = at;
        if (at >= tokens.Count)
        {
            return false;
        }

        if (!NumberForms.TryDigits(tokens, at, lexicon, out value, out next) && !NumberForms.TryWords(tokens, at, lexicon, out value, out next))
        {
            return false;
        }

        NumberForms.TryOutOf(tokens, next, lexicon, ref value, ref next);
        return true;
    }
}
