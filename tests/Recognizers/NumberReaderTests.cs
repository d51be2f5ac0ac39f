using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Tests.Recognizers;

public sealed class NumberReaderTests
{
    [Theory]
    [InlineData("drieëndertig", 33)]
    [InlineData("zevenhonderdvijftien", 715)]
    [InlineData("tweeduizend en zeven", 2007)]
    [InlineData("3.250,5", 3250.5)]
    [InlineData("min vier", -4)]
    [InlineData("25k", 25000)]
    [InlineData("2,5 miljoen", 2500000)]
    [InlineData("drie kwart", 0.75)]
    [InlineData("zes en een half", 6.5)]
    [InlineData("anderhalf", 1.5)]
    [InlineData("twee dozijn", 24)]
    [InlineData("3 van de 4", 0.75)]
    [InlineData("3e4", 30000)]
    public void A_number_is_read_in_digits_and_words(string text, double expected)
        => Assert.Equal(expected, Assert.Single(NumberReader.Read(text, Taal.Lexicon)).Value, 6);

    [Theory]
    [InlineData("zeventig keer niks", 1)]
    [InlineData("acht uur en negen uur", 2)]
    [InlineData("12kg", 0)]
    [InlineData("negentigste", 0)]
    [InlineData("en", 0)]
    public void Only_numbers_are_found(string text, int count) => Assert.Equal(count, NumberReader.Read(text, Taal.Lexicon).Count);

    [Theory]
    [InlineData("de zeventiende", 17, "begin")]
    [InlineData("3e", 3, "begin")]
    [InlineData("honderdtweede", 102, "begin")]
    [InlineData("de laatste brief", 0, "einde")]
    [InlineData("volgende vraag", 1, "huidige")]
    public void An_ordinal_is_read_as_a_place(string text, int value, string from)
    {
        var reading = Assert.Single(OrdinalReader.Read(text, Taal.Lexicon));

        Assert.Equal((value, from), (reading.Value, reading.From));
    }
}
