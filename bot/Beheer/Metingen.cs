using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Turns;

namespace KlachtHulp.Bot.Beheer;

/// <summary>Counts that show where residents stop and what comes out, without any data about one of them: labels are ids of questions, outcomes and channels.</summary>
/// <remarks>Who left at a question: <c>vragen</c> minus <c>antwoorden</c> with the same label.</remarks>
public sealed class Metingen : IDisposable
{
    public const string MeterName = "KlachtHulp";

    /// <summary>Most different channels that are told apart; the name of a channel comes from outside.</summary>
    private static readonly FrozenSet<string> Kanalen = FrozenSet.Create(StringComparer.Ordinal, "web", "kiosk", "balie", "msteams", "directline", "webchat", "emulator");

    private readonly Meter _meter;
    private readonly Counter<long> _begonnen;
    private readonly Counter<long> _vragen;
    private readonly Counter<long> _antwoorden;
    private readonly Counter<long> _uitkomsten;
    private readonly Counter<long> _gewist;

    public Metingen(IMeterFactory factory)
    {
        _meter = factory.Create(MeterName);
        _begonnen = _meter.CreateCounter<long>("klachthulp.gesprekken", description: "Conversations that began, by channel.");
        _vragen = _meter.CreateCounter<long>("klachthulp.vragen", description: "Questions put on screen for the first time since the previous one, by question.");
        _antwoorden = _meter.CreateCounter<long>("klachthulp.antwoorden", description: "Answers given, also when changed, by question.");
        _uitkomsten = _meter.CreateCounter<long>("klachthulp.uitkomsten", description: "Conversations that reached an end, by outcome.");
        _gewist = _meter.CreateCounter<long>("klachthulp.gewist", description: "Conversations erased by the resident.");
    }

    /// <param name="before">How many entries the log had.</param>
    /// <param name="begint">Whether this is the greeting.</param>
    public void Tel(int before, bool begint, Turn turn, string kanaal)
    {
        if (begint)
        {
            _begonnen.Add(1, Label("kanaal", Kanalen.Contains(kanaal) ? kanaal : "anders"));
        }

        foreach (var entry in turn.Log.AsSpan(before..))
        {
            if (entry is Entry.Answered answered)
            {
                _antwoorden.Add(1, Label("vraag", Tree.IdOf(answered.Path)));
            }
        }

        if (turn.Erase)
        {
            _gewist.Add(1);
        }
        else if (turn.Moved)
        {
            TelScherm(turn);
        }
    }

    private void TelScherm(Turn turn)
    {
        if (turn.Asks is { } asked)
        {
            _vragen.Add(1, Label("vraag", Tree.IdOf(asked.Path)));
        }
        else if (turn.Position.Outcome is { } outcome)
        {
            _uitkomsten.Add(1, Label("uitkomst", outcome.Id));
        }
    }

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Label(string name, string value) => new(name, value);
}
