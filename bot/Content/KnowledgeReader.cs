using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Content;

/// <summary>Reads everything the core knows besides words of the conversation.</summary>
public static class KnowledgeReader
{
    /// <param name="problems">Everything that is wrong; when it is not empty the result must not be used.</param>
    public static Knowledge Read(string seeds, ICollection<string> problems)
    {
        var termijnen = RechtReader.ReadTermijnen(seeds, problems);
        return new Knowledge(
            LexiconReader.Read(seeds),
            GemeentenReader.ReadRegister(seeds, problems),
            GemeentenReader.ReadOmbudsmannen(seeds, problems),
            termijnen,
            RechtReader.ReadRoutes(seeds, termijnen, problems),
            SoortenReader.Read(seeds, problems));
    }
}
