namespace KlachtHulp.Dialogs.Gemeenten;

/// <summary>The organisations that work for gemeenten, found by gemeente or by name.</summary>
/// <remarks>Source: Awb art. 2:3; the gemeente always listens too and sends on.</remarks>
public sealed class SamenwerkingRegister(IReadOnlyList<Samenwerking> samenwerkingen)
{
    public IReadOnlyList<Samenwerking> Samenwerkingen { get; } = samenwerkingen;

    /// <summary>What works for a gemeente on a day; whether that is certain stands with each.</summary>
    public IEnumerable<Samenwerking> Voor(Gemeentecode gemeente, DateOnly dag)
        => Samenwerkingen.Where(samenwerking => samenwerking.Herkomst.GeldtOp(dag) && samenwerking.Leden.Contains(gemeente));

    /// <summary>The organisations whose name or alias stands in a text; a name is not corrected.</summary>
    public IEnumerable<Samenwerking> Find(string text, DateOnly dag)
    {
        var words = Plaatswoorden.Of(text);
        return Samenwerkingen.Where(samenwerking => samenwerking.Herkomst.GeldtOp(dag)
            && samenwerking.Aliassen.Prepend(samenwerking.Naam).Any(naam => words.Contains(Plaatswoorden.Of(naam))));
    }
}
