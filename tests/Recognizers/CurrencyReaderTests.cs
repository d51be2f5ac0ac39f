using System.Globalization;
using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Tests.Recognizers;

public sealed class CurrencyReaderTests
{
    [Theory]
    [InlineData("de boete was $12,50", "$12,50", "12.50", "Dollar", "")]
    [InlineData("CHF 80", "CHF 80", "80", "Swiss franc", "CHF")]
    [InlineData("cad$ 7", "cad$ 7", "7", "Canadian dollar", "CAD")]
    [InlineData("drie miljoen Canadese dollar", "drie miljoen Canadese dollar", "3000000", "Canadian dollar", "CAD")]
    [InlineData("900¥", "900¥", "900", "Japanese yen", "JPY")]
    [InlineData("zes dollar en tien cent", "zes dollar en tien cent", "6.10", "Dollar", "")]
    [InlineData("het scheelt 40 cent", "40 cent", "40", "Cent", "")]
    [InlineData("€ 31,-", "€ 31", "31", "Euro", "EUR")]
    [InlineData("31,-", "31,-", "31", "Euro", "EUR")]
    [InlineData("8 euro en 20 cent", "8 euro en 20 cent", "8.20", "Euro", "EUR")]
    public void An_amount_is_read_in_its_own_currency(string text, string words, string value, string unit, string iso)
    {
        var read = Assert.Single(CurrencyReader.Read(text, Taal.Lexicon));

        Assert.Equal((words, decimal.Parse(value, CultureInfo.InvariantCulture), unit, iso), (read.Text, read.Value, read.Unit, read.Iso));
    }

    [Theory]
    [InlineData("ik try 50 keer te bellen")]
    [InlineData("kamer 12")]
    [InlineData("")]
    public void What_names_no_money_is_no_amount(string text) => Assert.Empty(CurrencyReader.Read(text, Taal.Lexicon));

    [Fact]
    public void A_resident_who_writes_dollars_is_not_taken_to_mean_euro() => Assert.Empty(AmountReader.Read("het kostte 15 dollar", Taal.Lexicon));
}
