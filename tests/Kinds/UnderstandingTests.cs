using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Kinds;

/// <summary>What residents really type under the real questions: nothing is taken for what it is not, and a sensible answer is not turned away.</summary>
public sealed class UnderstandingTests
{
    private static string Said(string id, string text)
    {
        var question = RealTree.Tree.Questions[id];
        return question.Read(text, RealTree.Context(question)) switch
        {
            Reading.Accepted accepted => accepted.Canonical,
            Reading.Ambiguous several => "? " + string.Join(" ", several.Candidates),
            Reading.Unknown => "weet niet",
            Reading.Nothing => "niets",
            Reading.Refused refused => refused.TextKey,
            var other => other.ToString(),
        };
    }

    [Theory]
    [InlineData("ja", "klopt")]
    [InlineData("ja hoor, alles klopt", "klopt")]
    [InlineData("klopt helemaal!", "klopt")]
    [InlineData("ja maar de straatnaam is fout", "fout.controle")]
    [InlineData("ja alleen mijn telefoon is oud", "fout.controle")]
    [InlineData("bijna alles is goed", "fout.controle")]
    [InlineData("ja?", "fout.controle")]
    [InlineData("klopt dit?", "fout.controle")]
    public void Only_a_bare_yes_agrees_to_the_whole_complaint(string text, string expected) => Assert.Equal(expected, Said("controle", text));

    [Theory]
    [InlineData("toezegging.bevestigd", "het gaat toch niet door", "teruggenomen")]
    [InlineData("toezegging.bevestigd", "dat kan niet", "fout.keuze")]
    [InlineData("toezegging.bevestigd", "ik hoorde er niks meer over", "geen")]
    [InlineData("procedure", "wat is een bezwaar?", "fout.keuze")]
    [InlineData("procedure", "wat betekent beroep", "fout.keuze")]
    [InlineData("procedure", "ik heb bezwaar gemaakt", "bezwaar")]
    [InlineData("privacy.soort_gedeeld", "over mijn broer", "fout.meerkeuze")]
    [InlineData("toezegging.groep", "die mevrouw zou mij terugbellen", "doen")]
    [InlineData("toezegging.groep", "wij zouden", "fout.meerkeuze")]
    [InlineData("privacy.groep", "alles", "fout.meerkeuze")]
    public void A_choice_is_not_guessed_from_a_small_word_or_a_question(string id, string text, string expected) => Assert.Equal(expected, Said(id, text));

    [Theory]
    [InlineData("gegevens.veilig", "bellen is niet goed", "fout.keuze")]
    [InlineData("gegevens.veilig", "niet alles is goed", "fout.keuze")]
    [InlineData("gegevens.veilig", "bellen en post mag niet", "fout.keuze")]
    [InlineData("gegevens.veilig", "alles behalve bellen", "fout.keuze")]
    [InlineData("gegevens.veilig", "geen mail", "fout.keuze")]
    [InlineData("gegevens.veilig", "bellen mag niet", "niet_bellen")]
    [InlineData("gegevens.veilig", "liever niet meer bellen", "niet_bellen")]
    [InlineData("gegevens.veilig", "niet naar mijn huis", "geen_post")]
    [InlineData("gegevens.veilig", "maakt me niet uit", "alles_goed")]
    [InlineData("toezegging.groep", "ik kreeg mijn geld niet", "krijgen")]
    [InlineData("toezegging.groep", "die mevrouw zou mij terugbellen maar deed het niet", "doen")]
    public void What_is_not_safe_or_not_done_is_not_chosen(string id, string text, string expected) => Assert.Equal(expected, Said(id, text));

    [Theory]
    [InlineData("privacy.vrij", "ik moest wel meewerken", "fout.ja_nee")]
    [InlineData("privacy.vrij", "ik moest wel", "fout.ja_nee")]
    [InlineData("privacy.verteld", "ja maar veel later", "fout.ja_nee")]
    [InlineData("privacy.verteld", "ja, pas na een maand", "fout.ja_nee")]
    [InlineData("privacy.verteld", "maakt me niet uit", "weet niet")]
    [InlineData("privacy.verteld", "dat zou best kunnen", "weet niet")]
    [InlineData("privacy.verteld", "ja weet ik niet", "weet niet")]
    [InlineData("privacy.verteld", "ja dat wilde ik niet", "fout.ja_nee")]
    [InlineData("privacy.verteld", "nee hoor", "nee")]
    [InlineData("besluit", "alleen mondeling", "nee")]
    [InlineData("besluit", "ik heb geen brief", "nee")]
    [InlineData("eerder.geklaagd", "ik heb al twee keer een mail gestuurd", "ja")]
    [InlineData("eerder.geklaagd", "ik heb nog niet gebeld", "nee")]
    [InlineData("eerder.geklaagd", "zij hebben mij gebeld", "fout.ja_nee")]
    [InlineData("loopt_nog", "het speelt nog", "ja")]
    [InlineData("loopt_nog", "het is nu gestopt", "nee")]
    [InlineData("loopt_nog", "het is nog steeds niet opgelost", "fout.ja_nee")]
    [InlineData("privacy.loopt_nog", "nog steeds", "ja")]
    [InlineData("nog_een", "dat was het", "nee")]
    [InlineData("nog_een", "ja nog eentje", "ja")]
    [InlineData("toezegging.getuige", "mijn zus was erbij", "ja")]
    [InlineData("toezegging.getuige", "er was niemand", "nee")]
    [InlineData("toezegging.voldaan", "ik heb alles ingeleverd", "ja")]
    [InlineData("toezegging.voldaan", "dat lukte niet", "nee")]
    public void Yes_and_no_are_understood_in_the_words_of_the_question(string id, string text, string expected) => Assert.Equal(expected, Said(id, text));

    [Theory]
    [InlineData("gegevens.email", "nee", "niets")]
    [InlineData("gegevens.email", "heb ik niet", "niets")]
    [InlineData("gegevens.telefoon", "liever niet", "niets")]
    [InlineData("gegevens.telefoon", "ik heb geen telefoon", "niets")]
    [InlineData("gegevens.telefoon", "12", "fout.telefoon")]
    [InlineData("gegevens.kenmerk", "geen", "niets")]
    [InlineData("gegevens.kenmerk", "n.v.t.", "niets")]
    [InlineData("gegevens.kenmerk", "weet ik nog niet", "weet niet")]
    [InlineData("gevolg", "ik kon niet slapen", "ik kon niet slapen")]
    [InlineData("wie", "zij was het vergeten", "zij was het vergeten")]
    [InlineData("gegevens.naam", "Ik heet Test Voorbeeld", "Test Voorbeeld")]
    [InlineData("gegevens.naam", "mijn naam is T. de Proef", "T. de Proef")]
    [InlineData("wens.schade", "500 a 600 euro", "? 500.00 600.00")]
    [InlineData("wens.schade", "tussen de 80 en 90 euro", "? 80.00 90.00")]
    [InlineData("wens.schade", "€ 40-50", "? 40.00 50.00")]
    [InlineData("wens.schade", "weet ik nog niet", "weet niet")]
    public void Nothing_to_fill_in_and_more_than_was_asked_are_both_understood(string id, string text, string expected) => Assert.Equal(expected, Said(id, text));

    [Theory]
    [InlineData("in mei 2024 de 7e", "2024-05-07/2024-05-08")]
    [InlineData("in mei 2024 rond de 7e", "2024-05-04/2024-05-11")]
    [InlineData("mei 2024", "2024-05-01/2024-06-01")]
    public void A_day_after_a_month_is_a_day_of_that_month(string text, string days) => Assert.StartsWith(days + "|", Said("wanneer", text), StringComparison.Ordinal);
}
