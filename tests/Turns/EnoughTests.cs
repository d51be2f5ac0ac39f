using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Turns;

/// <summary>A resident who has had enough questions.</summary>
public sealed class EnoughTests
{
    [Fact]
    public void Enough_skips_the_rest_of_a_complaint_and_still_asks_whether_there_is_another()
    {
        var conversation = Reached.At("toezegging.breuk");

        conversation.Use(Command.Genoeg);
        Assert.Equal("klacht[1].gronden", conversation.Asked?.Vraag); // the ombudsman must be told why
        conversation.Answer();

        Assert.Equal("klacht[1].nog_een", conversation.Asked?.Vraag);
        Assert.Equal(Standing.Skipped, conversation.Memory.Given["klacht[1].toezegging.nadeel"].Standing);
    }

    [Fact]
    public void It_can_be_said_in_words_and_is_taken_back_in_one_go()
    {
        var conversation = Reached.At("toezegging.breuk");
        var before = conversation.Memory.Given.Count;

        conversation.Say("genoeg");
        Assert.Contains(conversation.Prompts, static prompt => prompt is Prompt.Say { Tone: Tone.Echo });
        conversation.Use(Command.Ongedaan);

        Assert.Equal("klacht[1].toezegging.breuk", conversation.Asked?.Vraag);
        Assert.Equal(before, conversation.Memory.Given.Count);
    }

    [Fact]
    public void It_stops_where_the_form_cannot_do_without()
    {
        var conversation = Reached.At("gegevens.veilig");

        conversation.Use(Command.Genoeg);

        Assert.Equal("controle", conversation.Asked?.Vraag);
    }

    [Theory]
    [InlineData("gegevens.naam")]
    [InlineData("rol")]
    [InlineData("ondertekening")]
    public void A_question_that_is_needed_stays_and_says_why(string id)
    {
        var conversation = Reached.At(id);

        conversation.Use(Command.Genoeg);

        Assert.Equal(id, conversation.Asked?.Vraag);
        Assert.Contains(conversation.Prompts, static prompt => prompt is Prompt.Say { Tone: Tone.Error });
    }

    [Fact]
    public void Leaving_a_change_with_it_keeps_the_answer_that_was_there()
    {
        var conversation = Reached.At("toezegging.breuk");
        var kept = conversation.Memory.Given["klacht[1].soort"];

        conversation.Use(Command.Wijzig, "klacht[1].soort").Use(Command.Genoeg);

        Assert.Equal(kept, conversation.Memory.Given["klacht[1].soort"]);
        Assert.Equal("klacht[1].gronden", conversation.Asked?.Vraag);
    }

    [Theory]
    [InlineData("toezegging.nadeel", true)]
    [InlineData("nog_een", false)]
    [InlineData("soort", false)]
    [InlineData("gegevens.adres", false)]
    public void It_is_offered_in_a_step_that_has_shown_to_be_long(string id, bool offered)
        => Assert.Equal(offered, Reached.At(id).Asked?.MagGenoeg);
}
