using System.Collections.Frozen;
using KlachtHulp.Dialogs.Recognizers.Signals;
using KlachtHulp.Dialogs.Recognizers.Stories;
using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>Which moment of the story a date seems to be.</summary>
public enum StoryMoment
{
    Unknown,

    /// <summary>When something was promised or agreed.</summary>
    Toezegging,

    /// <summary>When it turned out not to go on. A klacht is counted from here.</summary>
    Weigering,

    /// <summary>When the resident complained before.</summary>
    Klacht,

    /// <summary>When the gemeente answered that complaint.</summary>
    Antwoord,
}

/// <param name="Reading">The date with its place in the story.</param>
public sealed record StoryDate(DateReading Reading, StoryMoment Moment);

/// <param name="Id">Key in seeds/taal/verhaal.yaml, such as <c>werkconsulent</c> or <c>telefoon</c>.</param>
/// <param name="Words">Where the story says so.</param>
public sealed record StoryMention(string Id, Found Words);

/// <summary>What a free story already tells. Everything is a proposal, to be confirmed at its own question.</summary>
public sealed record StoryReading
{
    public required IReadOnlyList<Signal> Signals { get; init; }

    public required IReadOnlyList<StoryDate> Dates { get; init; }

    /// <summary>Persons by role, never by name.</summary>
    public required IReadOnlyList<StoryMention> Roles { get; init; }

    /// <summary>How it was promised or said; how the resident complained is told apart.</summary>
    public required IReadOnlyList<StoryMention> Channels { get; init; }

    /// <summary>How the resident complained before.</summary>
    public required IReadOnlyList<StoryMention> ComplaintChannels { get; init; }

    public required IReadOnlyList<AmountReading> Amounts { get; init; }

    /// <summary>Whether the resident complained to the gemeente before; <see cref="YesNo.None"/> when the story does not say.</summary>
    public required YesNo ComplainedBefore { get; init; }

    /// <summary>Whether an answer to that came; <see cref="YesNo.None"/> when the story does not say.</summary>
    public required YesNo AnswerReceived { get; init; }
}

/// <summary>Reads a story of one or many sentences for everything a later question would ask.</summary>
public static class StoryReader
{
    /// <summary>Words on either side of a date that tell which moment it is.</summary>
    private const int Reach = 9;
    private const int SaidCountsLess = 4;

    /// <summary>Words between the act of complaining and how that was done.</summary>
    private const int Clause = 6;

    public static StoryReading Read(string story, DateOnly today, Lexicon lexicon)
    {
        var tokens = Tokenizer.Read(story);
        var book = lexicon.Stories;
        var hits = book.Concepts.Find(tokens);
        var complaining = hits.ToLookup(hit => book.Channels.ContainsKey(hit.Concept) && Distance(hits, tokens, hit.From, book.Complaining) <= Clause);
        return new()
        {
            Signals = [.. SignalReader.Read(story, tokens, lexicon).Where(static signal => !signal.Guess)],
            Dates = Dates(story, today, lexicon, tokens, hits),
            Roles = Mentions(story, tokens, hits, book.Roles),
            Channels = Mentions(story, tokens, complaining[false], book.Channels),
            ComplaintChannels = Mentions(story, tokens, complaining[true], book.Channels),
            Amounts = AmountReader.Read(story, lexicon),
            ComplainedBefore = Either(hits, book.ComplainedBefore, book.NotComplained),
            AnswerReceived = Either(hits, book.Answered, book.NotAnswered),
        };
    }

    private static List<StoryDate> Dates(string story, DateOnly today, Lexicon lexicon, List<Token> tokens, List<ConceptHit> hits)
    {
        var dates = new List<StoryDate>();
        List<ConceptHit> ordered = [.. hits.OrderBy(static hit => hit.From)];
        var (at, low) = (0, 0);
        foreach (var reading in DutchDates.Read(story, today, lexicon).Readings)
        {
            at = tokens[at].Start > reading.Position ? 0 : at;
            while (tokens[at].Start < reading.Position)
            {
                at++;
            }

            low = low > 0 && ordered[low - 1].From >= at - Reach ? 0 : low;
            while (low < ordered.Count && ordered[low].From < at - Reach)
            {
                low++;
            }

            List<ConceptHit> near = [.. ordered.Skip(low).TakeWhile(hit => hit.From <= at + Reach)];
            dates.Add(new(reading, Moment(near, tokens, at, lexicon.Stories)));
        }

        return dates;
    }

    /// <summary>The nearest word of promising or of refusing, within the same sentence.</summary>
    private static StoryMoment Moment(List<ConceptHit> hits, List<Token> tokens, int at, StoryBook book)
    {
        var promise = Math.Min(Distance(hits, tokens, at, book.Promise), Distance(hits, tokens, at, book.Said, SaidCountsLess));
        var refusal = Distance(hits, tokens, at, book.Refusal);
        (int Distance, StoryMoment Moment)[] found =
        [
            (Distance(hits, tokens, at, book.Complaining), StoryMoment.Klacht),
            (Distance(hits, tokens, at, book.Answering), StoryMoment.Antwoord),
            (refusal, StoryMoment.Weigering),
            (promise, StoryMoment.Toezegging),
        ];
        var nearest = found.MinBy(static one => one.Distance);
        return nearest.Distance > Reach ? StoryMoment.Unknown : nearest.Moment;
    }

    private static int Distance(List<ConceptHit> hits, List<Token> tokens, int at, int concept, int penalty = 0)
    {
        var nearest = int.MaxValue;
        foreach (var hit in hits)
        {
            if (hit.Concept == concept && Math.Abs(hit.From - at) <= Reach && !IsOtherSentence(tokens, Math.Min(at, hit.From), Math.Max(at, hit.From)))
            {
                nearest = Math.Min(nearest, Math.Abs(hit.From - at) + penalty);
            }
        }

        return nearest;
    }

    private static bool IsOtherSentence(List<Token> tokens, int from, int until)
    {
        for (var at = from; at < until; at++)
        {
            if (tokens[at].Text is "!" or "?" || (tokens[at].Is(".") && at + 1 < tokens.Count && !tokens[at + 1].Glued))
            {
                return true;
            }
        }

        return false;
    }

    private static List<StoryMention> Mentions(string story, List<Token> tokens, IEnumerable<ConceptHit> hits, FrozenDictionary<int, string> ids)
    {
        var found = new List<StoryMention>();
        foreach (var hit in hits.OrderBy(static hit => hit.From).ThenByDescending(static hit => hit.Next))
        {
            if (ids.TryGetValue(hit.Concept, out var id) && !found.Exists(mention => string.Equals(mention.Id, id, StringComparison.Ordinal)
                || mention.Words.End > tokens[hit.From].Start))
            {
                var words = story[tokens[hit.From].Start..tokens[hit.Next - 1].End];
                found.Add(new(id, new(words, words, tokens[hit.From].Start)));
            }
        }

        return found;
    }

    private static YesNo Either(List<ConceptHit> hits, int yes, int no)
        => hits.Exists(hit => hit.Concept == no) ? YesNo.No : hits.Exists(hit => hit.Concept == yes) ? YesNo.Yes : YesNo.None;
}
