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
    /// <summary>The name residents use for a gemeente; its code when there is no such gemeente.</summary>
    public string Gemeentenaam(string code)
        => Gemeentecode.TryParse(code, out var parsed) && Gemeenten.TryGet(parsed, out var gemeente) ? gemeente.Toonnaam : code;

    /// <param name="code">CBS code, or null when the resident does not know.</param>
    public Ombudsmanadvies OmbudsmanVan(string? code, DateOnly dag)
        => Ombudsmannen.Voor(code is not null && Gemeentecode.TryParse(code, out var parsed) ? parsed : null, dag);

    /// <summary>The name of a kind, T01 to T12 or P01 to P21, on a button and on the form; the id when there is no such kind.</summary>
    public string Soortnaam(string id) => Soortnamen.FirstOrDefault(soort => soort.Id == id).Naam ?? id;

    /// <summary>Every kind with its name.</summary>
    public IEnumerable<(string Id, string Naam)> Soortnamen
        => Soorten.Toezeggingen.Select(static soort => (soort.Id, soort.Naam)).Concat(Soorten.Privacyschendingen.Select(static soort => (soort.Id, soort.Naam)));
}
