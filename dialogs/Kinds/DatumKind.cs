using System.Diagnostics.CodeAnalysis;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Dialogs.Kinds;

/// <summary>A moment in the past, as precisely as the resident knows it.</summary>
public sealed record DatumKind : AnswerKind<Wanneer>
{
    /// <summary>Nothing in a complaint lies before this year; an older one is a slip of the finger.</summary>
    private const int FirstYear = 1950;

    public override Soort Soort => Soort.Datum;

    public override Reading Read(string text, ReadingContext context)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Reading.Refused("fout.leeg");
        }

        var read = DutchDates.Read(text, context.Today, context.Knowledge.Lexicon);
        if (read.Readings.Count == 0)
        {
            return read.Unknown && YesNoReader.Read(text, context.Knowledge.Lexicon) == YesNo.Unknown ? new Reading.Unknown() : new Reading.Refused("fout.datum");
        }

        return context.Taal is { Language: not Catalogue.Dutch } && !IsWhole(read.Readings, text)
            ? new Reading.Refused("fout.datum")
            : Accept(Merge(read.Readings, text), context.Today);
    }

    /// <summary>In another language than Dutch only one date that takes up every number is certain: "March 12, 2025" could lose its day.</summary>
    private static bool IsWhole(IReadOnlyList<DateReading> readings, string text)
        => readings is [var one] && one.Text.Count(char.IsDigit) == text.Count(char.IsDigit);

    private static Reading Accept(Wanneer wanneer, DateOnly today)
    {
        if (wanneer is { Van: null, TotExclusief: null })
        {
            return new Reading.Refused("fout.datum"); // "voor 1 mei of na 9 juni" leaves every day open
        }

        if ((wanneer.Van ?? wanneer.LaatsteDag) > today)
        {
            return new Reading.Refused("fout.datum_toekomst");
        }

        if ((wanneer.Van ?? wanneer.LaatsteDag)?.Year < FirstYear)
        {
            return new Reading.Refused("fout.datum_te_vroeg");
        }

        var end = wanneer.TotExclusief > today.AddDays(1) ? today.AddDays(1) : wanneer.TotExclusief;
        return new Reading.Accepted((wanneer with { TotExclusief = end }).Write()) { Echo = true };
    }

    /// <summary>Several moments become the stretch that holds them all.</summary>
    private static Wanneer Merge(IReadOnlyList<DateReading> readings, string text)
    {
        var words = text.ReplaceLineEndings(" ").Trim();
        words = words.Length > 120 ? readings[0].Text : words;
        if (readings is [var one])
        {
            return Of(one) with { Tekst = words };
        }

        var start = readings.Any(static reading => reading.Start is null) ? null : readings.Min(static reading => reading.Start);
        var end = readings.Any(static reading => reading.EndExclusive is null) ? null : readings.Max(static reading => reading.EndExclusive);
        return new Wanneer(start, end, "periode", words);
    }

    /// <summary>A date that was read in a longer text.</summary>
    public static Wanneer Of(DateReading reading) => new(reading.Start, reading.EndExclusive, Name(reading), reading.Text);

    private static string Name(DateReading reading) => reading.Precision switch
    {
        Precision.Day => "dag",
        Precision.Week => "week",
        Precision.Weekend => "weekend",
        Precision.Month => "maand",
        Precision.Quarter => "kwartaal",
        Precision.Season => "seizoen",
        Precision.Year => "jaar",
        _ => "periode",
    };

    public override string Write(Wanneer value) => value.Write();

    public override bool TryParse(string canonical, [MaybeNullWhen(false)] out Wanneer value) => Wanneer.TryParse(canonical, out value);

    public override string Show(Wanneer value, ReadingContext context) => WanneerInWoorden.Van(value, context.Taal);
}
