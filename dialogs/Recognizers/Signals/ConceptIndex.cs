using System.Runtime.InteropServices;

namespace KlachtHulp.Dialogs.Recognizers.Signals;

/// <summary>The concepts of one story by number, to be searched by place.</summary>
internal sealed class ConceptIndex
{
    private readonly List<ConceptHit>?[] _byConcept;

    public ConceptIndex(IReadOnlyList<ConceptHit> hits, int concepts)
    {
        _byConcept = new List<ConceptHit>?[concepts];
        foreach (var hit in hits)
        {
            (_byConcept[hit.Concept] ??= []).Add(hit);
        }
    }

    public ReadOnlySpan<ConceptHit> Of(int concept) => CollectionsMarshal.AsSpan(_byConcept[concept]);

    public bool Any(ReadOnlySpan<int> concepts, int from, int until, ConceptHit except) => TryFirst(concepts, from, until, except, out _);

    /// <summary>The first place of one of the concepts between two tokens that is not the same words as <paramref name="except"/>.</summary>
    public bool TryFirst(ReadOnlySpan<int> concepts, int from, int until, ConceptHit except, out ConceptHit found)
    {
        foreach (var concept in concepts)
        {
            foreach (var hit in Of(concept))
            {
                if (hit.From >= from && hit.Next <= until && !(hit.From < except.Next && hit.Next > except.From))
                {
                    found = hit;
                    return true;
                }
            }
        }

        found = default;
        return false;
    }
}
