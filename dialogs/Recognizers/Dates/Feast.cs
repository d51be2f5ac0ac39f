namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>A feast or holiday period that comes back every year.</summary>
internal abstract record Feast
{
    private Feast()
    {
    }

    /// <summary>As it is said back to the resident.</summary>
    public required string Name { get; init; }

    /// <summary>Length in days.</summary>
    public required int Days { get; init; }

    /// <summary>Whether the borders differ by region or year.</summary>
    public required bool Vague { get; init; }

    /// <summary>First day in that year, or null when it is not known for that year.</summary>
    public abstract DateOnly? In(int year);

    public sealed record Fixed(int Month, int Day) : Feast
    {
        public override DateOnly? In(int year) => new DateOnly(year, Month, Day);
    }

    /// <param name="Offset">Days from Easter Sunday.</param>
    public sealed record FromEaster(int Offset) : Feast
    {
        public override DateOnly? In(int year) => year is < 1583 or > 9000 ? null : Calendar.Easter(year).AddDays(Offset);
    }

    /// <param name="Number">1 is the first of the month, -1 the last.</param>
    public sealed record NthWeekday(int Month, int Weekday, int Number) : Feast
    {
        public override DateOnly? In(int year) => Calendar.NthWeekday(year, Month, Weekday, Number);
    }

    public sealed record Listed(IReadOnlyList<DateOnly> Starts) : Feast
    {
        public override DateOnly? In(int year)
        {
            foreach (var start in Starts)
            {
                if (start.Year == year)
                {
                    return start;
                }
            }

            return null;
        }
    }
}
