using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Content;

/// <summary>The sentences that stand beside the law in the seeds, in another language. What counts stays the Dutch table; only its words change.</summary>
public static class Vertaling
{
    /// <summary>Keys of messages that only stand on papers or before employees of the gemeente; both are in Dutch.</summary>
    private static readonly string[] Papier = ["balie.", "brief.", "brieven.", "denkhulp.", "agenda.", "document.paginanummer", "document.vierkantjes"];

    /// <summary>The knowledge with the ways that are open told in every language of the catalogue.</summary>
    public static Knowledge Spreekt(Knowledge knowledge, Catalogue catalogue) => knowledge with
    {
        Routewijzers = catalogue.Languages.Values.Where(static words => words.Language != Catalogue.Dutch)
            .ToDictionary(static words => words.Language, words => knowledge.Routewijzer.Met(Tabel(knowledge.Routewijzer.Tabel, words)), StringComparer.Ordinal),
    };

    /// <summary>The words on the link to a letter.</summary>
    public static string Link(Briefsoort brief, Words words) => Of(words, $"brieflink.{brief.Id}", brief.Link);

    /// <summary>What every other language must have words for: key and Dutch text.</summary>
    public static IReadOnlyList<(string Key, string Dutch)> Sleutels(Catalogue catalogue, Knowledge knowledge) =>
    [
        .. catalogue.Languages[Catalogue.Dutch].Messages.Where(static pair => !Papier.Any(prefix => pair.Key.StartsWith(prefix, StringComparison.Ordinal)))
            .Select(static pair => (pair.Key, pair.Value)),
        .. knowledge.Soortnamen.Select(static soort => ($"soort.{soort.Id}", soort.Naam)),
        .. knowledge.Brieven.Select(static brief => ($"brieflink.{brief.Id}", brief.Link)),
        .. Zinnen(knowledge.Routewijzer.Tabel),
        ("ombudsman.voorbehoud", knowledge.Ombudsmannen.Voorbehoud),
    ];

    private static IEnumerable<(string Key, string Dutch)> Zinnen(Routetabel tabel) =>
    [
        .. tabel.Soorten.SelectMany(static soort => new[] { ($"route.{soort.Code}.naam", soort.Naam), ($"route.{soort.Code}.zin", soort.Zin) }),
        .. tabel.Woorden.Select(static woord => ($"routewoord.{woord.Key}", woord.Value)),
        .. tabel.Regels.SelectMany(static regel => new[] { ($"regel.{regel.Nr}.zin", regel.Zin), ($"regel.{regel.Nr}.zin_zonder_datum", regel.ZinZonderDatum) })
            .Where(static pair => pair.Item2.Length > 0).DistinctBy(static pair => pair.Item1),
    ];

    private static Routetabel Tabel(Routetabel dutch, Words words) => new(
        [.. dutch.Soorten.Select(soort => new Routesoort(soort.Code, Of(words, $"route.{soort.Code}.naam", soort.Naam), Of(words, $"route.{soort.Code}.zin", soort.Zin)))],
        [.. dutch.Regels.Select(regel => regel with
        {
            Zin = Of(words, $"regel.{regel.Nr}.zin", regel.Zin),
            ZinZonderDatum = Of(words, $"regel.{regel.Nr}.zin_zonder_datum", regel.ZinZonderDatum),
        })],
        dutch.Woorden.ToDictionary(static pair => pair.Key, pair => Of(words, $"routewoord.{pair.Key}", pair.Value), StringComparer.Ordinal))
    {
        Dag = dag => Taalwoorden.Dag(dag, words),
        TweeDagen = (een, ander) => Taalwoorden.Een(een, ander, words),
    };

    private static string Of(Words words, string key, string dutch) => words.Messages.GetValueOrDefault(key) ?? dutch;
}
