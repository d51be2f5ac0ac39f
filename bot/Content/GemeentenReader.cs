using System.Globalization;
using KlachtHulp.Dialogs.Gemeenten;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Content;

/// <summary>Reads seeds/gemeenten and seeds/ombudsmannen.yaml into the types of dialogs/Gemeenten.</summary>
public static class GemeentenReader
{
    /// <param name="seeds">The seeds folder.</param>
    /// <param name="problems">Everything that is wrong, in words; when it is not empty the result must not be used.</param>
    public static GemeenteRegister ReadRegister(string seeds, ICollection<string> problems)
    {
        var folder = Path.Combine(seeds, "gemeenten");
        var lijst = YamlRow.File(Path.Combine(folder, "lijst.yaml"), problems);
        var gemeenten = CsvSeed.Read(Path.Combine(folder, "gemeenten.csv"), problems).Select(row => Gemeente(row, problems)).ToArray();
        var herindelingen = CsvSeed.Read(Path.Combine(folder, "herindelingen.csv"), problems).Select(row => Herindeling(row, problems)).ToArray();
        foreach (var twice in gemeenten.GroupBy(static gemeente => gemeente.Code).Where(static group => group.Count() > 1))
        {
            problems.Add($"gemeenten.csv: {twice.Key} is there {twice.Count()} times.");
        }

        return new GemeenteRegister(gemeenten.DistinctBy(static gemeente => gemeente.Code), herindelingen,
            new Gemeentelijst(lijst.Text("bron"), lijst.Day("gecontroleerd_op"), lijst.Day("geldt_tot"))
            {
                GeenGemeente = lijst.List("geen_gemeente"),
            });
    }

    public static OmbudsmanRegister ReadOmbudsmannen(string seeds, ICollection<string> problems)
    {
        var file = YamlRow.File(Path.Combine(seeds, "ombudsmannen.yaml"), problems);
        var ombudsmannen = file.Rows("ombudsmannen").Select(Ombudsman).ToArray();
        var rijen = file.Rows("gemeenten").Select(static row => Ombudsmanrij(row, Code(row, "code"))).ToArray();
        var kinder = file.Rows("kinderombudsmannen").Select(Kinderombudsman).ToArray();
        var standaard = Ombudsmanrij(file.Row("standaard"), default);
        var register = new OmbudsmanRegister(ombudsmannen, rijen, kinder, standaard, file.Text("voorbehoud"));
        file.Done();
        return register;
    }

    public static SamenwerkingRegister ReadSamenwerkingen(string seeds, ICollection<string> problems)
        => new([.. YamlRow.ListFile(Path.Combine(seeds, "gemeenten", "samenwerkingen.yaml"), problems).Select(Samenwerking)]);

    /// <summary>The settings of the gemeenten that have their own folder.</summary>
    public static IReadOnlyList<Gemeenteinstelling> ReadInstellingen(string seeds, ICollection<string> problems)
    {
        var folder = Path.Combine(seeds, "gemeenten");
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return
        [
            .. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
                .Select(static directory => Path.Combine(directory, "gemeente.yaml"))
                .Where(File.Exists)
                .Select(path => Instelling(path, problems)),
        ];
    }

    private static Gemeente Gemeente(IReadOnlyDictionary<string, string> row, ICollection<string> problems)
    {
        if (!Gemeentecode.TryParse(row["code"], out var code))
        {
            problems.Add($"gemeenten.csv: '{row["code"]}' is not a code of four digits.");
        }

        return new Gemeente(code, row["naam"], row["toonnaam"])
        {
            Aliassen = row["aliassen"].Split('|', StringSplitOptions.RemoveEmptyEntries),
            GeldigVan = Day(row["geldig_van"], row["naam"], problems),
            GeldigTot = Day(row["geldig_tot"], row["naam"], problems),
            GewoneWoorden = row["gewone_woorden"].Split('|', StringSplitOptions.RemoveEmptyEntries),
        };
    }

    private static Herindeling Herindeling(IReadOnlyDictionary<string, string> row, ICollection<string> problems)
    {
        var codes = new List<Gemeentecode>();
        foreach (var text in row["nieuwe_codes"].Split('|'))
        {
            if (Gemeentecode.TryParse(text, out var code))
            {
                codes.Add(code);
            }
            else
            {
                problems.Add($"herindelingen.csv: {row["oude_naam"]} went to '{text}', which is not a code of four digits.");
            }
        }

        if (!SnakeCase.TryParse<Zekerheid>(row["zekerheid"], out var zekerheid))
        {
            problems.Add($"herindelingen.csv: {row["oude_naam"]} has no known zekerheid.");
        }

        return new Herindeling(row["oude_naam"], codes, Day(row["per"], row["oude_naam"], problems) ?? DateOnly.MinValue, row["bron"], zekerheid)
        {
            GewoonWoord = row["gewoon_woord"] == "ja",
        };
    }

    private static Ombudsman Ombudsman(YamlRow row)
    {
        var naam = row.Text("naam");
        var voluit = row.Optional("voluit");
        var ombudsman = new Ombudsman(row.Text("id"), naam, row.Choice<Ombudsmansoort>("soort"), RechtReader.Herkomst(row))
        {
            Voluit = voluit.Length > 0 ? voluit : ZonderLidwoord(naam),
            Website = row.Optional("website"),
            Telefoon = row.Optional("telefoon"),
            Post = row.Optional("post"),
            Email = row.Optional("email"),
            ContactZekerheid = row.Choice<Zekerheid>("contact_zekerheid", Zekerheid.Middel),
            Opvolger = row.Optional("opvolger"),
        };
        row.Done();
        return ombudsman;
    }

    private static string ZonderLidwoord(string naam) => naam.StartsWith("de ", StringComparison.Ordinal) && naam.Length > 3
        ? $"{char.ToUpperInvariant(naam[3])}{naam[4..]}" : naam;

    private static Ombudsmanrij Ombudsmanrij(YamlRow row, Gemeentecode code)
    {
        var rij = new Ombudsmanrij(code, row.Text("ombudsman"), RechtReader.Herkomst(row), row.Optional("bron_datum"));
        row.Optional("gemeente");
        row.Optional("opmerking");
        row.Done();
        return rij;
    }

    private static Kinderombudsman Kinderombudsman(YamlRow row)
    {
        var kinder = new Kinderombudsman(row.Text("naam"), Codes(row, "codes"), RechtReader.Herkomst(row));
        row.Done();
        return kinder;
    }

    private static Samenwerking Samenwerking(YamlRow row)
    {
        var samenwerking = new Samenwerking(row.Text("id"), row.Text("naam"), row.Choice<Samenwerkingsvorm>("vorm"), Codes(row, "leden"),
            RechtReader.Herkomst(row))
        {
            Aliassen = row.List("aliassen"),
            Ombudsman = row.Optional("ombudsman"),
            Opmerking = row.Optional("opmerking"),
        };
        row.Done();
        return samenwerking;
    }

    private static Gemeenteinstelling Instelling(string path, ICollection<string> problems)
    {
        var row = YamlRow.File(path, problems);
        var code = Code(row, "code");
        if (Path.GetFileName(Path.GetDirectoryName(path)) != code.Value)
        {
            row.Problem($"code {code} stands in a folder with another name.");
        }

        var instelling = new Gemeenteinstelling(code, RechtReader.Herkomst(row))
        {
            Klachtadviescommissie = row.JaNee("klachtadviescommissie"),
            ServicetermijnWeken = row.Has("servicetermijn_weken") ? row.Number("servicetermijn_weken") : null,
            Kanalen = [.. row.Rows("kanalen").Select(static kanaal => new Kanaal(kanaal.Choice<Kanaalsoort>("soort"), kanaal.Text("adres")))],
            Ombudsman = row.Optional("ombudsman"),
            Telefoon = row.Optional("telefoon"),
            Adres = row.List("adres"),
        };
        row.Done();
        return instelling;
    }

    private static Gemeentecode Code(YamlRow row, string key)
    {
        if (!Gemeentecode.TryParse(row.Text(key), out var code))
        {
            row.Problem($"'{key}' is not a code of four digits.");
        }

        return code;
    }

    private static List<Gemeentecode> Codes(YamlRow row, string key)
    {
        var codes = new List<Gemeentecode>();
        foreach (var text in row.List(key))
        {
            if (Gemeentecode.TryParse(text, out var code))
            {
                codes.Add(code);
            }
            else
            {
                row.Problem($"'{text}' is not a code of four digits.");
            }
        }

        return codes;
    }

    private static DateOnly? Day(string text, string where, ICollection<string> problems)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            problems.Add($"{where}: '{text}' is not a day like 2026-12-31.");
        }

        return day;
    }
}
