using KlachtHulp.Dialogs.Content;

namespace KlachtHulp.Bot.Content;

/// <summary>Reads seeds/brieven: one file for each letter, in the order of their names.</summary>
public static class BrievenReader
{
    /// <param name="seeds">The seeds folder.</param>
    /// <param name="problems">Everything that is wrong, in words; when it is not empty the result must not be used.</param>
    public static IReadOnlyList<Briefsoort> Read(string seeds, ICollection<string> problems)
    {
        var folder = Path.Combine(seeds, "brieven");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(file => Brief(Path.GetFileNameWithoutExtension(file), YamlRow.File(file, problems)))]
            : [];
    }

    /// <summary>The words of somebody who is very angry.</summary>
    public static IReadOnlySet<string> ReadFelleWoorden(string seeds, ICollection<string> problems)
    {
        var file = YamlRow.File(Path.Combine(seeds, "taal", "fel.yaml"), problems);
        var words = file.List("woorden").ToHashSet(StringComparer.Ordinal);
        file.Done();
        return words;
    }

    private static Briefsoort Brief(string id, YamlRow row)
    {
        var brief = new Briefsoort(id, row.Text("naam"), row.Text("link"), VoorwaardeReader.Read(row.Row("als")), RechtReader.Herkomst(row))
        {
            Route = row.Optional("route"),
            Grondslag = row.Text("grondslag"),
            Aan = row.Text("aan"),
            Aanhef = row.Text("aanhef"),
            Vereist = row.List("vereist"),
            Alineas = [.. row.Rows("alineas").Select(Alinea)],
            ReactieWeken = row.Has("reactie_weken") ? row.Number("reactie_weken") : 0,
        };
        row.Done();
        return brief;
    }

    private static Briefalinea Alinea(YamlRow row)
    {
        var alinea = new Briefalinea(row.Text("tekst"))
        {
            Als = row.List("als"),
            Zonder = row.List("zonder"),
            Punten = row.List("punten"),
            Citaat = row.JaNee("citaat") ?? false,
        };
        row.Done();
        return alinea;
    }
}
