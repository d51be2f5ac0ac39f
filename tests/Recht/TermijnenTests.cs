using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Tests.Recht;

public sealed class TermijnenTests
{
    private static Termijnen Termijnen => Seeds.Termijnen;

    [Fact]
    public void A_resident_is_shown_the_nominal_day_and_the_gemeente_gets_the_extended_one()
    {
        var bezwaar = Termijnen.Van("BZ", new DateOnly(2026, 11, 14));
        var klacht = Termijnen.Van("K6", new DateOnly(2026, 11, 14));

        Assert.Equal(new DateOnly(2026, 12, 26), bezwaar.TeTonen(Seeds.Vandaag));
        Assert.Equal(new DateOnly(2026, 12, 28), klacht.TeTonen(Seeds.Vandaag));
    }

    [Theory]
    [InlineData("2026-12-26", "2026-12-26", Stand.Loopt)]
    [InlineData("2026-12-27", "2026-12-28", Stand.Loopt)]
    [InlineData("2026-12-28", "2026-12-28", Stand.Loopt)]
    [InlineData("2026-12-29", "2026-12-26", Stand.Voorbij)]
    public void A_resident_who_comes_after_the_nominal_day_still_hears_the_day_the_law_gives(string today, string shown, Stand stand)
    {
        var termijn = Termijnen.Van("BZ", new DateOnly(2026, 11, 14));

        Assert.Equal((Seeds.Dag(shown), stand), (termijn.TeTonen(Seeds.Dag(today)), termijn.StandOp(Seeds.Dag(today))));
    }

    [Theory]
    [InlineData(false, false, "2026-08-24", "2026-08-24")]
    [InlineData(true, false, "2026-10-05", "2026-10-05")]
    [InlineData(false, true, "2026-10-05", "2026-10-05")]
    [InlineData(true, true, "2026-11-16", "2026-11-16")]
    [InlineData(null, false, "2026-08-24", "2026-10-05")]
    [InlineData(null, true, "2026-10-05", "2026-11-16")]
    public void A_decision_on_bezwaar_takes_six_or_twelve_weeks_after_the_last_day_to_object_and_six_more_when_that_was_written(bool? commissie, bool verdaagd, string van, string tot)
    {
        var termijn = Termijnen.Beslissing(new Tijdvak(new(2026, 7, 13)), commissie, verdaagd);

        Assert.Equal((Seeds.Dag(van), Seeds.Dag(tot)), (termijn.Uitersten.Van, termijn.Uitersten.Tot));
        Assert.Equal(Partij.Gemeente, termijn.Partij);
    }

    [Fact]
    public void Whether_eighteen_weeks_for_bezwaar_are_extended_is_not_settled_so_both_days_are_shown()
    {
        var termijn = Termijnen.Beslissing(new Tijdvak(new(2026, 8, 22)), commissie: true, verdaagd: true);

        Assert.True(termijn.TweeDagen);
        Assert.Equal((new DateOnly(2026, 12, 26), new DateOnly(2026, 12, 28)), (termijn.Nominaal, termijn.Uiterlijk));
    }

    [Fact]
    public void A_roughly_known_besluit_counts_from_its_first_possible_day()
    {
        var termijn = Termijnen.Van("BZ", new Tijdvak(new(2026, 10, 1), new(2026, 10, 31)));

        Assert.Equal(new DateOnly(2026, 11, 12), termijn.Nominaal);
        Assert.Equal(Stand.MisschienVoorbij, termijn.StandOp(Seeds.Vandaag));
        Assert.Equal(Stand.Voorbij, termijn.StandOp(new(2026, 12, 15)));
        Assert.Equal(Zekerheid.Middel, termijn.Zekerheid);
    }

    [Fact]
    public void A_roughly_received_klacht_gives_the_gemeente_until_its_last_possible_day()
    {
        var termijn = Termijnen.Van("K6", new Tijdvak(new(2026, 10, 1), new(2026, 10, 31)));

        Assert.Equal(new DateOnly(2026, 12, 14), termijn.Uiterlijk);
        Assert.Equal(Stand.Loopt, termijn.StandOp(new(2026, 11, 12)));
        Assert.Equal(Stand.MisschienVoorbij, termijn.StandOp(new(2026, 11, 13)));
        Assert.Equal(Stand.Voorbij, termijn.StandOp(new(2026, 12, 15)));
    }

    [Theory]
    [InlineData(false, false, "K6", "2026-11-13")]
    [InlineData(true, false, "K10", "2026-12-11")]
    [InlineData(false, true, "K6+4", "2026-12-11")]
    [InlineData(true, true, "K10+4", "2027-01-08")]
    public void Commissie_and_verdaging_choose_the_behandeling(bool commissie, bool verdaagd, string code, string uiterlijk)
    {
        var termijn = Termijnen.Behandeling(new Tijdvak(new DateOnly(2026, 10, 2)), commissie, verdaagd);

        Assert.Equal((code, Seeds.Dag(uiterlijk)), (termijn.Code, termijn.Uiterlijk));
    }

    [Fact]
    public void An_unknown_commissie_gives_the_gemeente_ten_weeks_and_starts_the_year_of_the_ombudsman_after_six()
    {
        var behandeling = Termijnen.Behandeling(new Tijdvak(new DateOnly(2026, 10, 2)), commissie: null, verdaagd: false);
        var jaar = Termijnen.NaBehandeling(behandeling);

        Assert.Equal(new DateOnly(2026, 12, 11), behandeling.Uiterlijk);
        Assert.Equal(Stand.MisschienVoorbij, behandeling.StandOp(Seeds.Vandaag));
        Assert.Equal(new DateOnly(2027, 11, 13), jaar.Nominaal);
        Assert.Equal(Zekerheid.Middel, jaar.Zekerheid);
    }

    [Fact]
    public void The_year_of_the_ombudsman_starts_at_the_nominal_end_even_when_the_gemeente_got_days_extra()
    {
        var behandeling = Termijnen.Behandeling(new Tijdvak(new DateOnly(2026, 11, 13)), commissie: false, verdaagd: false);

        Assert.Equal(new DateOnly(2026, 12, 28), behandeling.Uiterlijk);
        Assert.Equal(new DateOnly(2027, 12, 25), Termijnen.NaBehandeling(behandeling).Nominaal);
    }

    [Fact]
    public void Fourteen_weeks_that_end_on_a_feestdag_show_two_days()
    {
        var termijn = Termijnen.Van("K10+4", new DateOnly(2026, 9, 18));

        Assert.True(termijn.TweeDagen);
        Assert.Equal((new DateOnly(2026, 12, 25), new DateOnly(2026, 12, 28)), (termijn.Nominaal, termijn.Uiterlijk));
        Assert.Equal(Stand.MisschienVoorbij, termijn.StandOp(new(2026, 12, 27)));
    }

    [Theory]
    [InlineData("2027-02-26", Zekerheid.Onzeker)]
    [InlineData("2026-11-25", Zekerheid.Hoog)]
    public void An_avg_month_that_ends_on_goede_vrijdag_is_uncertain_and_on_kerst_not(string start, Zekerheid zekerheid)
    {
        var termijn = Termijnen.Van("AV", Seeds.Dag(start));

        Assert.Equal(zekerheid, termijn.Zekerheid);
        Assert.False(termijn.AtwToegepast);
        Assert.True(termijn.Verlengd);
    }

    [Fact]
    public void A_last_day_after_the_known_royal_decrees_is_less_certain()
        => Assert.Equal(Zekerheid.Middel, Termijnen.Van("K6", new DateOnly(2029, 3, 1)).Zekerheid);

    [Fact]
    public void A_start_before_the_law_still_gives_a_day_with_low_certainty()
    {
        var termijn = Termijnen.Van("KJ", new DateOnly(1950, 1, 1));

        Assert.Equal((Zekerheid.Laag, Stand.Voorbij), (termijn.Zekerheid, termijn.StandOp(Seeds.Vandaag)));
    }

    [Fact]
    public void A_start_that_may_lie_before_the_law_is_as_uncertain_as_one_that_does()
        => Assert.Equal(Zekerheid.Laag, Termijnen.Van("OJ2", new Tijdvak(new(2005, 2, 21), new(2005, 7, 2))).Zekerheid);

    [Fact]
    public void An_unknown_code_is_a_bug()
        => Assert.Throws<InvalidOperationException>(static () => Termijnen.Van("X9", Seeds.Vandaag));

    [Theory]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2028, 4, 16)]
    [InlineData(1961, 4, 2)]
    [InlineData(2038, 4, 25)]
    [InlineData(2285, 3, 22)]
    public void Easter_falls_where_the_church_says(int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), Kalender.Pasen(year));

    [Theory]
    [InlineData("2026-12-14", "maandag 14 december 2026")]
    [InlineData("2028-02-29", "dinsdag 29 februari 2028")]
    [InlineData("2027-03-07", "zondag 7 maart 2027")]
    public void A_day_is_written_as_people_read_it(string day, string words) => Assert.Equal(words, DagInWoorden.Van(Seeds.Dag(day)));

    [Fact]
    public void A_period_does_not_end_before_it_begins_and_is_cut_off_at_today()
    {
        var vak = new Tijdvak(new(2026, 11, 1), new(2026, 11, 30));

        Assert.Contains("2026-10-31 lies before 2026-11-01", Assert.Throws<ArgumentException>(() => new Tijdvak(new(2026, 11, 1), new(2026, 10, 31))).Message, StringComparison.Ordinal);
        Assert.Equal(new Tijdvak(new(2026, 11, 1), new(2026, 11, 22)), vak.NietNa(new(2026, 11, 22)));
        Assert.Equal(vak, vak.NietNa(new(2026, 11, 30)));
        Assert.Equal(vak, vak.NietNa(new(2026, 10, 31)));
        Assert.Equal(new Tijdvak(new DateOnly(2026, 11, 1)), vak.NietNa(new(2026, 11, 1)));
    }

    [Fact]
    public void A_day_is_said_with_weekday_and_month_in_words()
    {
        var dagen = Enumerable.Range(0, 7).Select(static dag => DagInWoorden.Van(new DateOnly(2026, 11, 23).AddDays(dag)));

        Assert.Equal(
            ["maandag 23 november 2026", "dinsdag 24 november 2026", "woensdag 25 november 2026", "donderdag 26 november 2026", "vrijdag 27 november 2026", "zaterdag 28 november 2026", "zondag 29 november 2026"],
            dagen);
        Assert.Equal(
            "januari februari maart april mei juni juli augustus september oktober november december",
            string.Join(' ', Enumerable.Range(1, 12).Select(DagInWoorden.Maand)));
    }
}
