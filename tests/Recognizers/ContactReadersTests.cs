using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Tests.Recognizers;

public sealed class ContactReadersTests
{
    [Theory]
    [InlineData("ik woon op 8011 PK in Voorbeeldstad", "8011PK")]
    [InlineData("8011pk", "8011PK")]
    [InlineData("8011 xz", "8011XZ")]
    [InlineData("mijn postcode: 8011 in", "8011IN")]
    [InlineData("in 2018 in de zomer", null)]
    [InlineData("0123 AB", null)]
    [InlineData("8011 SD", null)]
    [InlineData("8011 PKX", null)]
    [InlineData("zaak 12-8011PK", null)]
    public void A_postcode_is_four_digits_and_two_letters(string text, string? expected) => Same(expected, PostcodeReader.Read(text, Taal.Lexicon));

    [Theory]
    [InlineData("bel 038 123 45 67 na vijven", "0381234567")]
    [InlineData("+31 6 12 34 56 78", "+31612345678")]
    [InlineData("(038) 123 45 67", "0381234567")]
    [InlineData("14 038", "14038")]
    [InlineData("0800-1234", "08001234")]
    [InlineData("0612345", null)]
    [InlineData("01-02-2019", null)]
    [InlineData("€ 0612345678", null)]
    [InlineData("06123456789", null)]
    public void A_phone_number_has_the_digits_of_one(string text, string? expected) => Same(expected, PhoneReader.Read(text));

    [Theory]
    [InlineData("stuur maar naar a.b-c@post.voorbeeld.nl.", "a.b-c@post.voorbeeld.nl")]
    [InlineData("<x_1@voorbeeld.org>", "x_1@voorbeeld.org")]
    [InlineData("naam@voorbeeld", null)]
    [InlineData("@voorbeeld.nl", null)]
    [InlineData("naam@.nl", null)]
    [InlineData("naam@voor..nl", null)]
    [InlineData("naïef@voorbeeld.nl", null)]
    public void An_email_address_has_a_name_and_a_domain(string text, string? expected) => Same(expected, EmailReader.Read(text));

    [Theory]
    [InlineData("NL91 ABNA 0417 1643 00", "NL91ABNA0417164300")]
    [InlineData("op nl91abna0417164300 graag", "NL91ABNA0417164300")]
    [InlineData("BE68 5390 0754 7034", "BE68539007547034")]
    [InlineData("NL92 ABNA 0417 1643 00", null)]
    [InlineData("XNL91ABNA0417164300", null)]
    [InlineData("zaak NL2020-0000000001", null)]
    public void An_iban_has_the_right_check_digits(string text, string? expected) => Same(expected, IbanReader.Read(text));

    [Theory]
    [InlineData("mijn bsn is 1112.22.333", "111222333")]
    [InlineData("111222333", "111222333")]
    [InlineData("sofinummer 12345672", "12345672")]
    [InlineData("12345672", null)]
    [InlineData("111222334", null)]
    [InlineData("kenmerk 111222333", null)]
    [InlineData("€ 111222333", null)]
    [InlineData("1112223334", null)]
    [InlineData("000000000", null)]
    public void A_bsn_passes_the_elfproef(string text, string? expected) => Same(expected, BsnGuard.Find(text, Taal.Lexicon));

    [Fact]
    public void A_bsn_is_taken_out_and_the_rest_is_kept()
    {
        var text = BsnGuard.Remove("Mijn nummer is 111222333, dat stond op de envelop.", Taal.Lexicon);

        Assert.Equal("Mijn nummer is [BSN weggehaald], dat stond op de envelop.", text);
    }

    private static void Same(string? expected, IReadOnlyList<Found> found) => Assert.Equal(expected is null ? []
        : [expected], found.Select(static item => item.Value));
}
