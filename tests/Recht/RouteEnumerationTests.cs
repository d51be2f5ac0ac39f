namespace KlachtHulp.Tests.Recht;

public sealed class RouteEnumerationTests(RouteEnumeratie enumeratie) : IClassFixture<RouteEnumeratie>
{
    [Fact]
    public void There_is_a_great_deal_to_enumerate() => Assert.InRange(enumeratie.Count, 100_000, 400_000);

    [Theory]
    [InlineData("a route")]
    [InlineData("at most three")]
    [InlineData("urgent is shown")]
    [InlineData("gate")]
    [InlineData("explained")]
    [InlineData("passed day")]
    public void No_combination_breaks_the_rule(string rule) => Assert.Empty(enumeratie.Breaking(rule));

    [Fact]
    public void Every_row_is_reached()
    {
        Assert.Equal(Enumerable.Range(1, 42), Seeds.Routewijzer.Tabel.Regels.Select(static regel => regel.Nr).Order());
        Assert.Equal(Enumerable.Range(1, 42), enumeratie.Rows.Order());
    }

    [Fact]
    public void Every_route_of_every_row_is_reached()
    {
        var written = Seeds.Routewijzer.Tabel.Regels.SelectMany(static regel => regel.Routes.Select(verwijzing => (regel.Nr, verwijzing.Code)));

        Assert.Empty(written.Except(enumeratie.Opened));
    }

    [Fact]
    public void No_sentence_keeps_a_placeholder_and_none_is_longer_than_twenty_words()
    {
        Assert.DoesNotContain(enumeratie.Sentences, static sentence => sentence.Contains('{', StringComparison.Ordinal));
        Assert.All(enumeratie.Sentences, static sentence => Assert.True(sentence.Split(' ').Length <= 20, sentence));
    }
}
