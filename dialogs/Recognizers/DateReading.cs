namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>How fine a date was given.</summary>
public enum Precision
{
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Season,
    Year,

    /// <summary>Several whole years, such as a decade.</summary>
    Years,

    /// <summary>Any other stretch of days.</summary>
    Range,
}

/// <summary>How sure the words are.</summary>
public enum Confidence
{
    /// <summary>The words fix the days.</summary>
    Exact,

    /// <summary>The words hedge, or were converted ("drie weken geleden").</summary>
    Approx,

    /// <summary>The days are our reading of a vague word ("een paar weken geleden").</summary>
    Vague,
}

/// <summary>One moment or period that the resident named, in whole days.</summary>
/// <param name="Start">First day; null when the period has no beginning ("voor 1 mei").</param>
/// <param name="EndExclusive">The day after the last; null when the period has no end ("na 1 mei").</param>
/// <param name="Text">The words it was read from.</param>
/// <param name="Position">Offset of those words.</param>
public sealed record DateReading(DateOnly? Start, DateOnly? EndExclusive, Precision Precision, Confidence Confidence, string Text, int Position)
{
    /// <summary>Whether it is one day.</summary>
    public bool IsDay => Start is { } start && EndExclusive == start.AddDays(1);
}

/// <param name="Readings">In the order of the text; empty when nothing could be read.</param>
/// <param name="Unknown">Whether the resident does not know, or gave nothing usable. Then ask, never assume.</param>
public sealed record DateAnswer(IReadOnlyList<DateReading> Readings, bool Unknown);
