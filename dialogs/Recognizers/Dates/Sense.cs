namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>What a word can mean in an expression of time. The words themselves stand in seeds/taal/tijdwoorden.yaml.</summary>
internal enum TimeWord
{
    Month,
    Weekday,
    WeekdayWithPart,
    Weekdays,
    Unit,
    ClockUnit,
    DayPart,
    DayOffset,
    Season,
    Previous,
    BeforePrevious,
    This,
    That,
    Next,
    Start,
    Middle,
    End,
    Half,
    Ago,
    About,
    Just,
    Vague,
    Few,
    Before,
    After,
    Since,
    Already,
    Until,
    With,
    Between,
    And,
    Or,
    Not,
    But,
    Of,
    At,
    Article,
    Now,
    OneAndHalf,
    HalfOf,
    Every,
    Later,
    First,
    Whole,
    NumberIsNoDate,
    NoDateAfter,
    Born,
}

/// <param name="Value">Month number, weekday from Monday 1, days from today; see the seed.</param>
internal readonly record struct Sense(TimeWord Word, int Value);

/// <summary>Values of <see cref="TimeWord.Unit"/>.</summary>
internal enum TimeUnit
{
    None,
    Day,
    Week,
    Month,
    Year,
    Weekend,
    Quarter,
    Workday,
    Decade,
    Century,
}
