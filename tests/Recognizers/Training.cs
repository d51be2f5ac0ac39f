using System.Globalization;
using KlachtHulp.Dialogs.Recognizers;
using YamlDotNet.Serialization;

namespace KlachtHulp.Tests.Recognizers;

/// <summary>An example for training.</summary>
/// <param name="Labels">Numbers of its labels.</param>
internal sealed record Example(string Text, IReadOnlyList<string> Features, IReadOnlyList<int> Labels);

/// <summary>
/// Learns seeds/taal/gewichten.csv from seeds/taal/voorbeelden.yaml: for each label a logistic regression against all other labels (AdaGrad, mean of
/// the last rounds). There is no chance in it: same examples, same weights. Runs while building, never in the service.
/// </summary>
internal static class Training
{
    private const double Rate = 0.3;
    private const double Shrink = 2e-4;
    private const double Least = 0.15;
    private const int Rounds = 12;
    private const int PairsPerExample = 2;

    /// <summary>How often the weights are learnt, each time with other pairs; the mean of these is kept.</summary>
    private const int Turns = 4;

    /// <summary>The labels in the order of the file with examples.</summary>
    public static IReadOnlyList<string> Labels(string seeds) => [.. Book(seeds).Keys];

    /// <summary>Every example once, with all labels it stands under.</summary>
    public static List<Example> Examples(string seeds, Lexicon lexicon)
    {
        var labels = Labels(seeds);
        var texts = new Dictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        foreach (var (label, text) in Book(seeds).SelectMany(static pair => pair.Value.Select(text => (pair.Key, text))))
        {
            texts.TryAdd(text, []);
            texts[text].Add(labels.ToList().IndexOf(label));
        }

        return [.. texts.Select(pair => new Example(pair.Key, Features(pair.Key, lexicon), [.. pair.Value]))];
    }

    /// <summary>The lines of gewichten.csv.</summary>
    public static IEnumerable<string> Lines(string seeds, Lexicon lexicon)
    {
        var labels = Labels(seeds);
        yield return "kenmerk;" + string.Join(';', labels);
        foreach (var (name, weights) in Learn(Examples(seeds, lexicon), labels, lexicon))
        {
            if (Array.Exists(weights, static weight => Math.Abs(weight) >= Least))
            {
                yield return $"{name};" + string.Join(';', weights.Select(Text));
            }
        }
    }

    private static string Text(double weight) => Math.Abs(weight) < Least ? "" : weight.ToString("0.##", CultureInfo.InvariantCulture);

    /// <returns>Weights per feature and label; "" is what each label starts with.</returns>
    private static SortedDictionary<string, double[]> Learn(IReadOnlyList<Example> single, IReadOnlyList<string> names, Lexicon lexicon)
    {
        var learned = new SortedDictionary<string, double[]>(StringComparer.Ordinal);
        for (var turn = 0; turn < Turns; turn++)
        {
            var examples = WithPairs(single, names, lexicon, turn);
            var numbers = Numbers(examples);
            var weights = new double[names.Count][];
            Parallel.For(0, names.Count, label => weights[label] = LearnOne(Rows(examples, numbers, label), numbers.Count));
            foreach (var (name, number) in numbers)
            {
                learned.TryAdd(name, new double[names.Count]);
                for (var label = 0; label < names.Count; label++)
                {
                    learned[name][label] += weights[label][number] / Turns;
                }
            }
        }

        return learned;
    }

    private static (int[] Features, bool Is)[] Rows(IReadOnlyList<Example> examples, Dictionary<string, int> numbers, int label)
        => [.. examples.Select(example => (example.Features.Select(name => numbers[name]).Append(0).ToArray(), example.Labels.Contains(label)))];

    /// <summary>Adds stories made of two examples, so that two subjects in one story are learnt as well.</summary>
    private static List<Example> WithPairs(IReadOnlyList<Example> examples, IReadOnlyList<string> labels, Lexicon lexicon, int turn)
    {
        int[] alone = [labels.ToList().IndexOf("geen_klacht"), labels.ToList().IndexOf("zonder_label")];
        List<Example> klachten = [.. examples.Where(example => !example.Labels.Intersect(alone).Any())];
        List<Example> all = [.. examples];
        for (var i = 0; i < klachten.Count * PairsPerExample; i++)
        {
            var first = klachten[i % klachten.Count];
            var second = klachten[(int)(((i * 7919L) + 13 + (turn * 101) + (i / klachten.Count * 37)) % klachten.Count)];
            var text = first.Text + ". " + second.Text;
            all.Add(new(text, Features(text, lexicon), [.. first.Labels.Union(second.Labels).Order()]));
        }

        return all;
    }

    private static IReadOnlyList<string> Features(string text, Lexicon lexicon) => [.. SignalReader.Features(text, lexicon).Select(static feature => feature.Name)];

    private static Dictionary<string, List<string>> Book(string seeds)
        => new DeserializerBuilder().Build().Deserialize<Dictionary<string, List<string>>>(File.ReadAllText(Path.Combine(seeds, "taal", "voorbeelden.yaml")));

    private static Dictionary<string, int> Numbers(IReadOnlyList<Example> examples)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 0 };
        foreach (var name in examples.SelectMany(static example => example.Features).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            numbers[name] = numbers.Count;
        }

        return numbers;
    }

    private static double[] LearnOne((int[] Features, bool Is)[] rows, int features)
    {
        var weights = new double[features];
        var squares = new double[features];
        var sums = new double[features];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                Step(rows[(int)(((i * 7919L) + (round * 104729L)) % rows.Length)], weights, squares);
            }

            for (var i = 0; round >= Rounds / 2 && i < features; i++)
            {
                sums[i] += weights[i];
            }
        }

        return [.. sums.Select(static sum => sum / (Rounds - (Rounds / 2)))];
    }

    private static void Step((int[] Features, bool Is) row, double[] weights, double[] squares)
    {
        var sum = 0.0;
        foreach (var feature in row.Features)
        {
            sum += weights[feature];
        }

        var error = (1 / (1 + Math.Exp(-sum))) - (row.Is ? 1 : 0);
        foreach (var feature in row.Features)
        {
            var slope = error + (Shrink * weights[feature]);
            squares[feature] += slope * slope;
            weights[feature] -= Rate * slope / Math.Sqrt(squares[feature] + 1e-6);
        }
    }
}
