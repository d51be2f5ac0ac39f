using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Tests.Recognizers;

public sealed class DutchDatesTests
{
    /// <summary>A Sunday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("12 maart", "2026-03-12", "2026-03-13")]
    [InlineData("12-3", "2026-03-12", "2026-03-13")]
    [InlineData("de 12e maart vorig jaar", "2025-03-12", "2025-03-13")]
    [InlineData("12/03/'24", "2024-03-12", "2024-03-13")]
    [InlineData("24 december", "2025-12-24", "2025-12-25")]
    [InlineData("twaalf maart tweeduizend vierentwintig", "2024-03-12", "2024-03-13")]
    [InlineData("29 februari", "2024-02-29", "2024-03-01")]
    [InlineData("op zaterdag 7 nov", "2026-11-07", "2026-11-08")]
    [InlineData("zaterdag", "2026-11-21", "2026-11-22")]
    [InlineData("zondag", "2026-11-15", "2026-11-16")]
    [InlineData("gisteravond rond een uur of 8", "2026-11-21", "2026-11-22")]
    [InlineData("drie dagen geleden", "2026-11-19", "2026-11-20")]
    [InlineData("vorige week vrijdag om kwart over 9", "2026-11-13", "2026-11-14")]
    [InlineData("de eerste maandag van oktober", "2026-10-05", "2026-10-06")]
    [InlineData("de 30e", "2026-10-30", "2026-10-31")]
    [InlineData("de dag na pasen", "2026-04-07", "2026-04-08")]
    [InlineData("vandaag een week geleden", "2026-11-15", "2026-11-16")]
    [InlineData("vorige maand de 12e", "2026-10-12", "2026-10-13")]
    [InlineData("12 05 2024", "2024-05-12", "2024-05-13")]
    [InlineData("maandag 12-10", "2026-10-12", "2026-10-13")]
    [InlineData("20260704", "2026-07-04", "2026-07-05")]
    public void A_day_is_read_as_that_day(string text, string start, string end) => Reads(text, start, end, Precision.Day);

    [Theory]
    [InlineData("september", "2026-09-01", "2026-10-01", Precision.Month)]
    [InlineData("de week van 9 maart 2020", "2020-03-09", "2020-03-16", Precision.Week)]
    [InlineData("het weekend van 14 maart 2020", "2020-03-14", "2020-03-16", Precision.Weekend)]
    [InlineData("ergens in septmber", "2026-09-01", "2026-10-01", Precision.Month)]
    [InlineData("december", "2025-12-01", "2026-01-01", Precision.Month)]
    [InlineData("vorige maand", "2026-10-01", "2026-11-01", Precision.Month)]
    [InlineData("vorig jaar in mei", "2025-05-01", "2025-06-01", Precision.Month)]
    [InlineData("twee jaar geleden in de lente", "2024-03-01", "2024-06-01", Precision.Season)]
    [InlineData("van de zomer", "2026-06-01", "2026-09-01", Precision.Season)]
    [InlineData("de winter van 2024 op 2025", "2024-12-01", "2025-03-01", Precision.Season)]
    [InlineData("deze week", "2026-11-16", "2026-11-23", Precision.Week)]
    [InlineData("een week of twee geleden", "2026-11-02", "2026-11-09", Precision.Week)]
    [InlineData("week 40", "2026-09-28", "2026-10-05", Precision.Week)]
    [InlineData("anderhalf jaar geleden", "2025-05-01", "2025-06-01", Precision.Month)]
    [InlineData("eind oktober", "2026-10-16", "2026-11-01", Precision.Range)]
    [InlineData("begin dit jaar", "2026-01-01", "2026-05-01", Precision.Range)]
    [InlineData("31 april", "2026-04-01", "2026-05-01", Precision.Month)]
    [InlineData("vorig jaar rond kerst", "2025-12-20", "2026-01-01", Precision.Range)]
    [InlineData("van maandag tot vrijdag vorige week", "2026-11-09", "2026-11-13", Precision.Range)]
    [InlineData("mei/juni 2025", "2025-05-01", "2025-07-01", Precision.Range)]
    [InlineData("sinds een half jaar", "2026-05-22", "2026-11-23", Precision.Range)]
    [InlineData("met pasen", "2026-04-05", "2026-04-07", Precision.Range)]
    [InlineData("tussen 3 en 9 november", "2026-11-03", "2026-11-10", Precision.Range)]
    [InlineData("van 3 tot 9 november", "2026-11-03", "2026-11-09", Precision.Range)]
    [InlineData("4 t/m 6 mei 2025", "2025-05-04", "2025-05-07", Precision.Range)]
    [InlineData("sinds juni", "2026-06-01", "2026-11-23", Precision.Range)]
    [InlineData("al drie weken", "2026-11-01", "2026-11-23", Precision.Range)]
    [InlineData("een paar dagen geleden", "2026-11-17", "2026-11-21", Precision.Range)]
    [InlineData("in maart of april", "2026-03-01", "2026-05-01", Precision.Range)]
    [InlineData("de afgelopen 2 maanden", "2026-09-22", "2026-11-23", Precision.Range)]
    public void A_period_keeps_its_precision(string text, string start, string end, Precision precision) => Reads(text, start, end, precision);

    [Theory]
    [InlineData("geen flauw idee")]
    [InlineData("een hele tijd terug")]
    [InlineData("toen ik net verhuisd was")]
    [InlineData("zaaknummer 2019 004512")]
    [InlineData("ik ben geboren op 3 mei 1968")]
    [InlineData("mijn dochter is 12 jaar oud")]
    [InlineData("ik moest 2000 euro betalen")]
    [InlineData("elke maandag")]
    [InlineData("het duurde 3 weken")]
    [InlineData("1234 AB Voorbeeldstad")]
    [InlineData("de tweede keer ging het mis")]
    [InlineData("bij loket 4 om half 3")]
    [InlineData("")]
    public void Words_that_fix_no_days_give_no_date(string text)
    {
        var answer = DutchDates.Read(text, Today, Taal.Lexicon);

        Assert.Empty(answer.Readings);
        Assert.True(answer.Unknown);
    }

    [Fact]
    public void A_denied_date_makes_way_for_the_one_that_is_meant()
    {
        var answer = DutchDates.Read("nee niet in maart maar in mei", Today, Taal.Lexicon);

        var reading = Assert.Single(answer.Readings);
        Assert.Equal(new DateOnly(2026, 5, 1), reading.Start);
    }

    [Fact]
    public void Several_moments_stay_several()
    {
        var answer = DutchDates.Read("eerst op 4 mei en daarna nog eens op 9 juni", Today, Taal.Lexicon);

        Assert.Equal([new DateOnly(2026, 5, 4), new DateOnly(2026, 6, 9)], answer.Readings.Select(static reading => reading.Start));
    }

    [Theory]
    [InlineData("3 en 5 mei", "2026-05-03", "2026-05-05")]
    [InlineData("3. en 5. mei", "2026-05-03", "2026-05-05")]
    [InlineData("vorige week maandag en dinsdag", "2026-11-09", "2026-11-10")]
    public void A_day_borrows_from_the_one_beside_it(string text, string first, string second)
        => Assert.Equal([Taal.Day(first), Taal.Day(second)], DutchDates.Read(text, Today, Taal.Lexicon).Readings.Select(static reading
            => reading.Start!.Value));

    [Theory]
    [InlineData("12 maart", Confidence.Exact)]
    [InlineData("ik denk 12 maart", Confidence.Approx)]
    [InlineData("drie weken geleden", Confidence.Approx)]
    [InlineData("een paar weken geleden", Confidence.Vague)]
    public void A_hedge_lowers_the_confidence(string text, Confidence expected)
        => Assert.Equal(expected, Assert.Single(DutchDates.Read(text, Today, Taal.Lexicon).Readings).Confidence);

    [Theory]
    [InlineData("okt '18", "oktober 2018")]
    [InlineData("12-3", "donderdag 12 maart 2026")]
    [InlineData("vorige week", "de week van 9 tot en met 15 november 2026")]
    [InlineData("winter 2024", "de winter van 2024 op 2025")]
    [InlineData("een paar maanden geleden", "ongeveer juni tot en met september 2026")]
    [InlineData("voor 1 mei", "voor 1 mei 2026")]
    [InlineData("na 3 maart", "na 3 maart 2026")]
    [InlineData("2 jaar geleden", "ongeveer 2024")]
    [InlineData("28 april tot en met 3 mei", "28 april tot en met 3 mei 2026")]
    public void A_reading_can_be_said_back_in_Dutch(string text, string said)
        => Assert.Equal(said, DutchDates.SayBack(Assert.Single(DutchDates.Read(text, Today, Taal.Lexicon).Readings)));

    [Theory]
    [InlineData("29 februari 2023", "2023-02-01", "2023-03-01", Precision.Month)]
    [InlineData("week 53 van 2025", "2025-01-01", "2026-01-01", Precision.Year)]
    public void What_a_year_does_not_have_is_not_taken_from_another_year(string text, string start, string end, Precision precision)
        => Reads(text, start, end, precision);

    [Theory]
    [InlineData("1 jaar en 2 maanden geleden", "2025-09-01", "2025-10-01", Precision.Month)]
    [InlineData("2 jaar, 3 maanden en 4 dagen geleden", "2024-08-18", "2024-08-19", Precision.Day)]
    public void Amounts_that_belong_together_are_counted_together(string text, string start, string end, Precision precision)
        => Reads(text, start, end, precision);

    [Theory]
    [InlineData("tien werkdagen geleden", "2026-11-09", "2026-11-10", Precision.Day)]
    [InlineData("al twee decennia", "2006-11-22", "2026-11-23", Precision.Range)]
    [InlineData("al een eeuw of twee", "1826-11-22", "2026-11-23", Precision.Range)]
    [InlineData("de afgelopen drie weekenden", "2026-11-01", "2026-11-23", Precision.Range)]
    [InlineData("een paar kwartalen geleden", "2025-08-01", "2026-06-01", Precision.Range)]
    public void Every_unit_is_counted_as_itself(string text, string start, string end, Precision precision) => Reads(text, start, end, precision);

    [Theory]
    [InlineData("een maand na de zomer", "2026-09-01", "2026-10-01", Precision.Month)]
    [InlineData("een week na mei", "2026-06-01", "2026-06-08", Precision.Week)]
    [InlineData("de week na pasen", "2026-04-06", "2026-04-13", Precision.Week)]
    public void After_a_long_period_is_after_its_end(string text, string start, string end, Precision precision) => Reads(text, start, end, precision);

    [Theory]
    [InlineData("van 9 maart tot 3 maart", "2025-03-09", "2026-03-03", Confidence.Approx)]
    [InlineData("van 9 maart tot en met 3 maart", "2025-03-09", "2026-03-04", Confidence.Approx)]
    [InlineData("9 maart - 3 maart", "2025-03-09", "2026-03-04", Confidence.Approx)]
    [InlineData("tussen 9 maart en 3 maart", "2025-03-09", "2026-03-04", Confidence.Approx)]
    [InlineData("van 12-5 tot 3-2", "2025-05-12", "2026-02-03", Confidence.Approx)]
    [InlineData("van november tot februari", "2025-11-01", "2026-02-01", Confidence.Approx)]
    [InlineData("van de zomer tot de lente", "2025-06-01", "2026-03-01", Confidence.Approx)]
    [InlineData("van 3 maart tot 9 maart", "2026-03-03", "2026-03-09", Confidence.Exact)]
    [InlineData("van december tot november", "2025-12-01", "2026-11-01", Confidence.Exact)]
    [InlineData("van 9 november tot 3 december", "2026-11-09", "2026-12-03", Confidence.Exact)]
    [InlineData("van 9 maart 2025 tot 3 maart", "2025-03-09", "2026-03-03", Confidence.Exact)]
    [InlineData("van 9 maart tot 3 maart 2026", "2025-03-09", "2026-03-03", Confidence.Exact)]
    [InlineData("van 9 maart 2026 tot 3 maart 2027", "2026-03-09", "2027-03-03", Confidence.Exact)]
    public void A_period_whose_end_would_lie_in_a_year_to_come_was_a_year_earlier(string text, string start, string end, Confidence confidence)
        => IsRead(text, start, end, confidence);

    [Theory]
    [InlineData("al een jaar of vijf", "2021-11-22", "2026-11-23", Confidence.Approx)]
    [InlineData("dit speelt al een week of drie", "2026-11-01", "2026-11-23", Confidence.Approx)]
    [InlineData("al 'n dag of tien", "2026-11-12", "2026-11-23", Confidence.Approx)]
    [InlineData("sinds een maand of twee", "2026-09-22", "2026-11-23", Confidence.Approx)]
    [InlineData("al een jaartje of 5", "2021-11-22", "2026-11-23", Confidence.Approx)]
    [InlineData("al ruim een jaar of drie", "2023-11-22", "2026-11-23", Confidence.Approx)]
    [InlineData("de afgelopen week of drie", "2026-11-01", "2026-11-23", Confidence.Approx)]
    [InlineData("sinds een maand of wat", "2026-08-22", "2026-11-23", Confidence.Vague)]
    [InlineData("een maand of twee geleden", "2026-09-01", "2026-10-01", Confidence.Approx)]
    [InlineData("al een week of drie geleden", "2026-10-26", "2026-11-02", Confidence.Approx)]
    [InlineData("al een jaar of langer", "2025-11-22", "2026-11-23", Confidence.Approx)]
    [InlineData("al een week of twee weken", "2026-11-15", "2026-11-23", Confidence.Approx)]
    [InlineData("vorige week of 3 keer", "2026-11-09", "2026-11-16", Confidence.Exact)]
    public void A_week_of_drie_is_about_three_weeks(string text, string start, string end, Confidence confidence) => IsRead(text, start, end, confidence);

    [Theory]
    [InlineData("een week of drie")]
    [InlineData("vijf jaar")]
    [InlineData("over een week of drie")]
    [InlineData("een keer of drie")]
    [InlineData("een man of tien")]
    public void How_long_without_since_when_is_no_date(string text) => Assert.True(DutchDates.Read(text, Today, Taal.Lexicon).Unknown);

    [Theory]
    [InlineData("3. mei 2024", "2024-05-03")]
    [InlineData("3. mei", "2026-05-03")]
    [InlineData("12. maart jl.", "2026-03-12")]
    [InlineData("12. mrt '24", "2024-03-12")]
    [InlineData("3.mei", "2026-05-03")]
    [InlineData("de brief van 3. Mei 2024", "2024-05-03")]
    [InlineData("maandag 3. mei 2021", "2021-05-03")]
    [InlineData("dat was 3. mei", "2026-05-03")]
    [InlineData("3 mei 2024", "2024-05-03")]
    public void A_dot_after_the_day_is_part_of_the_date(string text, string day)
        => Reads(text, day, Taal.Day(day).AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Precision.Day);

    [Theory]
    [InlineData("van 3. tot 7. mei", "2026-05-03", "2026-05-07", Precision.Range)]
    [InlineData("3. mei t/m 7. mei", "2026-05-03", "2026-05-08", Precision.Range)]
    [InlineData("De jongste is 3. Maart vorig jaar ging het mis.", "2025-03-01", "2025-04-01", Precision.Month)]
    [InlineData("kamer 3. In mei 2024", "2024-05-01", "2024-06-01", Precision.Month)]
    [InlineData("31. april", "2026-04-01", "2026-05-01", Precision.Month)]
    public void A_dot_joins_periods_too_but_not_two_sentences(string text, string start, string end, Precision precision) => Reads(text, start, end, precision);

    [Theory]
    [InlineData("in mei denk ik", Confidence.Approx)]
    [InlineData("eind vorig jaar ergens", Confidence.Approx)]
    [InlineData("op 3 mei, volgens mij", Confidence.Approx)]
    [InlineData("op 3 mei ergens in de middag", Confidence.Exact)]
    public void A_hedge_that_closes_the_answer_counts_too(string text, Confidence expected)
        => Assert.Equal(expected, Assert.Single(DutchDates.Read(text, Today, Taal.Lexicon).Readings).Confidence);

    [Fact]
    public void A_day_of_birth_is_no_moment_of_the_complaint_wherever_born_stands()
        => Assert.True(DutchDates.Read("ik ben op 3 mei 1968 geboren", Today, Taal.Lexicon).Unknown);

    private static void IsRead(string text, string start, string end, Confidence confidence)
    {
        var reading = Assert.Single(DutchDates.Read(text, Today, Taal.Lexicon).Readings);

        Assert.Equal((Taal.Day(start), Taal.Day(end), confidence), (reading.Start!.Value, reading.EndExclusive!.Value, reading.Confidence));
    }

    private static void Reads(string text, string start, string end, Precision precision)
    {
        var reading = Assert.Single(DutchDates.Read(text, Today, Taal.Lexicon).Readings);

        Assert.Equal((Taal.Day(start), Taal.Day(end), precision), (reading.Start!.Value, reading.EndExclusive!.Value, reading.Precision));
    }
}
