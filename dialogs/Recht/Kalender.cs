using System.Diagnostics.CodeAnalysis;

namespace KlachtHulp.Dialogs.Recht;

/// <summary>Which days are no ordinary days, and where a last day moves to.</summary>
/// <remarks>Source: Algemene termijnenwet art. 1 and 3; Regulation (EEC, Euratom) 1182/71 art. 3 lid 4.</remarks>
public sealed class Kalender
{
    private readonly Feestdag[] _feestdagen;

    /// <param name="feestdagen">All rules, of any period.</param>
    /// <param name="besluiten">First and last day for which the royal decrees were looked up; outside it a last day is less certain.</param>
    public Kalender(IEnumerable<Feestdag> feestdagen, Tijdvak besluiten)
    {
        _feestdagen = [.. feestdagen];
        Besluiten = besluiten;
    }

    public Tijdvak Besluiten { get; }

    public IReadOnlyList<Feestdag> Feestdagen => _feestdagen;

    /// <summary>Easter Sunday, by the anonymous Gregorian computus.</summary>
    /// <param name="jaar">1583 or later.</param>
    public static DateOnly Pasen(int jaar)
    {
        var (eeuw, rest) = Math.DivRem(jaar, 100);
        var gulden = jaar % 19;
        var maancorrectie = (eeuw - ((eeuw + 8) / 25) + 1) / 3;
        var epacta = ((19 * gulden) + eeuw - (eeuw / 4) - maancorrectie + 15) % 30;
        var weekdag = (32 + (2 * (eeuw % 4)) + (2 * (rest / 4)) - epacta - (rest % 4)) % 7;
        var correctie = (gulden + (11 * epacta) + (22 * weekdag)) / 451;
        var telling = epacta + weekdag - (7 * correctie) + 114;
        return new DateOnly(jaar, telling / 31, (telling % 31) + 1);
    }

    public bool IsFeestdag(DateOnly dag, [NotNullWhen(true)] out Feestdag? feestdag)
    {
        var pasen = Pasen(dag.Year);
        foreach (var kandidaat in _feestdagen)
        {
            if (kandidaat.ValtOp(dag, pasen))
            {
                feestdag = kandidaat;
                return true;
            }
        }

        feestdag = null;
        return false;
    }

    /// <summary>Whether a day is a Saturday, a Sunday or a feestdag.</summary>
    public bool IsVrij(DateOnly dag) => IsWeekend(dag) || IsFeestdag(dag, out _);

    /// <summary>The first ordinary day on or after <paramref name="dag"/>.</summary>
    /// <param name="zekerInEu">False when the road there passes a working day that may not be a holiday under Regulation 1182/71.</param>
    public DateOnly EersteGewoneDag(DateOnly dag, out bool zekerInEu)
    {
        zekerInEu = true;
        for (; ; dag = dag.AddDays(1))
        {
            if (IsWeekend(dag))
            {
                continue;
            }

            if (!IsFeestdag(dag, out var feestdag))
            {
                return dag;
            }

            zekerInEu &= feestdag.ZekerInEu;
        }
    }

    private static bool IsWeekend(DateOnly dag) => dag.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
