using System.Collections.Frozen;
using KlachtHulp.Dialogs.Gemeenten;
using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Dialogs.Content;

/// <summary>Everything the core knows from seeds besides words; read once at start.</summary>
/// <param name="Lexicon">Words for understanding Dutch.</param>
/// <param name="Termijnen">The terms of the law.</param>
/// <param name="Routewijzer">The ways that are open.</param>
/// <param name="Soorten">The kinds of toezegging and of breach of privacy.</param>
public sealed record Knowledge(Lexicon Lexicon, GemeenteRegister Gemeenten, OmbudsmanRegister Ombudsmannen, Termijnen Termijnen, Routewijzer Routewijzer, Soorten Soorten)
{
    /// <summary>What gemeenten have set for themselves; it goes before the tables.</summary>
    public IReadOnlyDictionary<Gemeentecode, Gemeenteinstelling> Instellingen { get; init; } = FrozenDictionary<Gemeentecode, Gemeenteinstelling>.Empty;

    /// <summary>The organisations that work for gemeenten.</summary>
    public SamenwerkingRegister Samenwerkingen { get; init; } = new([]);

    /// <summary>The letters besides the form.</summary>
    public IReadOnlyList<Briefsoort> Brieven { get; init; } = [];

    /// <summary>Words for understanding other languages than Dutch, by BCP-47.</summary>
    public IReadOnlyDictionary<string, Lexicon> Lexicons { get; init; } = FrozenDictionary<string, Lexicon>.Empty;

    /// <summary>The ways that are open, told in other languages than Dutch, by BCP-47.</summary>
    public IReadOnlyDictionary<string, Routewijzer> Routewijzers { get; init; } = FrozenDictionary<string, Routewijzer>.Empty;

    /// <summary>Hears a wish for another language.</summary>
    public LanguageReader Talen { get; init; } = new([]);

    /// <summary>The same knowledge with the words of another language; Dutch where there are none.</summary>
    public Knowledge In(string language) => language == Catalogue.Dutch ? this : this with
    {
        Lexicon = Lexicons.GetValueOrDefault(language, Lexicon),
        Routewijzer = Routewijzers.GetValueOrDefault(language, Routewijzer),
    };

    /// <summary>Words of somebody who is very angry, in lower case.</summary>
    public IReadOnlySet<string> FelleWoorden { get; init; } = FrozenSet<string>.Empty;

    /// <summary>The name residents use for a gemeente; its code when there is no such gemeente.</summary>
    public string Gemeentenaam(string code)
        => Gemeentecode.TryParse(code, out var parsed) && Gemeenten.TryGet(parsed, out var gemeente) ? gemeente.Toonnaam : code;

    /// <param name="code">CBS code, or null when the resident does not know.</param>
    public Ombudsmanadvies OmbudsmanVan(string? code, DateOnly dag)
        => InstellingVan(code, dag) is { Ombudsman.Length: > 0 } eigen
            ? Ombudsmannen.Zelfgenoemd(eigen.Ombudsman, eigen.Herkomst, dag)
            : Ombudsmannen.Voor(code is not null && Gemeentecode.TryParse(code, out var parsed) ? parsed : null, dag);

    /// <summary>The same for conduct of an organisation that works for the gemeente: its own ombudsman when that one is known.</summary>
    /// <param name="organisatie">As the resident wrote it; null or unknown gives the ombudsman of the gemeente.</param>
    public Ombudsmanadvies OmbudsmanVan(string? code, string? organisatie, DateOnly dag)
        => SamenwerkingVan(code, organisatie, dag) is { Ombudsman.Length: > 0 } samen
            ? Ombudsmannen.Zelfgenoemd(samen.Ombudsman, samen.Herkomst, dag)
            : OmbudsmanVan(code, dag);

    /// <summary>What a gemeente has set for itself; null when it has set nothing.</summary>
    public Gemeenteinstelling? InstellingVan(string? code, DateOnly dag)
        => code is not null && Gemeentecode.TryParse(code, out var parsed) && Instellingen.TryGetValue(parsed, out var eigen) && eigen.Herkomst.GeldtOp(dag) ? eigen : null;

    /// <summary>The organisation a resident means, as far as it is known to work for this gemeente; null when that is not certain.</summary>
    public Samenwerking? SamenwerkingVan(string? code, string? organisatie, DateOnly dag)
    {
        if (organisatie is null || code is null || !Gemeentecode.TryParse(code, out var gemeente))
        {
            return null;
        }

        return Samenwerkingen.Find(organisatie, dag).Where(samen => samen.Leden.Contains(gemeente)).Take(2).ToArray() is [var een] ? een : null;
    }

    /// <summary>The name of a kind, T01 to T12 or P01 to P21, on a button and on the form; the id when there is no such kind.</summary>
    public string Soortnaam(string id) => Soortnamen.FirstOrDefault(soort => soort.Id == id).Naam ?? id;

    /// <summary>Every kind with its name.</summary>
    public IEnumerable<(string Id, string Naam)> Soortnamen
        => Soorten.Toezeggingen.Select(static soort => (soort.Id, soort.Naam)).Concat(Soorten.Privacyschendingen.Select(static soort => (soort.Id, soort.Naam)));
}
