using System.Text.RegularExpressions;

namespace KlachtHulp.Tests.Gevallen;

public sealed partial class JongereTests(Spelen spelen) : IClassFixture<Spelen>
{
    private static readonly string[] Ids = ["E05", "E52", "E66", "E68"];

    private IEnumerable<Gevalspel> Jongeren => Ids.Select(id => spelen.Speel(id).Spel);

    [Theory]
    [InlineData("E05")]
    [InlineData("E52")]
    [InlineData("E66")]
    [InlineData("E68")]
    public void Somebody_under_18_is_spoken_to_with_je_from_then_on(string id)
    {
        var screens = spelen.Speel(id).Spel.Screens;

        Assert.Empty(U.Matches(screens[screens.IndexOf("Jij mag zelf klagen", StringComparison.Ordinal)..]).Select(static match => match.Value));
    }

    [Fact]
    public void Everybody_else_is_spoken_to_with_u()
        => Assert.DoesNotContain(spelen.Alle().Where(static spel => spel.Einde is { Titel: var titel } && titel.Contains("Je ", StringComparison.Ordinal)), spel => !Jongeren.Contains(spel));

    /// <summary>Every word for the young has an ordinary one beside it with the same places.</summary>
    [Fact]
    public void The_words_for_the_young_take_the_place_of_words_that_exist()
    {
        var own = spelen.Klachthulp.Catalogue.In("nl");
        var young = own.For(young: true);

        Assert.NotSame(own, young);
        Assert.Equal(own.Messages.Keys.Order(StringComparer.Ordinal), young.Messages.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(own.Questions.Keys.Order(StringComparer.Ordinal), young.Questions.Keys.Order(StringComparer.Ordinal));
        Assert.Same(own, own.For(young: false));
    }

    /// <summary>Left out is what is said before the age is known, what only others are asked, and what a letter says to the gemeente.</summary>
    [Fact]
    public void No_word_that_somebody_young_can_meet_says_u()
    {
        var young = spelen.Klachthulp.Catalogue.In("nl").For(young: true);
        string[] before = ["verhaal", "gemeente", "uitvoerder", "organisatie", "instantie", "rol", "machtiging"];
        string[] elsewhere = ["balie.", "begin.", "brief.", "brieven.", "melding.boos", "melding.verhaal_dank", "melding.machtiging", "uitkomst.andere_instantie."];

        Assert.Equal([], young.Messages.Where(pair => U.IsMatch(pair.Value) && !elsewhere.Any(start => pair.Key.StartsWith(start, StringComparison.Ordinal))).Select(static pair => pair.Key));
        Assert.Equal([], young.Questions.Where(pair => !before.Contains(pair.Key) && U.IsMatch($"{pair.Value.Vraag} {pair.Value.Hulp} {pair.Value.Waarom}")).Select(static pair => pair.Key));
    }

    /// <summary>What stands beside the law: the names of routes and kinds, the links to letters, the sheet to think with and the words of the route table.</summary>
    [Fact]
    public void No_name_or_sentence_beside_the_law_that_somebody_young_can_meet_says_u()
    {
        var knowledge = spelen.Klachthulp.Knowledge;
        string[] met =
        [
            .. knowledge.Routewijzer.Tabel.Soorten.SelectMany(static soort => new[] { soort.Naam, soort.ZinJe }),
            .. knowledge.Routewijzer.Tabel.Woorden.Values,
            .. knowledge.Routewijzer.Tabel.Regels.Where(static regel => regel.Routes.Count == 0).Select(static regel => regel.Zin),
            .. knowledge.Soortnamen.Select(static soort => soort.Naam),
            .. knowledge.Soorten.Vereisten.SelectMany(static vereiste => new[] { vereiste.Naam, vereiste.Uitleg }),
            .. knowledge.Brieven.Select(static brief => brief.Link),
            knowledge.Ombudsmannen.Voorbehoud,
        ];

        Assert.Equal([], met.Where(static text => U.IsMatch(text)));
        Assert.All(knowledge.Routewijzer.Tabel.Soorten, static soort => Assert.NotEqual("", soort.ZinJe));
    }

    [Fact]
    public void A_sentence_for_the_young_has_at_most_twenty_words_and_no_exclamation_mark()
    {
        var own = spelen.Klachthulp.Catalogue.In("nl");
        var young = own.For(young: true);
        var texts = young.Messages.Where(pair => own.Messages[pair.Key] != pair.Value).Select(static pair => pair.Value)
            .Concat(young.Questions.Values.SelectMany(static words => new[] { words.Vraag, words.Hulp, words.Waarom })).ToList();

        Assert.NotEmpty(texts);
        Assert.All(texts.SelectMany(static text => text.Split(['.', '?'])), static sentence => Assert.True(sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 20, sentence));
        Assert.All(texts, static text => Assert.DoesNotContain("!", text, StringComparison.Ordinal));
        Assert.All(texts, static text => Assert.DoesNotMatch(@"\b[Ww]at jij (hebt|heeft)\b", text));
    }

    [GeneratedRegex(@"(\w+ )?\b([Uu]|[Uu]w)\b( \w+)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex U { get; }
}
