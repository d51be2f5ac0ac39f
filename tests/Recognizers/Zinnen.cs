using System.Globalization;
using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Tests.Recognizers;

/// <summary>
/// What the readers make of a sentence, in one line: "2026-05-03..2026-05-04 Day Exact". Two readings are joined by " + "; the words follow in quotes
/// when they are not the whole sentence.
/// </summary>
internal static class Zinnen
{
    private static readonly TimeOnly Now = new(14, 35);

    public static string Read(string reader, string text, DateOnly today) => string.Join(" + ", reader switch
    {
        "wanneer" => DutchDates.Read(text, today, Taal.Lexicon).Readings.Select(reading
            => $"{Days(reading.Start, reading.EndExclusive)} {reading.Precision} {reading.Confidence}" + Words(text, reading.Text)),
        "momenten" => MomentReader.Read(text, today, Now, Taal.Lexicon).Select(moment => Say(moment) + Words(text, moment.Text)),
        "getallen" => NumberReader.Read(text, Taal.Lexicon).Select(number => Say(number.Value) + Words(text, number.Text)),
        "rangtelwoorden" => OrdinalReader.Read(text, Taal.Lexicon).Select(rank => Say(rank.Value) + " " + rank.From + Words(text, rank.Text)),
        "geld" => CurrencyReader.Read(text, Taal.Lexicon).Select(money => $"{Say(money.Value)} {money.Unit} {money.Iso}".TrimEnd() + Words(text, money.Text)),
        "bedragen" => AmountReader.Read(text, Taal.Lexicon).Select(amount => Say(amount.Euro) + Words(text, amount.Text)),
        "bedrag-gevraagd" => AmountReader.Read(text, Taal.Lexicon, askedForMoney: true).Select(amount => Say(amount.Euro) + Words(text, amount.Text)),
        "telefoon" => Say(text, PhoneReader.Read(text)),
        "iban" => Say(text, IbanReader.Read(text)),
        "email" => Say(text, EmailReader.Read(text)),
        "bsn" => Say(text, BsnGuard.Find(text, Taal.Lexicon)),
        "postcode" => Say(text, PostcodeReader.Read(text, Taal.Lexicon)),
        "ja-nee" => [YesNoReader.Read(text, Taal.Lexicon).ToString()],
        _ => throw new ArgumentOutOfRangeException(nameof(reader), reader, "no such reader"),
    });

    private static string Say(Moment moment)
    {
        var days = moment.Start is null && moment.End is null ? "" : " " + Days(moment.Start, moment.End);
        var precision = moment.Type is MomentType.Date or MomentType.DateRange ? $" {moment.Precision}" : "";
        var time = moment.From is null && moment.Until is null ? "" : $" {Time(moment.From)}-{Time(moment.Until)}";
        var until = moment.UntilDay is { } day ? $" tot {day:yyyy-MM-dd}" : "";
        var seconds = moment.Seconds == 0 ? "" : $" {Say(moment.Seconds)}s";
        return $"{moment.Type}{days}{precision}{time}{until}{seconds} {moment.Every}".TrimEnd() + (moment.Modifier.Length > 0 ? " " + moment.Modifier : "");
    }

    private static IEnumerable<string> Say(string text, IEnumerable<Found> found) => found.Select(item => item.Value + Words(text, item.Text));

    private static string Say(decimal value) => value.ToString("0.#####", CultureInfo.InvariantCulture);

    private static string Say(double value) => Math.Round(value, 9).ToString("R", CultureInfo.InvariantCulture);

    private static string Days(DateOnly? start, DateOnly? end) => $"{start:yyyy-MM-dd}..{end:yyyy-MM-dd}";

    private static string Time(TimeOnly? time) => time?.ToString("HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    private static string Words(string text, string words) => words == text ? "" : $" \"{words}\"";
}
