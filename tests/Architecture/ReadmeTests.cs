using System.Text.RegularExpressions;
using KlachtHulp.Tests.Browser;

namespace KlachtHulp.Tests.Architecture;

/// <summary>Who installs the service reads the README and not the code.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void Every_setting_the_service_reads_is_in_the_readme()
    {
        var read = Sources.Below("bot", ".cs").Where(static file => file.Name.Contains("Set", StringComparison.Ordinal))
            .SelectMany(static file => Reads().Matches(file.Text)).Select(static match => match.Groups["name"].Value.Split(':')[^1]).ToHashSet();

        Assert.True(read.Count > 15, string.Join(' ', read));
        Assert.All(read, static name => Assert.Matches($@"KlachtHulp:(\w+:)*{name}\b", Readme));
    }

    [Fact]
    public void Every_setting_in_the_readme_is_read_by_the_service()
    {
        var code = string.Concat(Sources.Below("bot", ".cs").Select(static file => file.Text));

        var named = Rows().Matches(Readme).Select(static match => match.Groups["name"].Value).ToArray();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Matches($"[\":]{name}\"", code));
    }

    [Fact]
    public void Every_page_the_documents_point_to_exists()
    {
        var pages = Directory.GetFiles(Repository.Root, "*.md").Concat(Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories));

        var links = pages.SelectMany(static page => Links().Matches(File.ReadAllText(page)).Select(match => (page, Target: match.Groups["target"].Value))).ToArray();

        Assert.NotEmpty(links);
        Assert.All(links, static link => Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(link.page) ?? "", link.Target)), link.Target));
    }

    [GeneratedRegex("""(own|section|configuration)(\.GetValue\(|\.GetSection\(|\[)"(KlachtHulp:)?(?<name>[\w:]+)"(?!\);)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reads();

    [GeneratedRegex(@"^\| `KlachtHulp:(\w+:)*(?<name>\w+)`", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Rows();

    [GeneratedRegex(@"\]\((?!https?:)(?<target>[^)#\s]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();
}
