using System.Text.RegularExpressions;
using KlachtHulp.Tests.Browser;
using YamlDotNet.Serialization;

namespace KlachtHulp.Tests.Content;

/// <summary>Rows L-05 and 1.3.3 of the specification: what stands on buttons, in errors and on pages around the conversation is measured like the conversation itself.</summary>
public sealed partial class ScreenDutchTests
{
    private const int LongestSentence = 20;
    private const double MostWordsOnAverage = 15;

    private static readonly string[] Scripts = ["nl", "meer", "straks", "kiosk"];
    private static readonly string[] Pages = ["drukte", "pagina", "verder", "woorden"];

    /// <summary>Words that only those understand who see where something stands, or which colour it has.</summary>
    private static readonly string[] Sensory = ["links", "rechts", "linksboven", "rechtsboven", "linksonder", "rechtsonder", "rode", "groene", "blauwe", "gele", "ronde", "vierkante"];

    private static IReadOnlyList<(string Place, string Text)> Texts { get; } = [.. Scripts.SelectMany(FromScript), .. Pages.SelectMany(FromPage)];

    [Fact]
    public void L05_The_words_of_every_file_are_found()
    {
        Assert.Contains(("nl.ts", "Waarom vragen we dit?"), Texts);
        Assert.Contains(("meer.ts", "Een toezegging is een belofte van de gemeente."), Texts);
        Assert.Contains(("straks.ts", "Kies een bestand"), Texts);
        Assert.Contains(("kiosk.ts", "Bent u er nog?"), Texts);
        Assert.Contains(("kiosk.ts", "Over … seconden wissen wij alles."), Texts);
        Assert.Contains(("pagina.yaml", "Kijk nog eens naar uw antwoord"), Texts);
        Assert.All(Scripts.Select(static name => $"{name}.ts").Concat(Pages.Select(static name => $"{name}.yaml")), static place => Assert.Contains(Texts, text => text.Place == place));
    }

    [Fact]
    public void L05_No_sentence_on_the_screen_has_more_than_twenty_words()
        => Assert.Empty(Texts.SelectMany(static text => Sentences(text.Text).Where(static sentence => Count(sentence) > LongestSentence).Select(sentence => $"{text.Place}: {sentence}")));

    [Fact]
    public void L05_A_sentence_on_the_screen_has_fifteen_words_at_most_on_average()
        => Assert.InRange(Texts.SelectMany(static text => Sentences(text.Text)).Average(Count), 1, MostWordsOnAverage);

    [Fact]
    public void L05_Nothing_on_the_screen_is_shouted_and_nobody_is_called_je()
        => Assert.DoesNotContain(Texts, static text => text.Text.Contains('!', StringComparison.Ordinal) || Informal.IsMatch(text.Text));

    [Fact]
    public void L05_No_word_to_avoid_is_on_the_screen_but_where_it_is_explained()
    {
        var avoid = Avoid();
        Assert.True(avoid.Count > 30);
        var found = Texts.SelectMany(text => avoid.Where(word => Has(text.Text, word)).Select(word => (text.Place, text.Text, Word: word))).ToList();
        Assert.Contains(found, static one => one.Word == "toezegging");
        Assert.DoesNotContain(found, static one => !Explains(one.Text, one.Word));
    }

    [Fact]
    public void A1_3_3_Nothing_is_told_by_its_place_or_its_colour()
        => Assert.DoesNotContain(Texts, static text => Sensory.Any(word => Has(text.Text, word)));

    /// <summary>"Een toezegging is een belofte", or the word above it.</summary>
    private static bool Explains(string text, string word)
        => text == word || text.StartsWith($"{word} is ", StringComparison.OrdinalIgnoreCase) || text.StartsWith($"Een {word} is ", StringComparison.Ordinal);

    private static IEnumerable<(string Place, string Text)> FromScript(string name)
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "bot", "web", "src", "teksten", $"{name}.ts"));
        var code = string.Join('\n', source.Split('\n').Where(static line => !line.StartsWith("import", StringComparison.Ordinal) && !line.TrimStart().StartsWith("/*", StringComparison.Ordinal)));
        return Quoted.Matches(code).Select(match => ($"{name}.ts", Hole.Replace(match.Groups["text"].Value, "…").Replace("\\'", "'", StringComparison.Ordinal)));
    }

    private static IEnumerable<(string Place, string Text)> FromPage(string name)
    {
        var yaml = File.ReadAllText(Path.Combine(Repository.Root, "seeds", "kanaal", $"{name}.yaml"));
        return Leaves(new DeserializerBuilder().Build().Deserialize<object>(yaml)).Select(text => ($"{name}.yaml", text));
    }

    private static IEnumerable<string> Leaves(object? node) => node switch
    {
        IDictionary<object, object> map => map.SelectMany(static pair => Leaves(pair.Key).Where(static key => key.Contains(' ', StringComparison.Ordinal)).Concat(Leaves(pair.Value))),
        IEnumerable<object> list => list.SelectMany(Leaves),
        string text when !text.StartsWith("http", StringComparison.Ordinal) => [text],
        _ => [],
    };

    private static IReadOnlyList<string> Avoid()
    {
        var yaml = File.ReadAllText(Path.Combine(Repository.Root, "seeds", "teksten", "vermijden.yaml"));
        return [.. new DeserializerBuilder().Build().Deserialize<List<Dictionary<string, object>>>(yaml).SelectMany(static row => (List<object>)row["niet"]).Select(static word => $"{word}")];
    }

    private static bool Has(string text, string word) => Regex.IsMatch(text, $@"(?<!\p{{L}}){Regex.Escape(word)}(?!\p{{L}})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(60));

    private static IEnumerable<string> Sentences(string text) => End.Split(text).Where(static sentence => sentence.Any(char.IsLetter));

    private static int Count(string sentence) => sentence.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Count(static word => word.Any(char.IsLetterOrDigit));

    /// <summary>A text in single quotes, or one with holes in backticks.</summary>
    [GeneratedRegex(@"'(?<text>(\\.|[^'\\\n])*)'|`(?<text>[^`\n]*)`", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Quoted { get; }

    [GeneratedRegex(@"\$\{[^}]*\}?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Hole { get; }

    [GeneratedRegex(@"(?<=[.?!:])\s+|\n", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex End { get; }

    [GeneratedRegex(@"\b(je|jij|jou|jouw|jullie)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Informal { get; }
}
