using KlachtHulp.Bot.Content;
using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Commands;

/// <summary><c>-- check</c>: everything that is wrong or doubtful in seeds, words and tree, one line each.</summary>
public static class CheckCommand
{
    /// <returns>0 when nothing is wrong, also when something is doubtful; 1 otherwise.</returns>
    /// <param name="seeds">Folder of the seeds.</param>
    /// <param name="today">The day in the Netherlands.</param>
    public static int Run(string seeds, DateOnly today, TextWriter output)
    {
        var unreadable = new List<string>();
        var knowledge = KnowledgeReader.Read(seeds, unreadable);
        var klachthulp = Klachthulp.Create(WordsReader.Read(seeds, knowledge.Soortnamen), knowledge, out var found);
        SeedProblem[] all = [.. unreadable.Concat(found).Select(SeedProblem.Error), .. SeedCheck.Problems(knowledge, today)];
        foreach (var problem in all.OrderBy(static problem => problem.IsWarning))
        {
            output.WriteLine($"{(problem.IsWarning ? "LET OP" : "FOUT")}: {problem.Text}");
        }

        var errors = all.Count(static problem => !problem.IsWarning);
        output.WriteLine(
            $"{klachthulp.Tree.Questions.Count} vragen, {klachthulp.Catalogue.Languages.Count} talen, {knowledge.Gemeenten.Gemeenten.Count} gemeenten, "
            + $"{knowledge.Routewijzer.Tabel.Regels.Count} routeregels, {knowledge.Termijnen.Tabellen.Count} termijnen, {knowledge.Brieven.Count} brieven: "
            + $"{errors} fouten, {all.Length - errors} keer let op.");
        return errors == 0 ? 0 : 1;
    }
}
