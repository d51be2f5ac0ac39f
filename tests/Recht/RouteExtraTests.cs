using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Tests.Recht;

/// <summary>What is known besides the rows: what kinds suggest, what the resident counted himself, and which day may be shown as a last one.</summary>
public sealed class RouteExtraTests
{
    private static readonly DateOnly Vandaag = Seeds.Vandaag;

    private static Routeplan Plan(Feiten feiten) => Seeds.Routewijzer.Bepaal(feiten, Vandaag);

    [Fact]
    public void A_route_that_a_kind_suggests_is_open_with_its_general_sentence()
    {
        var route = Assert.Single(Plan(new Feiten { OokMogelijk = ["R20"] }).Open, static route => route.Code == "R20");

        Assert.Equal(Routereden.Soort, Assert.Single(route.Redenen).Regel);
        Assert.Equal("U kunt aangifte doen bij de politie of een misstand melden.", route.Uitleg);
    }

    [Theory]
    [InlineData("R03")]
    [InlineData("R08")]
    [InlineData("R14")]
    [InlineData("R15")]
    [InlineData("R77")]
    public void A_kind_never_opens_what_hangs_on_a_condition_or_does_not_exist(string code)
        => Assert.DoesNotContain(Plan(new Feiten { Geklaagd = Geklaagd.Nee, OokMogelijk = [code] }).Open, route => route.Code == code);

    [Fact]
    public void A_route_that_a_row_opened_keeps_the_sentence_of_the_row()
    {
        var plan = Plan(new Feiten { Wens = Wens.GegevensInzien, OokMogelijk = ["R04", "R04"] });

        Assert.All(plan.Open.Single(static route => route.Code == "R04").Redenen, static reden => Assert.NotEqual(Routereden.Soort, reden.Regel));
    }

    [Theory]
    [InlineData(null, JaNee.Ja, Poortuitkomst.VerzoekschriftZonderAntwoord)]
    [InlineData(null, JaNee.Nee, Poortuitkomst.Herinnering)]
    [InlineData(-3, JaNee.Ja, Poortuitkomst.Herinnering)]
    [InlineData(-60, JaNee.Ja, Poortuitkomst.VerzoekschriftZonderAntwoord)]
    [InlineData(-60, JaNee.NietGevraagd, Poortuitkomst.Herinnering)]
    [InlineData(-300, JaNee.Nee, Poortuitkomst.VerzoekschriftZonderAntwoord)]
    public void What_the_resident_counted_is_heard_only_where_the_days_cannot_tell(int? ontvangen, JaNee geteld, Poortuitkomst poort)
    {
        var feiten = new Feiten
        {
            Geklaagd = Geklaagd.Schriftelijk,
            Antwoord = Antwoord.Nee,
            KlachtOntvangenOp = ontvangen is { } dagen ? new Tijdvak(Vandaag.AddDays(dagen)) : null,
            BehandelingVoorbij = geteld,
        };

        Assert.Equal(poort, Plan(feiten).Poort);
    }

    [Theory]
    [InlineData(-10, -10, true)]
    [InlineData(-60, -5, false)]
    [InlineData(-200, -200, false)]
    public void A_last_day_of_the_resident_that_has_passed_or_may_have_is_not_shown_as_one(int eerste, int laatste, bool getoond)
    {
        var plan = Plan(new Feiten { Besluit = Besluit.Ja, BesluitOp = new Tijdvak(Vandaag.AddDays(eerste), Vandaag.AddDays(laatste)) });

        Assert.Equal(getoond, plan.Open.Single(static route => route.Code == "R03").LaatsteDag(Vandaag) is not null);
    }

    [Fact]
    public void The_last_day_of_the_gemeente_is_shown_also_when_it_may_have_passed()
    {
        var plan = Plan(new Feiten { Geklaagd = Geklaagd.Schriftelijk, Antwoord = Antwoord.Nee, KlachtOntvangenOp = new Tijdvak(Vandaag.AddDays(-60)) });

        Assert.Equal(Vandaag.AddDays(10), plan.Open.Single(static route => route.Code == "R19").LaatsteDag(Vandaag));
    }

    [Fact]
    public void A_route_without_a_term_has_no_last_day()
        => Assert.Null(Plan(new Feiten { HulpNodig = JaNee.Ja }).Open.Single(static route => route.Code == "R12").LaatsteDag(Vandaag));

    [Fact]
    public void Somebody_under_18_reads_je_and_everybody_else_u()
    {
        var jong = Plan(new Feiten { Klagersrol = Klagersrol.Jongere, Geklaagd = Geklaagd.Nee });
        var oud = Plan(new Feiten { Klagersrol = Klagersrol.Zelf, Geklaagd = Geklaagd.Nee });

        Assert.Equal("Jij mag zelf klagen, ook zonder dat je ouders het weten.", jong.Open.Single(static route => route.Code == "R02").Uitleg);
        Assert.StartsWith("U kunt een klacht sturen", oud.Open.Single(static route => route.Code == "R02").Uitleg, StringComparison.Ordinal);
        Assert.All(Seeds.Routewijzer.Tabel.Soorten, static soort => Assert.DoesNotMatch(@"\b([Uu]|[Uu]w)\b", soort.ZinJe));
        Assert.All(Seeds.Routewijzer.Tabel.Soorten, static soort => Assert.InRange(soort.ZinJe.Split(' ').Length, 3, 20));
    }

    [Fact]
    public void A_wish_for_a_besluit_on_paper_opens_that_way()
        => Assert.Contains(Plan(new Feiten { Wens = Wens.BesluitOpPapier }).Open, static route => route.Code == "R14");

    [Theory]
    [InlineData(Uitvoerder.WmoAanbieder)]
    [InlineData(Uitvoerder.Jeugdhulp)]
    [InlineData(Uitvoerder.GemeenschappelijkeRegeling)]
    public void The_gemeente_listens_too_when_another_organisation_did_it(Uitvoerder uitvoerder)
        => Assert.Contains(Plan(new Feiten { Uitvoerder = uitvoerder, Geklaagd = Geklaagd.Nee }).Open, static route => route.Code == "R02");

    [Theory]
    [InlineData(Wens.Geld, true)]
    [InlineData(Wens.Excuses, false)]
    public void A_condition_can_be_asked_by_itself(Wens wens, bool geldt)
        => Assert.Equal(geldt, Seeds.Routewijzer.Geldt(new Voorwaarde.FeitIs(Feit.Wens, Feiten.Vlaggen((int)Wens.Geld)), new Feiten { Wens = wens }, Vandaag));
}
