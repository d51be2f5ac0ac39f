using System.Globalization;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace KlachtHulp.Bot.Teams;

/// <summary>The law behind a question, for who takes it down.</summary>
/// <param name="Grondslag">The article.</param>
/// <param name="Bron">Where it was read.</param>
public sealed record Toelichting(string Tekst, string Grondslag, string Bron);

/// <summary>seeds/recht/toelichtingen.yaml. Source: each row names its own article.</summary>
public sealed class Toelichtingen
{
    private readonly Dictionary<string, Toelichting> _rows;

    private Toelichtingen(Dictionary<string, Toelichting> rows) => _rows = rows;

    /// <summary>Ids of questions, or the part before a dot, that have a row.</summary>
    public IReadOnlyCollection<string> Vragen => _rows.Keys;

    /// <exception cref="InvalidDataException">A row is not complete, or a question has two.</exception>
    public static Toelichtingen Read(string seeds)
    {
        const string File = "toelichtingen.yaml";
        var deserializer = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().WithEnforceRequiredMembers().Build();
        var rows = new Dictionary<string, Toelichting>(StringComparer.Ordinal);
        foreach (var row in deserializer.Deserialize<List<Row>>(System.IO.File.ReadAllText(Path.Combine(seeds, "recht", File))))
        {
            if (!DateOnly.TryParseExact(row.GecontroleerdOp, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) || row.Bron.Length == 0 || row.Grondslag.Length == 0)
            {
                throw new InvalidDataException($"{File}: the row of {string.Join(", ", row.Vragen)} has no source, article or day.");
            }

            foreach (var vraag in row.Vragen)
            {
                if (!rows.TryAdd(vraag, new Toelichting(row.Tekst, row.Grondslag, row.Bron)))
                {
                    throw new InvalidDataException($"{File}: {vraag} has two rows.");
                }
            }
        }

        return new Toelichtingen(rows);
    }

    /// <param name="path">Path of a question, for example <c>klacht[1].toezegging.wie</c>.</param>
    /// <returns>The row of the longest part that fits; null when there is none.</returns>
    public Toelichting? Vind(string path)
    {
        var id = path.Contains("].", StringComparison.Ordinal) ? path[(path.LastIndexOf("].", StringComparison.Ordinal) + 2)..] : path;
        for (var part = id; part.Length > 0; part = part.LastIndexOf('.') is var dot and > 0 ? part[..dot] : "")
        {
            if (_rows.TryGetValue(part, out var found))
            {
                return found;
            }
        }

        return null;
    }

    private sealed record Row
    {
        public required List<string> Vragen { get; init; }

        public required string Tekst { get; init; }

        public required string Grondslag { get; init; }

        public required string Bron { get; init; }

        public required string Zekerheid { get; init; }

        public required string GecontroleerdOp { get; init; }
    }
}
