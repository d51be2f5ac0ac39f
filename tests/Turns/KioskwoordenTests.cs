using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Turns;

/// <summary>On a screen that forgets who walks away nobody is promised that their answers are kept.</summary>
public sealed class KioskwoordenTests
{
    [Theory]
    [InlineData("mens", "Uw antwoorden blijven bewaard.", "Met een code kunt u later verder waar u was.")]
    [InlineData("het hoeft voor mij niet meer", "Uw antwoorden blijven bewaard.", "Met een code kunt u later verder waar u was.")]
    [InlineData("stop", "Uw antwoorden zijn bewaard.", "Gaat u zonder code weg, dan wissen wij alles.")]
    public void The_same_answer_has_words_of_its_own_on_a_kiosk(string said, string promise, string kiosk)
    {
        var conversation = Reached.At("gemeente").Say(said);

        var own = Said(conversation, kiosk: false);
        var shared = Said(conversation, kiosk: true);

        Assert.Contains(promise, own, StringComparison.Ordinal);
        Assert.DoesNotContain(kiosk, own, StringComparison.Ordinal);
        Assert.Contains(kiosk, shared, StringComparison.Ordinal);
        Assert.DoesNotContain("bewaard", shared, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_words_say_that_going_on_later_takes_a_code()
    {
        var conversation = new Conversation();

        var shared = Said(conversation, kiosk: true);

        Assert.Contains("stoppen en later verder gaan", Said(conversation, kiosk: false), StringComparison.Ordinal);
        Assert.DoesNotContain("stoppen en later verder gaan", shared, StringComparison.Ordinal);
        Assert.Contains("later verder met een code", shared, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    [InlineData("tr")]
    [InlineData("ar")]
    [InlineData("pl")]
    [InlineData("uk")]
    public void The_first_words_on_a_kiosk_are_not_longer(string taal)
    {
        var words = RealTree.Klachthulp.Catalogue.In(taal);

        Assert.InRange(Count(words.Message("begin.welkom_kiosk")), 1, Count(words.Message("begin.welkom")));
    }

    private static int Count(string text) => text.Split(' ').Length;

    [Fact]
    public void The_telephone_of_the_gemeente_stays_where_it_was()
    {
        var words = RealTree.Dutch.Message("mens.contact_met_telefoon", new Dictionary<string, string> { ["telefoon"] = "14 030", ["bewaard"] = "X" });

        Assert.Contains("14 030", words, StringComparison.Ordinal);
        Assert.EndsWith(" X", words, StringComparison.Ordinal);
    }

    private static string Said(Conversation conversation, bool kiosk)
        => string.Join('\n', RealTree.Klachthulp.Prompter.Prompts(conversation.Turn, conversation.Now with { Kiosk = kiosk }).OfType<Prompt.Say>().Select(static say => say.Text));
}
