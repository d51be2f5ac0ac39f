using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Turns;

/// <summary>What stands beside the question whether everything is right.</summary>
public sealed class ControleTests
{
    [Fact]
    public void Who_is_asked_whether_everything_is_right_reads_every_answer()
    {
        var talk = AtTheEnd();

        var lines = talk.Asked!.Overzicht.Split('\n');

        var given = talk.Turn.Position.Given.Where(static place => !place.Question.Seals).ToList();
        Assert.All(given, place => Assert.Contains(lines, line => line.StartsWith(RealTree.Dutch.Question(place.Question.Id).Kort + ": ", StringComparison.Ordinal)));
        Assert.Contains("0612345678", talk.Asked.Overzicht, StringComparison.Ordinal);
    }

    [Fact]
    public void It_comes_again_when_an_answer_was_changed_and_not_when_only_something_was_asked()
    {
        var talk = AtTheEnd();

        talk.Use(Command.Waarom);
        Assert.Equal((Soort.Controle, ""), (talk.Asked!.Soort, talk.Asked.Overzicht));
        talk.Use(Command.Wijzig, "gegevens.telefoon");
        Assert.Equal("", talk.Asked!.Overzicht);
        talk.Say("020 765 43 21");

        Assert.Equal(Soort.Controle, talk.Asked!.Soort);
        Assert.Contains("0207654321", talk.Asked.Overzicht.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static Conversation AtTheEnd()
    {
        var talk = new Conversation();
        for (var message = 0; talk.Asked is { Soort: not Soort.Controle } asked; message++)
        {
            Assert.True(message < 400, $"The conversation does not come to its end; it asks {asked.Vraag}.");
            talk.Answer(asked.Vraag is "eerder.geklaagd" or "besluit" or "klacht[1].nog_een" ? 1 : 0);
        }

        return talk;
    }
}
