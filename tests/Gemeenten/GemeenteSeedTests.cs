using KlachtHulp.Bot.Content;
using KlachtHulp.Dialogs.Gemeenten;
using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Tests.Recht;

namespace KlachtHulp.Tests.Gemeenten;

public sealed class GemeenteSeedTests : IDisposable
{
    private const string Verzonnen = """
        code: "9990"
        klachtadviescommissie: ja
        servicetermijn_weken: 4
        kanalen:
          - { soort: webformulier, adres: "https://rivierdam.example/klacht" }
          - { soort: post, adres: "Postbus 1, 1000 AA Rivierdam" }
        ombudsman: nationale-ombudsman
        telefoon: "14 000"
        adres: ["College van burgemeester en wethouders", "Postbus 1", "1000 AA Rivierdam"]
        bron: verzonnen voorbeeld
        geldig_van: 2026-01-01
        gecontroleerd_op: 2026-11-21
        """;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"klachthulp-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public void The_seeds_of_this_repository_are_sound()
    {
        var samenwerkingen = Seeds.Read(GemeentenReader.ReadSamenwerkingen);
        var instellingen = Seeds.Read(GemeentenReader.ReadInstellingen);

        Assert.Empty(GemeenteCheck.Problems(Seeds.Gemeenten, Seeds.Ombudsmannen, samenwerkingen, instellingen, Seeds.Vandaag));
    }

    [Fact]
    public void A_gemeente_sets_its_own_kanalen_commissie_and_ombudsman()
    {
        var problems = new List<string>();

        var instelling = Assert.Single(GemeentenReader.ReadInstellingen(Write("9990", Verzonnen), problems));

        Assert.Empty(problems);
        Assert.True(instelling.Klachtadviescommissie);
        Assert.Equal(4, instelling.ServicetermijnWeken);
        Assert.Equal(new Kanaal(Kanaalsoort.Webformulier, "https://rivierdam.example/klacht"), instelling.Kanalen[0]);
        Assert.Equal(("nationale-ombudsman", "14 000", 3), (instelling.Ombudsman, instelling.Telefoon, instelling.Adres.Count));
    }

    [Theory]
    [InlineData("klachtadviescommissie: ja", "klachtadviescommissie: soms", "neither ja nor nee")]
    [InlineData("telefoon:", "telefon:", "'telefon' is not a known key")]
    [InlineData("soort: post", "soort: duif", "'duif'")]
    [InlineData("geldig_van: 2026-01-01", "geldig_van: 1 januari", "'geldig_van' is not a day")]
    [InlineData("bron: verzonnen voorbeeld", "bron: ", "'bron' is missing")]
    [InlineData("servicetermijn_weken: 4", "servicetermijn_weken: vier", "not a whole number")]
    [InlineData("code: \"9990\"", "code: \"9991\"", "folder with another name")]
    [InlineData("telefoon: \"14 000\"", "telefoon: \"14 000", "gemeente.yaml")]
    public void A_mistake_in_a_seed_is_said_in_words(string right, string wrong, string problem)
    {
        var problems = new List<string>();

        GemeentenReader.ReadInstellingen(Write("9990", Verzonnen.Replace(right, wrong, StringComparison.Ordinal)), problems);

        Assert.Contains(problems, found => found.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_gemeente_that_is_not_in_the_list_is_found()
    {
        var instellingen = GemeentenReader.ReadInstellingen(Write("9990", Verzonnen), []);

        var problems = GemeenteCheck.Problems(Seeds.Gemeenten, Seeds.Ombudsmannen, new([]), instellingen, Seeds.Vandaag);

        Assert.Equal("gemeente 9990 is not in the list.", Assert.Single(problems).Text);
    }

    [Fact]
    public void Seeds_that_are_not_there_are_problems_and_no_exception()
    {
        Directory.CreateDirectory(_folder);
        var problems = new List<string>();

        GemeentenReader.ReadRegister(_folder, problems);
        GemeentenReader.ReadOmbudsmannen(_folder, problems);
        RechtReader.ReadRoutes(_folder, RechtReader.ReadTermijnen(_folder, problems), problems);
        SoortenReader.Read(_folder, problems);

        Assert.Contains("gemeenten.csv: the file is missing.", problems);
        Assert.Contains("routes.yaml: the file is missing.", problems);
        Assert.Contains("toezeggingen.yaml: the file is missing.", problems);
    }

    [Fact]
    public void A_gemeente_without_ombudsman_and_an_end_without_successor_are_found()
    {
        var herkomst = new Herkomst("bron", Seeds.Vandaag, new DateOnly(2020, 1, 1));
        var weg = new Ombudsman("weg", "weg", Ombudsmansoort.Gemeentelijk, herkomst with { GeldigTot = new(2025, 1, 1) });
        var register = new OmbudsmanRegister([weg], [], [], new Ombudsmanrij(default, "weg", herkomst, ""), "twijfel");

        var problems = GemeenteCheck.Problems(Seeds.Gemeenten, register, new([]), [], Seeds.Vandaag).Select(static problem => problem.Text).ToArray();

        Assert.Contains("ombudsmannen: Aalten has no ombudsman, since 'weg' leads to none.", problems);
        Assert.Contains("ombudsmannen weg: an end and a successor belong together.", problems);
        Assert.Contains("ombudsmannen: there is no kinderombudsman for the whole country.", problems);
    }

    [Fact]
    public void The_list_asks_to_be_renewed_after_new_year()
    {
        var problems = GemeenteCheck.Problems(Seeds.Gemeenten, Seeds.Ombudsmannen, new([]), [], new DateOnly(2027, 1, 1));

        Assert.Contains(problems, static problem => problem.IsWarning && problem.Text.Contains("take over the new one", StringComparison.Ordinal));
    }

    private string Write(string code, string yaml)
    {
        var folder = Path.Combine(_folder, "gemeenten", code);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "gemeente.yaml"), yaml);
        return _folder;
    }
}
