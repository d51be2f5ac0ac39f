using KlachtHulp.Bot.Content;
using KlachtHulp.Dialogs.Gemeenten;
using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Tests.Recht;

namespace KlachtHulp.Tests.Gemeenten;

public sealed class OmbudsmanTests
{
    [Theory]
    [InlineData("0599", "orr", Zekerheid.Hoog)]
    [InlineData("1926", "nationale-ombudsman", Zekerheid.Hoog)]
    [InlineData("0193", "nationale-ombudsman", Zekerheid.Middel)]
    [InlineData("1979", "nationale-ombudsman", Zekerheid.Laag)]
    [InlineData("0772", "oce", Zekerheid.Hoog)]
    [InlineData("0358", "nationale-ombudsman", Zekerheid.Middel)]
    public void A_gemeente_has_its_ombudsman_with_its_certainty(string code, string id, Zekerheid zekerheid)
    {
        var advies = Seeds.Ombudsmannen.Voor(Code(code), Seeds.Vandaag);

        Assert.Equal((id, zekerheid), (advies.Ombudsman.Id, advies.Zekerheid));
        Assert.NotEmpty(advies.Bron);
    }

    [Fact]
    public void Doubt_is_always_said_and_certainty_never_doubted()
        => Assert.All(Seeds.Gemeenten.Gemeenten, static gemeente =>
        {
            var advies = Seeds.Ombudsmannen.Voor(gemeente.Code, Seeds.Vandaag);
            Assert.Equal(advies.Zekerheid == Zekerheid.Hoog, advies.Voorbehoud.Length == 0);
            Assert.DoesNotContain('{', advies.Voorbehoud);
        });

    [Fact]
    public void Somebody_who_does_not_know_the_gemeente_gets_the_national_one_with_doubt()
    {
        var advies = Seeds.Ombudsmannen.Voor(gemeente: null, Seeds.Vandaag);

        Assert.Equal("nationale-ombudsman", advies.Ombudsman.Id);
        Assert.Contains("0800 33 55 555", advies.Voorbehoud, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0718", "2022-12-31", "zeeuwse-ombudsman")]
    [InlineData("0718", "2023-01-01", "nationale-ombudsman")]
    [InlineData("0193", "2023-12-31", "overijsselse-ombudsman")]
    [InlineData("0193", "2024-01-01", "nationale-ombudsman")]
    public void An_abolished_ombudsman_ends_on_its_last_day(string code, string day, string id)
        => Assert.Equal(id, Seeds.Ombudsmannen.Voor(Code(code), Seeds.Dag(day)).Ombudsman.Id);

    [Fact]
    public void A_letter_that_still_names_an_abolished_ombudsman_leads_to_its_successor()
    {
        var advies = Seeds.Ombudsmannen.Zelfgenoemd("zeeuwse-ombudsman", new Herkomst("brief", Seeds.Vandaag, Seeds.Vandaag), Seeds.Vandaag);

        Assert.Equal("nationale-ombudsman", advies.Ombudsman.Id);
    }

    [Fact]
    public void Children_have_an_ombudsman_of_their_own()
    {
        Assert.Equal("de Kinderombudsman Rotterdam-Rijnmond", Seeds.Ombudsmannen.VoorKinderen(Code("0599"), Seeds.Vandaag).Naam);
        Assert.Equal("de Kinderombudsman", Seeds.Ombudsmannen.VoorKinderen(gemeente: null, Seeds.Vandaag).Naam);
    }

    [Theory]
    [InlineData("ik was bij het Werkplein Fivelingo in een groep")]
    [InlineData("WERKPLEIN")]
    public void The_werkplein_of_the_fourth_case_is_found_with_its_doubt(string text)
    {
        var werkplein = Assert.Single(Seeds.Read(GemeentenReader.ReadSamenwerkingen).Find(text, Seeds.Vandaag));

        Assert.Equal(("werkplein-fivelingo", Zekerheid.Onzeker), (werkplein.Id, werkplein.Herkomst.Zekerheid));
        Assert.Equal([Code("1979")], werkplein.Leden);
    }

    [Fact]
    public void A_gemeente_knows_who_works_for_it()
    {
        var register = Seeds.Read(GemeentenReader.ReadSamenwerkingen);

        Assert.Equal(["wij-groningen", "noordelijk-belastingkantoor"], register.Voor(Code("0014"), Seeds.Vandaag)
            .Select(static samenwerking => samenwerking.Id));
        Assert.Empty(register.Voor(Code("0014"), new DateOnly(2014, 12, 31)));
        Assert.Empty(register.Find("het plein achter het werk", Seeds.Vandaag));
    }

    [Fact]
    public void The_name_of_an_ombudsman_fits_in_a_sentence()
        => Assert.All(Seeds.Ombudsmannen.Ombudsmannen, static ombudsman =>
        {
            Assert.StartsWith("de ", ombudsman.Naam, StringComparison.Ordinal);
            Assert.InRange(ombudsman.Naam.Split(' ').Length, 2, 4);
            Assert.True(char.IsUpper(ombudsman.Voluit[0]), ombudsman.Voluit);
        });

    private static Gemeentecode Code(string text)
    {
        Assert.True(Gemeentecode.TryParse(text, out var code));
        return code;
    }
}
