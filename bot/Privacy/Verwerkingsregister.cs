using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Dialogs.Content;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace KlachtHulp.Bot.Privacy;

/// <summary>The register of processing: what is kept and asked comes from the program itself, what it means from the seeds.</summary>
/// <remarks>Source: AVG art. 30, lid 1.</remarks>
public static partial class Verwerkingsregister
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every table with its columns, as the migrations of both engines make them.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Columns { get; } = ReadColumns();

    /// <param name="folder">Of the seeds.</param>
    /// <returns>JSON for the functionaris gegevensbescherming.</returns>
    /// <exception cref="InvalidDataException">A column is not described.</exception>
    public static string Write(Klachthulp klachthulp, string folder)
    {
        var meaning = ReadMeaning(folder);
        var words = klachthulp.Catalogue.In(Catalogue.Dutch);
        var register = new Dictionary<string, object>
        {
            ["verwerking"] = meaning.Verwerking,
            ["bewaartermijnen"] = meaning.Bewaartermijnen,
            ["opgeslagen"] = Columns.ToDictionary(
                static table => table.Key,
                table => (object)table.Value.Order(StringComparer.Ordinal).ToDictionary(static column => column, column => meaning.Of(table.Key, column))),
            ["gevraagd"] = klachthulp.Tree.Questions.Keys.Order(StringComparer.Ordinal).Select(id => new Dictionary<string, string>
            {
                ["vraag"] = id,
                ["gegeven"] = words.Question(id).Kort,
                ["waarom"] = words.Question(id).Waarom,
            }).ToArray(),
        };
        return JsonSerializer.Serialize(register, Readable);
    }

    private static Meaning ReadMeaning(string folder) => new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().Build()
        .Deserialize<Meaning>(File.ReadAllText(Path.Combine(folder, "privacy", "verwerkingen.yaml")));

    private static Dictionary<string, IReadOnlySet<string>> ReadColumns()
    {
        var tables = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var script in MigrationScripts.Of("Sqlite").Concat(MigrationScripts.Of("Postgres")))
        {
            foreach (Match table in Table.Matches(script))
            {
                Add(table.Groups["table"].Value, Column.Matches(table.Groups["columns"].Value).Select(static column => column.Groups["column"].Value));
            }

            foreach (Match added in Added.Matches(script))
            {
                Add(added.Groups["table"].Value, [added.Groups["column"].Value]);
            }
        }

        return tables.ToDictionary(static table => table.Key, static table => (IReadOnlySet<string>)table.Value, StringComparer.Ordinal);

        void Add(string table, IEnumerable<string> columns)
        {
            tables.TryAdd(table, new(StringComparer.Ordinal));
            tables[table].UnionWith(columns);
        }
    }

    [GeneratedRegex(@"CREATE TABLE (?<table>\w+) \((?<columns>[^;]*)\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Table { get; }

    [GeneratedRegex(@"^\s+(?<column>[a-z_]+)\s", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Column { get; }

    [GeneratedRegex(@"ALTER TABLE (?<table>\w+) ADD COLUMN (?<column>\w+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Added { get; }

    /// <summary>seeds/privacy/verwerkingen.yaml.</summary>
    private sealed class Meaning
    {
        public Dictionary<string, string> Verwerking { get; init; } = [];

        public Dictionary<string, string> Bewaartermijnen { get; init; } = [];

        public Dictionary<string, Dictionary<string, string>> Tabellen { get; init; } = [];

        public string Of(string table, string column) => Tabellen.TryGetValue(table, out var columns) && columns.TryGetValue(column, out var text)
            ? text
            : throw new InvalidDataException($"verwerkingen.yaml does not say what {table}.{column} is.");
    }
}
