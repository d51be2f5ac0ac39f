using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Turns;

/// <summary>What a story already tells is asked back instead of asked anew.</summary>
public sealed class ProposalTests
{
    private const string Story = "Mijn werkconsulent van de gemeente zei in een gesprek in oktober 2018 dat ik een cursus tot vrachtwagenchauffeur mocht doen en dat de gemeente "
        + "2.500 euro zou betalen. In januari 2019 hoorde ik dat het niet doorging. Ik heb daarna een klacht ingediend bij de gemeente. Daar heb ik nooit antwoord op gehad.";

    public static TheoryData<string> Questions => [.. RealTree.Tree.Questions.Keys];

    [Fact]
    public void A_story_that_tells_all_makes_at_least_six_confirmations()
    {
        var conversation = new Conversation().Say(Story);
        var proposals = conversation.Memory.Offers.Keys.Select(Tree.IdOf).ToHashSet(StringComparer.Ordinal);

        Assert.True(proposals.Count >= 6, string.Join(", ", proposals));
        Assert.Empty(conversation.Memory.Given.Keys.Except(["verhaal"]));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void What_is_read_at_a_question_can_be_said_back_in_Dutch(string id)
    {
        var conversation = Reached.At(id);
        var path = conversation.Asked?.Vraag ?? "";
        var question = RealTree.Tree.Questions[id];
        conversation.Answer();
        var given = conversation.Memory.Given[path];

        var said = given.Standing == Standing.Given ? question.Show(given.Value, RealTree.Context(question)) : "";

        Assert.Equal(Standing.Given, given.Standing);
        Assert.NotEmpty(said.Trim());
        Assert.DoesNotContain('|', said);
    }
}
