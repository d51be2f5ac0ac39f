using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Tests.Recht;

/// <summary>Works out the plan of every enumerated combination once and keeps what breaks each rule, so that the tests only have to look.</summary>
public sealed class RouteEnumeratie
{
    private const int Enough = 5;

    private readonly Dictionary<string, List<string>> _broken = new(StringComparer.Ordinal);

    public RouteEnumeratie()
    {
        foreach (var feiten in AlleFeiten.Basis().Concat(AlleFeiten.Conflicten()).Concat(AlleFeiten.Enkel()))
        {
            Look(feiten, Seeds.Routewijzer.Bepaal(feiten, Seeds.Vandaag));
        }
    }

    public int Count { get; private set; }

    public HashSet<int> Rows { get; } = [];

    public HashSet<(int Row, string Code)> Opened { get; } = [];

    public HashSet<string> Sentences { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Breaking(string rule) => _broken.GetValueOrDefault(rule, []);

    private void Look(Feiten feiten, Routeplan plan)
    {
        Count++;
        Rows.UnionWith(plan.Regels);
        Sentences.UnionWith(plan.Meldingen);
        foreach (var route in plan.Open.Concat(plan.NietNodig))
        {
            Sentences.Add(route.Uitleg);
            Sentences.Add(route.Voorbehoud);
            foreach (var reden in route.Redenen)
            {
                Opened.Add((reden.Regel, route.Code));
                Sentences.Add(reden.Zin);
                Rule("passed day", !GivesPassedDay(reden), feiten);
            }
        }

        Rule("a route", plan.Getoond.Count > 0, feiten);
        Rule("at most three", plan.Getoond.Count <= Routewijzer.MaxGetoond, feiten);
        Rule("urgent is shown", plan.Pauze || plan.Rest.All(static route => route.Voorrang == Voorrang.Gewoon), feiten);
        Rule("gate", OmbudsmanPoort.IsOpen(plan.Poort) || plan.Open.Concat(plan.NietNodig).All(static route => route.Code != "R08"), feiten);
        Rule("explained", plan.NietNodig.All(static route => route.Uitleg != route.Redenen[0].Zin) && (plan.NietNodig.Count == 0 || plan.Open.Any()), feiten);
    }

    private void Rule(string name, bool holds, Feiten feiten)
    {
        if (holds)
        {
            return;
        }

        if (!_broken.TryGetValue(name, out var examples))
        {
            _broken[name] = examples = [];
        }

        if (examples.Count < Enough)
        {
            examples.Add($"{feiten}");
        }
    }

    private static bool GivesPassedDay(Routereden reden)
        => reden.Termijn is { Partij: Partij.Inwoner } termijn && termijn.TeTonen(Seeds.Vandaag) < Seeds.Vandaag
            && reden.Zin.Contains(DagInWoorden.Van(termijn.TeTonen(Seeds.Vandaag)), StringComparison.Ordinal);
}
