using KlachtHulp.Dialogs.Recognizers.Signals;
using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>What a story seems to be about. A proposal: the resident confirms or corrects it.</summary>
/// <param name="Label">Id such as <c>toezegging.termijn_terugbellen</c>, <c>privacy.delen_zonder_toestemming</c> or <c>bejegening</c>.</param>
/// <param name="Kinds">Kinds of toezegging (T01-T12) or privacyschending (P01-P21) to propose, most likely first.</param>
/// <param name="Words">The words that gave rise to it, in the order of the rule.</param>
/// <param name="Rule">Name of the rule in seeds/taal/signalen.yaml.</param>
public sealed record Signal(string Label, IReadOnlyList<string> Kinds, IReadOnlyList<Found> Words, string Rule);

/// <summary>Reads a free story as labels. Rules and words stand in seeds/taal/signalen.yaml; the same story always gives the same labels.</summary>
public static class SignalReader
{
    /// <summary>Sum of the weights of words from which a comparison with the examples counts.</summary>
    private const double LeastLikeness = 2.0;

    public static IReadOnlyList<Signal> Read(string story, Lexicon lexicon) => Read(story, Tokenizer.Read(story), lexicon);

    internal static IReadOnlyList<Signal> Read(string story, IReadOnlyList<Token> tokens, Lexicon lexicon)
    {
        var index = new ConceptIndex(lexicon.Signals.Concepts.Find(tokens), lexicon.Signals.Concepts.Count);
        var found = new List<Signal>();
        var compared = false;
        foreach (var rule in lexicon.Signals.Rules)
        {
            if (rule.OnlyWhenEmpty && !compared)
            {
                compared = true;
                Compare(story, tokens, lexicon, found);
            }

            if ((rule.OnlyWhenEmpty && found.Count > 0) || found.Exists(signal => rule.UnlessLabel.Contains(signal.Label))
                || rule.Evidence(index) is not { } evidence)
            {
                continue;
            }

            if (rule.Alone)
            {
                return [Propose(story, tokens, rule, evidence)];
            }

            Add(found, Propose(story, tokens, rule, evidence));
        }

        return found;
    }

    /// <summary>Falls back on the example sentences when no firm rule applies.</summary>
    private static void Compare(string story, IReadOnlyList<Token> tokens, Lexicon lexicon, List<Signal> found)
    {
        if (found.Count > 0 || !lexicon.Examples.TryRead(tokens, LeastLikeness, out var label, out var words))
        {
            return;
        }

        var evidence = words.Select(word => new Found(story[tokens[word.Token].Start..tokens[word.Token].End],
            story[tokens[word.Token].Start..tokens[word.Token].End], tokens[word.Token].Start));
        found.Add(new(label, lexicon.Signals.KindsOf(label), [.. evidence], "voorbeelden"));
    }

    /// <summary>A second rule for the same label adds its kinds.</summary>
    private static void Add(List<Signal> found, Signal signal)
    {
        var at = found.FindIndex(other => string.Equals(other.Label, signal.Label, StringComparison.Ordinal));
        if (at < 0)
        {
            found.Add(signal);
            return;
        }

        found[at] = found[at] with { Kinds = [.. found[at].Kinds.Union(signal.Kinds, StringComparer.Ordinal)] };
    }

    private static Signal Propose(string story, IReadOnlyList<Token> tokens, SignalRule rule, List<ConceptHit> evidence)
        => new(rule.Label, rule.Kinds, [.. evidence.Select(hit => Words(story, tokens, hit))], rule.Name);

    private static Found Words(string story, IReadOnlyList<Token> tokens, ConceptHit hit)
    {
        var text = story[tokens[hit.From].Start..tokens[hit.Next - 1].End];
        return new(text, text, tokens[hit.From].Start);
    }
}
