namespace KlachtHulp.Dialogs.Flow;

/// <summary>One thing that happened in a conversation. The list of entries is its whole state; where we are follows from it.</summary>
/// <param name="At">Moment, UTC, in whole seconds.</param>
public abstract record Entry(DateTimeOffset At)
{
    /// <summary>The resident answered a question, for the first time or anew.</summary>
    /// <param name="Path">Scope and id: <c>klacht[1].soort</c>.</param>
    public sealed record Answered(DateTimeOffset At, string Path, Answer Answer, Via Via) : Entry(At);

    /// <summary>The resident skipped what was still open in a step, in one go; taken back in one go too.</summary>
    public sealed record Passed(DateTimeOffset At, IReadOnlyList<string> Paths) : Entry(At);

    /// <summary>An earlier entry does not count any more.</summary>
    /// <param name="Of">Its place in the log, from 0.</param>
    public sealed record Undone(DateTimeOffset At, int Of) : Entry(At);

    /// <summary>The resident went back to a question.</summary>
    public sealed record Focused(DateTimeOffset At, string Path) : Entry(At);

    /// <summary>The resident left that question as it was.</summary>
    public sealed record Released(DateTimeOffset At) : Entry(At);

    /// <summary>A change that would make other answers lapse waits for a yes.</summary>
    public sealed record Weighed(DateTimeOffset At, string Path, Answer Answer) : Entry(At);

    /// <summary>Answers taken from the resident's own words, or several readings of one text; none counts before the resident says so.</summary>
    public sealed record Offered(DateTimeOffset At, string Path, IReadOnlyList<string> Values) : Entry(At);

    /// <summary>The resident said no to what was offered.</summary>
    public sealed record Declined(DateTimeOffset At, string Path) : Entry(At);

    /// <summary>A command that cannot be taken back by itself waits for a yes.</summary>
    public sealed record Confirming(DateTimeOffset At, Command Command) : Entry(At);

    /// <summary>An answer could not be used. Says nothing of what was written.</summary>
    public sealed record Stumbled(DateTimeOffset At, string Path) : Entry(At);

    /// <summary>Everything before this was set aside.</summary>
    public sealed record Restarted(DateTimeOffset At) : Entry(At);

    /// <summary>Somebody may be in danger; help was shown.</summary>
    /// <param name="Kind">Kind of danger as in seeds.</param>
    public sealed record Alarmed(DateTimeOffset At, string Kind) : Entry(At);

    /// <summary>The resident chose a language.</summary>
    /// <param name="Language">BCP-47.</param>
    public sealed record Spoke(DateTimeOffset At, string Language) : Entry(At);

    /// <summary>Somebody of the gemeente writes down what the resident says. Source: Awb art. 9:2.</summary>
    public sealed record Opgenomen(DateTimeOffset At, Opname Opname) : Entry(At);
}

/// <summary>How an oral klacht was taken down. Source: Awb art. 9:2 (mondelinge klachten).</summary>
/// <param name="Wijze">telefoon or balie.</param>
/// <param name="Rol">The function of who took it down; never a name.</param>
public sealed record Opname(string Wijze, string Rol);

/// <summary>In which way an answer came.</summary>
public enum Via
{
    Button,
    Typed,
    Proposal,
}

/// <summary>What a resident can ask for at any moment, with a button or in words.</summary>
public enum Command
{
    Terug,
    Ongedaan,
    Wijzig,
    Annuleer,
    Overslaan,

    /// <summary>Skips what is still open in this step.</summary>
    Genoeg,
    WeetNiet,
    Waarom,
    Uitleg,
    Herhaal,
    Overzicht,
    Help,
    Mens,
    Stop,
    Opnieuw,
    Wis,
    Taal,
    Bewaar,
}
