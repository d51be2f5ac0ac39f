using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace KlachtHulp.Bot.Channels.Pagina;

/// <summary>What the pages say about going on later, leaving fast and accessibility, from seeds/kanaal/verder.yaml.</summary>
public sealed record VerderWoorden
{
    public required string Bewaar { get; init; }

    public required string BewaarTitel { get; init; }

    public required string UwCode { get; init; }

    public required string CodeUitleg { get; init; }

    /// <summary>Holds {dag}.</summary>
    public required string BewaardTot { get; init; }

    public required string IkHebCode { get; init; }

    public required string LinkUitleg { get; init; }

    public required string TypCode { get; init; }

    public required string GaVerder { get; init; }

    public required string CodeFout { get; init; }

    /// <summary>Holds {seconden}.</summary>
    public required string CodeWacht { get; init; }

    public required string TerugNaarVraag { get; init; }

    public required string SnelWeg { get; init; }

    /// <summary>A page that everybody looks at.</summary>
    public required string SnelWegAdres { get; init; }

    public required string Toegankelijkheid { get; init; }

    public required string Contact { get; init; }

    /// <summary>Where to go when the gemeente has set no contact.</summary>
    public required string ContactLeeg { get; init; }

    /// <summary>Heading and text of each part of the accessibility statement, in order.</summary>
    public required Dictionary<string, string> ToegankelijkheidTekst { get; init; }

    /// <exception cref="InvalidOperationException">A sentence is missing or unknown.</exception>
    public static VerderWoorden Read(string path)
    {
        var deserializer = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking()
            .WithEnforceRequiredMembers().Build();
        try
        {
            return deserializer.Deserialize<VerderWoorden>(File.ReadAllText(path));
        }
        catch (YamlDotNet.Core.YamlException problem)
        {
            throw new InvalidOperationException($"{Path.GetFileName(path)}, line {problem.Start.Line}: {problem.Message}", problem);
        }
    }
}
