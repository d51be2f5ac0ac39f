using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Formulier.Brieven;
using KlachtHulp.Dialogs.Gemeenten;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Content;

/// <summary>Everything that is wrong or doubtful in the seeds on a day: an error stops the service, a warning asks somebody to look.</summary>
public static class SeedCheck
{
    /// <param name="today">The day in the Netherlands.</param>
    public static IReadOnlyList<SeedProblem> Problems(Knowledge knowledge, DateOnly today) =>
    [
        .. RechtCheck.Problems(knowledge.Termijnen, knowledge.Routewijzer.Tabel, knowledge.Soorten, today),
        .. GemeenteCheck.Problems(knowledge.Gemeenten, knowledge.Ombudsmannen, knowledge.Samenwerkingen, [.. knowledge.Instellingen.Values], today),
        .. BrievenCheck.Problems(knowledge.Brieven, knowledge.Routewijzer.Tabel, today),
    ];
}
