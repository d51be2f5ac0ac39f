using System.Globalization;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Dialogs.Kinds;

/// <summary>An amount in euro.</summary>
public sealed record BedragKind : AnswerKind<decimal>
{
    private const decimal Most = 10_000_000m;

    public override Soort Soort => Soort.Bedrag;

    public override Reading Read(string text, ReadingContext context)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Reading.Refused("fout.leeg");
        }

        decimal[] amounts = [.. AmountReader.Read(SpellRange(text), context.Knowledge.Lexicon, askedForMoney: true).Select(static amount => amount.Euro).Distinct()];
        return amounts switch
        {
            [> 0 and <= Most and var amount] => new Reading.Accepted(Write(amount)) { Echo = true },
            { Length: 2 or 3 } when Array.TrueForAll(amounts, static amount => amount is > 0 and <= Most) => new Reading.Ambiguous([.. amounts.Select(Write)]),
            [] when YesNoReader.Read(text, context.Knowledge.Lexicon) == YesNo.Unknown => new Reading.Unknown(),
            _ => new Reading.Refused("fout.bedrag"),
        };
    }

    /// <summary>"500-600": the dash between two numbers reads as "tot"; several dashes are a date or a number of something.</summary>
    private static string SpellRange(string text)
    {
        var dash = text.AsSpan().IndexOfAny('-', '\u2013');
        var single = dash > 0 && dash + 1 < text.Length && text.AsSpan(dash + 1).IndexOfAny('-', '\u2013') < 0;
        return single && char.IsAsciiDigit(text.AsSpan(0, dash).TrimEnd() is [.., var before] ? before : ' ') && text.AsSpan(dash + 1).TrimStart() is [var after, ..]
            && (char.IsAsciiDigit(after) || after == '€') ? $"{text[..dash]} tot {text[(dash + 1)..]}" : text;
    }

    public override string Write(decimal value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    public override bool TryParse(string canonical, out decimal value)
        => decimal.TryParse(canonical, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value is > 0 and <= Most;

    public override string Show(decimal value, ReadingContext context) => context.Taal is { } taal ? Taalwoorden.Bedrag(value, taal) : InWoorden(value);

    /// <summary>As it is written in Dutch: <c>€ 600</c>, <c>€ 1.250,50</c>.</summary>
    public static string InWoorden(decimal value)
    {
        var format = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
        return "€ " + value.ToString(value == decimal.Truncate(value) ? "#,##0" : "#,##0.00", format);
    }
}
