using System.Text.RegularExpressions;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Tests.Recht;

public sealed partial class RouteWoordenTests
{
    public static TheoryData<int> Rows() => [.. Seeds.Routewijzer.Tabel.Regels.Select(static regel => regel.Nr)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_sentence_says_kunt_or_mag_and_never_moet_unless_a_right_is_lost(int nr)
    {
        var regel = Regel(nr);

        Assert.True(regel.Voorrang == Voorrang.Nu || Sentences(regel).All(static sentence => !Moet.IsMatch(sentence)), regel.Zin);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_sentence_neither_predicts_nor_judges_nor_shouts(int nr)
        => Assert.All(Sentences(Regel(nr)), static sentence => Assert.False(Forbidden.IsMatch(sentence), sentence));

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_sentence_has_at_most_twenty_words_and_a_way_out_when_the_day_is_unknown(int nr)
    {
        var regel = Regel(nr);

        Assert.All(Sentences(regel), static sentence => Assert.InRange(sentence.Split(' ').Length, 4, 20));
        Assert.True(!regel.Zin.Contains("{datum}", StringComparison.Ordinal) || (regel.Termijn.Length > 0 && regel.ZinZonderDatum.Length > 0), regel.Zin);
        Assert.DoesNotContain("{datum}", regel.ZinZonderDatum, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_route_has_a_name_that_fits_on_a_button()
        => Assert.All(Seeds.Routewijzer.Tabel.Soorten, static soort => Assert.InRange(soort.Naam.Length, 3, 60));

    [Fact]
    public void The_general_explanation_of_a_route_is_as_calm_as_the_rows()
        => Assert.All(Seeds.Routewijzer.Tabel.Soorten, static soort => Assert.False(Forbidden.IsMatch(soort.Zin) || Moet.IsMatch(soort.Zin), soort.Zin));

    [Fact]
    public void A_sentence_with_the_longest_ombudsman_and_the_longest_day_still_has_twenty_words()
    {
        var longest = Seeds.Ombudsmannen.Ombudsmannen.MaxBy(static ombudsman => ombudsman.Naam.Split(' ').Length)!.Naam;

        Assert.All(Seeds.Routewijzer.Tabel.Regels, regel =>
        {
            var zin = regel.Zin.Replace("{ombudsman}", longest, StringComparison.Ordinal)
                .Replace("{datum}", "zaterdag 13 november 2027", StringComparison.Ordinal);
            Assert.InRange(zin.Split(' ').Length, 4, 20);
        });
    }

    [Theory]
    [InlineData("u moet klagen", true)]
    [InlineData("ontmoeten", false)]
    public void The_word_moet_is_seen_only_as_a_word(string text, bool seen) => Assert.Equal(seen, Moet.IsMatch(text));

    [Theory]
    [InlineData("U krijgt gelijk.", true)]
    [InlineData("Dat is verboden.", true)]
    [InlineData("Klaag nu!", true)]
    [InlineData("U kunt een klacht sturen.", false)]
    public void A_prediction_is_recognised(string text, bool seen) => Assert.Equal(seen, Forbidden.IsMatch(text));

    [GeneratedRegex(@"\bmoet(en)?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Moet { get; }

    [GeneratedRegex(@"\b(gelijk|winnen|kans|verboden|onrechtmatig|strafbaar feit|helaas|optioneel)\b|!",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Forbidden { get; }

    private static Routeregel Regel(int nr) => Seeds.Routewijzer.Tabel.Regels.Single(regel => regel.Nr == nr);

    private static IEnumerable<string> Sentences(Routeregel regel) => new[] { regel.Zin, regel.ZinZonderDatum }.Where(static sentence => sentence.Length > 0);
}
