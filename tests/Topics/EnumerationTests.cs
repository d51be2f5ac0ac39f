using System.Diagnostics;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Formulier;
using KlachtHulp.Dialogs.Topics;
using KlachtHulp.Tests.Support;
using Xunit.Abstractions;

namespace KlachtHulp.Tests.Topics;

/// <summary>Every structural way through the real tree for one complaint.</summary>
public sealed class EnumerationTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_way_ends_in_an_outcome_and_the_ways_can_be_counted()
    {
        var watch = Stopwatch.StartNew();
        var paths = Cover.Paths;
        output.WriteLine($"{paths.Count:N0} ways in {paths.Situations:N0} situations, covered by {paths.Cover.Count:N0} conversations; longest {paths.Longest} questions; {watch.ElapsedMilliseconds} ms");

        Assert.All(Cover.Ends, static end => Assert.NotNull(end.Position.Outcome));
        Assert.InRange(paths.Longest, 30, 100);
        Assert.True(paths.Count > 100_000);
    }

    [Fact]
    public void No_answer_of_a_way_falls_off_its_path() => Assert.All(Cover.Ends, static end => Assert.Equal(end.Answers.Count, end.Position.Given.Count));

    [Fact]
    public void A_form_comes_out_exactly_where_the_outcome_has_one()
        => Assert.All(Cover.Ends, static end => Assert.Equal(end.Position.Outcome?.Form, end.Form?.Soort));

    [Fact]
    public void Every_form_has_what_article_9_4_asks_for() => Assert.All(Forms(), static form =>
    {
        Assert.Equal("Fenna Voorbeeld", form.Klager.Naam);
        Assert.Contains("Voorbeeldstraat 12", form.Klager.Adres, StringComparison.Ordinal);
        Assert.Equal(RealTree.Today, form.Dagtekening);
        Assert.False(string.IsNullOrWhiteSpace(form.Aan.Bestuursorgaan));
        Assert.Contains("Woorden bij verhaal.", form.Klachten[0].Omschrijving, StringComparison.Ordinal);
        Assert.True(form.Ondertekening is { Akkoord: true, Naam: "Fenna Voorbeeld" });
    });

    [Fact]
    public void Every_verzoekschrift_has_what_article_9_28_asks_for_too() => Assert.All(Forms().Where(static form => form.Soort == "verzoekschrift"), static form =>
    {
        Assert.NotNull(form.Aan.Ombudsman);
        Assert.All(form.Klachten, static klacht => Assert.False(string.IsNullOrWhiteSpace(klacht.Gronden)));
        Assert.False(string.IsNullOrWhiteSpace(form.InterneKlacht?.Wijze));
    });

    [Fact]
    public void A_klacht_has_no_ombudsman_and_at_most_a_spoken_history()
        => Assert.All(
            Forms().Where(static form => form.Soort == "klacht"),
            static form => Assert.True(form.Aan.Ombudsman is null && form.InterneKlacht is null or { Wijze: "telefoon" or "gesprek", Status: "geenAntwoord" }));

    [Fact]
    public void Every_question_that_does_not_wait_to_be_asked_for_is_asked_on_some_way()
    {
        var asked = Cover.Ends.SelectMany(static end => end.Position.Given).Select(static place => place.Question.Id).Append(KlachtDialog.Omschrijving.Id).ToHashSet();

        Assert.Empty(RealTree.Tree.Questions.Values.Where(static question => !question.OnRequest).Select(static question => question.Id).Except(asked));
    }

    [Fact]
    public void Every_outcome_is_reached_on_some_way()
    {
        var reached = Cover.Ends.Select(static end => end.Position.Outcome?.Id).ToHashSet();

        Assert.Empty(Outcomes(RealTree.Tree.Root).Except(reached));
    }

    [Fact]
    public void Every_message_on_the_way_is_told_on_some_way() => Assert.Empty(Tells(RealTree.Tree.Root).Except(Cover.Paths.Told));

    [Fact]
    public void Every_form_becomes_paper_and_letter() => Assert.All(Forms(), static form =>
    {
        Assert.True(new FormulierPapier(RealTree.Dutch).Maak(form).Blokken.Count > 5);
        Assert.True(new BriefPapier(RealTree.Dutch).Maak(form).Blokken.Count > 5);
    });

    [Fact]
    public void Every_form_survives_being_written_and_read() => Assert.All(Forms(), static form =>
    {
        var json = FormulierJson.Write(form);
        Assert.Equal(json, FormulierJson.Write(FormulierJson.Read(json)));
    });

    private static IEnumerable<Klachtformulier> Forms() => Cover.Ends.Select(static end => end.Form).OfType<Klachtformulier>();

    private static IEnumerable<string?> Outcomes(Node node) => (node is Node.Outcome outcome ? [outcome.Id] : Array.Empty<string?>()).Concat(Tree.Children(node).SelectMany(Outcomes));

    private static IEnumerable<string> Tells(Node node) => (node is Node.Tell tell ? [tell.TextKey] : Array.Empty<string>()).Concat(Tree.Children(node).SelectMany(Tells));
}
