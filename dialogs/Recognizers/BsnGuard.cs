using System.Collections.Frozen;
using System.Text;
using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>Finds burgerservicenummers so that they can be taken out before anything is kept. The service never asks for one and never stores one.</summary>
public static class BsnGuard
{
    private const int Length = 9;

    /// <summary>Numbers of nine digits that pass the elfproef; of eight digits only after the word BSN.</summary>
    /// <returns>Values in digits.</returns>
    public static IReadOnlyList<Found> Find(string text, Lexicon lexicon)
    {
        var tokens = Tokenizer.Read(text);
        var found = new List<Found>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind == TokenKind.Number && TryRead(tokens, at, lexicon, out var digits, out var next))
            {
                found.Add(new(digits, text[tokens[at].Start..tokens[next - 1].End], tokens[at].Start));
                at = next - 1;
            }
        }

        return found;
    }

    /// <summary>The same text with every BSN replaced.</summary>
    public static string Remove(string text, Lexicon lexicon)
    {
        var found = Find(text, lexicon);
        if (found.Count == 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var from = 0;
        foreach (var bsn in found)
        {
            result.Append(text, from, bsn.Position - from).Append(lexicon.Address.BsnReplacement);
            from = bsn.End;
        }

        return result.Append(text, from, text.Length - from).ToString();
    }

    private static bool TryRead(List<Token> tokens, int at, Lexicon lexicon, out string digits, out int next)
    {
        next = at + 1;
        digits = tokens[at].Text;
        while (digits.Length < Length && TryGroup(tokens, next, out var group, out var after) && digits.Length + group.Length <= Length)
        {
            digits += group;
            next = after;
        }

        var announced = IsAfter(tokens, at, lexicon.Address.BsnWords);
        var length = digits.Length == Length || (digits.Length == Length - 1 && announced);
        return length && IsBsn(digits) && (announced || !(IsAfter(tokens, at, lexicon.Address.OtherNumber) || IsPartOfMore(tokens, at, next)));
    }

    /// <summary>Another group of digits after a space, a point or a hyphen.</summary>
    private static bool TryGroup(List<Token> tokens, int at, out string group, out int next)
    {
        var from = at < tokens.Count && tokens[at].Text is "." or "-" && tokens[at].Glued ? at + 1 : at;
        var ok = from < tokens.Count && tokens[from].Kind == TokenKind.Number && tokens[from].Text.Length is 2 or 3 or 4;
        group = ok ? tokens[from].Text : "";
        next = from + 1;
        return ok;
    }

    /// <summary>Whether one of the words stands among the three before, within the same line of thought.</summary>
    private static bool IsAfter(List<Token> tokens, int at, FrozenSet<string> words)
    {
        for (var i = at - 1; i >= 0 && i >= at - 4; i--)
        {
            if (words.Contains(tokens[i].Text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPartOfMore(List<Token> tokens, int at, int next)
    {
        var before = at > 0 && ((tokens[at].Glued && tokens[at - 1].Kind != TokenKind.Symbol) || tokens[at - 1].Text is "€" or "+"
            || (tokens[at].Glued && tokens[at - 1].Text is "-" or "/" or "." or "," && at > 1 && tokens[at - 2].Kind == TokenKind.Number));
        var after = next + 1 < tokens.Count && tokens[next].Glued && tokens[next].Text is "," or "." or "/" or "-" && tokens[next + 1].Glued
            && tokens[next + 1].Kind == TokenKind.Number;
        return before || after;
    }

    /// <summary>The elfproef: nine times the first digit, eight times the second ... minus the last must be a multiple of eleven.</summary>
    private static bool IsBsn(string digits)
    {
        var padded = digits.PadLeft(Length, '0');
        var sum = -(padded[Length - 1] - '0');
        for (var i = 0; i < Length - 1; i++)
        {
            sum += (Length - i) * (padded[i] - '0');
        }

        return sum % 11 == 0 && padded.AsSpan().ContainsAnyExcept('0');
    }
}
