using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Topics;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Turns;

/// <summary>Help comes first, at any moment, and the way to it stays on screen.</summary>
public sealed class CrisisTests
{
    private const string Words = "het hoeft voor mij niet meer";

    public static TheoryData<string> Questions => [.. RealTree.Tree.Questions.Keys];

    [Theory]
    [MemberData(nameof(Questions))]
    public void Help_comes_first_at_every_question_and_the_conversation_goes_on(string id)
    {
        var conversation = Reached.At(id);
        var given = conversation.Memory.Given.ToDictionary();

        conversation.Say(Words);

        Assert.Equal(RealTree.Said(RealTree.Dutch.For(VerhaalDialog.Jongere(conversation.Turn.Position.Answers)), "crisis.zelfdoding"), Assert.IsType<Prompt.Say>(conversation.Prompts[0]).Text);
        Assert.Equal(Tone.Crisis, ((Prompt.Say)conversation.Prompts[0]).Tone);
        Assert.All(given, pair => Assert.Equal(pair.Value, conversation.Memory.Given[pair.Key]));
        Assert.Contains(conversation.Prompts, static prompt => prompt is not Prompt.Say);
        Assert.DoesNotContain(conversation.Prompts, static prompt => prompt is Prompt.Say { Tone: Tone.Error });
    }

    [Theory]
    [InlineData("besluit")]
    [InlineData("soort")]
    [InlineData("gegevens.naam")]
    [InlineData("ondertekening")]
    [InlineData("gemeente")]
    public void Words_of_danger_are_no_answer_where_no_story_is_asked(string id)
    {
        var conversation = Reached.At(id);
        var asked = conversation.Asked?.Vraag;

        conversation.Say(Words);

        Assert.Equal(asked, conversation.Asked?.Vraag);
    }

    [Fact]
    public void Words_of_danger_in_the_story_are_kept()
        => Assert.Equal(Words, new Conversation().Say(Words).Memory.Given["verhaal"].Value);

    [Fact]
    public void The_reminder_stands_first_in_every_later_turn_until_the_end()
    {
        var conversation = Reached.At("besluit").Say(Words);
        while (!conversation.Ended)
        {
            conversation.Answer(1);
            Reminded(conversation);
        }
    }

    [Fact]
    public void The_reminder_survives_undo_and_a_restart()
    {
        var conversation = Reached.At("besluit").Say(Words);

        Reminded(conversation.Use(Command.Ongedaan));
        Reminded(conversation.Use(Command.Opnieuw));
        Reminded(conversation.Press("opdracht.bevestig", "ja"));
        Assert.Empty(conversation.Memory.Given);
    }

    [Fact]
    public void Help_comes_while_a_question_waits_for_a_yes()
    {
        var conversation = Reached.At("besluit").Use(Command.Wis).Say(Words);

        Assert.Equal(Tone.Crisis, Assert.IsType<Prompt.Say>(conversation.Prompts[0]).Tone);
        Assert.False(conversation.Turn.Erase);
    }

    [Fact]
    public void Help_comes_after_the_klacht_was_sent()
    {
        var conversation = Reached.At("versturen").Press("versturen", "versturen");
        Assert.True(conversation.Ended);

        conversation.Say(Words);

        Assert.Equal(Tone.Crisis, Assert.IsType<Prompt.Say>(conversation.Prompts[0]).Tone);
    }

    [Fact]
    public void Without_danger_there_is_no_reminder()
        => Assert.DoesNotContain(Reached.At("besluit").Say("nee").Prompts, static prompt => prompt is Prompt.Say { Tone: Tone.Crisis });

    private static void Reminded(Conversation conversation)
        => Assert.Equal(new Prompt.Say(RealTree.Dutch.Message("crisis.herinnering"), Tone.Crisis), conversation.Prompts[0]);
}
