using KlachtHulp.Bot.Content;
using KlachtHulp.Bot.Delivery.Brief;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Formulier.Brieven;
using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Tests.Recht;

namespace KlachtHulp.Tests.Gevallen;

public sealed class BrievenTests(Spelen spelen) : IClassFixture<Spelen>
{
    private IReadOnlyList<Briefsoort> Brieven => spelen.Klachthulp.Knowledge.Brieven;

    public static TheoryData<string> Letters => [.. Seeds.Read(BrievenReader.Read).Select(static brief => brief.Id)];

    [Fact]
    public void There_are_the_letters_the_routes_need()
        => Assert.Equal(
            ["aansprakelijkstelling", "avg-bezwaar", "avg-herinnering", "avg-inzage", "avg-verbetering", "avg-wissing", "besluit", "bezwaar", "herinnering", "ingebrekestelling-bezwaar", "ingebrekestelling", "intrekking", "machtiging"],
            Brieven.Select(static brief => brief.Id));

    [Theory]
    [MemberData(nameof(Letters))]
    public void A_letter_is_offered_to_somebody_and_holds_what_it_must(string id)
    {
        var offered = spelen.Alle().Where(spel => spel.Stand(spelen.Klachthulp).Brieven.Any(brief => brief.Id == id)).ToList();

        Assert.NotEmpty(offered);
        Assert.All(offered, spel => Holds(id, spel));
    }

    [Theory]
    [InlineData("herinnering", "G11", "De tijd voor een antwoord was voorbij op vrijdag 13 november 2026")]
    [InlineData("herinnering", "G11", "Wilt u mij een antwoord of een datum geven vóór zaterdag 5 december 2026?")]
    [InlineData("herinnering", "G11-uitstel", "Wanneer kan ik het antwoord verwachten?")]
    [InlineData("avg-inzage", "G23", "artikel 15 AVG")]
    [InlineData("avg-verbetering", "G23", "artikel 16 AVG")]
    [InlineData("avg-wissing", "G23", "artikel 17 AVG")]
    [InlineData("avg-bezwaar", "E24", "artikel 21 AVG")]
    [InlineData("avg-herinnering", "E21", "donderdag 1 oktober 2026")]
    [InlineData("avg-herinnering", "E21", "maandag 2 november 2026")]
    [InlineData("avg-herinnering", "E21", "Ik kreeg ook geen bericht dat het langer duurt")]
    [InlineData("avg-herinnering", "E69", "U schreef mij dat u meer tijd nodig had")]
    [InlineData("avg-herinnering", "E69", "donderdag 1 oktober 2026")]
    [InlineData("bezwaar", "G01", "Ik maak bezwaar tegen uw besluit van maandag 2 november 2026")]
    [InlineData("bezwaar", "E02", "Ik weet dat dit bezwaar later komt dan zes weken")]
    [InlineData("bezwaar", "E43", "Ik maak bezwaar tegen uw besluit van maandag 16 november 2026")]
    [InlineData("bezwaar", "E44", "Ik weet dat dit bezwaar later komt dan zes weken")]
    [InlineData("ingebrekestelling", "E07", "zaterdag 12 september 2026")]
    [InlineData("ingebrekestelling", "E07", "binnen twee weken een besluit")]
    [InlineData("ingebrekestelling-bezwaar", "E54", "maandag 22 juni 2026")]
    [InlineData("ingebrekestelling-bezwaar", "E54", "De datum van het besluit is: maandag 1 juni 2026.")]
    [InlineData("ingebrekestelling-bezwaar", "E54", "stel ik u in gebreke (artikel 4:17 en 7:14 Awb)")]
    [InlineData("ingebrekestelling-bezwaar", "E57", "De datum van het besluit is: ....")]
    [InlineData("ingebrekestelling-bezwaar", "E54", "Gemeente Zwolle")]
    [InlineData("avg-inzage", "S001", "Gemeente Rotterdam")]
    [InlineData("aansprakelijkstelling", "G17", "€ 480")]
    [InlineData("aansprakelijkstelling", "G17", "stel ik de gemeente aansprakelijk")]
    [InlineData("besluit", "S000", "Een korte opleiding, betaald door de gemeente.")]
    [InlineData("machtiging", "G07", "mevrouw J.B., mijn moeder")]
    [InlineData("machtiging", "G07", "Noor de Proef")]
    [InlineData("intrekking", "G11-uitstel", "Ik trek deze klacht in")]
    public void A_letter_says_what_the_law_asks_with_the_facts_of_the_case(string id, string geval, string words)
        => Assert.Contains(words, Text(id, spelen.Speel(geval).Spel), StringComparison.Ordinal);

    [Theory]
    [InlineData("bezwaar", "E42", "vervoer", "klacht gaat niet over")]
    [InlineData("herinnering", "G11", "niemand terugbelt", "dwangsom")]
    [InlineData("bezwaar", "G01", "lachte", "later komt dan zes weken")]
    [InlineData("avg-herinnering", "E69", "dwangsom", "geen bericht dat het langer duurt")]
    public void A_letter_keeps_to_its_own_purpose(string id, string geval, string story, string other)
    {
        var text = Text(id, spelen.Speel(geval).Spel);

        Assert.DoesNotContain(story, text, StringComparison.Ordinal);
        Assert.DoesNotContain(other, text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_said_is_a_dotted_line()
    {
        var text = Text("bezwaar", spelen.Speel("E42").Spel);

        Assert.StartsWith(BriefBouwer.Stippellijn, text, StringComparison.Ordinal);
        Assert.EndsWith($"Handtekening: {BriefBouwer.Stippellijn} {BriefBouwer.Stippellijn}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_letter_about_a_besluit_that_is_late_speaks_of_money_for_being_late()
        => Assert.Equal(["ingebrekestelling-bezwaar", "ingebrekestelling"], Brieven.Where(static brief => brief.Alineas.Any(static alinea => alinea.Tekst.Contains("dwangsom", StringComparison.Ordinal))).Select(static brief => brief.Id));

    [Fact]
    public void The_letters_are_sound() => Assert.Empty(BrievenCheck.Problems(Brieven, Seeds.Routewijzer.Tabel, Seeds.Vandaag));

    public static TheoryData<string, string> Defects => new()
    {
        { "route", "there is no route R99" },
        { "aan", "'buurman' is no addressee" },
        { "link", "a link has 1 to 60 characters" },
        { "vereist", "{schade} is required" },
        { "plaats", "{hobby} is no place" },
        { "lang", "at most 20 words" },
        { "bron", "has no bron" },
        { "twee", "is there 2 times" },
    };

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_defect_in_a_letter_is_found(string defect, string words)
    {
        var goed = Brieven[0];
        Briefsoort[] brieven = defect switch
        {
            "route" => [goed with { Route = "R99" }],
            "aan" => [goed with { Aan = "buurman" }],
            "link" => [goed with { Link = new string('x', 61) }],
            "vereist" => [goed with { Vereist = ["schade"], Alineas = [] }],
            "plaats" => [goed with { Alineas = [.. goed.Alineas, new Briefalinea("Ik hou van {hobby}.")] }],
            "lang" => [goed with { Alineas = [.. goed.Alineas, new Briefalinea(string.Join(' ', Enumerable.Repeat("woord", 21)))] }],
            "bron" => [goed with { Herkomst = goed.Herkomst with { Bron = "" } }],
            _ => [goed, goed],
        };

        Assert.Contains(BrievenCheck.Problems(brieven, Seeds.Routewijzer.Tabel, Seeds.Vandaag), problem => !problem.IsWarning && problem.Text.Contains(words, StringComparison.Ordinal));
    }

    private void Holds(string id, Gevalspel spel)
    {
        var stand = spel.Stand(spelen.Klachthulp);
        var brief = stand.Brieven.Single(brief => brief.Id == id);
        var places = Briefplaatsen.Van(spel.Bron(spelen.Klachthulp), stand, spelen.Klachthulp.Regels, brief.ReactieWeken);
        var text = Text(id, spel);

        Assert.All(brief.Vereist, place => Assert.Contains(Flat(places.GetValueOrDefault(place) ?? BriefBouwer.Stippellijn), text, StringComparison.Ordinal));
        Assert.Contains(DagInWoorden.Van(spel.Dag), text, StringComparison.Ordinal);
        Assert.Contains("Handtekening", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
    }

    private string Text(string id, Gevalspel spel)
    {
        var stand = spel.Stand(spelen.Klachthulp);
        var brief = stand.Brieven.Single(brief => brief.Id == id);
        return Flat(BriefTekst.Write(new BriefBouwer(spelen.Klachthulp.Regels).Maak(brief, spel.Bron(spelen.Klachthulp), stand)).Replace("\n> ", "\n", StringComparison.Ordinal));
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
