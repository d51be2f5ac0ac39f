using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Topics;
using KlachtHulp.Dialogs.Turns;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Topics;

/// <summary>The last screen in more than one language.</summary>
public sealed class UitkomstschermTests
{
    [Theory]
    [InlineData("nl", "0800")]
    [InlineData("en", "ombudsman")]
    [InlineData("uk", "0800")]
    public void Who_does_not_know_the_gemeente_hears_in_every_language_that_it_may_be_another_ombudsman(string language, string words)
    {
        var route = Scherm(language, new Answer(Standing.Unknown, "")).Routes.Single(static route => route.Code == "R08");

        Assert.Contains(words, route.Uitleg, StringComparison.Ordinal);
        Assert.Contains(Sentence(language), route.Uitleg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void Who_names_a_gemeente_with_a_certain_ombudsman_hears_no_doubt(string language)
        => Assert.DoesNotContain(Sentence(language), Scherm(language, new Answer(Standing.Given, "0599")).Routes.Single(static route => route.Code == "R08").Uitleg, StringComparison.Ordinal);

    [Theory]
    [InlineData("samenwerking", "Werkplein Proef", "De brief is voor Werkplein Proef.")]
    [InlineData("gemeente", null, "naar de gemeente")]
    public void Who_sends_the_letter_themselves_hears_for_whom_it_is(string uitvoerder, string? organisatie, string words)
    {
        var end = Cover.Ends.First(end => end.Position.Outcome?.Id == Uitkomsten.Klacht && end.Position.Answers.Text(VerhaalDialog.Uitvoerder) == "gemeente");
        var answers = new Dictionary<string, Answer>(end.Answers, StringComparer.Ordinal)
        {
            [VerhaalDialog.Uitvoerder.Id] = new(Standing.Given, uitvoerder),
            [VerhaalDialog.Rol.Id] = new(Standing.Given, "zelf"),
            [ControleDialog.Versturen.Id] = new(Standing.Given, ControleDialog.Versturen.Options.First(static option => option != ControleDialog.Versturen.Closes)),
        };
        if (organisatie is not null)
        {
            answers[VerhaalDialog.Organisatie.Id] = new Answer(Standing.Given, organisatie);
        }

        Assert.Contains(words, Maak(answers, "nl").Uitleg, StringComparison.Ordinal);
    }

    /// <summary>The words of doubt, up to the first place that is filled in.</summary>
    private static string Sentence(string language)
    {
        var knowledge = RealTree.Klachthulp.Knowledge;
        var text = language == "nl" ? knowledge.Ombudsmannen.Voorbehoud : RealTree.Klachthulp.Catalogue.In(language).Messages["ombudsman.voorbehoud"];
        return text[(text.IndexOf('}', StringComparison.Ordinal) + 1)..text.LastIndexOf('{')];
    }

    private static Uitkomst Scherm(string language, Answer gemeente)
    {
        var end = Cover.Ends.First(end => end.Position.Outcome?.Id == Uitkomsten.Verzoekschrift && end.Answers.Any(pair => pair.Key == VerhaalDialog.Gemeente.Id && pair.Value.Standing == gemeente.Standing));
        var answers = new Dictionary<string, Answer>(end.Answers, StringComparer.Ordinal) { [VerhaalDialog.Gemeente.Id] = gemeente };
        return Maak(answers, language);
    }

    private static Uitkomst Maak(Dictionary<string, Answer> answers, string language)
    {
        var log = RealTree.LogOf(answers);
        var turn = new Turn(log, RealTree.Remember(log), Walk.Replay(RealTree.Tree, answers, RealTree.Today), null, [], false, false);
        return new Uitkomstscherm(RealTree.Klachthulp.Regels, RealTree.Klachthulp.Knowledge).Maak(turn, RealTree.Moment, RealTree.Klachthulp.Catalogue.In(language));
    }
}
