using System.Globalization;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Recognizers;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Recognizers;

/// <summary>
/// What the readers make of a sentence, in one line: "2026-05-03..2026-05-04 Day Exact". Two readings are joined by " + "; the words follow in quotes
/// when they are not the whole sentence.
/// </summary>
internal static class Zinnen
{
    private static readonly TimeOnly Now = new(14, 35);

    private static readonly IReadOnlyList<ChoiceOption> Kanalen =
    [
        new("gesprek", ["In een gesprek", "mondeling", "langs geweest"]),
        new("telefoon", ["Aan de telefoon", "gebeld", "telefonisch"]),
        new("mail", ["Per e-mail", "mail", "gemaild"]),
        new("brief", ["In een brief", "post"]),
    ];

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
        "antwoorden" => [Answer(text)],
        "verhaal" => [Say(StoryReader.Read(text, today, Taal.Lexicon))],
        "opdrachten" => CommandReader.Read(text, Taal.Lexicon) is { } command ? [Say(command)] : [],
        "keuze" => [Say(ChoiceReader.Read(text, Kanalen, Taal.Lexicon))],
        "keuzes" => [Say(ChoiceReader.Read(text, Kanalen, Taal.Lexicon, multiple: true))],
        "ja-nee" => [YesNoReader.Read(text, Taal.Lexicon).ToString()],
        _ => throw new ArgumentOutOfRangeException(nameof(reader), reader, "no such reader"),
    });

    /// <summary>A line is "question: words"; what comes out is what is kept and what is shown, or the key of the refusal.</summary>
    private static string Answer(string line)
    {
        var parts = line.Split(": ", 2);
        var question = RealTree.Tree.Questions[parts[0]];
        var context = RealTree.Context(question);
        return question.Read(parts[1], context) switch
        {
            Reading.Accepted accepted => $"{accepted.Canonical} | {question.Show(accepted.Canonical, context)}{(accepted.Echo ? " (echo)" : "")}",
            Reading.Refused refused => refused.TextKey,
            Reading.Ambiguous ambiguous => string.Join(" ? ", ambiguous.Candidates),
            var other => other.GetType().Name,
        };
    }

    private static string Say(KlachtHulp.Dialogs.Recognizers.Moment moment)
    {
        var days = moment.Start is null && moment.End is null ? "" : " " + Days(moment.Start, moment.End);
        var precision = moment.Type is MomentType.Date or MomentType.DateRange ? $" {moment.Precision}" : "";
        var time = moment.From is null && moment.Until is null ? "" : $" {Time(moment.From)}-{Time(moment.Until)}";
        var until = moment.UntilDay is { } day ? $" tot {day:yyyy-MM-dd}" : "";
        var seconds = moment.Seconds == 0 ? "" : $" {Say(moment.Seconds)}s";
        return $"{moment.Type}{days}{precision}{time}{until}{seconds} {moment.Every}".TrimEnd() + (moment.Modifier.Length > 0 ? " " + moment.Modifier : "");
    }

    private static string Say(StoryReading story) => string.Join("; ", new[]
    {
        string.Join(", ", story.Dates.Select(static date => $"{date.Reading.Text}={date.Moment}")),
        Say("", story.Roles),
        Say("", story.Channels),
        Say("klacht per ", story.ComplaintChannels),
        string.Join(", ", story.Amounts.Select(static amount => Say(amount.Euro))),
        story.ComplainedBefore == YesNo.None ? "" : $"geklaagd {story.ComplainedBefore}",
        story.AnswerReceived == YesNo.None ? "" : $"antwoord {story.AnswerReceived}",
    }.Where(static part => part.Length > 0));

    private static string Say(string before, IEnumerable<StoryMention> mentions)
        => string.Join(", ", mentions.Select(mention => $"{before}{mention.Id}={mention.Words.Text}"));

    private static string Say(CommandReading command)
        => command.Command + (command.Subject.Length > 0 ? " " + command.Subject : "") + (command.Rest.Length > 0 ? " | " + command.Rest : "");

    private static string Say(Choice choice) => choice switch
    {
        Choice.One one => one.Id,
        Choice.Several several => string.Join(",", several.Ids),
        Choice.Ambiguous ambiguous => string.Join("?", ambiguous.Candidates) + "?",
        _ => "",
    };

    private static IEnumerable<string> Say(string text, IEnumerable<Found> found) => found.Select(item => item.Value + Words(text, item.Text));

    private static string Say(decimal value) => value.ToString("0.#####", CultureInfo.InvariantCulture);

    private static string Say(double value) => Math.Round(value, 9).ToString("R", CultureInfo.InvariantCulture);

    private static string Days(DateOnly? start, DateOnly? end) => $"{start:yyyy-MM-dd}..{end:yyyy-MM-dd}";

    private static string Time(TimeOnly? time) => time?.ToString("HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    private static string Words(string text, string words) => words == text ? "" : $" \"{words}\"";
}
