using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Tests.Recognizers;

public sealed class AnswersTests
{
    private static readonly IReadOnlyList<ChoiceOption> Kanalen =
    [
        new("gesprek", ["In een gesprek", "mondeling", "langs geweest"]),
        new("telefoon", ["Aan de telefoon", "gebeld", "telefonisch"]),
        new("mail", ["Per e-mail", "mail", "gemaild"]),
        new("brief", ["In een brief", "post"]),
    ];

    [Theory]
    [InlineData("ja hoor", YesNo.Yes)]
    [InlineData("Jazeker!", YesNo.Yes)]
    [InlineData("ja dat klopt wel", YesNo.Yes)]
    [InlineData("👍🏽", YesNo.Yes)]
    [InlineData("is goed", YesNo.Yes)]
    [InlineData("neee", YesNo.None)]
    [InlineData("nee, dat klopt niet", YesNo.No)]
    [InlineData("liever niet", YesNo.No)]
    [InlineData("dat wil ik niet", YesNo.No)]
    [InlineData("klopt niet", YesNo.No)]
    [InlineData("mwah", YesNo.Unknown)]
    [InlineData("weet ik niet", YesNo.Unknown)]
    [InlineData("geen idee joh", YesNo.Unknown)]
    [InlineData("kweet nie", YesNo.Unknown)]
    [InlineData("nee toch wel", YesNo.Unknown)]
    [InlineData("zekers", YesNo.Yes)]
    [InlineData("kweet het niet", YesNo.Unknown)]
    [InlineData("neuj", YesNo.No)]
    [InlineData("jammer", YesNo.None)]
    [InlineData("needle", YesNo.None)]
    [InlineData("hoezo?", YesNo.None)]
    [InlineData("de consulent belde mij toen op maar dat was natuurlijk veel te laat", YesNo.None)]
    [InlineData("", YesNo.None)]
    public void Yes_and_no_are_read_in_all_their_Dutch(string text, YesNo expected) => Assert.Equal(expected, YesNoReader.Read(text, Taal.Lexicon));

    [Theory]
    [InlineData("2", "telefoon")]
    [InlineData("de tweede", "telefoon")]
    [InlineData("optie 3", "mail")]
    [InlineData("de laatste", "brief")]
    [InlineData("aan de telefoon", "telefoon")]
    [InlineData("telefoon", "telefoon")]
    [InlineData("aan de telefoom", "telefoon")]
    [InlineData("gebelt", "telefoon")]
    [InlineData("het was een gesprek", "gesprek")]
    [InlineData("per email", "mail")]
    [InlineData("mail", "mail")]
    public void One_option_is_chosen_by_number_label_part_or_typo(string text, string expected)
        => Assert.Equal(new Choice.One(expected), ChoiceReader.Read(text, Kanalen, Taal.Lexicon));

    [Theory]
    [InlineData("5")]
    [InlineData("0")]
    [InlineData("in een")]
    [InlineData("postduif gestuurd door de buren")]
    [InlineData("")]
    public void What_fits_no_option_is_no_choice(string text) => Assert.Equal(new Choice.None(), ChoiceReader.Read(text, Kanalen, Taal.Lexicon));

    [Theory]
    [InlineData("1 en 3", "gesprek,mail")]
    [InlineData("2, 4", "telefoon,brief")]
    [InlineData("allemaal", "gesprek,telefoon,mail,brief")]
    [InlineData("gebeld en gemaild", "telefoon,mail")]
    public void Several_options_may_be_chosen_where_that_is_allowed(string text, string expected)
    {
        var choice = Assert.IsType<Choice.Several>(ChoiceReader.Read(text, Kanalen, Taal.Lexicon, multiple: true));

        Assert.Equal(expected, string.Join(',', choice.Ids));
    }

    [Theory]
    [InlineData("niet gebeld")]
    [InlineData("niet langs geweest")]
    [InlineData("geen mail gestuurd")]
    [InlineData("ik heb nog nooit een mail gestuurd")]
    [InlineData("gebeld heb ik niet")]
    [InlineData("bellen mag niet")]
    [InlineData("telefoon niet")]
    [InlineData("geen e-mail")]
    [InlineData("niet eens gebeld")]
    [InlineData("niet in een gesprek")]
    [InlineData("waarom ook niet gebeld")]
    [InlineData("niet gebeld en gemaild")]
    [InlineData("niet langs geweest of gebeld")]
    [InlineData("niet gebeld en niet gemaild")]
    [InlineData("alles behalve gebeld")]
    [InlineData("gebeld, tenzij het anders was")]
    public void A_denied_option_is_not_chosen(string text)
    {
        Assert.Equal(new Choice.None(), ChoiceReader.Read(text, Kanalen, Taal.Lexicon));
        Assert.Equal(new Choice.None(), ChoiceReader.Read(text, Kanalen, Taal.Lexicon, multiple: true));
    }

    [Theory]
    [InlineData("niet gebeld maar gemaild", "mail")]
    [InlineData("gebeld, niet gemaild", "telefoon")]
    [InlineData("gebeld niet gemaild", "telefoon")]
    [InlineData("gemaild niet, gebeld wel", "telefoon")]
    [InlineData("niet gebeld en wel gemaild", "mail")]
    [InlineData("nee gebeld", "telefoon")]
    [InlineData("gebeld maar niet teruggebeld", "telefoon")]
    [InlineData("ik heb gebeld en kreeg geen antwoord", "telefoon")]
    [InlineData("waarom ook niet: gebeld", "telefoon")]
    [InlineData("ik kreeg de mail niet", "mail")]
    public void A_denial_reaches_no_further_than_its_own_option(string text, string expected)
    {
        Assert.Equal(new Choice.One(expected), ChoiceReader.Read(text, Kanalen, Taal.Lexicon));
        Assert.Equal(new Choice.One(expected), ChoiceReader.Read(text, Kanalen, Taal.Lexicon, multiple: true));
    }

    [Fact]
    public void Not_only_denies_nothing()
    {
        var choice = Assert.IsType<Choice.Several>(ChoiceReader.Read("niet alleen gebeld maar ook gemaild", Kanalen, Taal.Lexicon, multiple: true));

        Assert.Equal(["telefoon", "mail"], choice.Ids);
    }

    [Theory]
    [InlineData("niet bellen", "niet_bellen")]
    [InlineData("liever niet meer bellen", "niet_bellen")]
    [InlineData("bellen", "bellen")]
    public void An_option_that_denies_is_chosen_by_its_denial(string text, string expected)
    {
        ChoiceOption[] options = [new("bellen", ["Bel mij", "bellen"]), new("niet_bellen", ["Bel mij niet", "niet bellen", "liever niet bellen"])];

        Assert.Equal(new Choice.One(expected), ChoiceReader.Read(text, options, Taal.Lexicon));
    }

    [Fact]
    public void Two_options_where_one_is_asked_are_asked_back()
    {
        var choice = Assert.IsType<Choice.Ambiguous>(ChoiceReader.Read("gebeld en gemaild", Kanalen, Taal.Lexicon));

        Assert.Equal(["telefoon", "mail"], choice.Candidates);
    }

    [Theory]
    [InlineData("€ 600,-", "600")]
    [InlineData("600 eu", "600")]
    [InlineData("1.250,75 euro", "1250.75")]
    [InlineData("eur 12,50", "12.50")]
    [InlineData("vijfhonderd euro", "500")]
    [InlineData("80,-", "80")]
    [InlineData("3 euro en 50 cent", "3.50")]
    [InlineData("twee tientjes", "20")]
    [InlineData("50 ct", "0.50")]
    [InlineData("1,5 miljoen euro", "1500000")]
    [InlineData("op 12-3-2024", null)]
    [InlineData("kamer 600", null)]
    [InlineData("3 keer", null)]
    [InlineData("een paar honderd euro", null)]
    [InlineData("anderhalf duizend euro", "1500")]
    [InlineData("een half miljoen euro", "500000")]
    [InlineData("duizend euro", "1000")]
    [InlineData("enkele tientjes", null)]
    [InlineData("een paar keer 50 euro", "50")]
    public void An_amount_is_read_in_euro(string text, string? expected)
        => Assert.Equal(expected is null ? [] : [decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)], AmountReader.Read(text,
            Taal.Lexicon).Select(static amount => amount.Euro));

    [Theory]
    [InlineData("600", 600)]
    [InlineData("ongeveer zeshonderd", 600)]
    public void A_bare_number_is_an_amount_when_money_was_asked(string text, int expected)
        => Assert.Equal(expected, Assert.Single(AmountReader.Read(text, Taal.Lexicon, askedForMoney: true)).Euro);
}
