using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Tests.Recognizers;

public sealed class CommandReaderTests
{
    [Theory]
    [InlineData("terug", Command.Back)]
    [InlineData("Ga aub een stap terug.", Command.Back)]
    [InlineData("wat bedoelt u?", Command.Explain)]
    [InlineData("ik snap de vraag niet", Command.Explain)]
    [InlineData("waarom wilt u dat weten?", Command.Why)]
    [InlineData("sla over", Command.Skip)]
    [InlineData("weet ik niet hoor", Command.DontKnow)]
    [InlineData("ik wil stoppen", Command.Stop)]
    [InlineData("stop!", Command.Stop)]
    [InlineData("help", Command.Help)]
    [InlineData("kan ik aub een mens spreken", Command.Human)]
    [InlineData("opnieuw beginnen", Command.Restart)]
    [InlineData("wis alles", Command.Erase)]
    [InlineData("ongedaan maken", Command.Undo)]
    [InlineData("ongedan", Command.Undo)]
    [InlineData("nog een keer", Command.Repeat)]
    public void A_command_is_understood(string text, Command expected) => Assert.Equal(expected, CommandReader.Read(text, Taal.Lexicon)?.Command);

    [Theory]
    [InlineData("ik wil dat ze stoppen met delen")]
    [InlineData("ze zijn gestopt met mijn hulp")]
    [InlineData("mijn geld terug")]
    [InlineData("ik wil hulp in de huishouding")]
    [InlineData("alles wissen wat er in mijn dossier staat")]
    [InlineData("de medewerker van het loket")]
    [InlineData("ik weet niet wie het was maar het was een vrouw")]
    [InlineData("waarom ik geen hulp kreeg weet niemand")]
    [InlineData("excuses en een gesprek")]
    [InlineData("dat klopt niet")]
    [InlineData("")]
    public void An_answer_with_the_same_words_is_no_command(string text) => Assert.Null(CommandReader.Read(text, Taal.Lexicon));

    [Theory]
    [InlineData("nee, ik bedoel juli", "juli")]
    [InlineData("Ik bedoelde: de consulent", "de consulent")]
    [InlineData("nee het was in mei 2025", "in mei 2025")]
    public void A_correction_carries_the_new_answer(string text, string rest)
        => Assert.Equal(new CommandReading(Command.Correct, rest, ""), CommandReader.Read(text, Taal.Lexicon));

    [Theory]
    [InlineData("dat van die datum klopt niet", "wanneer")]
    [InlineData("mijn adres is fout", "contact")]
    [InlineData("ik wil de gemeente wijzigen", "gemeente")]
    public void A_correction_names_what_is_wrong(string text, string subject)
        => Assert.Equal(new CommandReading(Command.Correct, "", subject), CommandReader.Read(text, Taal.Lexicon));
}
