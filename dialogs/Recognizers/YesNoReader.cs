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
        if (tokens.Count == 0 || tokens[^1].Is("?"))
        {
            return YesNo.None;
        }

        var found = Phrases(tokens, lexicon);
        if (found.Count == 0 || (tokens.Count > ShortAnswer && found[0].At > NearStart) || IsReserved(tokens, found[0].Next, lexicon))
        {
            return YesNo.None;
        }

        return Decide(tokens, found);
    }

    /// <summary>As <see cref="Read"/>, but only when the words say nothing else: "nee hoor" is bare, "nee, ik slaap niet meer" is not.</summary>
    public static YesNo ReadBare(string text, Lexicon lexicon)
    {
        var tokens = Tokenizer.Read(text);
        var found = Phrases(tokens, lexicon);
        if (found.Count == 0 || found.Exists(item => item.Phrase.Value != found[0].Phrase.Value))
        {
            return YesNo.None;
        }

        var at = 0;
        foreach (var item in found)
        {
            if (!IsFilling(tokens, at, item.At, lexicon))
            {
                return YesNo.None;
            }

            at = item.Next;
        }

        return IsFilling(tokens, at, tokens.Count, lexicon) ? found[0].Phrase.Value : YesNo.None;
    }

    /// <summary>Whether the resident says only that there is nothing to fill in: "geen", "nvt", "liever niet", "-".</summary>
    public static bool IsNothing(string text, Lexicon lexicon)
    {
        var tokens = Tokenizer.Read(text);
        return ReadBare(text, lexicon) == YesNo.No || (lexicon.Nothing.TryRead(tokens, 0, out _, out var next) && IsFilling(tokens, next, tokens.Count, lexicon));
    }

    private static bool IsFilling(List<Token> tokens, int from, int until, Lexicon lexicon)
    {
        for (var at = from; at < until; at++)
        {
            if (!lexicon.AnswerFillers.Contains(tokens[at].Text))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"ja maar ...", "ja, pas later": what follows takes it back at least in part.</summary>
    private static bool IsReserved(List<Token> tokens, int next, Lexicon lexicon)
    {
        var at = next < tokens.Count && tokens[next].Text is "," or "." ? next + 1 : next;
        return at < tokens.Count && lexicon.Reservations.Contains(tokens[at].Text);
    }

    private static YesNo Decide(List<Token> tokens, List<(int At, int Next, YesNoPhrase Phrase)> found)
    {
        var first = found[0].Phrase.Value;
        var clause = ClauseEnd(tokens, found[0].Next);
        var unknown = found.Exists(static item => item.Phrase.Value == YesNo.Unknown);
        if (first == YesNo.Unknown || (unknown && (found[0].At > 0 || found.Exists(item => item.Phrase.Value == YesNo.Unknown && item.At < clause))))
        {
            return YesNo.Unknown;
        }

        if (first == YesNo.Yes && IsDenied(found))
        {
            return YesNo.No;
        }

        var no = found.Exists(item => item.Phrase.Value == YesNo.No && (item.At < clause || tokens.Count <= ShortAnswer));
        if (first == YesNo.Yes && no)
        {
            return found[0].At > 0 ? YesNo.No : YesNo.None;
        }

        return first;
    }

    /// <summary>Index of the first comma, full stop or "maar" after a phrase.</summary>
    private static int ClauseEnd(List<Token> tokens, int from)
    {
        var at = from;
        while (at < tokens.Count && tokens[at].Text is not ("," or "." or "maar"))
        {
            at++;
        }

        return at;
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
