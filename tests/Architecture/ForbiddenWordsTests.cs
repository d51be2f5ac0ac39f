using System.Text.RegularExpressions;

namespace KlachtHulp.Tests.Architecture;

/// <summary>Work that is put off belongs in an issue, and a test that does not run proves nothing.</summary>
public sealed class ForbiddenWordsTests
{
    [Theory]
    [InlineData("dialogs")]
    [InlineData("bot")]
    [InlineData("tests")]
    public void Nothing_is_left_for_later(string folder) => Nowhere(folder, @"\bTO" + @"DO\b|\bFIX" + @"ME\b|\bNotImplemented" + "Exception");

    [Fact]
    public void No_test_is_skipped() => Nowhere("tests", @"\bSkip" + @"\s*=(?!>)|\bSkip(Unless|When)\s*=|\b(test|it|describe)\.skip\b");

    [Fact]
    public void No_test_waits_by_sleeping() => Nowhere("tests", @"\bThread\." + @"Sleep\b");

    [Fact]
    public void Lock_files_name_no_download_addresses()
    {
        var locks = Sources.Below("bot", ".json").Where(static file => file.Name.EndsWith("package-lock.json", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(locks);
        Assert.All(locks, static file => Assert.DoesNotContain("\"resolved\"", file.Text, StringComparison.Ordinal));
    }

    private static void Nowhere(string folder, string pattern)
    {
        var files = Sources.Below(folder, ".cs", ".ts", ".tsx", ".mjs");

        var found = files.SelectMany(file => file.Text.Split('\n').Where(line => Regex.IsMatch(line, pattern)).Select(line => $"{file.Name}: {line.Trim()}"));

        Assert.NotEmpty(files);
        Assert.Empty(found);
    }
}
