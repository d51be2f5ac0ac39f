using System.Collections.Frozen;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Gemeenten;

/// <summary>Which ombudsman belongs to which gemeente. A wrong guess is repaired by law, since an ombudsman sends on; still doubt is always shown.</summary>
/// <remarks>Source: Awb art. 9:17 and 9:18 lid 2.</remarks>
public sealed class OmbudsmanRegister
{
    private readonly FrozenDictionary<string, Ombudsman> _byId;
    private readonly ILookup<Gemeentecode, Ombudsmanrij> _byGemeente;
    private readonly Kinderombudsman[] _kinder;

    /// <param name="standaard">The row for every gemeente without one of its own; its gemeente is not looked at.</param>
    /// <param name="voorbehoud">Sentences of doubt with the placeholders {ombudsman} and {telefoon}.</param>
    public OmbudsmanRegister(IEnumerable<Ombudsman> ombudsmannen, IEnumerable<Ombudsmanrij> rijen, IEnumerable<Kinderombudsman> kinder,
        Ombudsmanrij standaard, string voorbehoud)
    {
        Ombudsmannen = [.. ombudsmannen];
        Rijen = [.. rijen];
        Standaard = standaard;
        Voorbehoud = voorbehoud;
        _kinder = [.. kinder];
        _byId = Ombudsmannen.DistinctBy(static ombudsman => ombudsman.Id).ToFrozenDictionary(static ombudsman => ombudsman.Id, StringComparer.Ordinal);
        _byGemeente = Rijen.ToLookup(static rij => rij.Gemeente);
    }

    public IReadOnlyList<Ombudsman> Ombudsmannen { get; }

    public IReadOnlyList<Ombudsmanrij> Rijen { get; }

    public IReadOnlyList<Kinderombudsman> Kinderombudsmannen => _kinder;

    public Ombudsmanrij Standaard { get; }

    public string Voorbehoud { get; }

    /// <summary>The ombudsman for a gemeente on a day; an abolished one is replaced by its successor.</summary>
    /// <param name="gemeente">Absent when the resident does not know the gemeente: then the national one, with doubt.</param>
    /// <param name="dag">Day on which the resident would go there.</param>
    /// <exception cref="InvalidOperationException">The seeds name an ombudsman that is not there; the seeds check reports it first.</exception>
    public Ombudsmanadvies Voor(Gemeentecode? gemeente, DateOnly dag)
    {
        var rij = gemeente is { } code ? _byGemeente[code].FirstOrDefault(rij => rij.Herkomst.GeldtOp(dag)) ?? Standaard : Standaard;
        return Advies(rij.Ombudsman, gemeente is null ? Minst(rij.Herkomst.Zekerheid, Zekerheid.Laag) : rij.Herkomst.Zekerheid, rij.Herkomst, dag);
    }

    /// <summary>The ombudsman that the gemeente itself named, in its settings or in its letter: that goes before the table.</summary>
    public Ombudsmanadvies Zelfgenoemd(string id, Herkomst herkomst, DateOnly dag) => Advies(id, herkomst.Zekerheid, herkomst, dag);

    /// <summary>The ombudsman for children for a gemeente.</summary>
    public Kinderombudsman VoorKinderen(Gemeentecode? gemeente, DateOnly dag)
        => _kinder.FirstOrDefault(kinder => gemeente is { } code && kinder.Gemeenten.Contains(code) && kinder.Herkomst.GeldtOp(dag))
            ?? _kinder.First(static kinder => kinder.Gemeenten.Count == 0);

    public bool TryGet(string id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Ombudsman? ombudsman) => _byId.TryGetValue(id, out ombudsman);

    /// <summary>The ombudsman for every gemeente without one of its own.</summary>
    public Ombudsman Landelijk(DateOnly dag) => Bestaande(Standaard.Ombudsman, dag);

    private Ombudsmanadvies Advies(string id, Zekerheid zekerheid, Herkomst herkomst, DateOnly dag)
    {
        var ombudsman = Bestaande(id, dag);
        var twijfel = zekerheid == Zekerheid.Hoog
            ? ""
            : Voorbehoud.Replace("{ombudsman}", ombudsman.Naam, StringComparison.Ordinal)
                .Replace("{telefoon}", Landelijk(dag).Telefoon, StringComparison.Ordinal);
        return new Ombudsmanadvies(ombudsman, zekerheid, herkomst.Bron, herkomst.GecontroleerdOp, twijfel);
    }

    /// <summary>Whether an id leads to an ombudsman that exists on a day.</summary>
    internal bool Leidt(string id, DateOnly dag) => Volg(id, dag) is not null;

    private Ombudsman Bestaande(string id, DateOnly dag)
        => Volg(id, dag) ?? throw new InvalidOperationException($"Ombudsman {id} leads to nobody on {dag:yyyy-MM-dd}.");

    /// <summary>Follows the successors; null when an id is unknown, when the last one is abolished too, or when they form a circle.</summary>
    private Ombudsman? Volg(string id, DateOnly dag)
    {
        for (var stap = 0; stap <= _byId.Count && _byId.TryGetValue(id, out var ombudsman); stap++)
        {
            if (ombudsman.Herkomst.GeldigTot is not { } tot || dag <= tot)
            {
                return ombudsman;
            }

            id = ombudsman.Opvolger;
        }

        return null;
    }

    private static Zekerheid Minst(Zekerheid een, Zekerheid ander) => een < ander ? een : ander;
}
