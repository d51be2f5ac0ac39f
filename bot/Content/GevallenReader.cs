namespace KlachtHulp.Bot.Content;

/// <summary>Reads seeds/gevallen: one file for each case.</summary>
public static class GevallenReader
{
    /// <returns>Ids of all cases, in order.</returns>
    public static IReadOnlyList<string> Ids(string seeds)
        => [.. Directory.EnumerateFiles(Folder(seeds), "*.yaml").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <param name="seeds">Folder of the seeds.</param>
    /// <param name="id">One of <see cref="Ids"/>.</param>
    /// <exception cref="InvalidDataException">There is no such case, or its file is not sound; the message lists every problem.</exception>
    public static Geval Read(string seeds, string id)
    {
        if (!Ids(seeds).Contains(id, StringComparer.Ordinal))
        {
            throw new InvalidDataException($"There is no case '{id}'. There are: {string.Join(", ", Ids(seeds))}.");
        }

        List<string> problems = [];
        var row = YamlRow.File(Path.Combine(Folder(seeds), id + ".yaml"), problems);
        var geval = new Geval(id, row.Text("titel"), row.Text("bron"), row.Day("peildatum"), Gesprek(row.Row("gesprek")), Verwacht(row.Row("verwacht")));
        row.Done();
        return problems.Count == 0 ? geval : throw new InvalidDataException(string.Join('\n', problems));
    }

    private static string Folder(string seeds) => Path.Combine(seeds, "gevallen");

    private static Dictionary<string, IReadOnlyList<string>> Gesprek(YamlRow row)
    {
        var said = row.Keys.ToDictionary(static path => path, row.List, StringComparer.Ordinal);
        foreach (var (path, _) in said.Where(static pair => pair.Value.Count == 0))
        {
            row.Problem($"nothing is said at '{path}'.");
        }

        return said;
    }

    private static Verwachting Verwacht(YamlRow row)
    {
        var (form, days) = (row.Row("formulier"), row.Row("laatste_dagen"));
        var expected = new Verwachting(
            row.Text("uitkomst"),
            row.List("klachten"),
            form.Keys.ToDictionary(static path => path, form.Optional, StringComparer.Ordinal),
            days.Keys.ToDictionary(static name => name, days.Day, StringComparer.Ordinal));
        row.Done();
        return expected;
    }
}
