using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Turns;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Turns;

/// <summary>Words are about the question that stood on screen when they were typed, also when it was answered meanwhile.</summary>
public sealed class LateWordsTests
{
    private const string Story = "De gemeente Utrecht heeft mij in oktober 2018 een cursus toegezegd en die kwam er nooit.";

    public static TheoryData<string> Questions => [.. RealTree.Tree.Questions.Keys];

    /// <summary>Paths of the questions with options that have an answer when all answers are checked.</summary>
    public static TheoryData<string> Changes => [.. Reached.At("controle").Turn.Position.Given.Where(static place => place.Question.Options.Count > 0).Select(static place => place.Path)];

    [Theory]
    [MemberData(nameof(Questions))]
    public void Words_about_the_open_question_are_heard_as_words_that_do_not_say_so(string id)
    {
        foreach (var text in (string[])["Woorden van mij", "ja", "nee", "1", "weet ik niet", "sla over", "", "31 december 2099"])
        {
            var without = Reached.At(id).Say(text);
            var named = Reached.At(id);

            named.Send(Late(text, named.Asked!.Vraag)); // not null: the question is on screen

            Same(without, named);
        }
    }

    [Theory]
    [InlineData("bestaat.niet")]
    [InlineData("")]
    [InlineData("klacht[9].wanneer")]
    [InlineData("opdracht.bevestig")]
    public void A_question_that_is_not_on_the_path_is_not_listened_to(string path)
        => Same(Reached.At("rol").Say("voor mijzelf"), Reached.At("rol").Send(Late("voor mijzelf", path)));

    [Theory]
    [MemberData(nameof(Changes))]
    public void Late_words_change_an_answer_as_going_back_to_it_does(string path)
    {
        var question = RealTree.Tree.QuestionAt(path)!; // not null: it was asked
        var titles = RealTree.Dutch.Question(question.Id).Opties;
        foreach (var words in question.Options.Select(option => titles.GetValueOrDefault(option)?.Titel ?? option))
        {
            var back = Reached.At("controle").Use(Command.Wijzig, path).Say(words);

            var late = Reached.At("controle").Send(Late(words, path));

            Assert.Equal(Conversation.Text(back.Prompts), Conversation.Text(late.Prompts));
            Assert.Equal(back.Memory.Given, late.Memory.Given);
            Assert.Equal(back.Memory.Weighing?.Answer, late.Memory.Weighing?.Answer);
        }
    }

    [Fact]
    public void A_late_change_is_told_and_the_open_question_stays_open()
    {
        var conversation = Reached.At("uitvoerder");

        conversation.Send(Late("Rotterdam", "gemeente"));

        var gemeente = RealTree.Tree.Questions["gemeente"];
        Assert.Equal("Rotterdam", gemeente.Show(conversation.Memory.Given["gemeente"].Value, RealTree.Context(gemeente)));
        Assert.Contains(conversation.Prompts, static prompt => prompt is Prompt.Say { Tone: Tone.Echo });
        Assert.Equal("uitvoerder", conversation.Asked?.Vraag);
        Assert.False(conversation.Memory.Given.ContainsKey("uitvoerder"));
    }

    [Fact]
    public void Late_words_that_cannot_be_used_bring_their_question_back_with_what_is_wrong()
    {
        var conversation = Reached.At("uitvoerder");
        var given = conversation.Memory.Given.ToDictionary();

        conversation.Send(Late("zxqvwk", "gemeente"));

        Assert.Contains(conversation.Prompts, static prompt => prompt is Prompt.Say { Tone: Tone.Error });
        Assert.Equal("gemeente", conversation.Asked?.Vraag);
        Assert.Equal(given, conversation.Memory.Given);
        Assert.Equal("uitvoerder", conversation.Use(Command.Annuleer).Asked?.Vraag);
    }

    [Theory]
    [InlineData("gemeente", "weet ik niet")]
    [InlineData("gemeente", "sla over")]
    [InlineData("rol", "weet ik niet")]
    [InlineData("rol", "sla over")]
    public void Passing_is_about_the_question_that_was_seen_and_leaves_the_open_one_open(string path, string words)
    {
        var back = Reached.At("gegevens.adres").Use(Command.Wijzig, path).Say(words);

        var late = Reached.At("gegevens.adres").Send(Late(words, path));

        Assert.Equal(Conversation.Text(back.Prompts), Conversation.Text(late.Prompts));
        Assert.Equal(back.Memory.Given, late.Memory.Given);
        Assert.False(late.Memory.Given.ContainsKey("gegevens.adres"));
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("terug")]
    [InlineData("wijzig")]
    [InlineData("help")]
    [InlineData("mens")]
    [InlineData("waarom")]
    [InlineData("ongedaan")]
    [InlineData("overzicht")]
    [InlineData("wis alles")]
    [InlineData("opnieuw beginnen")]
    [InlineData("english")]
    public void A_command_is_the_same_whatever_question_it_was_typed_under(string command)
        => Same(Reached.At("besluit").Say(command), Reached.At("besluit").Send(Late(command, "verhaal")));

    [Theory]
    [InlineData(Command.Wis, "ja")]
    [InlineData(Command.Wis, "nee")]
    [InlineData(Command.Opnieuw, "ja")]
    [InlineData(Command.Opnieuw, "nee")]
    public void What_waits_for_a_yes_is_decided_the_same(Command command, string words)
    {
        var without = Reached.At("besluit").Use(command).Say(words);

        Same(without, Reached.At("besluit").Use(command).Send(Late(words, Pending.ConfirmPath)));
        Assert.Equal(command == Command.Wis && words == "ja", without.Turn.Erase);
    }

    [Theory]
    [InlineData(Command.Wis, "ja")]
    [InlineData(Command.Wis, "nee")]
    [InlineData(Command.Opnieuw, "ja")]
    public void A_yes_to_a_question_is_none_to_a_confirmation_that_was_not_on_screen(Command command, string words)
    {
        var given = Reached.At("besluit").Memory.Given.Count;

        var late = Reached.At("besluit").Use(command).Send(Late(words, "besluit"));

        Assert.False(late.Turn.Erase);
        Assert.Null(late.Memory.Confirming);
        Assert.Equal(given + 1, late.Memory.Given.Count);
    }

    [Fact]
    public void More_of_a_story_comes_behind_what_was_told()
    {
        var conversation = Reached.At("besluit");
        var told = conversation.Memory.Given["verhaal"].Value;

        conversation.Send(Late("En daarna werd ik ook nog uitgelachen aan de balie.", "verhaal"));

        Assert.Equal($"{told}\nEn daarna werd ik ook nog uitgelachen aan de balie.", conversation.Memory.Given["verhaal"].Value);
        conversation.Send(Late(told, "verhaal"));
        Assert.StartsWith(told, conversation.Memory.Given["verhaal"].Value, StringComparison.Ordinal);
        Assert.EndsWith("aan de balie.", conversation.Memory.Given["verhaal"].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("besluit", "gemeente")]
    [InlineData("gegevens.naam", "rol")]
    [InlineData("ondertekening", "gegevens.naam")]
    public void Words_of_danger_bring_help_and_are_no_answer(string id, string path)
        => Same(Reached.At(id).Say("het hoeft voor mij niet meer"), Reached.At(id).Send(Late("het hoeft voor mij niet meer", path)));

    [Theory]
    [InlineData("Ik wil iets toevoegen")]
    [InlineData("Rotterdam")]
    [InlineData("stop")]
    [InlineData("wis alles")]
    [InlineData("het hoeft voor mij niet meer")]
    public void After_sending_nothing_changes(string words)
        => Same(Sent().Say(words), Sent().Send(Late(words, "gemeente")));

    [Fact]
    public void A_late_yes_takes_no_proposal_that_was_not_on_screen()
    {
        var conversation = new Conversation().Say(Story).Say("Utrecht");
        while (conversation.Asked is { Voorstel: null })
        {
            conversation.Answer();
        }

        var open = conversation.Asked!.Vraag; // not null: the loop ended at a proposal
        conversation.Send(Late("ja", "gemeente"));

        Assert.False(conversation.Memory.Given.ContainsKey(open));
        Assert.Contains(open, conversation.Memory.Offers.Keys);
    }

    private static Incoming.Said Late(string words, string path) => new(words) { Vraag = path };

    private static Conversation Sent()
    {
        var conversation = Reached.At("versturen");
        return conversation.Press("versturen", RealTree.Tree.Questions["versturen"].Closes!); // not null: this question closes
    }

    private static void Same(Conversation one, Conversation other)
    {
        Assert.Equal(Conversation.Text(one.Prompts), Conversation.Text(other.Prompts));
        Assert.Equal(LogCodec.Write(one.Log).ToArray(), LogCodec.Write(other.Log).ToArray());
        Assert.Equal(one.Turn.Erase, other.Turn.Erase);
    }
}
