using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Tests.Recognizers;

/// <summary>Understanding does not get worse: floors under the scores on the sets of our own. The bench prints the scores themselves.</summary>
public sealed class SetsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Recognizers", "Sets");

    [Theory]
    [InlineData("verhalen-1-dicht", 0.831, 0.837)]
    [InlineData("verhalen-2-dicht", 0.753, 0.84)]
    [InlineData("verhalen-3-dicht", 0.927, 0.968)]
    public void Stories_get_their_labels(string name, double f1, double families)
    {
        var score = Scores.Stories(Path.Combine(Folder, name + ".tsv"), static story => SignalReader.Read(story, Taal.Lexicon).Select(static signal => signal.Label));

        Assert.True(score.F1 >= f1 && score.Families >= families, $"labels F1 {score.F1:P3}, families {score.Families:P3}");
    }

    [Theory]
    [InlineData("datums-1-open", "2024-03-14", 0.967)]
    [InlineData("datums-1-dicht", "2024-03-14", 0.934)]
    [InlineData("datums-2-dicht", "2025-09-24", 0.989)]
    public void Dates_are_read(string name, string today, double exact)
    {
        var score = Scores.Dates(Path.Combine(Folder, name + ".tsv"), Taal.Day(today), Taal.Lexicon);

        Assert.True(score.Exact >= exact && score.MadeUp <= 1, $"exact {score.Exact:P3}, made up {score.MadeUp}");
    }

    [Fact]
    public void The_weights_are_those_that_follow_from_the_examples()
    {
        var seeds = Path.Combine(AppContext.BaseDirectory, "seeds");
        var written = File.ReadAllLines(Path.Combine(seeds, "taal", "gewichten.csv"));
        var learned = Training.Lines(seeds, Taal.Lexicon).ToList();

        Assert.Equal(learned.Count, written.Length);
        Assert.All(learned.Zip(written), static pair => AssertSame(pair.First.Split(';'), pair.Second.Split(';')));
    }

    /// <summary>Another machine may round the last digit the other way.</summary>
    private static void AssertSame(string[] learned, string[] written)
    {
        Assert.Equal(learned[0], written[0]);
        Assert.All(learned.Zip(written).Skip(1), static pair => Assert.True(pair.First == pair.Second
            || Math.Abs(Weight(pair.First) - Weight(pair.Second)) < 0.2, $"{pair.First} is not {pair.Second}"));
    }

    private static double Weight(string text) => double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var weight) ? weight : 0;
}
