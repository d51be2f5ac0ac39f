namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>The types of the language contract.</summary>
public enum MomentType
{
    Date,
    DateRange,
    Time,
    TimeRange,
    DateTime,
    DateTimeRange,
    Duration,
    Set,
}

/// <summary>An expression of time in its neutral reading: not as a resident means it, but as a calendar program would enter it.</summary>
/// <param name="Position">Offset in the text.</param>
/// <param name="Text">As it was written.</param>
public sealed record Moment(MomentType Type, int Position, string Text)
{
    /// <summary>First day; null when open or when there are no days in it.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The day after the last; null when open.</summary>
    public DateOnly? End { get; init; }

    public Precision Precision { get; init; }

    /// <summary>Clock time at which it begins, or the only one.</summary>
    public TimeOnly? From { get; init; }

    /// <summary>Clock time at which it ends; exclusive.</summary>
    public TimeOnly? Until { get; init; }

    /// <summary>Day of <see cref="Until"/>, when it differs from <see cref="Start"/>.</summary>
    public DateOnly? UntilDay { get; init; }

    /// <summary>Length in seconds, with years of 365 and months of 30 days; for a duration.</summary>
    public decimal Seconds { get; init; }

    /// <summary>How often, as "P1W" or "XXXX-WXX-1"; for a set.</summary>
    public string Every { get; init; } = "";

    /// <summary>before, after, since, until, approx, start, mid or end; empty for none.</summary>
    public string Modifier { get; init; } = "";
}
