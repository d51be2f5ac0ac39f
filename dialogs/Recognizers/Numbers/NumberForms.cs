using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers.Numbers;

/// <summary>The ways to write a number.</summary>
internal static class NumberForms
{
    private const int MostWords = 12;

    /// <summary>1.234,5; 1 234 567; 2 1/4; 12,32e+14; 1,1^+23; 10k; 3 dozijn; 35,9 miljoen.</summary>
    public static bool TryDigits(List<Token> tokens, int at, Lexicon lexicon, out double value, out int next)
    {
        value = 0;
        next = at;
        decimal exact = 0;
        if (tokens[at].Is(",") && at + 1 < tokens.Count && DigitNumbers.IsGluedDigits(tokens, at + 1, 12) && !tokens[at].Glued)
        {
            exact = DigitNumbers.Decimals(tokens[at + 1].Text);
            next = at + 2;
        }
        else if (IsUnitBefore(tokens, at) || !DigitNumbers.TryRead(tokens, at, out exact, out next, out var thousands))
        {
            return false;
        }
        else if (!thousands)
        {
            next = Spaced(tokens, at, next, ref exact);
        }

        value = (double)exact;
        next = WithFraction(tokens, at, next, ref value);
        next = WithPower(tokens, next, ref value);
        return WithScale(tokens, lexicon, ref next, ref value);
    }

    /// <summary>A number glued to letters before it belongs to a code.</summary>
    private static bool IsUnitBefore(List<Token> tokens, int at) => tokens[at].Glued && at > 0 && tokens[at - 1].Kind == TokenKind.Word;

    /// <summary>Groups of three after a space: 1 234 567,89.</summary>
    private static int Spaced(List<Token> tokens, int at, int next, ref decimal value)
    {
        if (next != at + 1 || tokens[at].Text.Length > 3)
        {
            return next;
        }

        while (DigitNumbers.IsDigits(tokens, next) && !tokens[next].Glued && tokens[next].Text.Length == 3 && value < 1e15m)
        {
            value = (value * 1000) + DigitNumbers.Whole(tokens[next].Text);
            next++;
        }

        if (next > at + 1 && DigitNumbers.IsSign(tokens, next, ",") && DigitNumbers.IsGluedDigits(tokens, next + 1, 12))
        {
            value += DigitNumbers.Decimals(tokens[next + 1].Text);
            next += 2;
        }

        return next;
    }

    private static int WithFraction(List<Token> tokens, int at, int next, ref double value)
    {
        if (at > 0 && tokens[at].Glued && tokens[at - 1].Text is "/" or "-" && at > 1 && tokens[at - 2].Kind == TokenKind.Number)
        {
            return next;
        }

        if (next == at + 1 && IsSlash(tokens, next) && !IsSlash(tokens, next + 2))
        {
            value /= Math.Max(1, (double)DigitNumbers.Whole(tokens[next + 1].Text));
            return next + 2;
        }

        if (next == at + 1 && DigitNumbers.IsDigits(tokens, next) && !tokens[next].Glued && IsSlash(tokens, next + 1) && !IsSlash(tokens, next + 3))
        {
            value += (double)DigitNumbers.Whole(tokens[next].Text) / Math.Max(1, (double)DigitNumbers.Whole(tokens[next + 2].Text));
            return next + 3;
        }

        return next;
    }

    private static bool IsSlash(List<Token> tokens, int at) => DigitNumbers.IsSign(tokens, at, "/") && DigitNumbers.IsGluedDigits(tokens, at + 1, 6);

    /// <summary>e+14 is times ten to the power, ^-1 is to the power.</summary>
    private static int WithPower(List<Token> tokens, int at, ref double value)
    {
        if (at >= tokens.Count || !tokens[at].Glued || !(tokens[at].Is("^") || tokens[at].Is("e")))
        {
            return at;
        }

        var number = at + 1;
        var sign = 1;
        while (number < tokens.Count && tokens[number].Glued && tokens[number].Text is "+" or "-" && number < at + 3)
        {
            sign = tokens[number].Is("-") ? -sign : sign;
            number++;
        }

        if (!DigitNumbers.IsGluedDigits(tokens, number, 4))
        {
            return at;
        }

        var power = sign * tokens[number].Number;
        value = tokens[at].Is("e") ? value * Math.Pow(10, power) : Math.Pow(value, power);
        return number + 1;
    }

    /// <summary>False when a unit is glued to the number ("29km").</summary>
    private static bool WithScale(List<Token> tokens, Lexicon lexicon, ref int next, ref double value)
    {
        if (next >= tokens.Count || tokens[next].Kind != TokenKind.Word)
        {
            return true;
        }

        if (lexicon.Numbers.Suffixes.TryGetValue(tokens[next].Text, out var scale) || Amounts.TryScale(tokens[next].Text, lexicon, out scale))
        {
            value *= (double)scale;
            next++;
            return true;
        }

        if (lexicon.Numbers.Dozens.Contains(tokens[next].Text))
        {
            value *= 12;
            next++;
            return true;
        }

        return !tokens[next].Glued;
    }

    /// <summary>Tweeduizend en zestien, een half miljoen, drie kwart, twintig drie vijfde, twaalf en een halve.</summary>
    public static bool TryWords(List<Token> tokens, int at, Lexicon lexicon, out double value, out int next)
    {
        var reader = new WordNumber(tokens, lexicon);
        var ok = reader.TryRead(at, Math.Min(tokens.Count, at + MostWords));
        value = reader.Value;
        next = reader.Next;
        return ok;
    }

    /// <summary>1 van de 3.</summary>
    public static bool TryOutOf(List<Token> tokens, int at, Lexicon lexicon, ref double value, ref int next)
    {
        if (at + 2 >= tokens.Count || !tokens[at].Is("van") || !tokens[at + 1].Is("de")
            || !(TryDigits(tokens, at + 2, lexicon, out var whole, out var end) || TryWords(tokens, at + 2, lexicon, out whole, out end)) || whole <= 0)
        {
            return false;
        }

        value /= whole;
        next = end;
        return true;
    }
}
