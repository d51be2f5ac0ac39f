using System.Collections.Frozen;

namespace KlachtHulp.Dialogs.Gemeenten;

/// <summary>All gemeenten, and which of them a text means.</summary>
public sealed class GemeenteRegister
{
    private readonly FrozenDictionary<Gemeentecode, Gemeente> _byCode;
    private readonly Gemeentenaamzoeker _zoeker;

    /// <exception cref="ArgumentException">Two gemeenten have the same code.</exception>
    public GemeenteRegister(IEnumerable<Gemeente> gemeenten, IEnumerable<Herindeling> herindelingen, Gemeentelijst lijst)
    {
        Gemeenten = [.. gemeenten];
        Herindelingen = [.. herindelingen];
        Lijst = lijst;
        _byCode = Gemeenten.ToFrozenDictionary(static gemeente => gemeente.Code);
        _zoeker = new Gemeentenaamzoeker(Names(), lijst.GeenGemeente);
    }

    public IReadOnlyList<Gemeente> Gemeenten { get; }

    public IReadOnlyList<Herindeling> Herindelingen { get; }

    public Gemeentelijst Lijst { get; }

    public bool TryGet(Gemeentecode code, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Gemeente? gemeente)
        => _byCode.TryGetValue(code, out gemeente);

    /// <summary>Which gemeente a text means: a bare name or a sentence, with old names and typing errors.</summary>
    /// <param name="text">As the resident wrote it.</param>
    /// <param name="day">Day on which the gemeente has to exist; a name of before a merger gives its successor.</param>
    public Gemeentevondst Find(string text, DateOnly day) => _zoeker.Find(text, day);

    private IEnumerable<Gemeentenaam> Names()
    {
        foreach (var gemeente in Gemeenten)
        {
            string[] names = [gemeente.Naam, gemeente.Toonnaam, .. gemeente.Aliassen];
            var words = gemeente.GewoneWoorden.Select(Plaatswoorden.Key).ToHashSet(StringComparer.Ordinal);
            foreach (var key in names.Select(Plaatswoorden.Key).Distinct(StringComparer.Ordinal))
            {
                yield return new(key, gemeente, "", gemeente.GeldigVan ?? DateOnly.MinValue, gemeente.GeldigTot ?? DateOnly.MaxValue, words.Contains(key));
            }
        }

        var current = Gemeenten.Select(static gemeente => gemeente.Naam).ToHashSet(StringComparer.Ordinal);
        foreach (var herindeling in Herindelingen)
        {
            var from = current.Contains(herindeling.OudeNaam) ? herindeling.Per : DateOnly.MinValue;
            foreach (var gemeente in herindeling.Nieuw.Where(_byCode.ContainsKey).Select(code => _byCode[code]))
            {
                yield return new(Plaatswoorden.Key(herindeling.OudeNaam), gemeente, herindeling.OudeNaam, from, DateOnly.MaxValue, herindeling.GewoonWoord);
            }
        }
    }
}
