using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Dialogs.Topics;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Topics;

/// <summary>From answers to facts: what was not said stays open, and no choice opens more than it means.</summary>
public sealed class FeitenTests
{
    private const string Dag = "2026-11-02/2026-11-03|dag|2 november 2026";
    private const string Eerder = "2026-09-01/2026-09-02|dag|1 september 2026";

    [Theory]
    [InlineData("", Gevaar.Geen, JaNee.NietGevraagd, JaNee.NietGevraagd)]
    [InlineData("zelfdoding,kind", Gevaar.Zelfdoding, JaNee.NietGevraagd, JaNee.NietGevraagd)]
    [InlineData("geweld,kind", Gevaar.Kind, JaNee.NietGevraagd, JaNee.NietGevraagd)]
    [InlineData("geweld,dakloos", Gevaar.Geweld, JaNee.Ja, JaNee.NietGevraagd)]
    [InlineData("dakloos", Gevaar.DakloosVandaag, JaNee.Ja, JaNee.NietGevraagd)]
    [InlineData("geweld_door_mij", Gevaar.Geen, JaNee.NietGevraagd, JaNee.Ja)]
    public void The_gravest_danger_comes_first_and_haste_and_threat_are_facts_of_their_own(string gevaren, Gevaar gevaar, JaNee spoed, JaNee bedreiging)
    {
        var feiten = Feiten([], gevaren.Split(',', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((gevaar, spoed, bedreiging), (feiten.Gevaar, feiten.Spoed, feiten.Bedreiging));
    }

    [Theory]
    [InlineData("nakomen", Wens.AlsnogNakomen)]
    [InlineData("excuses", Wens.Excuses)]
    [InlineData("uitleg", Wens.Uitleg)]
    [InlineData("gesprek", Wens.Gesprek)]
    [InlineData("contactpersoon", Wens.AndereContactpersoon)]
    [InlineData("gegevens", Wens.GegevensInzien | Wens.GegevensVerbeteren | Wens.GegevensWissen)]
    [InlineData("stoppen", Wens.StoppenMetDelen)]
    [InlineData("herhaling", Wens.NietWeer)]
    [InlineData("geld", Wens.Geld)]
    [InlineData("besluit", Wens.BesluitOpPapier)]
    [InlineData("iets nieuws", Wens.NietGevraagd)]
    public void A_wish_means_one_thing_and_one_that_the_law_does_not_know_means_nothing(string id, Wens wens) => Assert.Equal(wens, FeitenPerKlacht.Wens(id));

    [Theory]
    [InlineData("toezegging", "", Kern.Belofte)]
    [InlineData("privacy", "", Kern.Privacy)]
    [InlineData("bejegening", "", Kern.Behandeling)]
    [InlineData("traagheid", "", Kern.TeLaat)]
    [InlineData("anders", "informatie", Kern.VerkeerdeInformatie)]
    [InlineData("anders", "dossier", Kern.Gegevens)]
    [InlineData("anders", "regels", Kern.Beleid)]
    [InlineData("anders", "integriteit", Kern.Integriteit)]
    [InlineData("anders", "samenwerking", Kern.Anders)]
    [InlineData("anders", "overig", Kern.Anders)]
    [InlineData("anders", "", Kern.Anders)]
    public void The_kind_of_complaint_tells_what_it_is_about(string soort, string anders, Kern kern)
        => Assert.Equal(kern, Feiten(Klacht(("soort", soort), ("soort_anders", anders))).Kern);

    [Theory]
    [InlineData("beroep", Procedure.Beroep)]
    [InlineData("civiel", Procedure.Civiel)]
    [InlineData("straf", Procedure.Straf)]
    [InlineData("uitspraak", Procedure.Uitspraak)]
    [InlineData("", Procedure.Rechter)]
    public void A_court_case_has_its_kind_as_far_as_it_was_said(string soort, Procedure procedure)
        => Assert.Equal(procedure, Feiten([("procedure", "rechter"), ("procedure.soort", soort)]).Procedure);

    [Theory]
    [InlineData("inzage", "nee", AvgVerzoek.Wacht, JaNee.NietGevraagd)]
    [InlineData("inzage", "", AvgVerzoek.Wacht, JaNee.NietGevraagd)]
    [InlineData("wissen", "verlengd", AvgVerzoek.Wacht, JaNee.Ja)]
    [InlineData("wissen", "ja", AvgVerzoek.Geen, JaNee.NietGevraagd)]
    [InlineData("stoppen", "geweigerd", AvgVerzoek.Geweigerd, JaNee.NietGevraagd)]
    [InlineData("geen", "", AvgVerzoek.Geen, JaNee.NietGevraagd)]
    [InlineData("", "", AvgVerzoek.NietGevraagd, JaNee.NietGevraagd)]
    public void A_request_about_gegevens_waits_until_something_was_heard(string verzoek, string stand, AvgVerzoek verwacht, JaNee verlengd)
    {
        var feiten = Feiten(Klacht(("soort", "privacy"), ("privacy.verzoek", verzoek), ("privacy.verzoek_stand", stand)));

        Assert.Equal((verwacht, verlengd), (feiten.AvgVerzoek, feiten.AvgVerlengd));
    }

    [Fact]
    public void The_days_of_a_request_come_from_the_complaint_in_which_it_was_refused()
    {
        var feiten = Feiten([
            .. Klacht(("soort", "privacy"), ("privacy.verzoek", "inzage"), ("privacy.verzoek_stand", "nee"), ("privacy.verzoek_wanneer", Dag), ("nog_een", "ja")),
            .. Klacht(2, ("soort", "privacy"), ("privacy.verzoek", "wissen"), ("privacy.verzoek_stand", "geweigerd"), ("privacy.verzoek_wanneer", Eerder), ("privacy.weigering_wanneer", Dag)),
        ]);

        Assert.Equal((AvgVerzoek.Geweigerd, new DateOnly(2026, 9, 1), new DateOnly(2026, 11, 2)), (feiten.AvgVerzoek, feiten.AvgVerzoekOp?.Van, feiten.AvgWeigeringOp?.Van));
    }

    [Theory]
    [InlineData("P11", "mij", Datalek.EigenGegevens)]
    [InlineData("P11", "", Datalek.EigenGegevens)]
    [InlineData("P11", "ander", Datalek.GegevensVanAnder)]
    [InlineData("P05", "", Datalek.NietGevraagd)]
    public void A_leak_is_of_own_data_unless_it_is_said_to_be_of_another(string soort, string vanWie, Datalek datalek)
        => Assert.Equal(datalek, Feiten(Klacht(("soort", "privacy"), ("privacy.soort_gehoord", soort), ("privacy.van_wie", vanWie))).Datalek);

    [Fact]
    public void Own_data_come_before_those_of_another_when_both_were_leaked()
        => Assert.Equal(Datalek.EigenGegevens, Feiten([
            .. Klacht(("soort", "privacy"), ("privacy.soort_gehoord", "P11"), ("privacy.van_wie", "ander"), ("nog_een", "ja")),
            .. Klacht(2, ("soort", "privacy"), ("privacy.soort_gehoord", "P11"), ("privacy.van_wie", "mij")),
        ]).Datalek);

    [Theory]
    [InlineData("ja", "", JaNee.Ja)]
    [InlineData("ja", Dag, JaNee.Nee)]
    [InlineData("ja", Eerder, JaNee.Ja)]
    [InlineData("nee", "", JaNee.NietGevraagd)]
    public void A_besluit_on_an_aanvraag_is_late_unless_its_eight_weeks_surely_run(string aanvraag, string wanneer, JaNee teLaat)
        => Assert.Equal(teLaat == JaNee.Nee ? JaNee.NietGevraagd : teLaat, Feiten(Klacht(("soort", "traagheid"), ("aanvraag", aanvraag), ("aanvraag.datum", wanneer))).AanvraagTeLaat);

    [Theory]
    [InlineData("bezwaar", "nee", "2026-06-01/2026-06-02|dag|1 juni 2026", "2026-06-22/2026-06-23|dag|22 juni 2026", "nee", JaNee.Ja)]
    [InlineData("bezwaar", "nee", "2026-06-01/2026-06-02|dag|1 juni 2026", "", "ja", JaNee.Ja)]
    [InlineData("bezwaar", "nee", "2026-08-01/2026-08-02|dag|1 augustus 2026", "", "nee", JaNee.Ja)]
    [InlineData("bezwaar", "nee", "2026-08-01/2026-08-02|dag|1 augustus 2026", "", "ja", JaNee.Nee)]
    [InlineData("bezwaar", "nee", "2026-08-01/2026-08-02|dag|1 augustus 2026", "", "", JaNee.WeetNiet)]
    [InlineData("bezwaar", "nee", "", "2026-09-01/2026-09-02|dag|1 september 2026", "nee", JaNee.WeetNiet)]
    [InlineData("bezwaar", "nee", "", "2026-08-01/2026-08-02|dag|1 augustus 2026", "nee", JaNee.Ja)]
    [InlineData("bezwaar", "nee", "", "2026-11-02/2026-11-03|dag|2 november 2026", "nee", JaNee.Nee)]
    [InlineData("bezwaar", "nee", "", "", "nee", JaNee.WeetNiet)]
    [InlineData("bezwaar", "ja", "2026-06-01/2026-06-02|dag|1 juni 2026", "", "nee", JaNee.NietGevraagd)]
    [InlineData("bezwaar", "", "2026-06-01/2026-06-02|dag|1 juni 2026", "", "nee", JaNee.NietGevraagd)]
    [InlineData("nee", "nee", "2026-06-01/2026-06-02|dag|1 juni 2026", "", "nee", JaNee.NietGevraagd)]
    public void A_decision_on_bezwaar_is_late_only_when_no_reading_of_the_days_leaves_time(string procedure, string beslist, string besluit, string bezwaar, string commissie, JaNee teLaat)
    {
        var feiten = Feiten([("procedure", procedure), ("bezwaar.beslist", beslist), ("besluit.datum", besluit), ("bezwaar.datum", bezwaar), ("bezwaar.commissie", commissie)]);

        Assert.Equal(teLaat, feiten.BezwaarTeLaat);
    }

    [Fact]
    public void Who_only_wants_another_besluit_complains_of_the_besluit_alone()
    {
        Assert.Equal(Kern.Besluit, Feiten([("besluit", "ja"), ("besluit.anders", "ja"), ("besluit.ook_klacht", "nee")]).Kern);
        Assert.Equal(Kern.NietGevraagd, Feiten([("besluit", "ja"), ("besluit.anders", "ja"), ("besluit.ook_klacht", "ja")]).Kern);
    }

    [Fact]
    public void Without_any_answer_every_rule_of_the_tree_says_no_and_nothing_is_known()
    {
        var regels = RealTree.Klachthulp.Regels;
        Rule[] rules = [regels.VerhaalFel, regels.TermijnVoorbij, regels.KlachtJaarVoorbij, regels.BezwaarVoorbij, regels.BezwaarDatumBekend, regels.BeslissingLoopt, regels.BeslissingVoorbij, regels.OmbudsmanJaarVoorbij];

        Assert.All(rules, static rule => Assert.False(rule.Holds(Answers([]), RealTree.Today), rule.Name));
        Assert.True(regels.TermijnOnzeker.Holds(Answers([]), RealTree.Today));
        Assert.Equal(Kern.NietGevraagd, Feiten([]).Kern);
        Assert.Null(Feiten([]).GedragingOp);
    }

    [Fact]
    public void There_is_no_last_screen_before_the_end()
        => Assert.Throws<InvalidOperationException>(() => new Uitkomstscherm(RealTree.Klachthulp.Regels, RealTree.Klachthulp.Knowledge).Maak(new Conversation().Turn, RealTree.Moment, RealTree.Dutch));

    private static Feiten Feiten((string, string)[] answers, params string[] gevaren)
        => FeitenLezer.Lees(Answers(answers), RealTree.Klachthulp.Knowledge, RealTree.Today, gevaren);

    private static (string, string)[] Klacht(params (string Id, string Value)[] answers) => Klacht(1, answers);

    private static (string, string)[] Klacht(int round, params (string Id, string Value)[] answers) => [.. answers.Select(answer => ($"klacht[{round}].{answer.Id}", answer.Value))];

    /// <summary>An empty value is an answer that was not given.</summary>
    private static Answers Answers((string Path, string Value)[] answers)
        => new(answers.Where(static answer => answer.Value.Length > 0).ToDictionary(static answer => answer.Path, static answer => new Answer(Standing.Given, answer.Value), StringComparer.Ordinal));
}
