using KlachtHulp.Dialogs.Topics;
using KlachtHulp.Dialogs.Turns;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Topics;

/// <summary>What a story and the page propose for later questions: only what is said, and never more than one reading of it.</summary>
public sealed class VoorstellenTests
{
    private static readonly Proposer Proposer = Voorstellen.Maak(RealTree.Klachthulp.Knowledge);

    [Theory]
    [InlineData("0344", "0344")]
    [InlineData("", null)]
    public void The_gemeente_of_the_page_is_proposed_before_the_first_word(string page, string? proposed)
        => Assert.Equal(proposed, Proposer.Begin(RealTree.Moment with { Gemeente = page })?.Value);

    [Theory]
    [InlineData("Mijn werkconsulent beloofde op 3 maart 2026 een opleiding van 900 euro.", "soort", "toezegging")]
    [InlineData("Mijn werkconsulent beloofde op 3 maart 2026 een opleiding van 900 euro.", "toezegging.bedrag", "900")]
    [InlineData("Mijn werkconsulent beloofde op 3 maart 2026 een opleiding van 900 euro.", "uitvoerder", "gemeente")]
    [InlineData("Mijn jeugdbeschermer beloofde mij een gesprek met mijn zoon.", "uitvoerder", "jeugdhulp")]
    [InlineData("Ik heb een klacht ingediend en daarna niks gehoord.", "eerder.geklaagd", "ja")]
    [InlineData("Ik heb een klacht ingediend en daarna niks gehoord.", "eerder.antwoord", "nee")]
    [InlineData("Ik heb nog niet geklaagd over de consulent.", "eerder.geklaagd", "nee")]
    [InlineData("Ik heb eind augustus gebeld om te klagen en hoor niks.", "eerder.wijze", "telefoon")]
    [InlineData("Ik heb eind augustus gebeld om te klagen en hoor niks.", "eerder.datum", "2026-08")]
    [InlineData("Op 3 maart 2026 heb ik per mail een klacht ingediend.", "eerder.wijze", "email")]
    [InlineData("Op 3 maart 2026 heb ik per mail een klacht ingediend.", "eerder.datum", "2026-03-03/2026-03-04|dag")]
    [InlineData("Ik heb geklaagd. Op 4 mei 2026 hebben ze mijn klacht afgewezen.", "eerder.antwoord_datum", "2026-05-04/2026-05-05|dag")]
    [InlineData("De consulent lachte mij uit op 3 maart 2026. Op 9 maart 2026 heb ik een klacht ingediend.", "wanneer", "2026-03-03/2026-03-04|dag|3 maart 2026")]
    [InlineData("De consulent beloofde mij per mail een traplift. Ik heb gebeld om te klagen.", "toezegging.kanaal", "email")]
    [InlineData("Mijn werkconsulent beloofde mij een opleiding. Ook stuurde zij mijn medische gegevens naar mijn werkgever.", "nog_een", "ja")]
    [InlineData("In Utrecht kreeg ik ruzie met de baliemedewerker.", "gemeente", "0344")]
    [InlineData("In Groningen wil WIJ Groningen mij niet helpen.", "uitvoerder", "samenwerking")]
    [InlineData("In Groningen wil WIJ Groningen mij niet helpen.", "organisatie", "WIJ Groningen")]
    [InlineData("De consulent beloofde mij aan de balie een traplift.", "toezegging.kanaal", "gesprek")]
    [InlineData("De consulent beloofde mij per mail een traplift.", "toezegging.kanaal", "email")]
    [InlineData("De consulent beloofde mij door de telefoon een traplift.", "toezegging.kanaal", "telefoon")]
    [InlineData("De consulent gaf mij verkeerde informatie over de toeslag.", "soort_anders", "informatie")]
    [InlineData("De consulent gaf mij verkeerde informatie over de toeslag.", "soort", "anders")]
    [InlineData("De consulent gaf mij verkeerde informatie over de toeslag.", "wie", "consulent")]
    [InlineData("De consulent heeft mijn gegevens doorgegeven aan mijn werkgever op 3 maart 2026.", "soort", "privacy")]
    [InlineData("De consulent heeft mijn gegevens doorgegeven aan mijn werkgever op 3 maart 2026.", "privacy.wie", "consulent")]
    [InlineData("De consulent lachte mij uit en was onbeleefd op 3 maart 2026.", "wanneer", "2026-03-03/2026-03-04|dag|3 maart 2026")]
    [InlineData("De consulent lachte mij uit en was onbeleefd op 3 maart 2026.", "wie", "consulent")]
    public void A_story_proposes_what_it_says(string story, string question, string value)
        => Assert.Equal(value, Said(story).GetValueOrDefault(question, "nothing")[..Math.Min(value.Length, Said(story).GetValueOrDefault(question, "nothing").Length)]);

    [Theory]
    [InlineData("Ik heb op 3 maart 2026 een klacht ingediend over de balie, zij lachten mij uit.", "wanneer")]
    [InlineData("Ik heb per mail en in een brief een klacht ingediend.", "eerder.wijze")]
    [InlineData("Ik wil op 3 maart 2026 geen klacht meer horen, zei de consulent.", "eerder.datum")]
    [InlineData("Mijn werkconsulent beloofde op 3 maart 2026 een opleiding van 900 euro.", "nog_een")]
    [InlineData("Het was gewoon niet goed.", "soort")]
    [InlineData("Het was gewoon niet goed.", "gemeente")]
    [InlineData("Het was gewoon niet goed.", "uitvoerder")]
    [InlineData("Het was gewoon niet goed.", "eerder.geklaagd")]
    [InlineData("Ik heb een klacht ingediend.", "eerder.antwoord")]
    [InlineData("De consulent beloofde per mail en aan de telefoon een traplift.", "toezegging.kanaal")]
    [InlineData("De consulent beloofde op 3 maart 2026 en op 4 april 2026 een traplift.", "toezegging.wanneer")]
    [InlineData("Ze gaven mijn gegevens door op 3 maart 2026 en op 4 april 2026.", "privacy.wanneer")]
    [InlineData("Ze beloofden mij een traplift.", "toezegging.wie")]
    [InlineData("Ze gaven mijn gegevens door aan mijn werkgever.", "privacy.wie")]
    [InlineData("Niemand belt mij terug.", "wie")]
    [InlineData("Ik woon in roterdam en niemand belt mij terug.", "gemeente")]
    [InlineData("Niemand belt mij terug.", "wanneer")]
    [InlineData("Ze beloofden mij een traplift van 900 euro en later van 800 euro.", "toezegging.bedrag")]
    public void What_a_story_does_not_say_or_says_twice_is_not_proposed(string story, string question) => Assert.False(Said(story).ContainsKey(question));

    [Fact]
    public void A_later_complaint_proposes_only_about_itself()
    {
        var said = Proposer.Read("klacht[2].omschrijving", "In Utrecht beloofde mijn consulent een traplift.", RealTree.Moment).ToDictionary();

        Assert.Equal("toezegging", said["klacht[2].soort"]);
        Assert.All(said.Keys, static path => Assert.StartsWith("klacht[2].", path, StringComparison.Ordinal));
    }

    [Fact]
    public void Any_other_text_proposes_nothing()
        => Assert.Empty(Proposer.Read("klacht[1].gevolg", "In Utrecht beloofde mijn consulent een traplift.", RealTree.Moment));

    /// <summary>By id of the question; the value of a moment or a choice of several begins with what is looked for.</summary>
    private static Dictionary<string, string> Said(string story)
        => Proposer.Read("verhaal", story, RealTree.Moment).ToDictionary(static pair => Dialogs.Flow.Tree.IdOf(pair.Path), static pair => pair.Value);
}
