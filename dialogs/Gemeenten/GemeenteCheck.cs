using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Gemeenten;

/// <summary>Everything that is wrong with seeds/gemeenten and seeds/ombudsmannen.yaml.</summary>
public static class GemeenteCheck
{
    /// <param name="vandaag">The day in the Netherlands.</param>
    public static IEnumerable<SeedProblem> Problems(
        GemeenteRegister register, OmbudsmanRegister ombudsmannen, SamenwerkingRegister samenwerkingen, IReadOnlyList<Gemeenteinstelling> instellingen,
        DateOnly vandaag) =>
    [
        .. RegisterProblems(register, vandaag),
        .. OmbudsmanProblems(register, ombudsmannen, vandaag),
        .. samenwerkingen.Samenwerkingen.SelectMany(samenwerking => Samenwerking(samenwerking, register, ombudsmannen, vandaag)),
        .. HerkomstCheck.Twice("samenwerkingen", samenwerkingen.Samenwerkingen.Select(static samenwerking => samenwerking.Id)),
        .. instellingen.SelectMany(instelling => Instelling(instelling, register, ombudsmannen, vandaag)),
    ];

    private static IEnumerable<SeedProblem> RegisterProblems(GemeenteRegister register, DateOnly vandaag) =>
    [
        .. HerkomstCheck.Twice("gemeenten", register.Gemeenten.Select(static gemeente => gemeente.Naam)),
        .. HerkomstCheck.Problems("gemeenten", new Herkomst(register.Lijst.Bron, register.Lijst.GecontroleerdOp, DateOnly.MinValue), vandaag),
        .. register.Lijst.GeldtTot < vandaag
            ? [SeedProblem.Warning($"gemeenten: the list holds until {register.Lijst.GeldtTot:yyyy-MM-dd}; take over the new one.")]
            : Array.Empty<SeedProblem>(),
        .. register.Herindelingen.SelectMany(herindeling => herindeling.Nieuw.Where(code => !register.TryGet(code, out _))
            .Select(code => SeedProblem.Error($"herindelingen: {herindeling.OudeNaam} went to {code}, which is not a gemeente."))),
        .. register.Herindelingen.Where(static herindeling => herindeling.Bron.Length == 0)
            .Select(static herindeling => SeedProblem.Error($"herindelingen: {herindeling.OudeNaam} has no bron.")),
        .. register.Gemeenten.Where(gemeente => gemeente.GeldigTot is { } tot && !HeeftOpvolger(gemeente.Naam, tot.AddDays(1), register))
            .Select(static gemeente => SeedProblem.Error($"gemeenten: {gemeente.Naam} ends without a successor.")),
    ];

    private static bool HeeftOpvolger(string naam, DateOnly per, GemeenteRegister register)
        => register.Herindelingen.Any(herindeling => herindeling.OudeNaam == naam && herindeling.Per == per);

    private static IEnumerable<SeedProblem> OmbudsmanProblems(GemeenteRegister register, OmbudsmanRegister ombudsmannen, DateOnly vandaag) =>
    [
        .. HerkomstCheck.Twice("ombudsmannen", ombudsmannen.Ombudsmannen.Select(static ombudsman => ombudsman.Id)),
        .. ombudsmannen.Ombudsmannen.SelectMany(ombudsman => HerkomstCheck.Problems($"ombudsmannen {ombudsman.Id}", ombudsman.Herkomst, vandaag)),
        .. ombudsmannen.Ombudsmannen.Where(static ombudsman => ombudsman.Herkomst.GeldigTot is not null != ombudsman.Opvolger.Length > 0)
            .Select(static ombudsman => SeedProblem.Error($"ombudsmannen {ombudsman.Id}: an end and a successor belong together.")),
        .. ombudsmannen.Rijen.Where(rij => !register.TryGet(rij.Gemeente, out _))
            .Select(static rij => SeedProblem.Error($"ombudsmannen: {rij.Gemeente} is not a gemeente.")),
        .. ombudsmannen.Rijen.GroupBy(static rij => rij.Gemeente).SelectMany(static group =>
            new DatedTable<string>($"ombudsmannen {group.Key}", group.Select(static rij => new DatedRow<string>(rij.Herkomst, rij.Ombudsman))).Problems()
                .Select(SeedProblem.Error)),
        .. ombudsmannen.Rijen.Append(ombudsmannen.Standaard).SelectMany(rij => HerkomstCheck.Problems($"ombudsmannen {rij.Gemeente}", rij.Herkomst, vandaag)),
        .. register.Gemeenten.Select(gemeente => Zonder(gemeente, ombudsmannen, vandaag)).OfType<SeedProblem>(),
        .. ombudsmannen.Kinderombudsmannen.Any(static kinder => kinder.Gemeenten.Count == 0) ? Array.Empty<SeedProblem>()
            : [SeedProblem.Error("ombudsmannen: there is no kinderombudsman for the whole country.")],
    ];

    /// <summary>A gemeente whose row leads nowhere: to no ombudsman, to an abolished one without successor, or in a circle.</summary>
    private static SeedProblem? Zonder(Gemeente gemeente, OmbudsmanRegister ombudsmannen, DateOnly vandaag)
    {
        var id = ombudsmannen.Rijen
            .FirstOrDefault(rij => rij.Gemeente == gemeente.Code && rij.Herkomst.GeldtOp(vandaag))?.Ombudsman ?? ombudsmannen.Standaard.Ombudsman;
        return ombudsmannen.Leidt(id, vandaag) ? null : SeedProblem.Error($"ombudsmannen: {gemeente.Naam} has no ombudsman, since '{id}' leads to none.");
    }

    private static IEnumerable<SeedProblem> Samenwerking(Samenwerking samenwerking, GemeenteRegister register, OmbudsmanRegister ombudsmannen,
        DateOnly vandaag) =>
    [
        .. HerkomstCheck.Problems($"samenwerkingen {samenwerking.Id}", samenwerking.Herkomst, vandaag),
        .. samenwerking.Leden.Where(code => !register.TryGet(code, out _))
            .Select(code => SeedProblem.Error($"samenwerkingen {samenwerking.Id}: {code} is not a gemeente.")),
        .. Bekend($"samenwerkingen {samenwerking.Id}", samenwerking.Ombudsman, ombudsmannen),
    ];

    private static IEnumerable<SeedProblem> Instelling(Gemeenteinstelling instelling, GemeenteRegister register, OmbudsmanRegister ombudsmannen,
        DateOnly vandaag) =>
    [
        .. HerkomstCheck.Problems($"gemeente {instelling.Code}", instelling.Herkomst, vandaag),
        .. register.TryGet(instelling.Code, out _) ? Array.Empty<SeedProblem>() : [SeedProblem.Error($"gemeente {instelling.Code} is not in the list.")],
        .. Bekend($"gemeente {instelling.Code}", instelling.Ombudsman, ombudsmannen),
    ];

    private static IEnumerable<SeedProblem> Bekend(string where, string id, OmbudsmanRegister ombudsmannen)
        => id.Length == 0 || ombudsmannen.TryGet(id, out _) ? [] : [SeedProblem.Error($"{where}: there is no ombudsman '{id}'.")];
}
