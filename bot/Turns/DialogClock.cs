using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Turns;

/// <summary>Turns the clock of the machine into the moment and the day the dialog works with.</summary>
internal static class DialogClock
{
    public static DialogContext Context(TimeProvider clock, string gesprek, string gemeente, string kanaal)
    {
        var now = clock.GetUtcNow();
        return new DialogContext(now, Amsterdam.Day(now), gemeente, kanaal) { Gesprek = gesprek };
    }
}
