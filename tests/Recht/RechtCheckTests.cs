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
    [InlineData("Tot {datum}.", "", "BZ", "no sentence for when the day is unknown")]
    [InlineData("Tot straks.", "", "X9", "there is no term X9")]
    public void A_sentence_that_cannot_be_filled_is_found(string zin, string zonder, string termijn, string problem)
    {
        var tabel = Seeds.Routewijzer.Tabel;
        var regel = tabel.Regels[3] with { Zin = zin, ZinZonderDatum = zonder, Termijn = termijn };

        var problems = RechtCheck.Problems(Seeds.Termijnen, tabel with { Regels = [regel] }, Soorten, Seeds.Vandaag);

        Assert.Contains(problems, found => found.Text.Contains(problem, StringComparison.Ordinal));
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
