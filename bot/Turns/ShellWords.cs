using System.Globalization;
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
