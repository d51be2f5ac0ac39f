using KlachtHulp.Dialogs.Recht;
using YamlDotNet.RepresentationModel;

namespace KlachtHulp.Bot.Content;

/// <summary>Reads seeds/recht/routes.yaml.</summary>
internal static class RoutesReader
{
    public static Routetabel Read(string seeds, ICollection<string> problems)
    {
        var file = YamlRow.File(Path.Combine(seeds, "recht", "routes.yaml"), problems);
        Routesoort[] soorten = [.. file.Rows("soorten").Select(Soort)];
        var woorden = file.Row("woorden");
        var table = new Routetabel(soorten, [.. file.Rows("regels").Select(row => Regel(row, problems))],
            woorden.Keys.ToDictionary(static key => key, woorden.Text, StringComparer.Ordinal));
        file.Done();
        return table;
    }

    private static Routesoort Soort(YamlRow row)
    {
        var soort = new Routesoort(row.Text("code"), row.Text("naam"), row.Text("zin")) { ZinJe = row.Optional("zin_je") };
        row.Done();
        return soort;
    }

    private static Routeregel Regel(YamlRow row, ICollection<string> problems)
    {
        var regel = new Routeregel(row.Number("nr"), VoorwaardeReader.Read(row.Row("als")), Verwijzingen(row, problems), RechtReader.Herkomst(row))
        {
            Naam = row.Text("naam"),
            Grondslag = row.Text("grondslag"),
            Voorrang = row.Choice<Voorrang>("voorrang", Voorrang.Gewoon),
            Termijn = row.Optional("termijn"),
            Zin = row.Text("zin"),
            ZinZonderDatum = row.Optional("zin_zonder_datum"),
            Formulier = row.Optional("formulier"),
        };
        row.Done();
        return regel;
    }

    private static List<Routeverwijzing> Verwijzingen(YamlRow row, ICollection<string> problems)
    {
        var verwijzingen = new List<Routeverwijzing>();
        foreach (var node in row.Node("routes") as YamlSequenceNode ?? [])
        {
            if (node is YamlScalarNode { Value: { } code })
            {
                verwijzingen.Add(new(code, Als: null));
                continue;
            }

            var entry = new YamlRow(node, $"{row.Where}, routes", problems);
            verwijzingen.Add(new(entry.Text("code"), VoorwaardeReader.Read(entry.Row("als"))));
            entry.Done();
        }

        return verwijzingen;
    }
}
