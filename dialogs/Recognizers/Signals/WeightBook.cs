using System.Collections.Frozen;

namespace KlachtHulp.Dialogs.Recognizers.Signals;

/// <summary>The weights of seeds/taal/gewichten.csv: per label a sum over the features of a story. Above zero the label is more likely than not.</summary>
internal sealed class WeightBook
{
    private readonly FrozenDictionary<string, float[]> _weights;
    private readonly float[] _bias;

    /// <exception cref="FormatException">A row has more or fewer weights than there are labels.</exception>
    public WeightBook(GewichtenSeed seed)
    {
        Labels = seed.Labels;
        var wrong = seed.Rijen.FirstOrDefault(row => row.Value.Count != Labels.Count);
        if (wrong.Value is not null)
        {
            throw new FormatException($"seeds/taal/gewichten.csv: '{wrong.Key}' has {wrong.Value.Count} weights for {Labels.Count} labels");
        }

        _weights = seed.Rijen.ToFrozenDictionary(static pair => pair.Key, static pair => pair.Value.ToArray(), StringComparer.Ordinal);
        _bias = _weights.GetValueOrDefault("") ?? new float[Labels.Count];
    }

    public IReadOnlyList<string> Labels { get; }

    /// <summary>Place of a label among the columns, or -1.</summary>
    public int IndexOf(string label) => Labels.ToList().IndexOf(label);

    /// <summary>The sum for each label.</summary>
    public float[] Sums(IReadOnlyList<Feature> features)
    {
        float[] sums = [.. _bias];
        foreach (var feature in features)
        {
            if (_weights.TryGetValue(feature.Name, out var weights))
            {
                for (var i = 0; i < sums.Length; i++)
                {
                    sums[i] += weights[i];
                }
            }
        }

        return sums;
    }

    /// <summary>The features that weigh most for a label, heaviest first.</summary>
    public IEnumerable<Feature> Because(IReadOnlyList<Feature> features, int label)
        => features.Select(feature => (feature, Weight: _weights.TryGetValue(feature.Name, out var weights) ? weights[label] : 0))
            .Where(static pair => pair.Weight > 0).OrderByDescending(static pair => pair.Weight).Select(static pair => pair.feature);
}
