using KlachtHulp.Dialogs.Recognizers.Answers;
using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>The answer to a question that asks for yes or no.</summary>
public enum YesNo
{
    /// <summary>Not an answer to such a question.</summary>
    None,
    Yes,
    No,

    /// <summary>The resident does not know, or is in two minds.</summary>
    Unknown,
}

/// <summary>Yes and no in all their Dutch. What contains both, or neither, is never taken for a yes.</summary>
public static class YesNoReader
{
    /// <summary>A bare yes word may stand this far from the start before it no longer answers.</summary>
    private const int NearStart = 3;
    private const int ShortAnswer = 8;

    public static YesNo Read(string text, Lexicon lexicon)
    {
        var tokens = Tokenizer.Read(text);
        if (tokens.Count > 0 && tokens[^1].Is("?") && tokens.Count <= 2)
        {
            return YesNo.None;
        }

        var found = Phrases(tokens, lexicon);
        if (found.Count == 0)
        {
            return YesNo.None;
        }

        var first = found[0];
        if (tokens.Count > ShortAnswer && first.At > NearStart)
        {
            return YesNo.None;
        }

        return Decide(tokens, found, first.Phrase.Value);
    }

    private static YesNo Decide(List<Token> tokens, List<(int At, int Next, YesNoPhrase Phrase)> found, YesNo first)
    {
        var unknown = found.Exists(static item => item.Phrase.Value == YesNo.Unknown);
        if (unknown && !(first != YesNo.Unknown && found[0].At == 0))
        {
            return YesNo.Unknown;
        }

        if (first == YesNo.Yes && IsDenied(found))
        {
            return YesNo.No;
        }

        var no = found.Exists(static item => item.Phrase.Value == YesNo.No);
        if (tokens.Count <= ShortAnswer && no && found[0].At > 0)
        {
            return YesNo.No;
        }

        return first;
    }

    /// <summary>"dat wil ik niet": the denial follows at once, without a comma.</summary>
    private static bool IsDenied(List<(int At, int Next, YesNoPhrase Phrase)> found)
        => found.Count > 1 && found[1].Phrase.Value == YesNo.No && found[1].At == found[0].Next && found[0].Next - found[0].At > 1;

    /// <summary>The first yes or no in a text, with its place; for lists of found entities.</summary>
    public static Found? Find(string text, Lexicon lexicon)
    {
        foreach (var (_, _, phrase) in Phrases(Tokenizer.Read(text), lexicon))
        {
            if (phrase.Value is YesNo.Yes or YesNo.No)
            {
                var words = text[phrase.Start..phrase.End];
                return new(words, words, phrase.Start);
            }
        }

        return null;
    }

    private static bool IsSkinTone(List<Token> tokens, int at)
        => at < tokens.Count && tokens[at].Glued && tokens[at].Text.Length == 2 && tokens[at].Text[0] == '\ud83c'
            && tokens[at].Text[1] is >= '\udffb' and <= '\udfff';

    private static List<(int At, int Next, YesNoPhrase Phrase)> Phrases(List<Token> tokens, Lexicon lexicon)
    {
        var found = new List<(int At, int Next, YesNoPhrase Phrase)>();
        var at = 0;
        while (at < tokens.Count)
        {
            if (!lexicon.YesNo.TryRead(tokens, at, out var value, out var next))
            {
                at++;
                continue;
            }

            next = IsSkinTone(tokens, next) ? next + 1 : next;
            found.Add((at, next, new(value, tokens[at].Start, tokens[next - 1].End)));
            at = next;
        }

        return found;
    }
}
