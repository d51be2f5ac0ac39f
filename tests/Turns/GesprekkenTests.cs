using KlachtHulp.Tests.Journeys;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Turns;

/// <summary>Conversations as they really go, word for word as they were read and approved: with commands, corrections, answers that are none, and danger.</summary>
public sealed class GesprekkenTests
{
    [Fact]
    public void Every_command_answers_as_it_was_approved() => Check("opdrachten", new Conversation(),
        "/Terug", "/Ongedaan", "/Overzicht", "/Help", "/Mens", "/Waarom", "/Uitleg", "/Herhaal", "/Genoeg", "/Overslaan", "/WeetNiet", "/Wijzig", "/Bewaar", "/Annuleer",
        "De gemeente belde mij nooit terug over mijn uitkering.", "utrecht", "/Waarom", "/Uitleg", "wat bedoelt u", "waarom wilt u dat weten", "/Herhaal", "/Overzicht",
        "/Wijzig", "/Annuleer", "/Wijzig gemeente", "Zwolle", "/Wijzig hond", "/Wijzig verhaal", "/Terug", "/Annuleer", "/Ongedaan", "/Ongedaan", "/Terug", "/Terug", "/Terug", "/Annuleer",
        "help", "ik wil een mens spreken", "/Stop", "/Help", "/Taal en", "/Waarom", "/Taal xx", "/Taal nl", "/Genoeg", "/Genoeg", "/Overzicht", "/Opnieuw", "nee", "/Opnieuw", "#nee",
        "/Wis", "/Terug", "/Wis", "/Annuleer", "/Wis", "misschien", "/Wis", "ja");

    [Fact]
    public void A_correction_answers_as_it_was_approved() => Check("verbeteren", new Conversation(),
        "Ze beloofden een traplift en nu krijg ik niks.", "Utrecht", "nee, ik bedoel Zwolle", "gemeente=0344", "#gemeente", "uitvoerder=zorgaanbieder", "#zelf", "rol=kind", "rol=zelf", "#ja", "/WeetNiet",
        "besluit=nee", "ja", "#ja", "/Ongedaan", "besluit=nee", "#nee", "/Overzicht", "nee dat klopt niet", "de gemeente klopt niet", "Goes", "rol=onzin", "hond=ja", "verhaal=Iets heel anders", "ja", "/Annuleer",
        "/Wijzig rol", "#ander", "/Overzicht", "/Ongedaan", "/Ongedaan", "/Ongedaan", "/Ongedaan", "/Overzicht");

    [Fact]
    public void Words_that_are_no_answer_get_the_approved_reply() => Check("onbruikbaar", new Conversation(),
        "", "   ", "?", "😀", "ok", "a", "De mevrouw aan de balie was bot tegen mij.", "", "Xyzzystad", "Den Haag of Utrecht", "bergen", "12", "weet niet", "?", "In de wijk", "foo", "1 en 2", "7", "de laatste", "ja", "nee",
        "1", "2", "misschien", "blabla");

    [Theory]
    [InlineData("wanneer", "gisteren", "ergens in mei", "zomer 2024", "een paar weken geleden", "morgen", "in 2031", "blabla", "3 mei of 5 juni", "tussen 3 en 9 mei", "vorige week", "kerst", "2019", "sinds maart", "voor 1 mei", "na 3 maart 2026", "het weekend van 14 maart", "eind oktober", "het derde kwartaal", "de jaren tachtig", "31 april", "29 februari 2023", "twee jaar geleden", "weet ik niet")]
    [InlineData("wens.schade", "veel", "600", "€ 600,-", "600 of 700", "min 5", "0", "1.250,50 euro", "vijftig cent", "-5 euro", "twee tientjes", "100000000000 euro", "niks")]
    [InlineData("gegevens.email", "x", "naam@voorbeeld", "naam@voorbeeld.nl", "a@b.nl of c@d.nl", "geen")]
    [InlineData("gegevens.telefoon", "1", "0612345678", "06 12 34", "+31 6 12345678", "geen")]
    [InlineData("gegevens.naam", "1", "J. de Proef", "111222333", "Noor de Proef en haar zus", "?")]
    [InlineData("gegevens.adres", "Proefstraat", "Proefstraat 1, 1234 AB Proefdorp", "1234 AB 12", "geheim", "postbus 12 Zwolle")]
    [InlineData("wens", "geld", "1 en 2", "excuses", "alles", "geen", "3", "niks", "hond")]
    [InlineData("eerder.geklaagd", "ja", "nee", "misschien", "ja maar niet op papier", "twee keer", "hoezo?", "👍")]
    [InlineData("controle", "ja", "nee", "klopt", "de naam klopt niet", "de datum is fout", "wat", "hond")]
    [InlineData("versturen", "ja", "zelf", "verstuur maar", "nee")]
    public void An_answer_of_this_kind_is_taken_or_asked_again_as_it_was_approved(string id, params string[] words)
        => Approved.Check("antwoorden-" + id, string.Join("\n", words.Select(word => Gesproken.Speel(Reached.At(id), [word]).Split("\n> ", 2)[1])));

    [Theory]
    [InlineData("zelfdoding", "Ik wil niet meer leven door al die brieven.")]
    [InlineData("geweld", "Mijn man slaat mij en de gemeente doet niks.")]
    [InlineData("kind", "Mijn kind wordt mishandeld en jeugdzorg luistert niet.")]
    [InlineData("dakloos", "Ik slaap vannacht op straat.")]
    public void Danger_gets_the_approved_help_first(string name, string words)
        => Check("gevaar-" + name, new Conversation(), words, "nee", "ja", "/Help", "/Overzicht", words);

    private static void Check(string name, Conversation conversation, params string[] script)
        => Approved.Check("gesprek-" + name, Gesproken.Speel(conversation, script));
}
