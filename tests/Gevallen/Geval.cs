using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace KlachtHulp.Tests.Gevallen;

/// <summary>A resident's situation with what has to come out of it. The words are our own; facts and dates come from the case that <see cref="Bron"/> names.</summary>
public sealed record Geval
{
    public string Id { get; init; } = "";

    public string Titel { get; init; } = "";

    public string Bron { get; init; } = "";

    /// <summary>The day in the Netherlands.</summary>
    public string Dag { get; init; } = "";

    /// <summary>Id of the case whose answers this one takes over, but for its own; empty for none.</summary>
    public string Volgt { get; init; } = "";

    /// <summary>What the resident says, by path or by id of the question; what is not here is skipped.</summary>
    public Dictionary<string, string> Zegt { get; init; } = [];

    /// <summary>What the resident changes after the end was reached, by path.</summary>
    public Dictionary<string, string> Wijzigt { get; init; } = [];

    public Verwachting Verwacht { get; init; } = new();

    public static IReadOnlyList<Geval> Alle()
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().Build();
        var assembly = typeof(Geval).Assembly;
        Geval[] alle =
        [
            .. assembly.GetManifestResourceNames().Where(static name => name.StartsWith("gevallen/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).SelectMany(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!); // not null: just listed
                return yaml.Deserialize<List<Geval>>(reader);
            }),
        ];
        return [.. alle.Select(geval => geval.Volgt.Length == 0 ? geval : geval.Na(alle.Single(ander => ander.Id == geval.Volgt)))];
    }

    private Geval Na(Geval eerder)
    {
        var zegt = eerder.Zegt.ToDictionary();
        foreach (var (path, answer) in Zegt)
        {
            zegt[path] = answer;
        }

        return this with { Zegt = zegt };
    }
}

/// <summary>What must come out; an empty part is not looked at.</summary>
public sealed record Verwachting
{
    /// <summary>Id of the end.</summary>
    public string Einde { get; init; } = "";

    /// <summary>Routes that are open.</summary>
    public List<string> Routes { get; init; } = [];

    /// <summary>The route that is shown first.</summary>
    public string Eerst { get; init; } = "";

    public List<string> GeenRoutes { get; init; } = [];

    /// <summary>Last day by route; empty for a route that must show none.</summary>
    public Dictionary<string, string> Dagen { get; init; } = [];

    /// <summary>Kinds T01 to P21 that were chosen.</summary>
    public List<string> Soorten { get; init; } = [];

    /// <summary>Kinds of complaint on the form, in order.</summary>
    public List<string> Klachten { get; init; } = [];

    public List<string> Vereisten { get; init; } = [];

    /// <summary>Names of documents that are offered.</summary>
    public List<string> Documenten { get; init; } = [];

    public List<string> GeenDocumenten { get; init; } = [];

    /// <summary>Words that stand on a screen.</summary>
    public List<string> Woorden { get; init; } = [];

    /// <summary>Words that stand on no screen and in no letter or form, but for the resident's own.</summary>
    public List<string> GeenWoorden { get; init; } = [];

    /// <summary>Words of the letter that goes with the form.</summary>
    public List<string> InBrief { get; init; } = [];

    public List<string> NietInBrief { get; init; } = [];

    /// <summary>Values of the form by path, such as <c>aan.gemeente</c>; empty for absent.</summary>
    public Dictionary<string, string> Formulier { get; init; } = [];

    /// <summary>Ids of questions that must have been asked.</summary>
    public List<string> Gevraagd { get; init; } = [];

    public List<string> NietGevraagd { get; init; } = [];

    /// <summary>Whether help in danger was shown.</summary>
    public bool Crisis { get; init; }
}
