using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers.Numbers;

/// <summary>Numbers in digits with Dutch signs: a point between thousands, a comma before decimals.</summary>
internal static class DigitNumbers
{
    private const int MostDigits = 18;

    /// <param name="thousands">Whether groups of three were parted by points.</param>
    public static bool TryRead(IReadOnlyList<Token> tokens, int at, out decimal value, out int next, out bool thousands)
    {
        value = 0;
        thousands = false;
        next = at + 1;
        if (!IsDigits(tokens, at) || tokens[at].Text.Length > MostDigits)
        {
            return false;
        }

        value = Whole(tokens[at].Text);
        while (tokens[at].Text.Length <= 3 && IsGroup(tokens, next) && value < 1e15m)
        {
            thousands = true;
            value = (value * 1000) + Whole(tokens[next + 1].Text);
            next += 2;
        }

        if (IsSign(tokens, next, ",") && IsGluedDigits(tokens, next + 1, 12))
        {
            value += Decimals(tokens[next + 1].Text);
            next += 2;
        }
        else if (!thousands && IsSign(tokens, next, ".") && IsGluedDigits(tokens, next + 1, 2))
        {
            value += Decimals(tokens[next + 1].Text);
            next += 2;
        }

        return true;
    }

    public static bool IsDigits(IReadOnlyList<Token> tokens, int at) => at >= 0 && at < tokens.Count && tokens[at].Kind == TokenKind.Number;

    public static bool IsSign(IReadOnlyList<Token> tokens, int at, string sign) => at < tokens.Count && tokens[at].Glued && tokens[at].Is(sign);

    public static bool IsGluedDigits(IReadOnlyList<Token> tokens, int at, int most) => IsDigits(tokens, at) && tokens[at].Glued
        && tokens[at].Text.Length <= most;

    private static bool IsGroup(IReadOnlyList<Token> tokens, int at)
        => IsSign(tokens, at, ".") && IsGluedDigits(tokens, at + 1, 3) && tokens[at + 1].Text.Length == 3;

    public static decimal Whole(string digits) => decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    public static decimal Decimals(string digits)
    {
        var value = Whole(digits.Length > 12 ? digits[..12] : digits);
        for (var i = 0; i < Math.Min(digits.Length, 12); i++)
        {
            value /= 10;
        }

        return value;
    }
}
