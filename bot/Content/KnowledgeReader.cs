using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Gemeenten;
using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Bot.Content;

/// <summary>Reads everything the core knows besides words of the conversation.</summary>
public static class KnowledgeReader
{
    /// <param name="problems">Everything that is wrong; when it is not empty the result must not be used.</param>
    public static Knowledge Read(string seeds, ICollection<string> problems)
    {
        // Needs nothing of the rest and takes about as long, so it is read beside it.
        var lexicon = Task.Run(() => LexiconReader.Read(seeds));
        var termijnen = RechtReader.ReadTermijnen(seeds, problems);
        var others = LexiconReader.Others(seeds);
        var (gemeenten, ombudsmannen) = (GemeentenReader.ReadRegister(seeds, problems), GemeentenReader.ReadOmbudsmannen(seeds, problems));
        var (routes, soorten, dutch) = (RechtReader.ReadRoutes(seeds, termijnen, problems), SoortenReader.Read(seeds, problems), lexicon.GetAwaiter().GetResult());
        return new Knowledge(
            Gemeenten: gemeenten,
            Ombudsmannen: ombudsmannen,
            Termijnen: termijnen,
            Routewijzer: routes,
            Soorten: soorten,
            Lexicon: dutch)
        {
            Lexicons = others.ToDictionary(static pair => pair.Key, pair => dutch.In(pair.Value), StringComparer.Ordinal),
            Talen = new LanguageReader([.. others.Select(static pair => (pair.Key, (IReadOnlyList<string>)pair.Value.Namen)), (Catalogue.Dutch, ["nederlands", "dutch"])]),
            Instellingen = Instellingen(seeds, problems),
            Samenwerkingen = GemeentenReader.ReadSamenwerkingen(seeds, problems),
            Brieven = BrievenReader.Read(seeds, problems),
            FelleWoorden = BrievenReader.ReadFelleWoorden(seeds, problems),
        };
    }

    /// <summary>By code; a folder bears the name of its code, so no code can be there twice.</summary>
    private static Dictionary<Gemeentecode, Gemeenteinstelling> Instellingen(string seeds, ICollection<string> problems)
        => GemeentenReader.ReadInstellingen(seeds, problems).DistinctBy(static instelling => instelling.Code).ToDictionary(static instelling => instelling.Code);
}
