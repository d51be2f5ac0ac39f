using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Tests.Recht;

/// <summary>Conditions by themselves: every fact and every term of the seeds can be asked for, and tables that no seed holds today behave.</summary>
public sealed class VoorwaardeTests
{
    private static readonly DateOnly Vandaag = Seeds.Vandaag;
    private static readonly Tijdvak Lang = new(Vandaag.AddYears(-10));

    private static readonly Feiten Vol = new()
    {
        Gevaar = Gevaar.Zelfdoding,
        Spoed = JaNee.Ja,
        Uitvoerder = Uitvoerder.Gemeente,
        Kern = Kern.Belofte,
        Besluit = Besluit.Ja,
        EensMetBesluit = JaNee.Ja,
        BelofteOverRecht = JaNee.Ja,
        AanvraagTeLaat = JaNee.Ja,
        BezwaarTeLaat = JaNee.Ja,
        Doorlopend = JaNee.Ja,
        Klagersrol = Klagersrol.Zelf,
        Geklaagd = Geklaagd.Nee,
        Ontvangstbevestiging = JaNee.Ja,
        KlachtZoek = JaNee.Ja,
        Antwoord = Antwoord.Nee,
        Tevreden = Tevreden.Ja,
        NieuweBelofteGebroken = JaNee.Ja,
        Procedure = Procedure.Geen,
        LosVanProcedure = JaNee.Ja,
        Wens = Wens.Excuses,
        AvgVerzoek = AvgVerzoek.Geen,
        Datalek = Datalek.Geen,
        HulpNodig = JaNee.Ja,
        Bedreiging = JaNee.Ja,
        EerstKlagenNietRedelijk = JaNee.Ja,
    };

    /// <summary>Every fact is at its second value; only the gate has no first one that means "not asked".</summary>
    public static TheoryData<Feit> Facts => [.. Enum.GetValues<Feit>().Where(static feit => feit != Feit.Poort)];

    [Theory]
    [MemberData(nameof(Facts))]
    public void Every_fact_can_be_asked_for(Feit feit)
    {
        Assert.True(Geldt(new Voorwaarde.FeitIs(feit, 1 << 1), Vol));
        Assert.False(Geldt(new Voorwaarde.FeitIs(feit, 1 << 1), new Feiten()));
        Assert.True(Geldt(new Voorwaarde.FeitIs(feit, 1), new Feiten()));
    }

    [Theory]
    [InlineData(JaNee.Ja, Poortuitkomst.VerzoekschriftMetUitzondering)]
    [InlineData(JaNee.Nee, Poortuitkomst.Klachtformulier)]
    [InlineData(JaNee.NietGevraagd, Poortuitkomst.Klachtformulier)]
    public void The_gate_can_be_asked_for(JaNee nietRedelijk, Poortuitkomst poort)
        => Assert.True(Geldt(new Voorwaarde.FeitIs(Feit.Poort, 1 << (int)poort), new Feiten { Geklaagd = Geklaagd.Nee, EerstKlagenNietRedelijk = nietRedelijk }));

    public static TheoryData<string, bool> Terms => new()
    {
        { "K4", true }, { "K6", true }, { "K10", true }, { "K6+4", true }, { "K10+4", true }, { "KJ", true }, { "OJ1", true }, { "OJ2", true }, { "BZ", true },
        { "BZA", true }, { "BB", true }, { "BB12", true }, { "BB+6", true }, { "BB12+6", true }, { "AB", true }, { "AV", true }, { "AV+2", true }, { "AM", true }, { "SV", true }, { "KB", true },
        { "IG", false }, { "WOO", false }, { "WOO+2", false },
    };

    [Fact]
    public void The_terms_here_are_those_of_the_seeds()
        => Assert.Equal(Seeds.Termijnen.Tabellen.Keys.Append("KB").Order(StringComparer.Ordinal), Terms.Select(static row => (string)row[0]).Order(StringComparer.Ordinal));

    /// <summary>A term whose first day no question asks stays unknown, and so does every term when nothing was answered.</summary>
    [Theory]
    [MemberData(nameof(Terms))]
    public void Every_term_of_the_seeds_can_be_asked_for(string code, bool gevraagd)
    {
        var feiten = new Feiten { GedragingOp = Lang, KlachtOntvangenOp = Lang, AntwoordOp = Lang, BesluitOp = Lang, AvgVerzoekOp = Lang, AvgWeigeringOp = Lang, AanvraagOp = Lang };

        Assert.Equal(gevraagd ? Stand.Voorbij : Stand.Onbekend, Op(code, feiten));
        Assert.Equal(Stand.Onbekend, Op(code, new Feiten()));
    }

    [Theory]
    [InlineData(JaNee.NietGevraagd, Stand.Voorbij)]
    [InlineData(JaNee.Ja, Stand.Loopt)]
    [InlineData(JaNee.Nee, Stand.Voorbij)]
    public void A_message_that_it_takes_longer_gives_the_gemeente_three_months_for_a_request(JaNee verlengd, Stand stand)
        => Assert.Equal(stand, Op("AV", new Feiten { AvgVerzoekOp = new Tijdvak(Vandaag.AddDays(-60)), AvgVerlengd = verlengd }));

    [Fact]
    public void What_may_lie_in_the_future_counts_until_today()
        => Assert.Equal(Stand.MisschienVoorbij, Op("K6", new Feiten { KlachtOntvangenOp = new Tijdvak(new DateOnly(2026, 10, 1), Vandaag.AddYears(1)) }));

    [Fact]
    public void What_goes_on_counts_from_today()
    {
        Assert.Equal(Stand.Loopt, Op("KJ", new Feiten { GedragingOp = Lang, Doorlopend = JaNee.Ja }));
        Assert.Equal(Stand.Voorbij, Op("KJ", new Feiten { GedragingOp = Lang, Doorlopend = JaNee.Nee }));
    }

    [Theory]
    [InlineData(Geklaagd.Nee, "R02")]
    [InlineData(Geklaagd.WeetNiet, "R02")]
    [InlineData(Geklaagd.Mondeling, "R02")]
    [InlineData(Geklaagd.Schriftelijk, "R19")]
    public void A_verzoekschrift_that_a_row_would_open_too_early_becomes_what_has_to_come_first(Geklaagd geklaagd, string code)
    {
        var route = Assert.Single(Alleen("R08").Bepaal(new Feiten { Geklaagd = geklaagd }, Vandaag).Open);

        Assert.Equal((code, 90), (route.Code, Assert.Single(route.Redenen).Regel));
        Assert.Equal(Seeds.Routewijzer.Tabel.Soorten.Single(soort => soort.Code == code).Zin, route.Uitleg);
        Assert.Equal("", route.Redenen[0].Formulier);
    }

    [Fact]
    public void A_verzoekschrift_that_may_be_is_left_as_the_row_opens_it()
    {
        var route = Assert.Single(Alleen("R08").Bepaal(new Feiten { Antwoord = Antwoord.Geweigerd }, Vandaag).Open);

        Assert.Equal(("R08", "De rij zelf spreekt."), (route.Code, route.Uitleg));
    }

    [Fact]
    public void A_table_in_which_nothing_holds_gives_an_empty_plan()
    {
        var plan = new Routewijzer(Seeds.Routewijzer.Tabel with { Regels = [] }, Seeds.Termijnen).Bepaal(new Feiten(), Vandaag);

        Assert.False(plan.Pauze);
        Assert.Empty(plan.Open);
        Assert.Empty(plan.Regels);
    }

    [Fact]
    public void A_row_that_does_not_hold_yet_or_any_more_opens_nothing()
    {
        var regel = Rij("R02");
        var later = regel with { Herkomst = regel.Herkomst with { GeldigVan = Vandaag.AddDays(1) } };
        var eerder = regel with { Herkomst = regel.Herkomst with { GeldigTot = Vandaag.AddDays(-1) } };
        var vandaag = regel with { Herkomst = regel.Herkomst with { GeldigVan = Vandaag, GeldigTot = Vandaag } };

        Assert.Empty(Met(later, eerder).Bepaal(new Feiten(), Vandaag).Regels);
        Assert.Equal([90], Met(later, eerder, vandaag).Bepaal(new Feiten(), Vandaag).Regels);
    }

    private static Routewijzer Alleen(string code) => Met(Rij(code));

    private static Routewijzer Met(params Routeregel[] regels) => new(Seeds.Routewijzer.Tabel with { Regels = regels }, Seeds.Termijnen);

    private static Routeregel Rij(string code) => new(90, new Voorwaarde.Alle([]), [new Routeverwijzing(code, Als: null)], new Herkomst("Awb", Vandaag, new DateOnly(2020, 1, 1)))
    {
        Naam = "proef",
        Grondslag = "Awb artikel 9:1",
        Zin = "De rij zelf spreekt.",
        Formulier = "Op het formulier.",
    };

    private static bool Geldt(Voorwaarde voorwaarde, Feiten feiten) => Seeds.Routewijzer.Geldt(voorwaarde, feiten, Vandaag);

    private static Stand Op(string code, Feiten feiten) => Enum.GetValues<Stand>().Single(stand => Geldt(new Voorwaarde.StandIs(code, 1 << (int)stand), feiten));
}
