using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Formulier;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Topics;
using KlachtHulp.Tests.Support;
using Xunit.Abstractions;

namespace KlachtHulp.Tests.Topics;

/// <summary>Every option in every position of up to three complaints.</summary>
public sealed class SeveralComplaintsTests(ITestOutputHelper output)
{
    private const int Rounds = 3;

    /// <summary>No question in a complaint has more options than this, counted from 0.</summary>
    private const int LastTurn = 8;

    private static readonly string[] Kinds = ["toezegging", "privacy", "bejegening", "traagheid", "anders"];

    [Fact]
    public void Every_option_can_be_chosen_in_each_of_three_complaints_and_stands_in_its_own_complaint()
    {
        var covered = new HashSet<string>(StringComparer.Ordinal);
        var ways = 0;
        foreach (var (round, kind, turn) in Cases())
        {
            ways++;
            var (answers, position) = Walked(round, kind, turn);
            covered.UnionWith(answers.Where(static pair => pair.Value.Standing == Standing.Given).SelectMany(static pair => pair.Value.Value.Split(',').Select(value => $"{pair.Key}={value}")));
            CheckForm(answers, position);
        }

        output.WriteLine($"{ways} ways cover {covered.Count} answers");
        Assert.Empty(Wanted().Except(covered));
    }

    [Fact]
    public void Five_complaints_are_the_most()
    {
        var answers = Answers(static _ => true, static (place, _) => Value(place, 0));

        var form = RealTree.Form(RealTree.LogOf(answers));

        Assert.Equal(5, form?.Klachten.Count);
        Assert.DoesNotContain(answers, static pair => pair.Key is "klacht[5].nog_een" or "klacht[6].soort");
    }

    [Fact]
    public void The_second_complaint_has_its_own_story()
    {
        var (answers, _) = Walked(round: 2, kind: "privacy", turn: 0);

        var form = RealTree.Form(RealTree.LogOf(answers));

        Assert.Equal(["Woorden bij verhaal", "Woorden bij klacht[2].omschrijving", "Woorden bij klacht[3].omschrijving"], form?.Klachten.Select(static klacht => klacht.Omschrijving));
    }

    private static IEnumerable<(int Round, string Kind, int Turn)> Cases()
        => from round in Enumerable.Range(1, Rounds) from kind in Kinds from turn in Enumerable.Range(0, LastTurn + 1) select (round, kind, turn);

    /// <summary>Three complaints; in one of them each question gets its so-manieth option.</summary>
    private static (IReadOnlyList<KeyValuePair<string, Answer>> Answers, Position Position) Walked(int round, string kind, int turn)
    {
        var answers = Answers(
            static made => made < Rounds,
            (place, here) => here != round ? Value(place, 0) : place.Question.Id == KlachtDialog.Soort.Id ? kind : Value(place, turn));
        return (answers, Walk.Replay(RealTree.Tree, answers.ToDictionary(), RealTree.Today));
    }

    private static List<KeyValuePair<string, Answer>> Answers(Func<int, bool> another, Func<Place, int, string> value)
    {
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        while (Walk.Replay(RealTree.Tree, answers, RealTree.Today).Next is { } next)
        {
            var round = Tree.RoundOf(next.Path);
            var text = next.Question.Id == KlachtDialog.NogEen.Id ? (another(round) ? "ja" : "nee") : round > 0 ? value(next, round) : Outside(next);
            answers[next.Path] = new Answer(Standing.Given, text);
            Assert.True(next.Question.IsValid(text), $"{next.Path} = {text}");
        }

        return [.. answers];
    }

    /// <summary>Straight to a klacht for the gemeente.</summary>
    private static string Outside(Place place) => place.Question.Id switch
    {
        "besluit" or "eerder.geklaagd" => "nee",
        _ => Value(place, 0),
    };

    /// <summary>An option by its number; where that opens more questions, the others along with it.</summary>
    private static string Value(Place place, int turn) => place.Question switch
    {
        { Soort: Soort.Meerkeuze } question when question.Id.EndsWith(".groep", StringComparison.Ordinal) => string.Join(',', question.Options),
        { Id: "toezegging.eis" } => turn == LastTurn ? "nee" : "ja",
        { Options.Count: > 0 } question => question.Options[turn % question.Options.Count],
        { Soort: Soort.Datum } => Classes.Recent,
        { Soort: Soort.Bedrag } => "150.00",
        { Id: "gemeente" } => "0344",
        { Soort: Soort.Contact, Id: "gegevens.email" } => "fenna@voorbeeld.nl",
        { Soort: Soort.Contact, Id: "gegevens.telefoon" } => "0612345678",
        { Soort: Soort.Contact, Id: "gegevens.adres" } => "Voorbeeldstraat 12, 1234 AB Voorbeeldstad",
        { Soort: Soort.Contact } => "Fenna Voorbeeld",
        _ => $"Woorden bij {place.Path}",
    };

    /// <summary>Every option of every question in a complaint, for three complaints.</summary>
    private static IEnumerable<string> Wanted() => from round in Enumerable.Range(1, Rounds)
                                                   from question in InRounds(RealTree.Tree.Root).DistinctBy(static question => question.Id)
                                                   from option in question.Options
                                                   select $"klacht[{round}].{question.Id}={option}";

    private static IEnumerable<Question> InRounds(Node node) => node is Node.Repeat repeat
        ? Questions(repeat.Body)
        : Tree.Children(node).SelectMany(InRounds);

    private static IEnumerable<Question> Questions(Node node)
        => (node is Node.Ask ask ? [ask.Question] : Array.Empty<Question>()).Concat(Tree.Children(node).SelectMany(Questions));

    /// <summary>Every text stands in the complaint it was given in and in no other.</summary>
    private static void CheckForm(IReadOnlyList<KeyValuePair<string, Answer>> answers, Position position)
    {
        var form = RealTree.Form(RealTree.LogOf(answers)) ?? throw new InvalidOperationException("There is no form.");
        Assert.Equal(answers.Count, position.Given.Count);
        Assert.Equal(Rounds, form.Klachten.Count);
        for (var round = 1; round <= Rounds; round++)
        {
            var json = System.Text.Encoding.UTF8.GetString(FormulierJson.Write(form with { Klachten = [form.Klachten[round - 1]] }));
            Assert.Contains(answers, pair => pair.Key.StartsWith($"klacht[{round}].", StringComparison.Ordinal) && json.Contains(pair.Value.Value, StringComparison.Ordinal));
            Assert.DoesNotContain(Enumerable.Range(1, Rounds).Where(other => other != round), other => json.Contains($"Woorden bij klacht[{other}]", StringComparison.Ordinal));
        }
    }
}
