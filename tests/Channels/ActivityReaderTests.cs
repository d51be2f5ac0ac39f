using System.Text;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Dialogs.Flow;

namespace KlachtHulp.Tests.Channels;

/// <summary>What a message says, by what it carries beside its text.</summary>
public sealed class ActivityReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData(""","value":null""")]
    [InlineData(""","value":{}""")]
    [InlineData(""","value":"rol" """)]
    [InlineData(""","value":{"antwoord":"zelf"}""")]
    [InlineData(""","value":{"vraag":null}""")]
    [InlineData(""","value":{"vraag":{}}""")]
    public void Text_without_a_question_is_about_the_open_one(string more) => Assert.Equal(new Incoming.Said("voor mijzelf"), Read(more));

    [Fact]
    public void Text_with_a_question_is_about_that_one()
        => Assert.Equal(new Incoming.Said("voor mijzelf") { Vraag = "klacht[1].wie" }, Read(""","value":{"vraag":"klacht[1].wie"}"""));

    [Fact]
    public void A_question_with_an_answer_is_a_button()
        => Assert.Equal(new Incoming.Chose("rol", "zelf", "voor mijzelf"), Read(""","value":{"vraag":"rol","antwoord":"zelf"}"""));

    private static Incoming? Read(string more)
        => ActivityReader.Parse(Encoding.UTF8.GetBytes($$"""{"type":"message","text":" voor mijzelf "{{more}}}""")) is { } activity ? ActivityReader.Read(activity) : null;
}
