using System.Collections.Immutable;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Dialogs.Turns;

/// <summary>When and where a turn takes place; the shell reads the clock.</summary>
/// <param name="Now">Moment, UTC.</param>
/// <param name="Today">Calendar day in Europe/Amsterdam.</param>
/// <param name="Gemeente">Code of the gemeente whose page this is; empty when it is nobody's.</param>
public sealed record Moment(DateTimeOffset Now, DateOnly Today, string Gemeente = "")
{
    /// <summary>The screen is not the resident's own: who walks away from it is forgotten, unless they took a code.</summary>
    public bool Kiosk { get; init; }
}

/// <summary>A message that comes before the question.</summary>
/// <param name="TextKey">Key in seeds/teksten.</param>
/// <param name="Values">Values for its placeholders.</param>
public sealed record Notice(string TextKey, Tone Tone, IReadOnlyDictionary<string, string>? Values = null)
{
    /// <summary>Words that are ready: help of a question, for instance; then there is no key.</summary>
    public string? Ready { get; init; }
}

/// <summary>What one message led to.</summary>
/// <param name="Log">The whole log after the turn.</param>
/// <param name="Asks">The question on screen now; null at the end of the conversation.</param>
/// <param name="Moved">Whether another question is on screen than before; only then are the messages on the path shown.</param>
/// <param name="Erase">The resident wants everything gone.</param>
public sealed record Turn(ImmutableArray<Entry> Log, Memory Memory, Position Position, Place? Asks, IReadOnlyList<Notice> Notices, bool Moved, bool Erase)
{
    /// <summary>All answers, one on a line, when the question whether they are right comes on screen; empty otherwise.</summary>
    public string Overzicht { get; init; } = "";
}
