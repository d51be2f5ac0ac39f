using System.Globalization;
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

        return AmountReader.Read(text, context.Knowledge.Lexicon, askedForMoney: true) is [{ Euro: > 0 and <= Most } amount]
            ? new Reading.Accepted(Write(amount.Euro)) { Echo = true }
            : YesNoReader.Read(text, context.Knowledge.Lexicon) == YesNo.Unknown ? new Reading.Unknown() : new Reading.Refused("fout.bedrag");
    }

    public override string Write(decimal value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    public override bool TryParse(string canonical, out decimal value)
        => decimal.TryParse(canonical, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value is > 0 and <= Most;

    public override string Show(decimal value, ReadingContext context) => InWoorden(value);

    /// <summary>As it is written in Dutch: <c>€ 600</c>, <c>€ 1.250,50</c>.</summary>
    public static string InWoorden(decimal value)
    {
        var format = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
        return "€ " + value.ToString(value == decimal.Truncate(value) ? "#,##0" : "#,##0.00", format);
    }
}
