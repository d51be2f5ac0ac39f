using KlachtHulp.Bot.Delivery.Brief;
using KlachtHulp.Dialogs.Formulier;

namespace KlachtHulp.Tests.Delivery;

public sealed class BriefTekstTests
{
    [Fact]
    public void A_letter_reads_well_as_plain_text()
    {
        const string Expected = """
            A. Voorbeeld
            Dorpsstraat 12
            1234 AB Voorbeeldstad

            Klacht over een toezegging
            ==========================

            Geacht college,

            Ik dien een klacht in. Ik kreeg € 1.250,00 minder dan is toegezegd.

            Wat is er gebeurd?
            ------------------

            > Ze zeiden in oktober dat het mocht.
            >
            > In juli mocht het niet meer.

            > Söz verdiler.

            De toezegging
            -------------

              Wanneer? Op 18 oktober 2018
              Wat is toegezegd? Een opleiding.
                Met boeken.
              Door wie?

            Bijlagen
            --------

            - Brief van 12 november 2018
            - E-mail

            Klacht KH-0042

            """;

        Assert.Equal(Expected.ReplaceLineEndings("\n"), BriefTekst.Write(Papieren.Klaagschrift()));
    }

    [Fact]
    public void Every_line_fits_78_columns_and_no_word_is_lost()
    {
        var words = string.Join(' ', Enumerable.Range(0, 300).Select(static i => new string((char)('a' + (i % 26)), 1 + (i % 19))));

        var text = BriefTekst.Write(Papieren.Met(new Blok.Alinea(words), new Blok.Citaat(words), new Blok.Lijst([words]), new Blok.Tabel("a", "b", [new("Afdeling", words)])) with { Voettekst = "" });

        Assert.All(text.Split('\n'), static line => Assert.InRange(line.Length, 0, 78));
        var read = text.Replace("\n> ", " ", StringComparison.Ordinal).Split([' ', '\n', '>', '-', ':'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(string.Join(' ', [words, words, words, "Afdeling", words]), string.Join(' ', read));
    }

    [Fact]
    public void A_label_that_is_no_question_gets_a_colon()
        => Assert.Equal("  Afdeling: Werk en Inkomen\n  los\n", BriefTekst.Write(Papieren.Met(new Blok.Tabel("Veld", "Waarde", [new("Afdeling:", "Werk en Inkomen"), new("", "los")])) with { Voettekst = "" }));

    [Fact]
    public void A_word_longer_than_a_line_is_cut_between_two_characters()
    {
        var word = string.Concat(Enumerable.Repeat("e\u0301👍🏽", 60));

        var lines = BriefTekst.Write(Papieren.Met(new Blok.Alinea(word)) with { Voettekst = "" }).TrimEnd('\n').Split('\n');

        Assert.Equal([78, 42], lines.Select(static line => new System.Globalization.StringInfo(line).LengthInTextElements));
        Assert.Equal(word.Normalize(), string.Concat(lines));
    }

    [Theory]
    [InlineData("a\u202Eb\u0000c\u001B[31m", "abc[31m\n")]
    [InlineData("een\r\ntwee\u2028drie", "een\ntwee\ndrie\n")]
    [InlineData("", "")]
    public void Signs_that_steer_are_gone_and_line_breaks_stay(string text, string expected)
        => Assert.Equal(expected, BriefTekst.Write(Papieren.Met(new Blok.Alinea(text)) with { Voettekst = "" }));
}
