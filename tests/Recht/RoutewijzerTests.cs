using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Tests.Recht;

public sealed class RoutewijzerTests
{
    private static readonly DateOnly Peildatum = new(2026, 11, 21);

    [Fact]
    public void A_besluit_and_rude_treatment_give_bezwaar_first_and_the_klacht_beside_it()
    {
        var plan = Plan(new Feiten
        {
            Besluit = Besluit.Ja,
            BesluitOp = Op(2026, 11, 2),
            Kern = Kern.Besluit | Kern.Behandeling,
            GedragingOp = Op(2026, 11, 6),
            Geklaagd = Geklaagd.Nee,
            Uitvoerder = Uitvoerder.Gemeente,
        });

        Assert.Equal(["R03", "R02", "R01"], Codes(plan));
        Assert.Equal("Tegen dit besluit kunt u bezwaar maken, tot en met maandag 14 december 2026.", plan.Getoond[0].Uitleg);
        Assert.Equal(new DateOnly(2027, 11, 6), plan.Getoond[1].Termijn?.Nominaal);
        Assert.Equal("", plan.Getoond[0].Voorbehoud);
    }

    [Fact]
    public void A_klacht_about_nothing_but_the_besluit_is_explained_away_and_not_dropped()
    {
        var plan = Plan(new Feiten { Besluit = Besluit.Ja, BesluitOp = Op(2026, 11, 2), Kern = Kern.Besluit, Geklaagd = Geklaagd.Nee });

        Assert.Equal("R03", plan.Getoond[0].Code);
        Assert.Equal("R02", Assert.Single(plan.NietNodig).Code);
    }

    [Fact]
    public void Seven_weeks_without_answer_open_the_ombudsman_for_a_year_after_the_term()
    {
        var plan = Plan(new Feiten
        {
            Geklaagd = Geklaagd.Schriftelijk,
            KlachtOntvangenOp = Op(2026, 10, 2),
            Commissie = JaNee.Nee,
            Antwoord = Antwoord.Nee,
            Ombudsman = "de Nationale ombudsman",
        });

        Assert.Equal(["R08", "R19"], Codes(plan));
        Assert.Equal(Poortuitkomst.VerzoekschriftZonderAntwoord, plan.Poort);
        Assert.Equal("Er kwam geen antwoord op tijd: u kunt naar de Nationale ombudsman, tot en met zaterdag 13 november 2027.", plan.Getoond[0].Uitleg);
    }

    [Fact]
    public void Seven_weeks_without_answer_and_perhaps_a_commissie_is_too_soon_to_accuse()
    {
        var plan = Plan(new Feiten { Geklaagd = Geklaagd.Schriftelijk, KlachtOntvangenOp = Op(2026, 10, 2), Antwoord = Antwoord.Nee });

        Assert.Equal(["R19"], Codes(plan));
        Assert.Contains("vrijdag 11 december 2026", plan.Getoond[0].Uitleg, StringComparison.Ordinal);
        Assert.NotEmpty(plan.Getoond[0].Voorbehoud);
    }

    [Fact]
    public void An_answer_of_thirteen_months_ago_still_gives_the_ombudsman()
    {
        var plan = Plan(new Feiten { Geklaagd = Geklaagd.Schriftelijk, Antwoord = Antwoord.Ja, AntwoordOp = Op(2025, 10, 20), Tevreden = Tevreden.Nee });

        Assert.Equal(["R08"], Codes(plan));
        Assert.Contains(29, plan.Regels);
        Assert.DoesNotContain(28, plan.Regels);
    }

    [Fact]
    public void A_promise_of_more_than_a_year_ago_may_still_be_complained_about()
    {
        var plan = Plan(new Feiten
        {
            Kern = Kern.Belofte,
            BelofteOverRecht = JaNee.Ja,
            GedragingOp = new Tijdvak(new(2025, 6, 1), new(2025, 6, 30)),
            Geklaagd = Geklaagd.Nee,
            Uitvoerder = Uitvoerder.Gemeente,
        });

        Assert.Equal(["R14", "R02", "R04", "R12"], plan.Open.Select(static route => route.Code));
        Assert.Contains(11, plan.Regels);
    }

    [Fact]
    public void A_month_that_may_be_just_within_the_year_is_not_called_too_late()
    {
        var plan = Plan(new Feiten { GedragingOp = new Tijdvak(new(2025, 11, 1), new(2025, 11, 30)), Geklaagd = Geklaagd.Nee });

        Assert.Contains(9, plan.Regels);
        Assert.DoesNotContain(11, plan.Regels);
    }

    [Fact]
    public void A_besluit_whose_last_day_may_have_gone_by_is_still_a_bezwaar_without_a_day_and_with_haste()
    {
        var route = Plan(new Feiten { Besluit = Besluit.Ja, BesluitOp = new Tijdvak(new(2026, 10, 1), new(2026, 10, 31)) }).Getoond[0];

        Assert.Equal("Tegen dit besluit kunt u bezwaar maken, binnen 6 weken na de datum van de brief.", route.Uitleg);
        Assert.Contains("wacht daarom niet langer", route.Voorbehoud, StringComparison.Ordinal);
    }

    [Fact]
    public void A_klacht_that_was_never_answered_for_two_years_may_still_go_to_the_ombudsman()
    {
        var plan = Plan(new Feiten { Geklaagd = Geklaagd.Schriftelijk, Antwoord = Antwoord.Nee, KlachtOntvangenOp = Op(2024, 10, 1), Commissie = JaNee.Nee });

        Assert.Equal(["R08"], Codes(plan));
        Assert.Equal([29], plan.Regels);
    }

    [Fact]
    public void Where_it_is_not_settled_which_day_is_the_last_both_are_named_and_it_has_to_be_asked_for()
    {
        var route = Plan(new Feiten { Geklaagd = Geklaagd.Schriftelijk, Antwoord = Antwoord.Nee, KlachtOntvangenOp = Op(2026, 9, 19), Commissie = JaNee.Ja, Verdaagd = JaNee.Ja }).Getoond[0];

        Assert.Contains("tot en met zaterdag 26 december 2026 of maandag 28 december 2026", route.Uitleg, StringComparison.Ordinal);
        Assert.Contains("vraag dit na", route.Voorbehoud, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Zekerheid.Onzeker, true)]
    [InlineData(Zekerheid.Middel, false)]
    public void An_organisation_of_which_it_is_not_settled_that_it_still_does_this_work_has_to_be_asked_for(Zekerheid zekerheid, bool nagaan)
    {
        var plan = Plan(new Feiten { Geklaagd = Geklaagd.Nee, Uitvoerder = Uitvoerder.GemeenschappelijkeRegeling, Organisatie = "Werkplein", OrganisatieZekerheid = zekerheid, GedragingOp = Op(2026, 11, 2) });

        Assert.Equal(nagaan, plan.Open.Single(static route => route.Code == "R11").Voorbehoud.Contains("vraag dit na", StringComparison.Ordinal));
        Assert.DoesNotContain("vraag dit na", plan.Open.Single(static route => route.Code == "R02").Voorbehoud, StringComparison.Ordinal);
    }

    [Fact]
    public void Danger_comes_alone_and_keeps_the_rest_for_later()
    {
        var plan = Plan(new Feiten { Gevaar = Gevaar.Zelfdoding, Besluit = Besluit.Ja, BesluitOp = Op(2026, 11, 20), Spoed = JaNee.Ja });

        Assert.True(plan.Pauze);
        Assert.Equal(["R13"], Codes(plan));
        Assert.Equal(["R03", "R15", "R12"], plan.Rest.Take(3).Select(static route => route.Code));
    }

    [Fact]
    public void One_story_of_recordings_wiping_and_damage_is_split_into_all_its_routes()
    {
        var plan = Plan(new Feiten
        {
            Kern = Kern.Privacy | Kern.Gegevens,
            Wens = Wens.GegevensWissen | Wens.Geld,
            Geklaagd = Geklaagd.Nee,
            Uitvoerder = Uitvoerder.Gemeente,
            GedragingOp = Op(2026, 10, 10),
        });

        Assert.Equal(["R01", "R02", "R04", "R05", "R09"], plan.Open.Select(static route => route.Code).Order(StringComparer.Ordinal));
        Assert.Equal(["R02", "R04", "R05"], Codes(plan));
    }

    [Fact]
    public void Each_route_explains_itself_and_not_its_neighbour()
    {
        var plan = Plan(new Feiten { AvgVerzoek = AvgVerzoek.Wacht, AvgVerzoekOp = Op(2026, 10, 5), Geklaagd = Geklaagd.Nee });

        Assert.Contains("donderdag 5 november 2026", Uitleg(plan, "R04"), StringComparison.Ordinal);
        Assert.Contains("Autoriteit Persoonsgegevens", Uitleg(plan, "R06"), StringComparison.Ordinal);
        Assert.Null(plan.Open.Single(static route => route.Code == "R06").Termijn);
    }

    [Fact]
    public void A_werkplein_and_the_gemeente_together_give_both_addresses()
    {
        var beide = Uitvoerder.GemeenschappelijkeRegeling | Uitvoerder.Gemeente;

        var plan = Plan(new Feiten { Uitvoerder = beide, Geklaagd = Geklaagd.Nee, Organisatie = "Werkplein Fivelingo" });

        Assert.Equal(["R11", "R02", "R01"], Codes(plan));
        Assert.Contains("Werkplein Fivelingo", plan.Getoond[0].Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_court_looks_at_leaves_a_klacht_only_for_the_rest()
    {
        var plan = Plan(new Feiten { Procedure = Procedure.Beroep, LosVanProcedure = JaNee.Ja, Geklaagd = Geklaagd.Nee });

        Assert.Equal(Routestatus.AlleenLosDeel, plan.Open.Single(static route => route.Code == "R02").Status);
    }

    [Fact]
    public void The_weeks_of_the_gemeente_are_those_of_its_own_procedure()
    {
        Assert.Contains("6 tot 10 weken", Plan(new Feiten { Geklaagd = Geklaagd.Nee }).Getoond[0].Uitleg, StringComparison.Ordinal);
        Assert.Contains("10 weken", Plan(new Feiten { Geklaagd = Geklaagd.Nee, Commissie = JaNee.Ja }).Getoond[0].Uitleg, StringComparison.Ordinal);
        Assert.Contains("meestal 6 weken", Plan(new Feiten { Geklaagd = Geklaagd.Nee, Commissie = JaNee.Nee }).Getoond[0].Uitleg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Geklaagd.Nee, Antwoord.NietGevraagd, Tevreden.NietGevraagd, Stand.Onbekend, false, Poortuitkomst.Klachtformulier)]
    [InlineData(Geklaagd.Nee, Antwoord.NietGevraagd, Tevreden.NietGevraagd, Stand.Onbekend, true, Poortuitkomst.VerzoekschriftMetUitzondering)]
    [InlineData(Geklaagd.Schriftelijk, Antwoord.Nee, Tevreden.NietGevraagd, Stand.Loopt, false, Poortuitkomst.Herinnering)]
    [InlineData(Geklaagd.Schriftelijk, Antwoord.Nee, Tevreden.NietGevraagd, Stand.MisschienVoorbij, false, Poortuitkomst.Herinnering)]
    [InlineData(Geklaagd.Schriftelijk, Antwoord.Nee, Tevreden.NietGevraagd, Stand.Voorbij, false, Poortuitkomst.VerzoekschriftZonderAntwoord)]
    [InlineData(Geklaagd.Mondeling, Antwoord.Nee, Tevreden.NietGevraagd, Stand.Voorbij, false, Poortuitkomst.VerzoekschriftZonderAntwoord)]
    [InlineData(Geklaagd.Mondeling, Antwoord.Nee, Tevreden.NietGevraagd, Stand.Loopt, false, Poortuitkomst.Klachtformulier)]
    [InlineData(Geklaagd.Mondeling, Antwoord.Telefonisch, Tevreden.Nee, Stand.Loopt, false, Poortuitkomst.VerzoekschriftNaAntwoord)]
    [InlineData(Geklaagd.Schriftelijk, Antwoord.Ja, Tevreden.Ja, Stand.Voorbij, false, Poortuitkomst.Geen)]
    [InlineData(Geklaagd.Schriftelijk, Antwoord.Ja, Tevreden.Deels, Stand.Loopt, false, Poortuitkomst.VerzoekschriftNaAntwoord)]
    [InlineData(Geklaagd.Schriftelijk, Antwoord.Geweigerd, Tevreden.NietGevraagd, Stand.Loopt, false, Poortuitkomst.VerzoekschriftNaWeigering)]
    [InlineData(Geklaagd.WeetNiet, Antwoord.NietGevraagd, Tevreden.NietGevraagd, Stand.Onbekend, false, Poortuitkomst.NogEensVragen)]
    [InlineData(Geklaagd.Schriftelijk, Antwoord.Ja, Tevreden.Ja, Stand.Onbekend, true, Poortuitkomst.Geen)]
    public void The_gate_of_the_ombudsman_gives_the_paper_that_fits(Geklaagd geklaagd, Antwoord antwoord, Tevreden tevreden, Stand stand, bool uitzondering,
        Poortuitkomst expected)
        => Assert.Equal(expected, OmbudsmanPoort.Bepaal(geklaagd, antwoord, tevreden, stand, uitzondering));

    private static Routeplan Plan(Feiten feiten) => Seeds.Routewijzer.Bepaal(feiten, Peildatum);

    private static string Uitleg(Routeplan plan, string code) => plan.Open.Single(route => route.Code == code).Uitleg;

    private static Tijdvak Op(int year, int month, int day) => new(new DateOnly(year, month, day));

    private static IEnumerable<string> Codes(Routeplan plan) => plan.Getoond.Select(static route => route.Code);
}
