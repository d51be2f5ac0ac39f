using System.Globalization;
using KlachtHulp.Dialogs.Recognizers;
using KlachtHulp.Tests.Recognizers;

/// <summary>Scores every set in tests/Recognizers/Sets. The faults are listed for the named file only, so that a set that is kept apart stays unseen.</summary>
internal static class Sets
{
    public static void Print(string folder, string? listed, Lexicon lexicon)
    {
        foreach (var file in Directory.GetFiles(folder, "*.tsv").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            IReadOnlyList<string> faults;
            if (name.StartsWith("verhalen", StringComparison.Ordinal))
            {
                var score = Scores.Stories(file, story => SignalReader.Read(story, lexicon).Select(static signal => signal.Label));
                Line(name, $"labels F1 {score.F1:P1}, families {score.Families:P1}, exact {score.Exact:P1}");
                faults = score.Faults;
            }
            else
            {
                var score = Scores.Dates(file, DateOnly.ParseExact(File.ReadLines(file).First()[9..19], "yyyy-MM-dd", CultureInfo.InvariantCulture), lexicon);
                Line(name, $"dates exact {score.Exact:P1}, overlap {score.Overlap:P1}, made up {score.MadeUp}");
                faults = score.Faults;
            }

            if (name == listed)
            {
                Console.WriteLine(string.Join('\n', faults));
            }
        }
    }

    /// <summary>The chosen way beside simpler ones.</summary>
    public static void Compare(string file, Alternatives other, Lexicon lexicon)
    {
        (string Name, Func<string, IEnumerable<string>> Label)[] ways =
        [
            ("nearest sentence", other.Nearest),
            ("naive Bayes", other.Bayes),
            ("rules alone", other.Rules),
            ("rules and weights", story => SignalReader.Read(story, lexicon).Select(static signal => signal.Label)),
        ];
        foreach (var (name, label) in ways)
        {
            var score = Scores.Stories(file, label);
            Line($"{Path.GetFileNameWithoutExtension(file)}, {name}", $"labels F1 {score.F1:P1}, families {score.Families:P1}, exact {score.Exact:P1}");
        }
    }

    private static void Line(string name, FormattableString scores) => Console.WriteLine($"{name,-40} {scores.ToString(CultureInfo.InvariantCulture)}");
}
