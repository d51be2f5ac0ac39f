using KlachtHulp.Bot.Storage;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Bot.Turns;

/// <summary>One message of a resident on its way through the <see cref="TurnRunner"/>.</summary>
/// <param name="ConversationId">Key of the conversation in the store.</param>
/// <param name="Gemeente">CBS code for a new conversation; an existing one keeps its own.</param>
/// <param name="Writer">Turns what is said into the format of the channel.</param>
public sealed record TurnRequest(string ConversationId, string Gemeente, string Kanaal, Incoming Incoming, ITurnWriter Writer)
{
    /// <summary>Key under which a repeat of this message is recognised; null when the channel gives none.</summary>
    public string? DedupeKey { get; init; }

    /// <summary>Whether a message may begin the conversation, as in channels without a separate start.</summary>
    public bool MayStart { get; init; }

    /// <summary>What the service says before the dialog speaks, for example about a file; null for nothing.</summary>
    public Func<ShellWords, Prompt.Say>? Melding { get; init; }

    /// <summary>Language asked for before the first word, as BCP-47; null for Dutch.</summary>
    public string? Taal { get; init; }
}

/// <summary>How a channel writes down one turn. Called again when somebody else saved first, so it must not change anything.</summary>
public interface ITurnWriter
{
    /// <returns>UTF-8 JSON: first the resident's own message when the channel keeps it, then one per prompt.</returns>
    IReadOnlyList<ReadOnlyMemory<byte>> Write(TurnStamp stamp, IReadOnlyList<Prompt> prompts);

    /// <summary>What has to be done with the activities after they are saved; null for channels whose clients come and get them.</summary>
    /// <param name="count">How many activities were written.</param>
    NewOutboxItem? Effect(TurnStamp stamp, int count) => null;
}

/// <summary>Numbers and moments for the activities of one turn.</summary>
/// <param name="FirstSequence">Sequence of the first one; the next ones count up.</param>
/// <param name="First">Moment of the first one, whole milliseconds; each next one is a millisecond later.</param>
public sealed record TurnStamp(string ConversationId, long FirstSequence, DateTimeOffset First)
{
    /// <summary>Language of what is said, as BCP-47.</summary>
    public string Taal { get; init; } = "nl";

    public string Id(int index) => Id(ConversationId, FirstSequence + index);

    public DateTimeOffset Moment(int index) => First.AddMilliseconds(index);

    /// <summary>Id of an activity as clients see it.</summary>
    public static string Id(string conversationId, long sequence) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{conversationId}|{sequence:D7}");
}
