namespace KlachtHulp.Bot.Turns;

/// <summary>Turns the clock of the machine into the moment and the day the dialog works with.</summary>
internal static class DialogClock
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static DialogContext Context(TimeProvider clock, string gemeente, string kanaal)
    {
        var now = clock.GetUtcNow();
        return new DialogContext(now, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Amsterdam).DateTime), gemeente, kanaal);
    }
}
