using KlachtHulp.Dialogs.Recognizers;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace KlachtHulp.Bot.Content;

/// <summary>Reads seeds/taal from disk. Knows YAML, not Dutch.</summary>
public static class LexiconReader
{
    /// <param name="seeds">The folder seeds.</param>
    /// <exception cref="YamlDotNet.Core.YamlException">A file is no valid YAML, or has a key that is not known.</exception>
    /// <exception cref="FormatException">A value is not one the recognisers know.</exception>
    public static Lexicon Read(string seeds)
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().Build();
        T From<T>(string name) => yaml.Deserialize<T>(File.ReadAllText(Path.Combine(seeds, "taal", name + ".yaml")));
        return new(new TaalSeeds
        {
            Tijdwoorden = From<Dictionary<string, Dictionary<int, List<string>>>>("tijdwoorden"),
            Telwoorden = From<TelwoordenSeed>("telwoorden"),
            Feestdagen = From<List<FeestdagSeed>>("feestdagen"),
            Islamkalender = From<Dictionary<string, List<string>>>("islamkalender"),
            JaNee = From<JaNeeSeed>("janee"),
            Munten = From<MuntenSeed>("munten"),
            Adres = From<AdresSeed>("adres"),
            Signalen = From<SignalenSeed>("signalen"),
            Gewichten = Gewichten(Path.Combine(seeds, "taal", "gewichten.csv")),
            Opdrachten = From<OpdrachtenSeed>("opdrachten"),
            Verhaal = From<VerhaalSeed>("verhaal"),
            Crisis = Everywhere(From<Dictionary<string, List<string>>>("crisis"), Others(seeds)),
        });
    }

    /// <summary>What is understood of other languages than Dutch, by BCP-47: a file of its own in seeds/taal/talen.</summary>
    public static IReadOnlyDictionary<string, AndereTaalSeed> Others(string seeds)
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().WithEnforceRequiredMembers().Build();
        return Directory.EnumerateFiles(Path.Combine(seeds, "taal", "talen"), "*.yaml")
            .ToDictionary(static file => Path.GetFileNameWithoutExtension(file), file => yaml.Deserialize<AndereTaalSeed>(File.ReadAllText(file)), StringComparer.Ordinal);
    }

    /// <summary>Somebody in danger writes in the language that comes first, whatever the screen says.</summary>
    private static Dictionary<string, List<string>> Everywhere(Dictionary<string, List<string>> dutch, IReadOnlyDictionary<string, AndereTaalSeed> others)
        => dutch.ToDictionary(static pair => pair.Key, pair => pair.Value.Concat(others.Values.SelectMany(other => other.Crisis.GetValueOrDefault(pair.Key, []))).Distinct(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);

    private static GewichtenSeed Gewichten(string file)
    {
        var rows = File.ReadLines(file).Select(static line => line.Split(';')).ToList();
        return new([.. rows[0].Skip(1)], rows.Skip(1).ToDictionary(static row => row[0], IReadOnlyList<float> (row) => [.. row.Skip(1).Select(Weight)], StringComparer.Ordinal));
    }

    private static float Weight(string text) => text.Length == 0 ? 0 : float.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
