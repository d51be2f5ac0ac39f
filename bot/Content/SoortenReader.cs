using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Content;

/// <summary>Reads seeds/soorten.</summary>
public static class SoortenReader
{
    /// <param name="seeds">The seeds folder.</param>
    /// <param name="problems">Everything that is wrong, in words; when it is not empty the result must not be used.</param>
    public static Soorten Read(string seeds, ICollection<string> problems) => new(
        [.. Rows(seeds, "toezeggingen.yaml", problems).Select(Toezegging)],
        [.. Rows(seeds, "privacyschendingen.yaml", problems).Select(Privacy)],
        [.. Rows(seeds, "vereisten.yaml", problems).Select(Vereiste)]);

    private static IEnumerable<YamlRow> Rows(string seeds, string file, ICollection<string> problems)
        => YamlRow.ListFile(Path.Combine(seeds, "soorten", file), problems);

    private static Toezeggingssoort Toezegging(YamlRow row)
    {
        var soort = new Toezeggingssoort(row.Text("id"), row.Text("naam"), row.Text("uitleg"), row.List("vereisten"), row.List("routes"),
            RechtReader.Herkomst(row));
        row.Done();
        return soort;
    }

    private static Privacysoort Privacy(YamlRow row)
    {
        var soort = new Privacysoort(row.Text("id"), row.Text("naam"), row.Text("uitleg"), Toetsen(row), row.List("vereisten"), row.List("routes"),
            RechtReader.Herkomst(row));
        row.Done();
        return soort;
    }

    private static Vereiste Vereiste(YamlRow row)
    {
        var vereiste = new Vereiste(row.Text("id"), row.Text("naam"), row.Text("kernwaarde"), row.Text("uitleg"), RechtReader.Herkomst(row));
        row.Done();
        return vereiste;
    }

    private static List<Toets> Toetsen(YamlRow row)
    {
        var toetsen = new List<Toets>();
        foreach (var text in row.List("toets"))
        {
            if (SnakeCase.TryParse<Toets>(text, out var toets))
            {
                toetsen.Add(toets);
            }
            else
            {
                row.Problem($"'{text}' is not a toets.");
            }
        }

        return toetsen;
    }
}
