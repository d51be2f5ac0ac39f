using System.Text.RegularExpressions;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Tests.Browser;
using KlachtHulp.Tests.Support;
using Xunit.Abstractions;
using YamlDotNet.Serialization;

namespace KlachtHulp.Tests.Content;

/// <summary>The words for residents, measured: short sentences, known words, "u", and no shouting.</summary>
public sealed partial class PlainDutchTests(ITestOutputHelper output)
{
    private const int LongestSentence = 20;
    private const double MostWordsOnAverage = 12;
    private const int LongestButton = 60;
    private const int MostOptions = 6;

    private static IEnumerable<(string Key, string Text)> Asked => RealTree.Dutch.Questions.SelectMany(static pair => new[]
    {
        ($"{pair.Key}.vraag", pair.Value.Vraag),
        ($"{pair.Key}.vraag_volgend", pair.Value.VraagVolgend),
        ($"{pair.Key}.hulp", pair.Value.Hulp),
        ($"{pair.Key}.waarom", pair.Value.Waarom),
        ($"{pair.Key}.kort", pair.Value.Kort),
    }).Where(static pair => pair.Item2.Length > 0);

    private static IEnumerable<(string Key, string Text)> Messages => RealTree.Dutch.Messages.Select(static pair => (pair.Key, pair.Value));

    /// <summary>What the resident reads in the conversation; the form and the letter are written to the gemeente.</summary>
    private static IEnumerable<(string Key, string Text)> Spoken => Asked.Concat(Messages.Where(static pair => !pair.Key.StartsWith("brief.", StringComparison.Ordinal)));

    private static IEnumerable<(string Key, string Text)> Buttons
        => RealTree.Dutch.Questions.SelectMany(static pair => pair.Value.Opties.Select(option => ($"{pair.Key}.{option.Key}", option.Value.Titel)))
            .Concat(Messages.Where(static pair => pair.Key.StartsWith("knop.", StringComparison.Ordinal)));

    [Fact]
    public void C06_A_question_has_six_options_at_most_but_where_boxes_are_ticked()
        => Assert.Equal(
            ["privacy.gegevens: 8", "wens: 10"],
            RealTree.Tree.Questions.Values.Where(static question => question.Options.Count > MostOptions).Select(static question => $"{question.Id}: {question.Options.Count}").Order(StringComparer.Ordinal));

    [Fact]
    public void C06_Where_there_are_more_options_they_are_ticked_and_not_chosen()
        => Assert.All(RealTree.Tree.Questions.Values.Where(static question => question.Options.Count > MostOptions), static question => Assert.Equal(Soort.Meerkeuze, question.Soort));

    [Fact]
    public void No_sentence_has_more_than_twenty_words()
        => Assert.Empty(Asked.Concat(Messages).SelectMany(static pair => Sentences(pair.Text).Where(static sentence => Count(sentence) > LongestSentence).Select(sentence => $"{pair.Key}: {sentence}")));

    [Fact]
    public void A_sentence_has_twelve_words_at_most_on_average()
    {
        var lengths = Spoken.SelectMany(static pair => Sentences(pair.Text)).Select(Count).ToList();
        output.WriteLine($"{lengths.Count} sentences, {lengths.Average():0.0} words on average, longest {lengths.Max()}");

        Assert.True(lengths.Average() <= MostWordsOnAverage);
    }

    [Fact]
    public void Nothing_is_shouted() => Assert.DoesNotContain(Asked.Concat(Messages).Concat(Buttons), static pair => pair.Text.Contains('!', StringComparison.Ordinal));

    [Fact]
    public void A_question_is_one_question()
        => Assert.DoesNotContain(
            RealTree.Dutch.Questions.SelectMany(static pair => new[] { pair.Value.Vraag, pair.Value.VraagVolgend }),
            static text => text.Length > 0 && (text.Count(static c => c == '?') != 1 || text[^1] != '?'));

    [Fact]
    public void Residents_are_addressed_with_u_and_only_the_young_with_je()
        => Assert.Empty(Spoken.Concat(Buttons).Where(static pair => !pair.Key.EndsWith("jongere", StringComparison.Ordinal) && Informal.IsMatch(pair.Text)).Select(static pair => $"{pair.Key}: {pair.Text}"));

    [Fact]
    public void A_button_fits_on_a_telephone() => Assert.DoesNotContain(Buttons, static pair => pair.Text.Length is 0 or > LongestButton);

    [Fact]
    public void No_word_to_avoid_is_used()
    {
        var avoid = Avoid();
        Assert.True(avoid.Count > 30);
        Assert.Empty(Spoken.Concat(Buttons).SelectMany(pair => avoid.Where(word => Has(pair.Text, word)).Select(word => $"{pair.Key} has \"{word}\": {pair.Text}")));
    }

    [Theory]
    [InlineData("Uw klaagschrift is er.", "klaagschrift", true)]
    [InlineData("De Verzoekschriften.", "verzoekschrift", false)]
    [InlineData("U dient te wachten.", "u dient te", true)]
    public void A_word_to_avoid_is_found_as_a_whole_word(string text, string word, bool found) => Assert.Equal(found, Has(text, word));

    [Theory]
    [InlineData("Eén twee drie. Vier vijf?", 2)]
    [InlineData("Bel 0800-2000, dag en nacht.", 1)]
    [InlineData("Het kost 12,50 euro. Dat is veel: te veel.", 2)]
    public void Sentences_are_counted_as_people_read_them(string text, int sentences) => Assert.Equal(sentences, Sentences(text).Count());

    private static IReadOnlyList<string> Avoid()
    {
        var yaml = File.ReadAllText(Path.Combine(Repository.Root, "seeds", "teksten", "vermijden.yaml"));
        return [.. new DeserializerBuilder().Build().Deserialize<List<Dictionary<string, object>>>(yaml).SelectMany(static row => (List<object>)row["niet"]).Select(static word => $"{word}")];
    }

    private static bool Has(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Sentences(string text) => End.Split(text).Where(static sentence => sentence.Any(char.IsLetter));

    private static int Count(string sentence) => sentence.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Count(static word => word.Any(char.IsLetterOrDigit));

    [GeneratedRegex(@"(?<=[.?!])\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex End { get; }

    [GeneratedRegex(@"\b(je|jij|jou|jouw|jullie)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Informal { get; }
}
