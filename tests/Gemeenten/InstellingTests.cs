using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Gemeenten;
using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Tests.Gevallen;
using KlachtHulp.Tests.Recht;

namespace KlachtHulp.Tests.Gemeenten;

/// <summary>What a gemeente sets about itself in its own small file goes before the tables, everywhere.</summary>
public sealed class InstellingTests(Spelen spelen) : IClassFixture<Spelen>
{
    private static readonly DateOnly Dag = Seeds.Dag("2026-11-21");

    private Klachthulp Met(Gemeenteinstelling instelling)
    {
        var knowledge = spelen.Klachthulp.Knowledge with { Instellingen = new Dictionary<Gemeentecode, Gemeenteinstelling> { [instelling.Code] = instelling } };
        var klachthulp = Klachthulp.Create(spelen.Klachthulp.Catalogue, knowledge, out var problems);
        Assert.Empty(problems);
        return klachthulp;
    }

    private static Gemeenteinstelling Zwolle()
    {
        Assert.True(Gemeentecode.TryParse("0193", out var code));
        return new Gemeenteinstelling(code, new Herkomst("de gemeente zelf", Dag, new DateOnly(2026, 1, 1)) { Zekerheid = Zekerheid.Hoog });
    }

    private Gevalspel Speel(Gemeenteinstelling instelling, string id, params (string Path, string Answer)[] more)
    {
        var geval = spelen.Speel(id).Geval;
        var zegt = geval.Zegt.ToDictionary();
        foreach (var (path, answer) in more)
        {
            zegt[path] = answer;
        }

        return Gevalspel.Speel(geval with { Zegt = zegt }, Met(instelling), spelen.Documents);
    }

    [Theory]
    [InlineData(true, "wachten")]
    [InlineData(false, "verzoekschrift")]
    public void Whether_a_committee_advises_is_taken_from_the_gemeente_when_the_resident_does_not_know(bool commissie, string einde)
    {
        var instelling = Zwolle() with { Klachtadviescommissie = commissie };

        var spel = Speel(instelling, "G11", ("eerder.commissie", "weet ik niet"), ("eerder.langer", "nee"));

        Assert.Equal(einde, spel.Position(Met(instelling)).Outcome?.Id);
        Assert.DoesNotContain("eerder.langer", spel.Gevraagd);
    }

    [Fact]
    public void The_resident_knows_better_than_the_settings()
        => Assert.Equal("verzoekschrift", Speel(Zwolle() with { Klachtadviescommissie = true }, "G11").Position(Met(Zwolle() with { Klachtadviescommissie = true })).Outcome?.Id);

    [Fact]
    public void The_ombudsman_that_the_gemeente_names_is_the_one_on_the_form_without_doubt()
    {
        var spel = Speel(Zwolle() with { Ombudsman = "oma" }, "G11");

        Assert.Contains("de Ombudsman Metropool Amsterdam", spel.Screens, StringComparison.Ordinal);
        Assert.DoesNotContain("Waarschijnlijk is dit", spel.Screens, StringComparison.Ordinal);
    }

    [Fact]
    public void The_doubt_about_an_ombudsman_of_the_table_is_said_on_the_screen_and_on_the_form()
    {
        var (_, spel) = spelen.Speel("G11");
        var form = Dialogs.Formulier.FormulierBouwer.Bouw(spel.Bron(spelen.Klachthulp));

        Assert.Contains("Waarschijnlijk is dit", spel.Screens, StringComparison.Ordinal);
        Assert.StartsWith("Waarschijnlijk is dit", form?.Aan.Ombudsman?.Voorbehoud, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ways_to_hand_in_are_said_unless_the_service_sends()
    {
        var instelling = Zwolle() with { Kanalen = [new Kanaal(Kanaalsoort.Email, "klacht@voorbeeld.nl")] };

        Assert.Contains("Inleveren kan per mail: klacht@voorbeeld.nl.", Speel(instelling, "E41").Screens, StringComparison.Ordinal);
        Assert.DoesNotContain("Inleveren kan", Speel(instelling, "E41", ("versturen", "versturen")).Screens, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_sends_it_without_the_service_reads_the_address_unless_the_gemeente_named_another_for_post()
    {
        var instelling = Zwolle() with { Adres = ["Postbus 999", "8000 ZZ Zwolle"] };
        var post = instelling with { Kanalen = [new Kanaal(Kanaalsoort.Post, "Postbus 1, 8000 AA Zwolle")] };

        Assert.Contains("Postbus 999, 8000 ZZ Zwolle", Speel(instelling, "E41").Screens, StringComparison.Ordinal);
        Assert.Contains("Postbus 1, 8000 AA Zwolle", Speel(post, "E41").Screens, StringComparison.Ordinal);
        Assert.DoesNotContain("Postbus 999, 8000 ZZ Zwolle", Speel(post, "E41").Screens, StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_of_the_gemeente_stands_in_the_letter_and_in_every_other_letter()
    {
        var spel = Speel(Zwolle() with { Adres = ["Postbus 999", "8000 ZZ Zwolle"] }, "G01");
        var letter = System.Text.Encoding.UTF8.GetString(spel.Documents.First(static file => file.Naam.EndsWith(".txt", StringComparison.Ordinal)).Inhoud());

        Assert.Contains("van de gemeente Zwolle\nPostbus 999\n8000 ZZ Zwolle", letter, StringComparison.Ordinal);
    }

    [Fact]
    public void The_telephone_of_the_gemeente_is_said_to_who_wants_a_human()
    {
        var met = Met(Zwolle() with { Telefoon = "14 038" });

        Assert.Contains("Bel de gemeente: 14 038.", Mens(met), StringComparison.Ordinal);
        Assert.DoesNotContain("14 038", Mens(spelen.Klachthulp), StringComparison.Ordinal);
        Assert.Contains("Bel de gemeente of ga naar de balie.", Mens(spelen.Klachthulp), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_do_not_hold_yet_are_not_used()
    {
        var later = Zwolle() with { Ombudsman = "oma", Herkomst = new Herkomst("de gemeente zelf", Dag, new DateOnly(2027, 1, 1)) };

        Assert.Equal("nationale-ombudsman", Met(later).Knowledge.OmbudsmanVan("0193", Dag).Ombudsman.Id);
        Assert.Equal("oma", Met(later).Knowledge.OmbudsmanVan("0193", new DateOnly(2027, 1, 1)).Ombudsman.Id);
    }

    [Theory]
    [InlineData("1979", "Werkplein Fivelingo in Appingedam", "werkplein-fivelingo")]
    [InlineData("1979", "het werkplein", "werkplein-fivelingo")]
    [InlineData("0193", "het werkplein", null)]
    [InlineData("1979", "iets anders", null)]
    [InlineData(null, "het werkplein", null)]
    public void An_organisation_is_known_only_where_it_works(string? code, string words, string? id)
        => Assert.Equal(id, spelen.Klachthulp.Knowledge.SamenwerkingVan(code, words, Dag)?.Id);

    private static string Mens(Klachthulp klachthulp)
    {
        var dialog = new KlachtGesprek(klachthulp, GesprekSetup.Documents(klachthulp));
        var context = new Bot.Turns.DialogContext(new DateTimeOffset(Dag, new TimeOnly(9, 0), TimeSpan.Zero), Dag, "0193", "proef");
        ReadOnlyMemory<byte> body = default;
        foreach (var text in new[] { "", "De hulp komt steeds te laat bij mij thuis.", "Zwolle" })
        {
            body = dialog.Step(body, text.Length == 0 ? new Incoming.Joined() : new Incoming.Said(text), context).Body;
        }

        var prompts = dialog.Step(body, new Incoming.Said("mens"), context).Prompts;
        return string.Join('\n', prompts.OfType<Dialogs.Prompts.Prompt.Say>().Select(static say => say.Text));
    }
}
