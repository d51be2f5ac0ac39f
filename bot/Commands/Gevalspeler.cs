using KlachtHulp.Bot.Content;
using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Commands;

/// <summary>Plays a case through the real conversation, as typed text, on the day of the case.</summary>
public sealed class Gevalspeler(IDialog dialog, Geval geval, TextWriter output)
{
    private readonly Dictionary<string, int> _said = new(StringComparer.Ordinal);

    /// <summary>Id of the conversation; the same every time, so that the reference on the form is the same too.</summary>
    public string Conversation { get; } = "voorbeeld-" + geval.Id;

    /// <summary>Noon on the day of the case.</summary>
    public DateTimeOffset Now { get; } = new(geval.Peildatum, new TimeOnly(12, 0), TimeSpan.Zero);

    /// <summary>Paths at which the case has something to say that was never asked, or not as often.</summary>
    public IReadOnlyList<string> Unsaid
        => [.. geval.Gesprek.Where(pair => _said.GetValueOrDefault(pair.Key) < pair.Value.Count).Select(static pair => pair.Key)];

    /// <param name="folder">Where the documents are written; null to write none.</param>
    /// <returns>The body of the conversation as it stood at the end.</returns>
    /// <exception cref="InvalidDataException">A question is asked at which the case says nothing, or nothing more.</exception>
    public ReadOnlyMemory<byte> Run(string? folder)
        => new TalkCommand(dialog, Say, output, new StillClock(Now)) { Conversation = Conversation }.Run(folder);

    private string Say(string path)
    {
        var times = _said.GetValueOrDefault(path);
        var lines = geval.Gesprek.GetValueOrDefault(path) ?? [];
        if (times >= lines.Count)
        {
            output.WriteLine();
            throw new InvalidDataException($"{geval.Id} has {(times == 0 ? "nothing" : "nothing more")} to say at '{path}'.");
        }

        _said[path] = times + 1;
        output.WriteLine(lines[times]);
        return lines[times];
    }

    private sealed class StillClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
