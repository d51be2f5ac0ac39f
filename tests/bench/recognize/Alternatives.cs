using KlachtHulp.Dialogs.Recognizers;
using KlachtHulp.Dialogs.Recognizers.Signals;
using KlachtHulp.Dialogs.Recognizers.Text;
using KlachtHulp.Tests.Recognizers;

/// <summary>Simpler ways to label a story, learnt from the same examples: what the chosen way has to beat.</summary>
internal sealed class Alternatives
{
    private readonly IReadOnlyList<string> _labels;
    private readonly List<(HashSet<string> Words, IReadOnlyList<int> Labels)> _examples;
    private readonly Dictionary<string, double[]> _bayes = new(StringComparer.Ordinal);
    private readonly double[] _prior;
    private readonly Dictionary<string, double> _rarity = new(StringComparer.Ordinal);
    private readonly Lexicon _lexicon;

    public Alternatives(string seeds, Lexicon lexicon)
    {
        _lexicon = lexicon;
        _labels = Training.Labels(seeds);
        _examples = [.. Training.Examples(seeds, lexicon).Select(static example => (Words(example.Text), example.Labels))];
        _prior = [.. _labels.Select((_, label) => Math.Log((1.0 + Of(label).Count()) / _examples.Count))];
        foreach (var word in _examples.SelectMany(static example => example.Words).Distinct(StringComparer.Ordinal))
        {
            _rarity[word] = Math.Log((double)_examples.Count / _examples.Count(example => example.Words.Contains(word)));
            _bayes[word] = [.. _labels.Select((_, label) => Math.Log((Of(label).Count(example => example.Words.Contains(word)) + 0.2) / (Of(label).Count() + 1)))];
        }
    }

    /// <summary>Naive Bayes over the stems of words: the likeliest label.</summary>
    public IEnumerable<string> Bayes(string story)
    {
        var sums = _prior.ToArray();
        foreach (var weights in Words(story).Select(word => _bayes.GetValueOrDefault(word)).OfType<double[]>())
        {
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += weights[i];
            }
        }

        return [_labels[Array.IndexOf(sums, sums.Max())]];
    }

    /// <summary>The labels of the example that shares most words, rare words counting more (cosine).</summary>
    public IEnumerable<string> Nearest(string story)
    {
        var words = Words(story);
        var best = _examples.MaxBy(example => example.Words.Where(words.Contains).Sum(word => _rarity[word] * _rarity[word])
            / Math.Sqrt(example.Words.Sum(word => _rarity[word] * _rarity[word]) + 1));
        return best.Labels.Select(label => _labels[label]);
    }

    /// <summary>The rules of signalen.yaml alone.</summary>
    public IEnumerable<string> Rules(string story) => SignalReader.Features(story, _lexicon).Select(static feature => feature.Name)
        .Where(static name => name[0] == '!').Select(static name => name[1..]);

    private IEnumerable<(HashSet<string> Words, IReadOnlyList<int> Labels)> Of(int label) => _examples.Where(example => example.Labels.Contains(label));

    private static HashSet<string> Words(string text)
    {
        var tokens = Tokenizer.Read(text);
        var keys = SoundKey.Of(tokens);
        return [.. keys.Where((_, at) => tokens[at].Kind == TokenKind.Word).Select(static key => key.Length > 7 ? key[..7] : key)];
    }
}
