using System.Text;

namespace KlachtHulp.Bot.Content;

/// <summary>A CSV seed with a header: comma separated, quotes around a value that holds a comma, no line breaks inside values.</summary>
internal static class CsvSeed
{
    /// <returns>Rows as header to value; a row of the wrong length is a problem and left out.</returns>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string path, ICollection<string> problems)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            problems.Add($"{name}: the file is missing.");
            yield break;
        }

        var lines = File.ReadAllLines(path);
        var header = lines.Length > 0 ? Fields(lines[0]) : [];
        for (var i = 1; i < lines.Length; i++)
        {
            var fields = Fields(lines[i]);
            if (fields.Count == header.Count)
            {
                yield return header.Zip(fields).ToDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal);
            }
            else if (lines[i].Length > 0)
            {
                problems.Add($"{name} line {i + 1}: {fields.Count} values under {header.Count} headings.");
            }
        }
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (quoted && line[i] == '"' && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append(line[i++]);
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(line[i]);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
