using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Turns;

/// <summary>What people say instead of an answer is understood at every question of the tree.</summary>
public sealed class SpokenTests
{
    public static TheoryData<string> Questions => [.. RealTree.Tree.Questions.Keys];

    public static TheoryData<string> LaterQuestions => [.. RealTree.Tree.Questions.Keys.Where(static id => id != "verhaal")];

    /// <summary>Where a story is told, words that correct nothing belong to the story.</summary>
    public static TheoryData<string> ShortQuestions => [.. RealTree.Tree.Questions.Values.Where(static question => question.Soort != Soort.LangeTekst).Select(static question => question.Id)];

    [Theory]
    [MemberData(nameof(Questions))]
    public void What_do_you_mean_gets_the_help_of_the_question(string id)
        => Explained(id, RealTree.Dutch.Question(id).Hulp, "wat bedoelt u", "Wat bedoelt u daarmee?", "ik snap de vraag niet");

    [Theory]
    [InlineData("besluit", "nee, dat was alleen in een gesprek")]
    [InlineData("eerder.geklaagd", "nee het was alleen een vraag")]
    public void A_no_with_its_reason_is_an_answer_and_no_correction(string id, string words)
    {
        var conversation = Reached.At(id);

        conversation.Say(words);

        Assert.Equal("nee", conversation.Memory.Given[id].Value);
        Assert.Null(conversation.Memory.Focus);
    }

    public static TheoryData<string> Choices => [.. RealTree.Tree.Questions.Values.Where(static question => question.Options.Count > 1).Select(static question => question.Id)];

    /// <summary>Clients without buttons of ours send the words on the button.</summary>
    [Theory]
    [MemberData(nameof(Choices))]
    public void The_words_on_a_button_are_that_answer_and_never_a_command(string id)
    {
        var reached = Reached.At(id);
        foreach (var option in reached.Asked!.Opties) // not null: the question was reached
        {
            var conversation = Reached.At(id);

            conversation.Say(option.Titel);

            Assert.True(conversation.Memory.Given.TryGetValue(reached.Asked.Vraag, out var answer), $"'{option.Titel}' was not taken as an answer.");
            Assert.Equal(option.Id, answer.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void Why_do_you_want_to_know_gets_the_reason_of_the_question(string id)
        => Explained(id, RealTree.Dutch.Question(id).Waarom, "waarom wilt u dat weten", "Waarom wilt u dat weten?", "waar is dat voor nodig");

    [Theory]
    [MemberData(nameof(LaterQuestions))]
    public void Back_goes_to_the_question_before(string id)
    {
        var conversation = Reached.At(id);
        var (asked, before, given) = (conversation.Asked?.Vraag, conversation.Turn.Position.Given[^1].Path, conversation.Memory.Given.ToDictionary());

        conversation.Say("terug");

        Assert.Equal(before, conversation.Asked?.Vraag);
        Assert.NotEqual(asked, conversation.Asked?.Vraag);
        Assert.Equal(given, conversation.Memory.Given);
    }

    [Fact]
    public void Back_at_the_first_question_says_that_it_is_the_first()
    {
        var conversation = new Conversation().Say("terug");

        Assert.Contains(conversation.Prompts.OfType<Prompt.Say>(), static say => say.Text == RealTree.Dutch.Message("terug.begin"));
        Assert.Equal("verhaal", conversation.Asked?.Vraag);
    }

    [Theory]
    [MemberData(nameof(ShortQuestions))]
    public void I_mean_july_is_never_taken_as_the_answer_to_this_question(string id)
    {
        var conversation = Reached.At(id);
        var asked = conversation.Asked?.Vraag ?? "";

        conversation.Say("nee, ik bedoel juli");

        Assert.False(conversation.Memory.Given.ContainsKey(asked));
    }

    [Theory]
    [MemberData(nameof(LaterQuestions))]
    public void That_date_is_wrong_goes_to_a_date_or_says_what_can_be_changed(string id)
    {
        var conversation = Reached.At(id);
        var given = conversation.Memory.Given.ToDictionary();
        var date = conversation.Turn.Position.Given.LastOrDefault(static place => place.Question.Soort == Soort.Datum)?.Path;

        conversation.Say("dat van die datum klopt niet");

        Assert.Equal(given, conversation.Memory.Given);
        Assert.Equal(date ?? conversation.Asked?.Vraag, conversation.Asked?.Vraag);
        Assert.Equal(date is null, conversation.Prompts.OfType<Prompt.Say>().Any(static say => say.Text == RealTree.Dutch.Message("wijzig.wat")));
    }

    [Fact]
    public void I_mean_july_gives_the_date_before_another_month()
    {
        var conversation = Reached.At("wanneer");
        var path = conversation.Asked?.Vraag ?? "";

        conversation.Say("juni vorig jaar").Say("nee, ik bedoel juli vorig jaar");

        Assert.StartsWith("2025-07", conversation.Memory.Given[path].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A. Voorbeeld")]
    [InlineData("B. Hulp")]
    [InlineData("U. Stop")]
    public void A_name_with_an_initial_is_a_name(string name)
    {
        var conversation = Reached.At("gegevens.naam").Say(name);

        Assert.Equal(name, conversation.Memory.Given["gegevens.naam"].Value);
    }

    [Fact]
    public void Offers_of_a_story_go_when_the_story_is_taken_back()
    {
        var conversation = new Conversation().Say("Mijn consulent heeft aan mijn ex verteld dat ik schulden heb.");
        Assert.NotEmpty(conversation.Memory.Offers);

        conversation.Use(Command.Ongedaan);

        Assert.Empty(conversation.Memory.Offers);
    }

    [Fact]
    public void Offers_of_a_story_go_when_another_story_takes_its_place()
    {
        var conversation = new Conversation().Say("Op 3 mei beloofde mijn consulent een cursus van 450 euro. Die is er nooit gekomen.");
        Assert.Contains(conversation.Memory.Offers, static offer => offer.Key.EndsWith("toezegging.bedrag", StringComparison.Ordinal));

        conversation.Use(Command.Wijzig, "verhaal").Say("De medewerker aan de balie heeft mij uitgescholden waar iedereen bij was.");

        Assert.DoesNotContain(conversation.Memory.Offers, static offer => offer.Key.Contains("toezegging", StringComparison.Ordinal));
    }

    private static void Explained(string id, string expected, params string[] words)
    {
        Assert.NotEmpty(expected);
        foreach (var text in words)
        {
            var conversation = Reached.At(id);
            var (asked, given) = (conversation.Asked?.Vraag, conversation.Memory.Given.ToDictionary());
            conversation.Say(text);

            Assert.Contains(conversation.Prompts.OfType<Prompt.Say>(), say => say.Text == expected);
            Assert.Equal(asked, conversation.Asked?.Vraag);
            Assert.Equal(given, conversation.Memory.Given);
        }
    }
}
