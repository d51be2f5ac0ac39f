using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Tests.Recognizers;

public sealed class StoryReaderTests
{
    private const string Story = "Op 4 mei beloofde mijn werkconsulent dat ik € 450 voor een cursus kreeg. In augustus zei een nieuwe consulent aan de telefoon dat het toch niet doorgaat. "
        + "Ik heb een klacht ingediend maar nog niks gehoord.";

    private static readonly StoryReading Reading = StoryReader.Read(Story, new(2026, 11, 22), Taal.Lexicon);

    [Fact]
    public void The_label_is_proposed_with_its_words()
    {
        var signal = Assert.Single(Reading.Signals, static signal => signal.Label == "toezegging.opleiding_kosten");

        Assert.Contains("T01", signal.Kinds);
        Assert.Contains(signal.Words, static word => word.Text == "cursus");
    }

    [Fact]
    public void A_date_is_told_apart_as_promise_or_refusal()
        => Assert.Equal(
            [(new DateOnly(2026, 5, 4), StoryMoment.Toezegging), (new DateOnly(2026, 8, 1), StoryMoment.Weigering)],
            Reading.Dates.Select(static date => (date.Reading.Start!.Value, date.Moment)));

    [Fact]
    public void Roles_and_channels_are_proposed_without_names()
    {
        Assert.Equal(["werkconsulent", "consulent"], Reading.Roles.Select(static role => role.Id));
        Assert.Equal(["telefoon"], Reading.Channels.Select(static channel => channel.Id));
    }

    [Fact]
    public void An_amount_is_proposed() => Assert.Equal(450m, Assert.Single(Reading.Amounts).Euro);

    [Fact]
    public void An_earlier_complaint_without_an_answer_is_seen() => Assert.Equal((YesNo.Yes, YesNo.No), (Reading.ComplainedBefore, Reading.AnswerReceived));

    [Theory]
    [InlineData("Vorige week heb ik gebeld om een klacht door te geven.", YesNo.Yes)]
    [InlineData("Ik ben op kantoor geweest om te klagen over de hulp.", YesNo.Yes)]
    [InlineData("Ik wil graag een klacht indienen over de balie.", YesNo.None)]
    public void Calling_or_going_there_to_complain_is_complaining(string story, YesNo expected)
        => Assert.Equal(expected, StoryReader.Read(story, new(2026, 11, 22), Taal.Lexicon).ComplainedBefore);

    [Fact]
    public void A_story_that_says_nothing_proposes_nothing()
    {
        var empty = StoryReader.Read("Het is allemaal zo erg.", new(2026, 11, 22), Taal.Lexicon);

        Assert.Empty(empty.Dates);
        Assert.Empty(empty.Roles);
        Assert.Equal((YesNo.None, YesNo.None), (empty.ComplainedBefore, empty.AnswerReceived));
    }
}
