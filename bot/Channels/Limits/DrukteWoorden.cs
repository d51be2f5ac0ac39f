using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace KlachtHulp.Bot.Channels.Limits;

/// <summary>What a refusal says, from seeds/kanaal/drukte.yaml. Dutch only: a refusal comes before anybody said a language, and clients have words of their own.</summary>
public sealed record DrukteWoorden
{
    public required string TeVaak { get; init; }

    public required string Druk { get; init; }

    /// <exception cref="InvalidOperationException">A sentence is missing or unknown.</exception>
    public static DrukteWoorden Read(string path)
    {
        var deserializer = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().WithEnforceRequiredMembers().Build();
        try
        {
            return deserializer.Deserialize<DrukteWoorden>(File.ReadAllText(path));
        }
        catch (YamlDotNet.Core.YamlException problem)
        {
            throw new InvalidOperationException($"{Path.GetFileName(path)}, line {problem.Start.Line}: {problem.Message}", problem);
        }
    }
}
