using System.Globalization;
using KlachtHulp.Dialogs.Content;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace KlachtHulp.Bot.Turns;

/// <summary>The few sentences the shell says itself, from seeds/kanaal/woorden.yaml.</summary>
public sealed record ShellWords
{
    /// <summary>The message was too long; holds {tekens}.</summary>
    public required string BerichtTeLang { get; init; }

    /// <summary>The conversation has had too many turns.</summary>
    public required string GesprekVol { get; init; }

    /// <summary>Under a question with several answers, for clients without tick boxes.</summary>
    public required string MeerKiezen { get; init; }

    /// <summary>Before the list of options that do not fit on buttons.</summary>
    public required string KiesNummer { get; init; }

    /// <summary>Says what was taken from the resident's own words; holds {tekst}.</summary>
    public required string Voorstel { get; init; }

    /// <summary>Says the answer given before; holds {tekst}.</summary>
    public required string Huidig { get; init; }

    /// <summary>The last day of a route; holds {dag}.</summary>
    public required string Uiterlijk { get; init; }

    /// <summary>A file was kept.</summary>
    public required string BestandBewaard { get; init; }

    /// <summary>A file is of a kind that is not taken.</summary>
    public required string BestandSoort { get; init; }

    /// <summary>No more files fit.</summary>
    public required string BestandVol { get; init; }

    /// <summary>On a button, for clients that know of no other: yes, to what was taken from the resident's own words.</summary>
    public required string KnopJa { get; init; }

    /// <summary>On a button: the answer is not known.</summary>
    public required string KnopOnbekend { get; init; }

    /// <summary>On a button: this question is skipped.</summary>
    public required string KnopOverslaan { get; init; }

    /// <summary>On a button: the resident wants to speak to a person.</summary>
    public required string KnopMens { get; init; }

    public string TooLong(int characters) => BerichtTeLang.Replace("{tekens}", characters.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <exception cref="InvalidOperationException">A sentence is missing or unknown.</exception>
    public static ShellWords Read(string path)
    {
        var deserializer = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking()
            .WithEnforceRequiredMembers().Build();
        try
        {
            return deserializer.Deserialize<ShellWords>(File.ReadAllText(path));
        }
        catch (YamlDotNet.Core.YamlException problem)
        {
            throw new InvalidOperationException($"{Path.GetFileName(path)}, line {problem.Start.Line}: {problem.Message}", problem);
        }
    }
}

/// <summary>The sentences of the shell, and how days are written, in every language.</summary>
public sealed class ShellTalen(IReadOnlyDictionary<string, ShellWords> words, Catalogue days)
{
    /// <summary>In the order in which they are offered.</summary>
    public IReadOnlyList<(string Taal, string Naam)> Namen { get; } = [.. days.Languages.Select(static pair => (pair.Key, pair.Value.Text("taal.naam")))];

    /// <summary>Those of a language; Dutch when it has none.</summary>
    public ShellWords In(string taal) => words.GetValueOrDefault(taal) ?? words[Catalogue.Dutch];

    /// <summary>rtl or ltr.</summary>
    public string Richting(string taal) => days.In(taal).Text("taal.richting");

    /// <summary>A day with the day of the week.</summary>
    public string Dag(DateOnly dag, string taal) => Taalwoorden.Dag(dag, days.In(taal));

    /// <summary>A day without the day of the week.</summary>
    public string Kort(DateOnly dag, string taal) => Taalwoorden.Kort(dag, days.In(taal));

    /// <param name="seeds">The folder of the seeds: <c>kanaal</c> holds the Dutch file and a folder for each other language.</param>
    /// <exception cref="InvalidOperationException">A sentence is missing or unknown.</exception>
    public static ShellTalen Read(string seeds)
    {
        var kanaal = Path.Combine(seeds, "kanaal");
        string[] talen = [Catalogue.Dutch, .. Directory.EnumerateDirectories(kanaal).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];
        return new(
            talen.ToDictionary(static taal => taal, taal => ShellWords.Read(Path.Combine(Folder(kanaal, taal), "woorden.yaml")), StringComparer.Ordinal),
            new Catalogue(talen.ToDictionary(static taal => taal, taal => new Words(taal, new Dictionary<string, QuestionWords>(), Days(seeds, taal)), StringComparer.Ordinal)));
    }

    /// <summary>The folder of a language; Dutch stands in the folder itself.</summary>
    public static string Folder(string kanaal, string taal) => taal == Catalogue.Dutch ? kanaal : Path.Combine(kanaal, taal);

    private static Dictionary<string, string> Days(string seeds, string taal)
        => new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(seeds, "teksten", taal, "taal.yaml")));
}
