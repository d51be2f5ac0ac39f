namespace KlachtHulp.Dialogs.Recht;

/// <summary>Everything that is wrong with seeds/recht and seeds/soorten, so that a bad seed stops the service before it serves anyone.</summary>
/// <remarks>Source: none in law; each row is held to name its own source.</remarks>
public static class RechtCheck
{
    private static IReadOnlyList<string> CodesInCode =>
    [
        Termijncodes.Klacht, Termijncodes.KlachtCommissie, Termijncodes.KlachtVerdaagd, Termijncodes.KlachtCommissieVerdaagd, Termijncodes.KlachtJaar,
        Termijncodes.NietBehandelen, Termijncodes.OmbudsmanNaAntwoord, Termijncodes.OmbudsmanZonderAntwoord, Termijncodes.Bezwaar, Termijncodes.BezwaarAvg, Termijncodes.Avg,
        Termijncodes.AvgVerlengd, Termijncodes.Aanvraag, Termijncodes.Beslissing, Termijncodes.BeslissingCommissie, Termijncodes.BeslissingVerdaagd,
        Termijncodes.BeslissingCommissieVerdaagd,
    ];

    /// <param name="vandaag">The day in the Netherlands.</param>
    public static IEnumerable<SeedProblem> Problems(Termijnen termijnen, Routetabel routes, Soorten soorten, DateOnly vandaag) =>
    [
        .. TermijnProblems(termijnen, vandaag),
        .. KalenderProblems(termijnen.Kalender, vandaag),
        .. RouteCheck.Problems(routes, termijnen, vandaag),
        .. SoortProblems(soorten, routes, vandaag),
    ];

    private static IEnumerable<SeedProblem> TermijnProblems(Termijnen termijnen, DateOnly vandaag)
    {
        foreach (var code in CodesInCode.Where(code => !termijnen.Tabellen.ContainsKey(code)))
        {
            yield return SeedProblem.Error($"termijnen: {code} is missing.");
        }

        foreach (var tabel in termijnen.Tabellen.Values)
        {
            foreach (var problem in tabel.Problems().Select(SeedProblem.Error).Concat(tabel.Rows.SelectMany(row => RijProblems(tabel.Name, row, vandaag))))
            {
                yield return problem;
            }

            if (!tabel.TryOn(vandaag, out _))
            {
                yield return SeedProblem.Error($"{tabel.Name}: nothing holds today.");
            }
        }
    }

    private static IEnumerable<SeedProblem> RijProblems(string where, DatedRow<Termijnregel> row, DateOnly vandaag)
    {
        if (row.Value.Aantal <= 0)
        {
            yield return SeedProblem.Error($"{where} has no length.");
        }

        if (row.Value.Grondslag.Length == 0)
        {
            yield return SeedProblem.Error($"{where} names no article.");
        }

        foreach (var problem in HerkomstCheck.Problems(where, row.Herkomst, vandaag))
        {
            yield return problem;
        }
    }

    private static IEnumerable<SeedProblem> KalenderProblems(Kalender kalender, DateOnly vandaag)
    {
        foreach (var feestdag in kalender.Feestdagen)
        {
            foreach (var problem in HerkomstCheck.Problems($"feestdagen {feestdag.Naam}", feestdag.Herkomst, vandaag))
            {
                yield return problem;
            }

            if (feestdag is Feestdag.Aangewezen aangewezen && !feestdag.Herkomst.GeldtOp(aangewezen.Datum))
            {
                yield return SeedProblem.Error($"feestdagen {aangewezen.Datum:yyyy-MM-dd} does not hold on its own day.");
            }
        }

        if (kalender.Besluiten.Tot < vandaag.AddYears(1))
        {
            yield return SeedProblem.Warning($"feestdagen: royal decrees are known until {kalender.Besluiten.Tot:yyyy-MM-dd}; look for a new one.");
        }
    }

    private static IEnumerable<SeedProblem> SoortProblems(Soorten soorten, Routetabel routes, DateOnly vandaag)
    {
        var vereisten = soorten.Vereisten.Select(static vereiste => vereiste.Id).ToHashSet(StringComparer.Ordinal);
        var codes = routes.Soorten.Select(static soort => soort.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. HerkomstCheck.Twice("toezeggingen", soorten.Toezeggingen.Select(static soort => soort.Id)),
            .. HerkomstCheck.Twice("privacyschendingen", soorten.Privacyschendingen.Select(static soort => soort.Id)),
            .. HerkomstCheck.Twice("vereisten", soorten.Vereisten.Select(static vereiste => vereiste.Id)),
            .. soorten.Toezeggingen.SelectMany(soort => Soort(soort.Id, soort.Naam, soort.Uitleg, soort.Herkomst, vandaag)),
            .. soorten.Privacyschendingen.SelectMany(soort => Soort(soort.Id, soort.Naam, soort.Uitleg, soort.Herkomst, vandaag)),
            .. soorten.Vereisten.SelectMany(vereiste => Soort(vereiste.Id, vereiste.Naam, vereiste.Uitleg, vereiste.Herkomst, vandaag)),
            .. soorten.Toezeggingen.SelectMany(soort => Verwijzingen(soort.Id, soort.Vereisten, vereisten, soort.Routes, codes)),
            .. soorten.Privacyschendingen.SelectMany(soort => Verwijzingen(soort.Id, soort.Vereisten, vereisten, soort.Routes, codes)),
            .. soorten.Privacyschendingen.Where(static soort => soort.Toetsen.Count == 0)
                .Select(static soort => SeedProblem.Error($"{soort.Id} has no toets.")),
        ];
    }

    private static IEnumerable<SeedProblem> Soort(string id, string naam, string uitleg, Herkomst herkomst, DateOnly vandaag)
    {
        if (naam.Length is 0 or > 60)
        {
            yield return SeedProblem.Error($"{id}: a name has 1 to 60 characters, this one {naam.Length}.");
        }

        foreach (var problem in RouteCheck.Zin(id, uitleg).Concat(HerkomstCheck.Problems(id, herkomst, vandaag)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<SeedProblem> Verwijzingen(string id, IReadOnlyList<string> vereisten, HashSet<string> bekend, IReadOnlyList<string> routes,
        HashSet<string> codes) =>
    [
        .. vereisten.Where(vereiste => !bekend.Contains(vereiste))
            .Select(vereiste => SeedProblem.Error($"{id} names vereiste {vereiste}, which is not there.")),
        .. routes.Where(route => !codes.Contains(route)).Select(route => SeedProblem.Error($"{id} names route {route}, which is not there.")),
        .. vereisten.Count == 0 ? [SeedProblem.Error($"{id} names no vereiste.")] : Array.Empty<SeedProblem>(),
    ];
}
