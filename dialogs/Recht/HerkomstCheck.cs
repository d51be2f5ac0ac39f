namespace KlachtHulp.Dialogs.Recht;

/// <summary>Checks the source and the age of a seed row.</summary>
internal static class HerkomstCheck
{
    /// <summary>A row has to be compared with its source at least once in this many days.</summary>
    private const int CheckEvery = 366;

    public static IEnumerable<SeedProblem> Problems(string where, Herkomst herkomst, DateOnly vandaag)
    {
        if (string.IsNullOrWhiteSpace(herkomst.Bron))
        {
            yield return SeedProblem.Error($"{where} has no bron.");
        }

        if (herkomst.GeldigTot < herkomst.GeldigVan)
        {
            yield return SeedProblem.Error($"{where} ends before it begins.");
        }

        if (herkomst.GecontroleerdOp > vandaag)
        {
            yield return SeedProblem.Warning($"{where} was checked on {herkomst.GecontroleerdOp:yyyy-MM-dd}, which is still to come.");
        }
        else if (herkomst.GecontroleerdOp.AddDays(CheckEvery) < vandaag && (herkomst.GeldigTot is not { } tot || tot >= vandaag))
        {
            yield return SeedProblem.Warning($"{where} was last checked on {herkomst.GecontroleerdOp:yyyy-MM-dd}, more than a year ago.");
        }
    }

    /// <summary>Values that occur more than once.</summary>
    public static IEnumerable<SeedProblem> Twice(string where, IEnumerable<string> ids)
        => ids.GroupBy(static id => id, StringComparer.Ordinal).Where(static group => group.Count() > 1)
            .Select(group => SeedProblem.Error($"{where}: {group.Key} is there {group.Count()} times."));
}
