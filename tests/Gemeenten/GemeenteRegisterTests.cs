using KlachtHulp.Dialogs.Gemeenten;
using KlachtHulp.Tests.Recht;

namespace KlachtHulp.Tests.Gemeenten;

public sealed class GemeenteRegisterTests
{
    [Fact]
    public void All_342_gemeenten_are_there_and_each_is_found_by_its_own_name()
    {
        var gemeenten = Seeds.Gemeenten.Gemeenten;

        Assert.Equal(342, gemeenten.Count);
        Assert.All(gemeenten, static gemeente => Assert.Equal(gemeente.Code, Only(gemeente.Naam).Gemeente.Code));
        Assert.All(gemeenten, static gemeente => Assert.Equal(gemeente.Code, Only($"gemeente {gemeente.Toonnaam}").Gemeente.Code));
    }

    [Theory]
    [InlineData("den bosch", "0796")]
    [InlineData("'s-hertogenbosch", "0796")]
    [InlineData("’s Hertogenbosch", "0796")]
    [InlineData("Den Haag", "0518")]
    [InlineData("s gravenhage", "0518")]
    [InlineData("DENHAAG", "0518")]
    [InlineData("gemeente Zwolle", "0193")]
    [InlineData("de gemeente van Zwolle", "0193")]
    [InlineData("sudwest fryslan", "1900")]
    [InlineData("Súdwest-Fryslân.", "1900")]
    [InlineData("capelle a/d ijssel", "0502")]
    [InlineData("ĲSSELSTEIN", "0353")]
    [InlineData("Hengelo", "0164")]
    [InlineData("alphen aan de rijn", "0484")]
    [InlineData("nymegen", "0268")]
    [InlineData("ik woon in rotterdam zuid", "0599")]
    [InlineData("Ik wil klagen over mijn wmo consulent bij de gemeente Utrecht, zij belde nooit terug", "0344")]
    [InlineData("bergen op zoom", "0748")]
    [InlineData("ik woon in Utrecht maar het gaat om de gemeente Amersfoort", "0307")]
    public void A_name_is_found_however_it_is_written(string text, string code)
    {
        var found = Only(text);

        Assert.Equal((code, Herkenning.Naam), (found.Gemeente.Code.Value, found.Hoe));
    }

    [Theory]
    [InlineData("roterdam", "0599")]
    [InlineData("ik woon in roterdam zuid", "0599")]
    [InlineData("amstredam", "0363")]
    [InlineData("nijmegem", "0268")]
    [InlineData("leeuwaarden", "0080")]
    [InlineData("den hag", "0518")]
    public void A_typing_error_still_finds_it_and_says_so(string text, string code)
    {
        var found = Only(text);

        Assert.Equal((code, Herkenning.Tikfout), (found.Gemeente.Code.Value, found.Hoe));
    }

    [Theory]
    [InlineData("bergen", "0893", "0373")]
    [InlineData("rosendaal", "0277", "1674")]
    [InlineData("alphen", "0484", "1723")]
    [InlineData("Utrecht of Amersfoort", "0344", "0307")]
    public void Between_two_real_gemeenten_is_never_guessed(string text, params string[] codes)
    {
        var found = Assert.IsType<Gemeentevondst.Meer>(Seeds.Gemeenten.Find(text, Seeds.Vandaag));

        Assert.Equal(codes.Order(StringComparer.Ordinal), found.Kandidaten.Select(static gemeente => gemeente.Code.Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Delfzijl", "1979")]
    [InlineData("ik woon in loppersum", "1979")]
    [InlineData("Spijkenisse", "1930")]
    [InlineData("Hellevoetsluis", "1992")]
    [InlineData("weesp", "0363")]
    public void The_name_of_a_merged_gemeente_leads_to_its_successor(string text, string code)
    {
        var found = Only(text);

        Assert.Equal((code, Herkenning.OudeNaam), (found.Gemeente.Code.Value, found.Hoe));
        Assert.Contains(found.OudeNaam, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_country_or_a_province_is_never_taken_for_a_typing_error()
    {
        var names = Seeds.Gemeenten.Lijst.GeenGemeente;

        Assert.NotEmpty(names);
        Assert.All(names, static name => Assert.IsType<Gemeentevondst.Geen>(Seeds.Gemeenten.Find(name, Seeds.Vandaag)));
        Assert.All(names, static name => Assert.IsType<Gemeentevondst.Geen>(Seeds.Gemeenten.Find($"ik woon in {name}", Seeds.Vandaag)));
    }

    [Theory]
    [InlineData("neederland")]
    [InlineData("Gelderlant")]
    [InlineData("nederlnd")]
    [InlineData("provincie Utrecht")]
    [InlineData("ik woon in de provincie Groningen")]
    public void Neither_is_one_with_a_typing_error_of_its_own_or_after_the_word_provincie(string text)
        => Assert.IsType<Gemeentevondst.Geen>(Seeds.Gemeenten.Find(text, Seeds.Vandaag));

    [Theory]
    [InlineData("Utrecht", "0344")]
    [InlineData("Groningen", "0014")]
    [InlineData("gemeente Groningen in de provincie Groningen", "0014")]
    [InlineData("Rotterdam, Nederland", "0599")]
    [InlineData("roterdam in zuid holland", "0599")]
    [InlineData("holland kroon", "1911")]
    [InlineData("amelant", "0060")]
    [InlineData("twenterant", "1700")]
    [InlineData("west betuwe", "1960")]
    [InlineData("Bergen Limburg", "0893")]
    [InlineData("Reiderland", "1895")]
    public void A_gemeente_beside_a_country_or_much_like_one_stays_that_gemeente(string text, string code)
        => Assert.Equal(code, Only(text).Gemeente.Code.Value);

    [Fact]
    public void A_gemeente_that_was_split_gives_all_its_successors()
    {
        var found = Assert.IsType<Gemeentevondst.Meer>(Seeds.Gemeenten.Find("gemeente Haaren", Seeds.Vandaag));

        Assert.Equal(4, found.Kandidaten.Count);
    }

    [Theory]
    [InlineData("2026-12-31", "1696", Herkenning.Naam)]
    [InlineData("2027-01-01", "0402", Herkenning.OudeNaam)]
    public void Wijdemeren_becomes_hilversum_at_new_year(string day, string code, Herkenning how)
    {
        var found = Assert.IsType<Gemeentevondst.Een>(Seeds.Gemeenten.Find("wijdemeren", Seeds.Dag(day)));

        Assert.Equal((code, how), (found.Gemeente.Code.Value, found.Hoe));
    }

    [Theory]
    [InlineData("het is best lastig om te klagen")]
    [InlineData("mijn buren hoorden alles")]
    [InlineData("dat kan leiden tot problemen")]
    [InlineData("ik vind het echt erg")]
    [InlineData("ze hebben een houten vloer beloofd")]
    [InlineData("mevrouw van Dongen belde mij nooit terug")]
    [InlineData("dhr. de Vries")]
    [InlineData("ze laten mijn uitkering krimpen")]
    [InlineData("er stonden lange rijen aan de balie")]
    [InlineData("weet ik niet")]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("ik heb geen goede hulp gehad van mijn brede wijkteam")]
    public void Ordinary_words_are_no_gemeente(string text) => Assert.IsType<Gemeentevondst.Geen>(Seeds.Gemeenten.Find(text, Seeds.Vandaag));

    [Theory]
    [InlineData("Best", "0753")]
    [InlineData("ik woon in best", "0753")]
    [InlineData("gemeente buren", "0214")]
    [InlineData("Rijen", "0784")]
    [InlineData("de heer Bos van de gemeente Dongen", "0766")]
    [InlineData("ik kom uit Leiden en ben boos", "0546")]
    public void A_name_that_is_an_ordinary_word_counts_when_a_place_is_meant(string text, string code) => Assert.Equal(code, Only(text).Gemeente.Code.Value);

    [Fact]
    public void Every_name_with_one_wrong_letter_gives_the_gemeente_or_a_choice_with_it()
    {
        foreach (var gemeente in Seeds.Gemeenten.Gemeenten.Where(static gemeente => gemeente.Toonnaam.Count(char.IsLetter) >= 6))
        {
            var wrong = gemeente.Toonnaam.Replace(gemeente.Toonnaam[3], 'q');

            if (wrong.Where((letter, i) => letter != gemeente.Toonnaam[i]).Count() == 1 && char.IsLetter(gemeente.Toonnaam[3]))
            {
                Assert.Contains(gemeente, Candidates(Seeds.Gemeenten.Find(wrong, Seeds.Vandaag)));
            }
        }
    }

    [Theory]
    [InlineData('a')]
    [InlineData('\u0301')]
    [InlineData('\'')]
    [InlineData('\uD800')]
    public void A_hostile_text_is_answered_quickly(char letter)
    {
        var text = string.Concat(Enumerable.Repeat($"in {new string(letter, 20)} ", 50_000));
        var clock = System.Diagnostics.Stopwatch.StartNew();

        Assert.IsType<Gemeentevondst.Geen>(Seeds.Gemeenten.Find(text, Seeds.Vandaag));
        Assert.True(clock.ElapsedMilliseconds < 3000, $"{clock.ElapsedMilliseconds} ms");
    }

    private static Gemeentevondst.Een Only(string text) => Assert.IsType<Gemeentevondst.Een>(Seeds.Gemeenten.Find(text, Seeds.Vandaag));

    private static IReadOnlyList<Gemeente> Candidates(Gemeentevondst found) => found switch
    {
        Gemeentevondst.Een een => [een.Gemeente],
        Gemeentevondst.Meer meer => meer.Kandidaten,
        _ => [],
    };
}
