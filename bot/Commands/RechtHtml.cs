using System.Globalization;
using System.Net;
using System.Text;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Commands;

/// <summary>Routes, terms, letters and kinds with their sources and dates, for behind the questions on the page of a jurist.</summary>
internal static class RechtHtml
{
    public static string Write(Knowledge knowledge)
    {
        var page = new StringBuilder();
        var routes = knowledge.Routewijzer.Tabel;
        Table(page, "Routes", ["Nr", "Als", "Routes", "Termijn", "Zin voor de inwoner", "Op het formulier", "Grondslag", .. Bron], routes.Regels.Select(static regel => Routes(regel)));
        Table(page, "Soorten routes", ["Code", "Naam", "Zin"], routes.Soorten.Select(static soort => new[] { soort.Code, soort.Naam, soort.Zin }));
        Table(page, "Termijnen", ["Code", "Naam", "Lengte", "Vanaf", "Wie", "Verlenging", "Grondslag", .. Bron], knowledge.Termijnen.Tabellen.Values
            .OrderBy(static tabel => tabel.Name, StringComparer.Ordinal).SelectMany(static tabel => tabel.Rows).Select(static row => Termijn(row)));
        Table(page, "Feestdagen", ["Naam", .. Bron], knowledge.Termijnen.Kalender.Feestdagen.Select(static dag => Rij([Naam(dag)], dag.Herkomst)));
        Table(page, "Brieven", ["Brief", "Als", "Route", "Verplicht", "Grondslag", .. Bron], knowledge.Brieven
            .Select(static brief => Rij([brief.Naam, VoorwaardeTekst.Van(brief.Als), brief.Route, string.Join(", ", brief.Vereist), brief.Grondslag], brief.Herkomst)));
        Table(page, "Soorten beloften", ["Id", "Naam", "Uitleg", "Vereisten", "Routes", .. Bron], knowledge.Soorten.Toezeggingen
            .Select(static soort => Rij([soort.Id, soort.Naam, soort.Uitleg, string.Join(", ", soort.Vereisten), string.Join(", ", soort.Routes)], soort.Herkomst)));
        Table(page, "Soorten privacyklachten", ["Id", "Naam", "Uitleg", "Vereisten", "Routes", .. Bron], knowledge.Soorten.Privacyschendingen
            .Select(static soort => Rij([soort.Id, soort.Naam, soort.Uitleg, string.Join(", ", soort.Vereisten), string.Join(", ", soort.Routes)], soort.Herkomst)));
        Table(page, "Vereisten van behoorlijkheid", ["Id", "Naam", "Kernwaarde", "Uitleg", .. Bron], knowledge.Soorten.Vereisten
            .Select(static vereiste => Rij([vereiste.Id, vereiste.Naam, vereiste.Kernwaarde, vereiste.Uitleg], vereiste.Herkomst)));
        return page.ToString();
    }

    private static string[] Bron => ["Bron", "Geldt", "Zekerheid", "Gecontroleerd"];

    private static string[] Routes(Routeregel regel) => Rij(
        [
            regel.Nr.ToString(CultureInfo.InvariantCulture) + " " + regel.Naam,
            VoorwaardeTekst.Van(regel.Als),
            string.Join(", ", regel.Routes.Select(static route => route.Als is null ? route.Code : $"{route.Code} (als {VoorwaardeTekst.Van(route.Als)})")),
            regel.Termijn,
            regel.ZinZonderDatum.Length > 0 ? $"{regel.Zin} Zonder datum: {regel.ZinZonderDatum}" : regel.Zin,
            regel.Formulier,
            regel.Grondslag,
        ],
        regel.Herkomst);

    private static string[] Termijn(DatedRow<Termijnregel> row) => Rij(
        [row.Value.Code, row.Value.Naam, $"{row.Value.Aantal} {row.Value.Eenheid}".ToLowerInvariant(), $"{row.Value.Aanvang}", $"{row.Value.Partij}", $"{row.Value.Verlenging}", row.Value.Grondslag],
        row.Herkomst);

    private static string Naam(Feestdag dag) => dag is Feestdag.Aangewezen aangewezen ? $"{dag.Naam}: {DagInWoorden.Van(aangewezen.Datum)}" : dag.Naam;

    private static string[] Rij(IReadOnlyList<string> cellen, Herkomst herkomst) =>
    [
        .. cellen, herkomst.Bron, $"{Dag(herkomst.GeldigVan)} tot {(herkomst.GeldigTot is { } tot ? Dag(tot) : "nu")}", herkomst.Zekerheid.ToString().ToLowerInvariant(),
        Dag(herkomst.GecontroleerdOp),
    ];

    private static string Dag(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Table(StringBuilder page, string title, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Safe(title)}</h2>\n<table><thead><tr>");
        page.AppendJoin("", head.Select(static cell => $"<th scope=\"col\">{Safe(cell)}</th>")).Append("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            page.Append("<tr>").AppendJoin("", row.Select(static cell => $"<td>{Safe(cell)}</td>")).Append("</tr>\n");
        }

        page.Append("</tbody></table>\n");
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
