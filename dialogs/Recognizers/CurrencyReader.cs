using KlachtHulp.Dialogs.Recognizers.Numbers;
using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers;

/// <param name="Value">Number of units.</param>
/// <param name="Unit">English name of the unit.</param>
/// <param name="Iso">ISO 4217; empty when the words leave open of which country it is, or name a coin.</param>
/// <param name="Text">The words it was read from.</param>
/// <param name="Position">Offset of those words.</param>
public sealed record CurrencyReading(decimal Value, string Unit, string Iso, string Text, int Position)
{
    /// <summary>Offset just after the words.</summary>
    public int End => Position + Text.Length;
}

/// <summary>Amounts in any currency, as the language contract asks. Answers of residents are read by <see cref="AmountReader"/>, in euro.</summary>
public static class CurrencyReader
{
    /// <summary>In the order of the text, not overlapping.</summary>
    public static IReadOnlyList<CurrencyReading> Read(string text, Lexicon lexicon)
    {
        var found = Foreign(text, lexicon);
        foreach (var amount in AmountReader.Read(text, lexicon))
        {
            var euro = new CurrencyReading(amount.Euro, "Euro", "EUR", WithoutDash(amount.Text, lexicon), amount.Position);
            var rivals = found.FindAll(other => other.Position < euro.End && euro.Position < other.End);
            if (rivals.TrueForAll(other => other.Text.Length < euro.Text.Length))
            {
                found.RemoveAll(rivals.Contains);
                found.Add(euro);
            }
        }

        return [.. found.OrderBy(static reading => reading.Position)];
    }

    /// <summary>In "€ 24,-" the sign says already that it is money, so the dash is no part of it.</summary>
    private static string WithoutDash(string text, Lexicon lexicon)
        => lexicon.Money.Euro.Contains(text[..1]) ? text.TrimEnd('-', '=', ',', '.') : text;

    private static List<CurrencyReading> Foreign(string text, Lexicon lexicon)
    {
        var tokens = Tokenizer.Read(text);
        var found = new List<CurrencyReading>();
        var at = 0;
        while (at < tokens.Count)
        {
            if (!TrySignFirst(text, tokens, at, lexicon, out var value, out var coin, out var next) && !TryNumberFirst(text, tokens, at, lexicon, out value,
                out coin, out next))
            {
                at++;
                continue;
            }

            found.Add(new(value, coin.Eenheid, coin.Iso, text[tokens[at].Start..tokens[next - 1].End], tokens[at].Start));
            at = next;
        }

        return found;
    }

    /// <summary>$ 15, USD 15, usd$15.</summary>
    private static bool TrySignFirst(string text, List<Token> tokens, int at, Lexicon lexicon, out decimal value, out MuntSeed coin, out int next)
    {
        value = 0;
        if (!TrySign(text, tokens, at, lexicon, out coin, out next))
        {
            return false;
        }

        var minus = DigitNumbers.IsDigits(tokens, next + 1) && tokens[next].Is("-");
        if (!DigitNumbers.TryRead(tokens, minus ? next + 1 : next, out value, out next, out _))
        {
            return false;
        }

        value = minus ? -value : value;
        next = WithScale(tokens, next, lexicon, ref value);
        return true;
    }

    /// <summary>A code of letters only counts in capitals: "TRY 50", not "try 50".</summary>
    private static bool TrySign(string text, List<Token> tokens, int at, Lexicon lexicon, out MuntSeed coin, out int next)
        => lexicon.Currencies.Signs.TryRead(tokens, at, out coin, out next)
            && (next > at + 1 || tokens[at].Kind == TokenKind.Symbol || !char.IsAsciiLetterLower(text[tokens[at].Start]));

    private static bool TryNumberFirst(string text, List<Token> tokens, int at, Lexicon lexicon, out decimal value, out MuntSeed coin, out int next)
    {
        coin = null!; // only read when the method answers true
        if (!Amounts.TryNumber(tokens, at, lexicon, out value, out next))
        {
            return false;
        }

        next = WithScale(tokens, next, lexicon, ref value);
        if (!lexicon.Currencies.Words.TryRead(tokens, next, out coin, out var after) && !(TrySign(text, tokens, next, lexicon, out coin, out after)
            && !DigitNumbers.IsDigits(tokens, after)))
        {
            return false;
        }

        next = WithParts(tokens, after, lexicon, coin, ref value);
        return true;
    }

    /// <summary>Vijf dollar en tien cent, 15 dollar 50, drie kuai vijf mao vijf.</summary>
    private static int WithParts(List<Token> tokens, int at, Lexicon lexicon, MuntSeed coin, ref decimal value)
    {
        var from = at < tokens.Count && tokens[at].Is("en") ? at + 1 : at;
        if (coin.Delen.Count == 0 || value % 1 != 0 || !Amounts.TryNumber(tokens, from, lexicon, out var count, out var next) || count is < 1 or > 99)
        {
            return at;
        }

        if (next < tokens.Count && coin.Delen.TryGetValue(tokens[next].Text, out var part))
        {
            value += count * part;
            return WithLoose(tokens, next + 1, lexicon, part, ref value);
        }

        if (from > at || tokens[from].Kind != TokenKind.Number || tokens[from].Text.Length != 2 || (next < tokens.Count && tokens[next].Kind == TokenKind.Word))
        {
            return at;
        }

        value += count / 100;
        return next;
    }

    /// <summary>A digit after tenths counts for hundredths.</summary>
    private static int WithLoose(List<Token> tokens, int at, Lexicon lexicon, decimal part, ref decimal value)
    {
        var ends = Amounts.TryNumber(tokens, at, lexicon, out var count, out var next) && (next == tokens.Count || tokens[next].Kind == TokenKind.Word);
        if (part != 0.1m || !ends || count is < 1 or > 9)
        {
            return at;
        }

        value += count * part / 10;
        return next;
    }

    private static int WithScale(List<Token> tokens, int at, Lexicon lexicon, ref decimal value)
    {
        if (at >= tokens.Count || !Amounts.TryScale(tokens[at].Text, lexicon, out var scale) || Math.Abs(value) >= 1_000_000_000_000m)
        {
            return at;
        }

        value *= scale;
        return at + 1;
    }
}
