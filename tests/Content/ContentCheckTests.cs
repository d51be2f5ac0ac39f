using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Kinds;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Topics;
using KlachtHulp.Dialogs.Turns;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Content;

public sealed class ContentCheckTests
{
    private static readonly Question<string> Kleur = new("kleur", new KeuzeKind(["rood", "blauw"]));

    private static readonly QuestionWords Whole = new()
    {
        Vraag = "Welke kleur is het?",
        Waarom = "Dan weet ik het.",
        Kort = "Kleur",
        Opties = new Dictionary<string, OptionWords> { ["rood"] = new("Rood", []), ["blauw"] = new("Blauw", []) },
    };

    private static readonly Dictionary<string, string> Messages = new()
    {
        ["stap.begin"] = "Begin",
        ["melding.let_op"] = "Let op.",
        ["uitkomst.klaar.titel"] = "Klaar",
        ["uitkomst.klaar.uitleg"] = "U bent klaar.",
        ["fout.leeg"] = "Ik zie nog geen antwoord.",
    };

    [Fact]
    public void The_real_words_have_no_problems()
        => Assert.Empty(ContentCheck.Problems(RealTree.Tree, RealTree.Klachthulp.Catalogue, Meldingen.Alle, Invulling.Namen));

    [Fact]
    public void Whole_words_have_no_problems() => Assert.Empty(Problems(Whole));

    [Fact]
    public void A_question_without_words_is_found() => Assert.Contains("seeds/teksten/nl: no words for the question kleur.", Problems(null));

    [Fact]
    public void A_question_without_a_short_name_is_found() => Found("kleur has no short name (kort).", Whole with { Kort = "" });

    [Fact]
    public void A_question_without_a_reason_is_found() => Found("kleur does not say why it is asked (waarom).", Whole with { Waarom = "" });

    [Fact]
    public void An_option_without_words_is_found()
        => Found("kleur has no words of 1 to 60 characters for the option blauw.", Whole with { Opties = new Dictionary<string, OptionWords> { ["rood"] = new("Rood", []) } });

    [Fact]
    public void A_button_of_61_characters_is_found() => Found("kleur has no words of 1 to 60 characters for the option blauw.", WithBlue(new string('b', 61)));

    [Fact]
    public void A_button_of_60_characters_fits() => Assert.Empty(Problems(WithBlue(new string('b', 60))));

    [Fact]
    public void A_placeholder_that_nothing_fills_is_found() => Found("kleur uses {auto}, which nothing fills.", Whole with { Vraag = "Welke kleur heeft {auto}?" });

    [Fact]
    public void A_placeholder_in_the_help_that_nothing_fills_is_found() => Found("kleur uses {auto}, which nothing fills.", Whole with { Hulp = "Kijk op {auto}." });

    [Fact]
    public void A_known_placeholder_is_no_problem() => Assert.Empty(Problems(Whole with { Hulp = "Vraag het aan {gemeente}." }));

    [Fact]
    public void Words_for_a_question_that_does_not_exist_are_found()
        => Assert.Contains("seeds/teksten/nl has words for maat, which is no question.", Problems(Whole, ("maat", Whole)));

    [Theory]
    [InlineData("stap.begin")]
    [InlineData("melding.let_op")]
    [InlineData("uitkomst.klaar.titel")]
    [InlineData("uitkomst.klaar.uitleg")]
    [InlineData("fout.leeg")]
    public void A_message_that_is_missing_is_found(string key)
    {
        var messages = Messages.Where(pair => pair.Key != key).ToDictionary();

        Assert.Contains($"seeds/teksten/nl has no message {key}.", Problems(Small(), new Words("nl", new Dictionary<string, QuestionWords> { ["kleur"] = Whole }, messages)));
    }

    private static void Found(string problem, QuestionWords words) => Assert.Contains($"seeds/teksten/nl: {problem}", Problems(words));

    private static QuestionWords WithBlue(string title)
        => Whole with { Opties = new Dictionary<string, OptionWords> { ["rood"] = new("Rood", []), ["blauw"] = new(title, []) } };

    private static IReadOnlyList<string> Problems(QuestionWords? kleur, params (string Id, QuestionWords Words)[] more)
    {
        var questions = more.ToDictionary(static pair => pair.Id, static pair => pair.Words);
        if (kleur is not null)
        {
            questions["kleur"] = kleur;
        }

        return Problems(Small(), new Words("nl", questions, Messages));
    }

    private static IReadOnlyList<string> Problems(Tree tree, Words words)
        => ContentCheck.Problems(tree, new Catalogue(new Dictionary<string, Words> { ["nl"] = words }), ["fout.leeg"], ["gemeente"]);

    private static Tree Small() => new("proef", new Node.Seq(
        new Node.Stage("begin", new Node.Seq(new Node.Tell("melding.let_op", Tone.Plain), new Node.Ask(Kleur))),
        new Node.Outcome("klaar", null)));
}
