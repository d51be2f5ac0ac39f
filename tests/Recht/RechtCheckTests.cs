using KlachtHulp.Bot.Content;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Tests.Recht;

public sealed class RechtCheckTests
{
    private static readonly Herkomst Goed = new("Awb", Seeds.Vandaag, new DateOnly(2020, 1, 1));
    private static readonly Soorten Soorten = Seeds.Read(SoortenReader.Read);

    [Fact]
    public void The_seeds_of_this_repository_are_sound() => Assert.Empty(Problems());

    [Fact]
    public void After_a_year_every_row_asks_to_be_checked_again_and_none_is_wrong()
    {
        var problems = RechtCheck.Problems(Seeds.Termijnen, Seeds.Routewijzer.Tabel, Soorten, Seeds.Vandaag.AddYears(3)).ToArray();

        Assert.All(problems, static problem => Assert.True(problem.IsWarning, problem.Text));
        Assert.Contains(problems, static problem => problem.Text.Contains("more than a year ago", StringComparison.Ordinal));
        Assert.Contains(problems, static problem => problem.Text.Contains("royal decrees", StringComparison.Ordinal));
    }

    [Fact]
    public void Overlap_and_gap_between_two_rows_of_a_term_are_found()
    {
        var eerste = Row(Goed with { GeldigTot = new(2024, 12, 31) });
        var overlap = Row(Goed with { GeldigVan = new(2024, 12, 31) });
        var gap = Row(Goed with { GeldigVan = new(2025, 1, 2) });

        Assert.Contains("overlaps", Assert.Single(new DatedTable<Termijnregel>("x", [eerste, overlap]).Problems()), StringComparison.Ordinal);
        Assert.Contains("nothing holds", Assert.Single(new DatedTable<Termijnregel>("x", [gap, eerste]).Problems()), StringComparison.Ordinal);
        Assert.Empty(new DatedTable<Termijnregel>("x", [eerste, Row(Goed with { GeldigVan = new(2025, 1, 1) })]).Problems());
    }

    [Fact]
    public void A_new_row_takes_over_on_its_first_day()
    {
        var oud = Row(Goed with { GeldigTot = new(2026, 12, 31) });
        var nieuw = Row(Goed with { GeldigVan = new(2027, 1, 1) }) with { Value = Row(Goed).Value with { Aantal = 8 } };
        var termijnen = new Termijnen([oud, nieuw], Seeds.Termijnen.Kalender);

        Assert.Equal(new DateOnly(2027, 2, 11), termijnen.Van("X", new DateOnly(2026, 12, 31)).Nominaal);
        Assert.Equal(new DateOnly(2027, 2, 26), termijnen.Van("X", new DateOnly(2027, 1, 1)).Nominaal);
        Assert.Throws<InvalidOperationException>(() => termijnen.Tabellen["X"].On(new(2019, 1, 1)));
    }

    [Fact]
    public void A_row_without_bron_stops_the_service_and_a_check_in_the_future_only_warns_since_the_clock_may_be_wrong()
    {
        var zonder = With(Soorten.Toezeggingen[0] with { Herkomst = Goed with { Bron = " " } });
        var straks = With(Soorten.Toezeggingen[0] with { Herkomst = Goed with { GecontroleerdOp = Seeds.Vandaag.AddDays(1) } });

        Assert.Contains(Problems(zonder), static problem => !problem.IsWarning && problem.Text == "T01 has no bron.");
        Assert.Contains(Problems(straks), static problem => problem.IsWarning && problem.Text.Contains("still to come", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reference_to_nothing_a_double_id_and_a_long_name_are_found()
    {
        var soort = Soorten.Toezeggingen[0];
        var problems = Problems(Soorten with
        {
            Toezeggingen = [soort with { Vereisten = ["B99"], Routes = ["R99"], Naam = new string('a', 61), Uitleg = "Nu!" }, soort],
        }).Select(static problem => problem.Text).ToArray();

        Assert.Contains("T01 names vereiste B99, which is not there.", problems);
        Assert.Contains("T01 names route R99, which is not there.", problems);
        Assert.Contains("toezeggingen: T01 is there 2 times.", problems);
        Assert.Contains("T01: a name has 1 to 60 characters, this one 61.", problems);
        Assert.Contains("T01: no exclamation marks.", problems);
    }

    [Theory]
    [InlineData("Naar {datum}.", "", "", "{datum} cannot be filled")]
    [InlineData("Naar {iets}.", "", "", "{iets} cannot be filled")]
    [InlineData("Binnen {weken:X9} weken.", "", "", "{weken:X9} cannot be filled")]
    [InlineData("Binnen {weken:KJ} weken.", "", "", "{weken:KJ} cannot be filled")]
    [InlineData("Tot {datum}.", "", "BZ", "no sentence for when the day is unknown")]
    [InlineData("Tot straks.", "", "X9", "there is no term X9")]
    public void A_sentence_that_cannot_be_filled_is_found(string zin, string zonder, string termijn, string problem)
    {
        var tabel = Seeds.Routewijzer.Tabel;
        var regel = tabel.Regels[3] with { Zin = zin, ZinZonderDatum = zonder, Termijn = termijn };

        var problems = RechtCheck.Problems(Seeds.Termijnen, tabel with { Regels = [regel] }, Soorten, Seeds.Vandaag);

        Assert.Contains(problems, found => found.Text.Contains(problem, StringComparison.Ordinal));
    }

    public static TheoryData<string, string> Defects => new()
    {
        { "twee_keer", "overlaps the row" },
        { "gat", "nothing holds between 2024-12-31 and 2025-01-02" },
        { "straks", "termijnen X: nothing holds today." },
        { "lengte", "termijnen X has no length." },
        { "artikel", "termijnen X names no article." },
        { "achterstevoren", "termijnen X ends before it begins." },
        { "feestdag", "feestdagen 2026-05-05 does not hold on its own day." },
    };

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_defect_in_terms_and_feestdagen_is_found(string defect, string words)
    {
        var goed = Row(Goed);
        DatedRow<Termijnregel>[] rows = defect switch
        {
            "twee_keer" => [goed, goed],
            "gat" => [Row(Goed with { GeldigTot = new(2024, 12, 31) }), Row(Goed with { GeldigVan = new(2025, 1, 2) })],
            "straks" => [Row(Goed with { GeldigVan = Seeds.Vandaag.AddDays(1) })],
            "lengte" => [goed with { Value = goed.Value with { Aantal = 0 } }],
            "artikel" => [goed with { Value = goed.Value with { Grondslag = "" } }],
            "achterstevoren" => [Row(Goed with { GeldigTot = new(2019, 12, 31) })],
            _ => [goed],
        };
        Feestdag[] dagen = defect == "feestdag" ? [new Feestdag.Aangewezen("proef", Goed with { GeldigTot = new(2026, 5, 4) }, new DateOnly(2026, 5, 5))] : [];

        var problems = RechtCheck.Problems(new Termijnen(rows, new Kalender(dagen, Seeds.Termijnen.Kalender.Besluiten)), Seeds.Routewijzer.Tabel, Soorten, Seeds.Vandaag);

        Assert.Contains(problems, problem => !problem.IsWarning && problem.Text.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_day_without_a_row_is_an_error_and_not_the_nearest_row()
    {
        var tabel = new DatedTable<Termijnregel>("proef", [Row(Goed)]);

        Assert.False(tabel.TryOn(Goed.GeldigVan.AddDays(-1), out _));
        Assert.Equal("proef has no row for 2019-12-31.", Assert.Throws<InvalidOperationException>(() => tabel.On(new(2019, 12, 31))).Message);
    }

    public static TheoryData<string, string> RouteDefects => new()
    {
        { "woord", "routes: the word 'datum' is missing." },
        { "naam", "R00: a name has 1 to 60 characters." },
        { "zin", "R00: a sentence has 1 to 20 words, this one 0." },
        { "je", "R00, je: no exclamation marks." },
        { "je_plaats", "R00, je: {datum} cannot be filled here." },
        { "dubbel", "routes: R00 is there 2 times." },
        { "rij", "routes row: 27 is there 2 times." },
        { "artikel", "routes row 27 names no article." },
        { "route", "routes row 27: there is no route R77." },
        { "termijn", "routes row 27: there is no term X9." },
        { "termijn_niet", "routes row 27: there is no term X9." },
        { "termijn_een", "routes row 27: there is no term X9." },
        { "termijn_route", "routes row 27: there is no term X9." },
        { "bron", "routes row 27 has no bron." },
    };

    [Theory]
    [MemberData(nameof(RouteDefects))]
    public void A_defect_in_the_route_table_is_found(string defect, string words)
    {
        var tabel = Seeds.Routewijzer.Tabel;
        var soort = tabel.Soorten.Single(static soort => soort.Code == "R00");
        var rij = tabel.Regels.Single(static regel => regel.Nr == 27);
        var vreemd = new Voorwaarde.StandIs("X9", 1);
        var kapot = defect switch
        {
            "woord" => tabel with { Woorden = tabel.Woorden.Where(static pair => pair.Key != "datum").ToDictionary() },
            "naam" => tabel with { Soorten = [soort with { Naam = "" }] },
            "zin" => tabel with { Soorten = [soort with { Zin = "" }] },
            "je" => tabel with { Soorten = [soort with { ZinJe = "Klaar!" }] },
            "je_plaats" => tabel with { Soorten = [soort with { ZinJe = "Tot {datum}." }] },
            "dubbel" => tabel with { Soorten = [soort, soort] },
            "rij" => tabel with { Regels = [rij, rij] },
            "artikel" => tabel with { Regels = [rij with { Grondslag = "" }] },
            "route" => tabel with { Regels = [rij with { Routes = [new Routeverwijzing("R77", Als: null)] }] },
            "termijn" => tabel with { Regels = [rij with { Als = new Voorwaarde.Alle([rij.Als, vreemd]) }] },
            "termijn_niet" => tabel with { Regels = [rij with { Als = new Voorwaarde.Niet(vreemd) }] },
            "termijn_een" => tabel with { Regels = [rij with { Als = new Voorwaarde.Een([vreemd]) }] },
            "termijn_route" => tabel with { Regels = [rij with { Routes = [new Routeverwijzing("R00", vreemd)] }] },
            _ => tabel with { Regels = [rij with { Herkomst = rij.Herkomst with { Bron = "" } }] },
        };

        Assert.Contains(RechtCheck.Problems(Seeds.Termijnen, kapot, Soorten, Seeds.Vandaag), problem => !problem.IsWarning && problem.Text == words);
    }

    [Fact]
    public void A_row_that_was_followed_up_does_not_count_double_and_an_ended_one_need_not_be_checked_again()
    {
        var tabel = Seeds.Routewijzer.Tabel;
        var rij = tabel.Regels.Single(static regel => regel.Nr == 27);
        var oud = rij with { Herkomst = rij.Herkomst with { GeldigTot = Seeds.Vandaag.AddDays(-1), GecontroleerdOp = new(2020, 1, 1) } };
        var laatste = rij with { Herkomst = rij.Herkomst with { GeldigTot = Seeds.Vandaag, GecontroleerdOp = new(2020, 1, 1) } };

        Assert.Empty(RechtCheck.Problems(Seeds.Termijnen, tabel with { Regels = [oud, rij] }, Soorten, Seeds.Vandaag));
        Assert.Single(RechtCheck.Problems(Seeds.Termijnen, tabel with { Regels = [laatste] }, Soorten, Seeds.Vandaag), static problem => problem.IsWarning);
    }

    [Theory]
    [InlineData(-366, false)]
    [InlineData(-367, true)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_row_is_doubted_from_a_year_and_a_day_after_its_check_and_before_it(int dagen, bool twijfel)
    {
        var rij = Seeds.Routewijzer.Tabel.Regels[0];
        var gecontroleerd = rij with { Herkomst = rij.Herkomst with { GecontroleerdOp = Seeds.Vandaag.AddDays(dagen) } };

        Assert.Equal(twijfel, RechtCheck.Problems(Seeds.Termijnen, Seeds.Routewijzer.Tabel with { Regels = [gecontroleerd] }, Soorten, Seeds.Vandaag).Any());
    }

    [Fact]
    public void A_kind_without_what_it_is_for_is_found()
    {
        var toezegging = Soorten.Toezeggingen[0] with { Vereisten = [] };
        var privacy = Soorten.Privacyschendingen[0] with { Toetsen = [], Naam = "" };
        var problems = Problems(Soorten with { Toezeggingen = [toezegging], Privacyschendingen = [privacy] }).Select(static problem => problem.Text).ToArray();

        Assert.Equal(["P01 has no toets.", "P01: a name has 1 to 60 characters, this one 0.", "T01 names no vereiste."], problems.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2028-11-21", false)]
    [InlineData("2027-11-21", true)]
    public void Royal_decrees_have_to_be_known_for_a_year_ahead(string tot, bool twijfel)
    {
        var kalender = new Kalender([], new Tijdvak(new(2024, 1, 1), Seeds.Dag(tot)));
        var termijnen = new Termijnen(Seeds.Termijnen.Tabellen.Values.SelectMany(static tabel => tabel.Rows), kalender);

        Assert.Equal(twijfel, RechtCheck.Problems(termijnen, Seeds.Routewijzer.Tabel, Soorten, Seeds.Vandaag).Any(static problem => problem.Text.StartsWith("feestdagen: royal decrees", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_missing_term_is_found()
    {
        var problems = RechtCheck.Problems(new Termijnen([], Seeds.Termijnen.Kalender), Seeds.Routewijzer.Tabel, Soorten, Seeds.Vandaag);

        Assert.Contains(problems, static problem => problem.Text == "termijnen: K6 is missing.");
    }

    [Fact]
    public void The_kinds_are_complete()
    {
        Assert.Equal(Enumerable.Range(1, 12).Select(static nr => $"T{nr:00}"), Soorten.Toezeggingen.Select(static soort => soort.Id));
        Assert.Equal(Enumerable.Range(1, 21).Select(static nr => $"P{nr:00}"), Soorten.Privacyschendingen.Select(static soort => soort.Id));
        Assert.Equal(Enumerable.Range(1, 22).Select(static nr => $"B{nr:00}"), Soorten.Vereisten.Select(static vereiste => vereiste.Id));
    }

    private static IEnumerable<SeedProblem> Problems(Soorten? soorten = null)
        => RechtCheck.Problems(Seeds.Termijnen, Seeds.Routewijzer.Tabel, soorten ?? Soorten, Seeds.Vandaag);

    private static Soorten With(Toezeggingssoort soort) => Soorten with { Toezeggingen = [soort] };

    private static DatedRow<Termijnregel> Row(Herkomst herkomst)
        => new(herkomst, new("X", "x", 6, Eenheid.Weken, Aanvang.KlachtOntvangen, Partij.Gemeente)
        {
            Verlenging = Verlenging.Atw,
            Grondslag = "Awb",
            Zekerheid = Zekerheid.Hoog,
        });
}
