using KlachtHulp.Dialogs.Recognizers.Dates;

namespace KlachtHulp.Dialogs.Recognizers.Moments;

/// <summary>An expression of time by tokens, before it is given out.</summary>
internal readonly record struct Piece(MomentType Type, int First, int Next)
{
    public Extent Days { get; init; }

    public TimeOnly? From { get; init; }

    public TimeOnly? Until { get; init; }

    public DateOnly? UntilDay { get; init; }

    public decimal Seconds { get; init; }

    public string? Every { get; init; }

    public static Piece Of(Hit hit, Extent days)
        => new(TypeOf(days), hit.From, hit.Next) { Days = days };

    private static MomentType TypeOf(Extent days)
        => days is { Precision: Precision.Day, Modifier: Modifier.None, End: not null } ? MomentType.Date : MomentType.DateRange;

    public Moment ToMoment(Scan scan) => new(Type, scan.Tokens[First].Start, scan.TextOf(First, Next))
    {
        Start = Days.Start,
        End = Days.End,
        Precision = Days.Precision,
        From = From,
        Until = Until,
        UntilDay = UntilDay,
        Seconds = Seconds,
        Every = Every ?? "",
        Modifier = Days.Modifier == Dates.Modifier.None ? "" : Days.Modifier.ToString().ToLowerInvariant(),
    };
}
