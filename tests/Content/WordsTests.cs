using KlachtHulp.Dialogs.Content;

namespace KlachtHulp.Tests.Content;

public sealed class WordsTests
{
    private static readonly Words Dutch = new("nl", new Dictionary<string, QuestionWords>(), new Dictionary<string, string>
    {
        ["klaar"] = "Klaar.",
        ["klaar_met_gemeente"] = "Klaar voor {gemeente}.",
        ["los"] = "Los.",
    });

    [Theory]
    [InlineData("klaar", true)]
    [InlineData("los", false)]
    [InlineData("klaar_met_gemeente", false)]
    public void Fuller_words_are_known_by_the_key_they_belong_to(string key, bool fuller) => Assert.Equal(fuller, Dutch.HasFuller(key));

    [Fact]
    public void Another_language_has_the_fuller_words_of_Dutch_and_its_own()
    {
        var polish = new Words("pl", new Dictionary<string, QuestionWords>(), new Dictionary<string, string> { ["los_met_dag"] = "{dag}" }) { Fallback = Dutch };

        Assert.True(polish.HasFuller("klaar"));
        Assert.True(polish.HasFuller("los"));
    }

    [Fact]
    public void A_copy_with_other_messages_has_its_own()
    {
        Assert.True(Dutch.HasFuller("klaar"));

        var other = Dutch with { Messages = new Dictionary<string, string> { ["los_met_dag"] = "{dag}" } };

        Assert.Equal((false, true), (other.HasFuller("klaar"), other.HasFuller("los")));
    }
}
