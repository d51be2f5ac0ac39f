using System.Globalization;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Content;

/// <summary>Reads seeds/recht into the types of dialogs/Recht.</summary>
public static class RechtReader
{
    /// <param name="seeds">The seeds folder.</param>
    /// <param name="problems">Everything that is wrong, in words; when it is not empty the result must not be used.</param>
    public static Termijnen ReadTermijnen(string seeds, ICollection<string> problems)
    {
        var rows = YamlRow.ListFile(Path.Combine(seeds, "recht", "termijnen.yaml"), problems).Select(Termijnregel);
        return new Termijnen([.. rows], ReadKalender(seeds, problems));
    }

    public static Routewijzer ReadRoutes(string seeds, Termijnen termijnen, ICollection<string> problems)
        => new(RoutesReader.Read(seeds, problems), termijnen);

    public static Kalender ReadKalender(string seeds, ICollection<string> problems)
    {
        var file = YamlRow.File(Path.Combine(seeds, "recht", "feestdagen.yaml"), problems);
        var (van, tot) = (file.Day("besluiten_van"), file.Day("besluiten_tot"));
        Feestdag[] feestdagen =
        [
            .. file.Rows("vast").Select(Vast),
            .. file.Rows("rond_pasen").Select(RondPasen),
            .. file.Rows("aangewezen").Select(Aangewezen),
        ];
        file.Done();
        return new Kalender(feestdagen, new Tijdvak(van, tot < van ? van : tot));
    }

    /// <summary>Source and validity, which every legal row carries.</summary>
    internal static Herkomst Herkomst(YamlRow row) => new(row.Text("bron"), row.Day("gecontroleerd_op"), row.Day("geldig_van"))
    {
        GeldigTot = row.OptionalDay("geldig_tot"),
        Zekerheid = row.Choice<Zekerheid>("zekerheid", Zekerheid.Hoog),
    };

    private static DatedRow<Termijnregel> Termijnregel(YamlRow row)
    {
        var herkomst = Herkomst(row);
        var regel = new Termijnregel(row.Text("code"), row.Text("naam"), row.Number("aantal"), row.Choice<Eenheid>("eenheid"),
            row.Choice<Aanvang>("aanvang"), row.Choice<Partij>("partij"))
        {
            Verlenging = row.Choice<Verlenging>("verlenging"),
            Grondslag = row.Text("grondslag"),
            Zekerheid = herkomst.Zekerheid,
            Fataal = row.JaNee("fataal") ?? false,
        };
        row.Optional("opmerking");
        row.Done();
        return new DatedRow<Termijnregel>(herkomst, regel);
    }

    private static Feestdag.Vast Vast(YamlRow row)
    {
        var text = row.Text("dag");
        if (!DateOnly.TryParseExact(text, "dd-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag))
        {
            row.Problem("'dag' is not a day like 27-04.");
        }

        var feestdag = new Feestdag.Vast(row.Text("naam"), Herkomst(row), dag.Month, dag.Day, row.JaNee("niet_op_zondag") ?? false) { ZekerInEu = InEu(row) };
        row.Done();
        return feestdag;
    }

    private static Feestdag.RondPasen RondPasen(YamlRow row)
    {
        var feestdag = new Feestdag.RondPasen(row.Text("naam"), Herkomst(row), row.Number("dagen")) { ZekerInEu = InEu(row) };
        row.Done();
        return feestdag;
    }

    private static Feestdag.Aangewezen Aangewezen(YamlRow row)
    {
        var feestdag = new Feestdag.Aangewezen(row.Text("naam"), Herkomst(row), row.Day("datum")) { ZekerInEu = InEu(row) };
        row.Done();
        return feestdag;
    }

    private static bool InEu(YamlRow row) => row.JaNee("zeker_in_eu") ?? true;
}
