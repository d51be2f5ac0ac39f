using KlachtHulp.Dialogs.Recognizers.Numbers;
using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers;

/// <param name="Euro">Amount in euro.</param>
/// <param name="Text">The words it was read from.</param>
/// <param name="Position">Offset of those words.</param>
public sealed record AmountReading(decimal Euro, string Text, int Position);

/// <summary>Amounts of money in euro: "€ 600,-", "600 eu", "vijftig eurocent", "twee tientjes".</summary>
public static class AmountReader
{
    private const decimal Most = 1_000_000_000_000m;

    /// <param name="askedForMoney">Whether the question was about money, so that a bare number is an amount.</param>
    public static IReadOnlyList<AmountReading> Read(string text, Lexicon lexicon, bool askedForMoney = false)
    {
        var tokens = Tokenizer.Read(text);
        var found = new List<AmountReading>();
        var at = 0;
        while (at < tokens.Count)
        {
            if (!IsSome(tokens, at, lexicon) && TryRead(tokens, at, lexicon, askedForMoney, out var euro, out var next) && euro < Most)
            {
                found.Add(new(euro, text[tokens[at].Start..tokens[next - 1].End], tokens[at].Start));
                at = next;
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    /// <summary>"een paar honderd euro", "enkele tientjes": no amount that can be told.</summary>
    private static bool IsSome(List<Token> tokens, int at, Lexicon lexicon) => at > 0 && lexicon.Money.Some.Contains(tokens[at - 1].Text);

    private static bool TryRead(List<Token> tokens, int at, Lexicon lexicon, bool askedForMoney, out decimal euro, out int next)
        => TrySignFirst(tokens, at, lexicon, out euro, out next) || TryPiece(tokens, at, lexicon, out euro, out next)
            || TryNumberFirst(tokens, at, lexicon, out euro, out next) || (askedForMoney && TryBare(tokens, at, lexicon, out euro, out next));

    /// <summary>€ 600, EUR 75, euro 12,50.</summary>
    private static bool TrySignFirst(List<Token> tokens, int at, Lexicon lexicon, out decimal euro, out int next)
    {
        euro = 0;
        next = at;
        if (!lexicon.Money.Euro.Contains(tokens[at].Text))
        {
            return false;
        }

        var minus = at + 1 < tokens.Count && tokens[at + 1].Is("-") ? 1 : 0;
        if (!DigitNumbers.TryRead(tokens, at + 1 + minus, out euro, out next, out _))
        {
            return false;
        }

        euro = minus > 0 ? -euro : euro;
        next = WithScale(tokens, next, lexicon, ref euro);
        next = SkipDash(tokens, next);
        return true;
    }

    private static bool TryNumberFirst(List<Token> tokens, int at, Lexicon lexicon, out decimal euro, out int next)
    {
        if (!Amounts.TryNumber(tokens, at, lexicon, out euro, out next))
        {
            return false;
        }

        next = WithScale(tokens, next, lexicon, ref euro);
        var dashed = SkipDash(tokens, next);
        if (dashed > next && !(dashed < tokens.Count && lexicon.Money.Euro.Contains(tokens[dashed].Text)))
        {
            next = dashed;
            return true;
        }

        next = dashed;
        if (next >= tokens.Count)
        {
            return false;
        }

        if (lexicon.Money.Cent.Contains(tokens[next].Text))
        {
            euro /= 100;
            next++;
            return true;
        }

        if (!lexicon.Money.Euro.Contains(tokens[next].Text) || (tokens[next].Is("€") && next + 1 < tokens.Count && tokens[next + 1].Kind == TokenKind.Number))
        {
            return false;
        }

        next = WithCents(tokens, next + 1, lexicon, ref euro);
        return true;
    }

    /// <summary>5 euro 50, 3 euro en 50 cent.</summary>
    private static int WithCents(List<Token> tokens, int at, Lexicon lexicon, ref decimal euro)
    {
        var from = at < tokens.Count && tokens[at].Is("en") ? at + 1 : at;
        if (euro % 1 != 0 || !Amounts.TryNumber(tokens, from, lexicon, out var cents, out var next) || cents is < 1 or > 99 || cents % 1 != 0)
        {
            return at;
        }

        var named = next < tokens.Count && lexicon.Money.Cent.Contains(tokens[next].Text);
        var bare = from == at && next == from + 1 && tokens[from].Text.Length == 2 && tokens[from].Kind == TokenKind.Number
            && (next == tokens.Count || tokens[next].Kind == TokenKind.Symbol);
        if (!named && !bare)
        {
            return at;
        }

        euro += cents / 100;
        return named ? next + 1 : next;
    }

    private static bool TryPiece(List<Token> tokens, int at, Lexicon lexicon, out decimal euro, out int next)
    {
        if (lexicon.Money.Pieces.TryGetValue(tokens[at].Text, out euro))
        {
            next = at + 1;
            return true;
        }

        if (Amounts.TryNumber(tokens, at, lexicon, out var count, out next) && next < tokens.Count
            && lexicon.Money.Pieces.TryGetValue(tokens[next].Text, out var worth))
        {
            euro = count * worth;
            next++;
            return true;
        }

        return false;
    }

    private static bool TryBare(List<Token> tokens, int at, Lexicon lexicon, out decimal euro, out int next)
        => Amounts.TryNumber(tokens, at, lexicon, out euro, out next)
            && !(tokens[at].Is("een") && tokens.Count > 1)
            && !(next < tokens.Count && (lexicon.Money.NotMoney.Contains(tokens[next].Text) || (tokens[next].Glued
                && tokens[next].Text is "-" or "/" or ":")))
            && !(at > 0 && tokens[at].Glued && tokens[at - 1].Text is "-" or "/" or ":");

    private static int WithScale(List<Token> tokens, int at, Lexicon lexicon, ref decimal value)
    {
        if (at < tokens.Count && Amounts.TryScale(tokens[at].Text, lexicon, out var scale) && Math.Abs(value) < Most)
        {
            value *= scale;
            return at + 1;
        }

        return at;
    }

    /// <summary>The dash that stands for no cents: ",-", ",=", ",--".</summary>
    private static int SkipDash(List<Token> tokens, int at)
    {
        if (!(DigitNumbers.IsSign(tokens, at, ",") || DigitNumbers.IsSign(tokens, at, ".")) || !(DigitNumbers.IsSign(tokens, at + 1, "-")
            || DigitNumbers.IsSign(tokens, at + 1, "=")))
        {
            return at;
        }

        return DigitNumbers.IsSign(tokens, at + 2, "-") ? at + 3 : at + 2;
    }
}
