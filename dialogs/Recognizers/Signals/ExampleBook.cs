using System.Collections.Frozen;
using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers.Signals;

/// <summary>A word or concept of a story that weighs for the label, with the token where it stands.</summary>
internal readonly record struct Weighed(int Token, double Weight);

/// <summary>
/// Compares a story with the example sentences of seeds/taal/voorbeelden.yaml, word by word, for stories on which no rule applies.
/// A naive Bayes model: every word and concept weighs by how much more often it stands in the examples of one label than in the others.
/// </summary>
internal sealed class ExampleBook
{
    private const double Smoothing = 0.35;
    private const int StemLength = 6;
    private const int ShortestWord = 3;
    private readonly ConceptBook _concepts;
    private readonly string[] _labels;
    private readonly FrozenDictionary<string, double[]> _weights;

    public ExampleBook(IReadOnlyDictionary<string, List<string>> examples, ConceptBook concepts)
    {
        _concepts = concepts;
        _labels = [.. examples.Keys.Order(StringComparer.Ordinal)];
        var counts = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var totals = new double[_labels.Length];
        for (var label = 0; label < _labels.Length; label++)
        {
            foreach (var example in examples[_labels[label]])
            {
                Count(Tokenizer.Read(example), label, counts, totals);
            }
        }

        _weights = counts.ToFrozenDictionary(static pair => pair.Key, pair => Weights(pair.Value, totals, counts.Count), StringComparer.Ordinal);
    }

    /// <summary>The label that fits best with its words, most telling first; false when none stands out.</summary>
    public bool TryRead(IReadOnlyList<Token> tokens, double least, out string label, out List<Weighed> words)
    {
        var scores = new double[_labels.Length];
        var features = Features(tokens);
        foreach (var (_, feature) in features)
        {
            if (_weights.TryGetValue(feature, out var weights))
            {
                Add(scores, weights);
            }
        }

        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        label = _labels.Length > 0 ? _labels[best] : "";
        words = [.. features.Where(pair => _weights.ContainsKey(pair.Feature)).Select(pair => new Weighed(pair.Token, _weights[pair.Feature][best]))
            .Where(static word => word.Weight > 0).OrderByDescending(static word => word.Weight).DistinctBy(static word => word.Token).Take(3)];
        return scores.Length > 0 && scores[best] >= least && words.Count > 1;
    }

    private static void Add(double[] scores, double[] weights)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] += weights[i];
        }
    }

    private void Count(List<Token> tokens, int label, Dictionary<string, double[]> counts, double[] totals)
    {
        foreach (var (_, feature) in Features(tokens))
        {
            if (!counts.TryGetValue(feature, out var row))
            {
                counts[feature] = row = new double[_labels.Length];
            }

            row[label]++;
            totals[label]++;
        }
    }

    private static double[] Weights(double[] counts, double[] totals, int features)
    {
        var all = totals.Sum();
        var total = counts.Sum();
        var weights = new double[counts.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            var inside = (counts[i] + Smoothing) / (totals[i] + (Smoothing * features));
            var outside = (total - counts[i] + Smoothing) / (all - totals[i] + (Smoothing * features));
            weights[i] = Math.Log(inside / outside);
        }

        return weights;
    }

    /// <summary>Stems of words and names of concepts, each once.</summary>
    private List<(int Token, string Feature)> Features(IReadOnlyList<Token> tokens)
    {
        var keys = SoundKey.Of(tokens);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var features = new List<(int Token, string Feature)>();
        for (var i = 0; i < keys.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Word && keys[i].Length >= ShortestWord)
            {
                var stem = keys[i].Length > StemLength ? keys[i][..StemLength] : keys[i];
                if (seen.Add(stem))
                {
                    features.Add((i, stem));
                }
            }
        }

        foreach (var hit in _concepts.Find(tokens))
        {
            var name = "#" + _concepts.NameOf(hit.Concept);
            if (seen.Add(name))
            {
                features.Add((hit.From, name));
            }
        }

        return features;
    }
}
