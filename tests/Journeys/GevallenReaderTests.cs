using KlachtHulp.Bot.Content;

namespace KlachtHulp.Tests.Journeys;

public sealed class GevallenReaderTests : IDisposable
{
    private const string Sound = """
        titel: "Een geval"
        bron: "een rapport"
        peildatum: 2026-01-02
        gesprek:
          verhaal: "er is iets gebeurd"
          klacht[1].soort: ["iets", "privacy"]
        verwacht:
          uitkomst: klacht
          klachten: [privacy]
          formulier: { aan.gemeente: "Rotterdam", aan.ombudsman: "" }
          laatste_dagen: { ombudsman: 2027-01-02 }
        """;

    private readonly DirectoryInfo _seeds = Directory.CreateTempSubdirectory("klachthulp-gevallen");

    public void Dispose() => _seeds.Delete(recursive: true);

    [Fact]
    public void A_case_is_what_its_file_says()
    {
        Write("S001", Sound);

        var geval = GevallenReader.Read(_seeds.FullName, "S001");

        Assert.Equal(("S001", "Een geval", new DateOnly(2026, 1, 2)), (geval.Id, geval.Titel, geval.Peildatum));
        Assert.Equal(["iets", "privacy"], geval.Gesprek["klacht[1].soort"]);
        Assert.Equal("", geval.Verwacht.Formulier["aan.ombudsman"]);
        Assert.Equal(new DateOnly(2027, 1, 2), geval.Verwacht.LaatsteDagen["ombudsman"]);
    }

    [Fact]
    public void A_case_that_is_not_there_is_answered_with_those_that_are()
    {
        Write("S001", Sound);

        var refused = Assert.Throws<InvalidDataException>(() => GevallenReader.Read(_seeds.FullName, "../S001"));

        Assert.Contains("There are: S001.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("uitkomst: klacht", "uitkomts: klacht", "'uitkomts' is not a known key")]
    [InlineData("2026-01-02", "2 januari", "'peildatum' is not a day")]
    [InlineData("\"er is iets gebeurd\"", "", "nothing is said at 'verhaal'")]
    [InlineData("bron: \"een rapport\"", "", "'bron' is missing")]
    public void A_slip_in_a_case_is_named(string good, string slip, string problem)
    {
        Write("S001", Sound.Replace(good, slip, StringComparison.Ordinal));

        var refused = Assert.Throws<InvalidDataException>(() => GevallenReader.Read(_seeds.FullName, "S001"));

        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    private void Write(string id, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_seeds.FullName, "gevallen"));
        File.WriteAllText(Path.Combine(folder.FullName, id + ".yaml"), text);
    }
}
