using KlachtHulp.Dialogs.Recognizers.Signals;
using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>What a story seems to be about. A proposal: the resident confirms or corrects it.</summary>
/// <param name="Label">Id such as <c>toezegging.termijn_terugbellen</c>, <c>privacy.delen_zonder_toestemming</c> or <c>bejegening</c>.</param>
/// <param name="Kinds">Kinds of toezegging (T01-T12) or privacyschending (P01-P21) to propose, most likely first.</param>
/// <param name="Words">The words that gave rise to it, in the order of the rule, or the heaviest first.</param>
/// <param name="Rule">Name of the rule in seeds/taal/signalen.yaml, or "gewichten" when the words of seeds/taal/gewichten.csv decided.</param>
public sealed record Signal(string Label, IReadOnlyList<string> Kinds, IReadOnlyList<Found> Words, string Rule)
{
    /// <summary>The heaviest of labels none of which weighs much: good enough to count, too little to say to a resident.</summary>
    public bool Guess { get; init; }
}

/// <summary>
/// Reads a free story as labels: the rules of seeds/taal/signalen.yaml say what they see, the weights of seeds/taal/gewichten.csv decide.
/// The same story always gives the same labels.
/// </summary>
public static class SignalReader
{
    private const string NoKlacht = "geen_klacht";

    /// <summary>Stands for a text that is about nothing, such as an answer to another question.</summary>
    private const string NoLabel = "zonder_label";

    /// <summary>What a rule that applied adds to the sum of its label.</summary>
    private const float RuleAdds = 1.5f;

    /// <summary>From here a label is proposed beside the heaviest one.</summary>
    private const float LeastBeside = 0.7f;

    /// <summary>Words of a story that are weighed together; about the length of the examples.</summary>
    private const int PartLength = 60;

    private const int MostWords = 3;

    public static IReadOnlyList<Signal> Read(string story, Lexicon lexicon) => Read(story, Tokenizer.Read(story), lexicon);

    internal static IReadOnlyList<Signal> Read(string story, IReadOnlyList<Token> tokens, Lexicon lexicon)
    {
        List<IReadOnlyList<Token>> parts = [.. Parts(tokens)];
        var found = new List<Signal>();
        foreach (var signal in parts.SelectMany(part => ReadPart(story, part, lexicon, sure: parts.Count > 1)))
        {
            Add(found, signal);
        }

        if (found.Count == 0 && parts.Count > 1)
        {
            found.AddRange(ReadPart(story, [.. tokens.Take(PartLength * 4)], lexicon, sure: false));
        }

        var klachten = found.Where(static signal => signal.Label != NoKlacht).OrderBy(signal => lexicon.Weights.IndexOf(signal.Label)).ToList();
        return klachten.Count > 0 ? klachten : found;
    }

    /// <summary>What the weights look at in a text.</summary>
    internal static List<Feature> Features(string text, Lexicon lexicon)
    {
        var tokens = Tokenizer.Read(text);
        var hits = lexicon.Signals.Concepts.Find(tokens);
        return StoryFeatures.Of(tokens, lexicon.Signals.Concepts, hits, Ruled(text, tokens, hits, lexicon.Signals));
    }

    /// <summary>The story in parts of whole sentences.</summary>
    private static IEnumerable<IReadOnlyList<Token>> Parts(IReadOnlyList<Token> tokens)
    {
        var from = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            var closes = tokens[at].Text is "." or "!" or "?" && at - from >= PartLength / 2 && tokens.Count - at > PartLength / 3;
            if (closes || at - from >= PartLength * 2 || at == tokens.Count - 1)
            {
                yield return from == 0 && at == tokens.Count - 1 ? tokens : [.. tokens.Skip(from).Take(at + 1 - from)];
                from = at + 1;
            }
        }
    }

    /// <param name="sure">Whether the heaviest label must be more likely than not; false when it is the only thing to go by.</param>
    private static IEnumerable<Signal> ReadPart(string story, IReadOnlyList<Token> tokens, Lexicon lexicon, bool sure)
    {
        if (!tokens.Any(static token => token.Kind == TokenKind.Word))
        {
            yield break;
        }

        var hits = lexicon.Signals.Concepts.Find(tokens);
        var ruled = Ruled(story, tokens, hits, lexicon.Signals);
        var features = StoryFeatures.Of(tokens, lexicon.Signals.Concepts, hits, ruled);
        var sums = lexicon.Weights.Sums(features);
        for (var label = 0; label < sums.Length; label++)
        {
            sums[label] += ruled.Exists(signal => signal.Label == lexicon.Weights.Labels[label]) ? RuleAdds : 0;
        }

        var best = Array.IndexOf(sums, sums.Max());
        for (var label = 0; label < sums.Length; label++)
        {
            var name = lexicon.Weights.Labels[label];
            var beside = sums[label] > LeastBeside && !IsAlone(name) && !IsAlone(lexicon.Weights.Labels[best]);
            if (name != NoLabel && (beside || (label == best && (!sure || sums[best] > 0))))
            {
                yield return ruled.Find(signal => signal.Label == name) ?? ByWeight(story, tokens, features, label, lexicon) with { Guess = sums[label] <= LeastBeside };
            }
        }
    }

    private static bool IsAlone(string label) => label is NoKlacht or NoLabel;

    private static Signal ByWeight(string story, IReadOnlyList<Token> tokens, List<Feature> features, int label, Lexicon lexicon)
    {
        var name = lexicon.Weights.Labels[label];
        var words = lexicon.Weights.Because(features, label).Where(static feature => !feature.Name.StartsWith('!')).DistinctBy(static feature
            => feature.Token).Take(MostWords);
        return new(name, lexicon.Signals.KindsOf(name), [.. words.Select(feature => Words(story, tokens, feature.Token, feature.Next))], "gewichten");
    }

    private static List<Signal> Ruled(string story, IReadOnlyList<Token> tokens, List<ConceptHit> hits, SignalBook book)
    {
        var index = new ConceptIndex(hits, book.Concepts.Count);
        var found = new List<Signal>();
        foreach (var rule in book.Rules)
        {
            if (!rule.Joins(found) || rule.Evidence(index) is not { } evidence)
            {
                continue;
            }

            var signal = new Signal(rule.Label, rule.Kinds, [.. evidence.Select(hit => Words(story, tokens, hit.From, hit.Next))], rule.Name);
            if (rule.Alone)
            {
                return [signal];
            }

            Add(found, signal);
        }

        return found;
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

    private static Found Words(string story, IReadOnlyList<Token> tokens, int from, int next)
    {
        var text = story[tokens[from].Start..tokens[next - 1].End];
        return new(text, text, tokens[from].Start);
    }
}
