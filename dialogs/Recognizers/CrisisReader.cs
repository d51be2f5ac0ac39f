using KlachtHulp.Dialogs.Recognizers.Signals;
using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>What kind of danger a text speaks of, the most pressing first.</summary>
public enum CrisisKind
{
    Zelfdoding,
    KindInGevaar,
    Geweld,

    /// <summary>The resident speaks of hurting others.</summary>
    GeweldDoorMij,

    /// <summary>No place to sleep, now or soon.</summary>
    Dakloos,
}

/// <param name="Words">The words that gave rise to it.</param>
public sealed record CrisisReading(CrisisKind Kind, Found Words);

/// <summary>Signs of direct danger. It rather shows a telephone number too often than not at all, but passes over ordinary sayings such as "ik
/// schrok me dood".</summary>
public static class CrisisReader
{
    /// <returns>At most one reading of each kind, the most pressing first; empty when nothing points to danger.</returns>
    public static IReadOnlyList<CrisisReading> Read(string text, Lexicon lexicon)
    {
        var tokens = Tokenizer.Read(text);
        var book = lexicon.Crisis;
        var hits = book.Concepts.Find(tokens);
        var sayings = hits.FindAll(hit => hit.Concept == book.Sayings);
        var found = new List<CrisisReading>();
        foreach (var (concept, kind) in book.Kinds)
        {
            var hit = hits.Find(candidate => candidate.Concept == concept && !IsSaying(candidate, sayings));
            if (hit.Next > 0)
            {
                var words = text[tokens[hit.From].Start..tokens[hit.Next - 1].End];
                found.Add(new(kind, new(words, words, tokens[hit.From].Start)));
            }
        }

        return found;
    }

    /// <summary>Part of a saying that is at least as long.</summary>
    private static bool IsSaying(ConceptHit hit, List<ConceptHit> sayings)
        => sayings.Exists(saying => saying.From < hit.Next && saying.Next > hit.From && saying.Next - saying.From >= hit.Next - hit.From);
}
