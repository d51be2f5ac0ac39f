using KlachtHulp.Bot.Commands;
using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Recht;

public sealed class CheckTests
{
    [Fact]
    public void Sound_seeds_give_zero_and_a_line_that_counts_them()
    {
        var (code, text) = Check(Seeds.Folder, Seeds.Vandaag);

        Assert.Equal(0, code);
        Assert.Contains("342 gemeenten", text, StringComparison.Ordinal);
        Assert.Contains("42 routeregels", text, StringComparison.Ordinal);
        Assert.Contains("13 brieven: 0 fouten", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_nobody_checked_for_a_year_are_warned_about_and_stop_nothing()
    {
        var (code, text) = Check(Seeds.Folder, new DateOnly(2027, 12, 1));

        Assert.Equal(0, code);
        Assert.Contains("LET OP: routes row 1 was last checked on 2026-11-21, more than a year ago.", text, StringComparison.Ordinal);
        Assert.Contains("LET OP: brieven bezwaar was last checked on 2026-11-22, more than a year ago.", text, StringComparison.Ordinal);
        Assert.Contains("LET OP: gemeenten: the list holds until 2026-12-31", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("recht/routes.yaml", "routes: [R00]", "routes: [R77]", "there is no route R77")]
    [InlineData("recht/routes.yaml", "grondslag: \"Awb artikel 9:5\"", "grondslag: \"\"", "routes.yaml")]
    [InlineData("recht/termijnen.yaml", "code: AB\n", "code: ZZ\n", "termijnen: AB is missing")]
    [InlineData("brieven/bezwaar.yaml", "route: R03", "route: R33", "brieven bezwaar: there is no route R33")]
    [InlineData("gemeenten/samenwerkingen.yaml", "ombudsman: ogr", "ombudsman: niemand", "there is no ombudsman 'niemand'")]
    [InlineData("teksten/nl/meldingen.yaml", "\"knop.ja\": \"Ja\"", "\"knop.jaa\": \"Ja\"", "has no message knop.ja")]
    public void A_fault_is_named_and_gives_one(string file, string good, string bad, string words)
    {
        using var folder = new TemporaryFolder();
        Copy(Seeds.Folder, folder.Path);
        var path = Path.Combine(folder.Path, file);
        var text = File.ReadAllText(path);
        Assert.Contains(good, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(good, bad, StringComparison.Ordinal));

        var (code, output) = Check(folder.Path, Seeds.Vandaag);

        Assert.Equal(1, code);
        Assert.Contains("FOUT: ", output, StringComparison.Ordinal);
        Assert.Contains(words, output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_for_a_jurist_holds_every_question_route_term_and_letter_with_source_and_dates()
    {
        var klachthulp = GesprekSetup.Load(Seeds.Folder);
        using var page = new StringWriter();
        Assert.Equal(0, TreeCommand.Run(klachthulp, ["html"], page));
        var html = System.Net.WebUtility.HtmlDecode(page.ToString());

        Assert.All(klachthulp.Tree.Questions.Keys, id => Assert.Contains($"<code>{id}</code>", html, StringComparison.Ordinal));
        Assert.All(klachthulp.Knowledge.Routewijzer.Tabel.Regels, regel => Assert.Contains($"<td>{regel.Nr} {regel.Naam}</td>", html, StringComparison.Ordinal));
        Assert.All(klachthulp.Knowledge.Routewijzer.Tabel.Regels, regel => Assert.Contains(regel.Herkomst.Bron, html, StringComparison.Ordinal));
        Assert.All(klachthulp.Knowledge.Termijnen.Tabellen.Keys, code => Assert.Contains($"<tr><td>{code}</td>", html, StringComparison.Ordinal));
        Assert.All(klachthulp.Knowledge.Brieven, brief => Assert.Contains($"<td>{brief.Naam}</td>", html, StringComparison.Ordinal));
        Assert.Contains("geklaagd is niet_gevraagd of nee of weet_niet, en antwoord is niet_gevraagd of nee, en termijn KJ is voorbij", html, StringComparison.Ordinal);
        Assert.Contains("<td>1999-07-01 tot nu</td><td>hoog</td><td>2026-11-21</td>", html, StringComparison.Ordinal);
        Assert.Contains("@media print", html, StringComparison.Ordinal);
    }

    private static (int Code, string Text) Check(string seeds, DateOnly today)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var code = CheckCommand.Run(seeds, today, output);
        return (code, output.ToString());
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!); // not null: below a folder
            File.Copy(file, target);
        }
    }
}
