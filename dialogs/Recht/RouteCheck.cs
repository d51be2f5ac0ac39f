namespace KlachtHulp.Dialogs.Recht;

/// <summary>What is wrong with the route table.</summary>
internal static class RouteCheck
{
    private const int LongestSentence = 20;

    private static IReadOnlyList<string> Woorden
        => ["datum", "ombudsman", "organisatie", "instantie", "voorbehoud", "vraag_na", "misschien_voorbij", "alleen_besluit", "alleen_los_deel", "rechter_beslist"];

    public static IEnumerable<SeedProblem> Problems(Routetabel tabel, Termijnen termijnen, DateOnly vandaag) =>
    [
        .. HerkomstCheck.Twice("routes", tabel.Soorten.Select(static soort => soort.Code)),
        .. HerkomstCheck.Twice("routes row", tabel.Regels.Where(regel => regel.Herkomst.GeldtOp(vandaag)).Select(static regel => $"{regel.Nr}")),
        .. Woorden.Where(woord => !tabel.Woorden.ContainsKey(woord)).Select(static woord => SeedProblem.Error($"routes: the word '{woord}' is missing.")),
        .. tabel.Woorden.SelectMany(static woord => Zin($"routes, {woord.Key}", woord.Value)),
        .. tabel.Soorten.Where(static soort => soort.Naam.Length is 0 or > 60)
            .Select(static soort => SeedProblem.Error($"{soort.Code}: a name has 1 to 60 characters.")),
        .. tabel.Soorten.SelectMany(static soort => Zin(soort.Code, soort.Zin)),
        .. tabel.Soorten.SelectMany(soort => Plaatsen(soort.Code, magDatum: false, soort.Zin, termijnen)),
        .. tabel.Soorten.Where(static soort => soort.ZinJe.Length > 0).SelectMany(static soort => Zin($"{soort.Code}, je", soort.ZinJe)),
        .. tabel.Soorten.SelectMany(soort => Plaatsen($"{soort.Code}, je", magDatum: false, soort.ZinJe, termijnen)),
        .. tabel.Regels.SelectMany(regel => Regel(regel, tabel, termijnen, vandaag)),
    ];

    /// <summary>A sentence for residents: not empty, short, and calm.</summary>
    public static IEnumerable<SeedProblem> Zin(string where, string zin)
    {
        var words = zin.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        if (words is 0 or > LongestSentence)
        {
            yield return SeedProblem.Error($"{where}: a sentence has 1 to {LongestSentence} words, this one {words}.");
        }

        if (zin.Contains('!', StringComparison.Ordinal))
        {
            yield return SeedProblem.Error($"{where}: no exclamation marks.");
        }
    }

    private static IEnumerable<SeedProblem> Regel(Routeregel regel, Routetabel tabel, Termijnen termijnen, DateOnly vandaag)
    {
        var where = $"routes row {regel.Nr}";
        var codes = new List<string>();
        Termijnen(regel.Als, codes);
        regel.Routes.Where(static verwijzing => verwijzing.Als is not null).ToList().ForEach(verwijzing => Termijnen(verwijzing.Als, codes));
        if (regel.Termijn.Length > 0)
        {
            codes.Add(regel.Termijn);
        }

        return
        [
            .. HerkomstCheck.Problems(where, regel.Herkomst, vandaag),
            .. Zin(where, regel.Zin),
            .. regel.Grondslag.Length == 0 ? [SeedProblem.Error($"{where} names no article.")] : Array.Empty<SeedProblem>(),
            .. codes.Where(code => !IsTermijn(code, termijnen)).Select(code => SeedProblem.Error($"{where}: there is no term {code}.")),
            .. regel.Routes.Where(verwijzing => tabel.Soorten.All(soort => soort.Code != verwijzing.Code))
                .Select(verwijzing => SeedProblem.Error($"{where}: there is no route {verwijzing.Code}.")),
            .. Plaatsen(where, regel.Termijn.Length > 0, regel.Zin, termijnen),
            .. Plaatsen(where, magDatum: false, regel.ZinZonderDatum, termijnen),
            .. regel.Zin.Contains("{datum}", StringComparison.Ordinal) && regel.ZinZonderDatum.Length == 0
                ? [SeedProblem.Error($"{where} has no sentence for when the day is unknown.")] : Array.Empty<SeedProblem>(),
        ];
    }

    private static bool IsTermijn(string code, Termijnen termijnen) => code == Termijncodes.Behandeling || termijnen.Tabellen.ContainsKey(code);

    private static bool IsInWeken(string code, Termijnen termijnen)
        => code == Termijncodes.Behandeling || (termijnen.Tabellen.TryGetValue(code, out var tabel) && tabel.Rows.All(static row => row.Value.Eenheid == Eenheid.Weken));

    private static void Termijnen(Voorwaarde? voorwaarde, List<string> codes)
    {
        foreach (var deel in Delen(voorwaarde))
        {
            Termijnen(deel, codes);
        }

        if (voorwaarde is Voorwaarde.StandIs stand)
        {
            codes.Add(stand.Termijn);
        }
    }

    private static IReadOnlyList<Voorwaarde> Delen(Voorwaarde? voorwaarde) => voorwaarde switch
    {
        Voorwaarde.Alle alle => alle.Delen,
        Voorwaarde.Een een => een.Delen,
        Voorwaarde.Niet niet => [niet.Deel],
        _ => [],
    };

    private static IEnumerable<SeedProblem> Plaatsen(string where, bool magDatum, string zin, Termijnen termijnen)
    {
        foreach (var plaats in zin.Split('{').Skip(1).Select(static rest => rest.Split('}')[0]))
        {
            var bekend = plaats switch
            {
                "datum" => magDatum,
                "ombudsman" or "organisatie" or "instantie" => true,
                _ => plaats.StartsWith("weken:", StringComparison.Ordinal) && IsInWeken(plaats["weken:".Length..], termijnen),
            };
            if (!bekend)
            {
                yield return SeedProblem.Error($"{where}: {{{plaats}}} cannot be filled here.");
            }
        }
    }
}
