using System.Text.RegularExpressions;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Content;

/// <summary>The words in other languages than Dutch: complete, calm, short and in their own script.</summary>
public sealed partial class TalenTests
{
    private const int LongestSentence = 22;

    /// <summary>Dutch words that stay in Dutch in every language, because a letter or a website says them so.</summary>
    private static readonly string[] LegalNouns = ["klacht", "bezwaar", "besluit", "gemeente"];

    private static Catalogue Catalogue => RealTree.Klachthulp.Catalogue;

    private static IReadOnlyList<(string Key, string Dutch)> Keys => Vertaling.Sleutels(Catalogue, RealTree.Klachthulp.Knowledge);

    public static TheoryData<string> Others => [.. Catalogue.Languages.Keys.Where(static language => language != Catalogue.Dutch)];

    [Fact]
    public void Every_language_has_everything_that_Dutch_has() => Assert.Empty(TaalCheck.Problems(Catalogue, Keys));

    [Fact]
    public void A_message_that_a_language_lacks_is_found()
        => Assert.Contains("seeds/teksten/en: there is no message fout.leeg.", Without("en", "fout.leeg"));

    [Fact]
    public void A_place_to_fill_in_that_a_language_lacks_is_found()
        => Assert.Contains("seeds/teksten/en: wijzig.gedaan does not fill in the same as in Dutch.", TaalCheck.Problems(With("en", "wijzig.gedaan", "Changed."), Keys));

    [Fact]
    public void A_message_that_Dutch_does_not_have_is_found()
        => Assert.Contains("seeds/teksten/en: fout.nieuw is no message of the Dutch words.", TaalCheck.Problems(With("en", "fout.nieuw", "New."), Keys));

    [Fact]
    public void An_option_that_a_language_lacks_is_found()
    {
        var english = Catalogue.In("en");
        var questions = english.Questions.ToDictionary();
        questions["rol"] = questions["rol"] with { Opties = questions["rol"].Opties.Where(static pair => pair.Key != "kind").ToDictionary() };

        Assert.Contains("seeds/teksten/en: rol: the option kind is not the same as in Dutch.", TaalCheck.Problems(Replaced(english with { Questions = questions }), Keys));
    }

    [Fact]
    public void A_question_without_help_is_found()
    {
        var english = Catalogue.In("en");
        var questions = english.Questions.ToDictionary();
        questions["rol"] = questions["rol"] with { Hulp = "" };

        Assert.Contains("seeds/teksten/en: rol has no hulp.", TaalCheck.Problems(Replaced(english with { Questions = questions }), Keys));
    }

    [Fact]
    public void What_a_language_lacks_is_said_in_Dutch()
    {
        var english = Catalogue.In("en");
        var poor = english with { Messages = english.Messages.Where(static pair => pair.Key != "fout.leeg").ToDictionary() };

        Assert.Equal(RealTree.Dutch.Message("fout.leeg"), poor.Message("fout.leeg"));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Nothing_is_shouted(string language) => Assert.DoesNotContain(Texts(language), static pair => pair.Text.IndexOfAny(['!', '！', '¡']) >= 0);

    [Theory]
    [MemberData(nameof(Others))]
    public void Sentences_are_short(string language)
        => Assert.Empty(Texts(language).SelectMany(static pair => End.Split(pair.Text).Where(static sentence => sentence.Split(' ').Count(static word => word.Any(char.IsLetter)) > LongestSentence)
            .Select(sentence => $"{pair.Key}: {sentence}")));

    [Theory]
    [MemberData(nameof(Others))]
    public void The_words_of_the_law_stand_in_Dutch_beside_the_translation(string language)
    {
        var all = string.Join('\n', Texts(language).Select(static pair => pair.Text));

        Assert.All(LegalNouns, noun => Assert.Contains($"({noun}", all, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Telephone_numbers_for_danger_are_the_same_as_in_Dutch(string language)
        => Assert.All(RealTree.Dutch.Messages.Where(static pair => pair.Key.StartsWith("crisis.", StringComparison.Ordinal)), pair
            => Assert.Equal(Numbers(pair.Value), Numbers(Catalogue.In(language).Messages[pair.Key])));

    /// <summary>Terms of weeks and years, amounts and numbers: a translation may not change them.</summary>
    [Theory]
    [MemberData(nameof(Others))]
    public void Numbers_of_the_law_are_the_same_as_in_Dutch(string language)
        => Assert.Empty(Keys.Where(static pair => !pair.Key.StartsWith("fout.", StringComparison.Ordinal))
            .Select(pair => (pair.Key, Own: Catalogue.In(language).Messages[pair.Key], pair.Dutch))
            .Concat(RealTree.Dutch.Questions.Select(pair => (pair.Key, Own: Catalogue.In(language).Question(pair.Key).Waarom + Catalogue.In(language).Question(pair.Key).Vraag, Dutch: pair.Value.Waarom + pair.Value.Vraag)))
            .Where(static item => !Numbers(item.Own).SequenceEqual(Numbers(item.Dutch), StringComparer.Ordinal)).Select(static item => $"{item.Key}: {item.Own}"));

    [Theory]
    [InlineData("ar", '\u0600', '\u06ff')]
    [InlineData("uk", '\u0400', '\u04ff')]
    public void A_language_with_its_own_script_is_written_in_it(string language, char first, char last)
        => Assert.All(
            Texts(language).Where(static pair => pair.Text.Any(char.IsLetter) && !pair.Key.StartsWith("datum.", StringComparison.Ordinal) && pair.Key is not ("bedrag.vorm" or "taal.richting")),
            pair => Assert.Contains(pair.Text, letter => letter >= first && letter <= last));

    [Theory]
    [InlineData("nl", "donderdag 18 oktober 2018", "oktober 2018", "€ 1.250,50")]
    [InlineData("en", "Thursday 18 October 2018", "October 2018", "€ 1,250.50")]
    [InlineData("tr", "18 Ekim 2018 Perşembe", "Ekim 2018", "1.250,50 €")]
    [InlineData("ar", "الخميس 18 أكتوبر 2018", "أكتوبر 2018", "1,250.50 €")]
    [InlineData("pl", "czwartek, 18 października 2018", "październik 2018", "1\u00a0250,50 €")]
    [InlineData("uk", "четвер, 18 жовтня 2018 р.", "жовтень 2018 р.", "1\u00a0250,50 €")]
    public void Days_and_amounts_are_written_as_the_language_does(string language, string day, string month, string amount)
    {
        var words = Catalogue.In(language);
        var date = new DateOnly(2018, 10, 18);

        Assert.Equal((day, month, amount), (Taalwoorden.Dag(date, words), Taalwoorden.Maand(date, words), Taalwoorden.Bedrag(1250.50m, words)));
    }

    [Fact]
    public void Dutch_days_are_the_same_on_the_screen_and_on_the_form()
        => Assert.All(Enumerable.Range(0, 400), static number =>
        {
            var day = new DateOnly(2026, 1, 1).AddDays(number);
            Assert.Equal(DagInWoorden.Van(day), Taalwoorden.Dag(day, RealTree.Dutch));
        });

    [Fact]
    public void In_Arabic_a_telephone_number_keeps_its_direction()
        => Assert.Contains("\u20660800-2000\u2069", Catalogue.In("ar").Message("crisis.geweld"), StringComparison.Ordinal);

    [Fact]
    public void In_Arabic_what_is_filled_in_keeps_its_own_direction()
        => Assert.Contains("\u2068Utrecht\u2069", Catalogue.In("ar").Message("uitkomst.klacht.uitleg", new Dictionary<string, string> { ["gemeente"] = "Utrecht" }), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Others))]
    public void The_open_ways_are_told_in_the_language(string language)
    {
        var table = RealTree.Klachthulp.Knowledge.In(language).Routewijzer.Tabel;

        Assert.All(table.Soorten, soort => Assert.Equal(Catalogue.In(language).Messages[$"route.{soort.Code}.naam"], soort.Naam));
        Assert.All(table.Regels, regel => Assert.Equal(Catalogue.In(language).Messages[$"regel.{regel.Nr}.zin"], regel.Zin));
    }

    private static IEnumerable<(string Key, string Text)> Texts(string language)
    {
        var words = Catalogue.In(language);
        return words.Messages.Select(static pair => (pair.Key, pair.Value)).Concat(words.Questions.SelectMany(static pair => new[]
        {
            ($"{pair.Key}.vraag", pair.Value.Vraag), ($"{pair.Key}.vraag_volgend", pair.Value.VraagVolgend), ($"{pair.Key}.hulp", pair.Value.Hulp),
            ($"{pair.Key}.waarom", pair.Value.Waarom), ($"{pair.Key}.kort", pair.Value.Kort),
        }.Concat(pair.Value.Opties.Select(option => ($"{pair.Key}.{option.Key}", option.Value.Titel)))).Where(static pair => pair.Item2.Length > 0));
    }

    private static IEnumerable<string> Numbers(string text) => Digits.Matches(text).Select(static match => match.Value).Order(StringComparer.Ordinal);

    private static IReadOnlyList<string> Without(string language, string key)
        => TaalCheck.Problems(Replaced(Catalogue.In(language) with { Messages = Catalogue.In(language).Messages.Where(pair => pair.Key != key).ToDictionary() }), Keys);

    private static Catalogue With(string language, string key, string text)
    {
        var messages = Catalogue.In(language).Messages.ToDictionary();
        messages[key] = text;
        return Replaced(Catalogue.In(language) with { Messages = messages });
    }

    private static Catalogue Replaced(Words words)
    {
        var languages = Catalogue.Languages.ToDictionary();
        languages[words.Language] = words;
        return new Catalogue(languages);
    }

    [GeneratedRegex(@"(?<=[.?؟])\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex End { get; }

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Digits { get; }
}
