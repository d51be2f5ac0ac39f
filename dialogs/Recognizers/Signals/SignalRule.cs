namespace KlachtHulp.Dialogs.Recognizers.Signals;

/// <summary>When a label is proposed: concepts that stand close together.</summary>
/// <param name="Anchor">The concept the others are measured from.</param>
/// <param name="Near">For each item at least one of its concepts stands within <paramref name="Within"/> words of the anchor.</param>
/// <param name="After">As near, but after the anchor, within three times as many words.</param>
/// <param name="Without">None of these stands within reach of the anchor.</param>
/// <param name="Nowhere">None of these stands anywhere in the story.</param>
/// <param name="UnlessLabel">Not proposed beside one of these labels.</param>
/// <param name="Alone">Whether this label stands alone and drives out the others.</param>
/// <param name="OnlyWhenEmpty">A weaker rule, tried only while nothing has been found.</param>
internal sealed record SignalRule(
    string Name,
    string Label,
    IReadOnlyList<string> Kinds,
    int[] Anchor,
    int[][] Near,
    int[][] After,
    int[] Without,
    int[] Nowhere,
    IReadOnlyList<string> UnlessLabel,
    int Within,
    bool Alone,
    bool OnlyWhenEmpty)
{
    private const int Further = 3;

    /// <summary>Whether it may still be proposed beside what was found.</summary>
    public bool Joins(List<Signal> found)
    {
        foreach (var signal in found)
        {
            if (OnlyWhenEmpty || UnlessLabel.Contains(signal.Label))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The words that gave rise to the label, or null when the rule does not apply.</summary>
    public List<ConceptHit>? Evidence(ConceptIndex index)
    {
        foreach (var concept in Nowhere)
        {
            if (!index.Of(concept).IsEmpty)
            {
                return null;
            }
        }

        foreach (var concept in Anchor)
        {
            foreach (var anchor in index.Of(concept))
            {
                if (Around(index, anchor) is { } evidence)
                {
                    return evidence;
                }
            }
        }

        return null;
    }

    private List<ConceptHit>? Around(ConceptIndex index, ConceptHit anchor)
    {
        if (index.Any(Without, anchor.From - Within, anchor.Next + Within, anchor))
        {
            return null;
        }

        var evidence = new List<ConceptHit> { anchor };
        foreach (var item in Near)
        {
            if (!index.TryFirst(item, anchor.From - Within, anchor.Next + Within, anchor, out var hit))
            {
                return null;
            }

            evidence.Add(hit);
        }

        foreach (var item in After)
        {
            if (!index.TryFirst(item, anchor.Next, anchor.Next + (Further * Within), anchor, out var hit))
            {
                return null;
            }

            evidence.Add(hit);
        }

        return evidence;
    }
}
