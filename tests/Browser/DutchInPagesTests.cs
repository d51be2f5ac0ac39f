using System.Net;
using System.Text.RegularExpressions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Row L-01 of the specification: a page in another language holds no Dutch.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class DutchInPagesTests(BrowserFixture browser)
{
    private static readonly string[] Pages = ["/klacht", "/klacht/stap", "/klacht/verder", "/klacht/gewist", "/toegankelijkheid"];

    /// <summary>The same in every language: our own name, languages by theirs, and a word that English shares with Dutch.</summary>
    private static readonly string[] Names = ["KlachtHulp", "Begin", "Nederlands", "English", "Türkçe", "العربية", "Polski", "Українська"];

    [GeneratedRegex(@"<script.*?</script>|<[^>]*?(?:(?:aria-label|title|alt|placeholder)=""(?<words>[^""]*)""[^>]*)?>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Tag { get; }

    [GeneratedRegex(@"\p{L}{3}", RegexOptions.None, 1000)]
    private static partial Regex Word { get; }

    public static TheoryData<string, string> EveryPage
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var page in Pages)
            {
                foreach (var taal in (string[])["en", "tr", "ar", "pl", "uk"])
                {
                    data.Add(page, taal);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryPage))]
    public async Task L01_A_page_in_another_language_holds_no_Dutch(string page, string taal)
    {
        var dutch = await WordsAsync($"{page}?taal=nl");
        var other = await WordsAsync($"{page}?taal={taal}");

        Assert.NotEmpty(dutch);
        Assert.NotEmpty(other);
        Assert.Empty(other.Intersect(dutch).Except(Names));
    }

    [Theory]
    [MemberData(nameof(EveryPage))]
    public async Task L01_Every_way_on_from_a_page_keeps_its_language(string page, string taal)
    {
        var html = await browser.Http.GetStringAsync(new Uri($"{browser.Address}{page}?taal={taal}"));

        Assert.Contains($"<html lang=\"{taal}\"", html, StringComparison.Ordinal);
        var links = OwnLink.Matches(html).Select(static match => match.Groups["address"].Value).Where(static address => address is not ("/klacht/weg" or "#inhoud")).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, static address => Assert.Contains("taal=", address, StringComparison.Ordinal));
    }

    [GeneratedRegex("<a [^>]*href=\"(?<address>[/#][^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnLink { get; }

    /// <summary>Every piece of text and every label of the page in which there is a word.</summary>
    private async Task<HashSet<string>> WordsAsync(string address)
    {
        var html = await browser.Http.GetStringAsync(new Uri(browser.Address + address));
        var labels = Tag.Matches(html).Select(static match => match.Groups["words"].Value);
        return [.. Tag.Split(html).Concat(labels).Select(static text => WebUtility.HtmlDecode(text).Trim()).Where(static text => Word.IsMatch(text))];
    }
}
