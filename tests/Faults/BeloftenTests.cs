using System.Text.RegularExpressions;
using KlachtHulp.Tests.Browser;

namespace KlachtHulp.Tests.Faults;

/// <summary>A promise or a defence without a test is only a sentence.</summary>
public sealed partial class BeloftenTests
{
    [Theory]
    [InlineData("beloften.md", "P1 P2 P3 P4 P5 P6 P7 P8 P9 P10")]
    [InlineData("dreigingen.md", "S1 S2 S3 S4 S5 S6 T1 T2 T3 T4 T5 R1 I1 I2 I3 I4 I5 I6 I7 D1 D2 D3 D4 E1 E2 E3 E4")]
    [InlineData("storingen.md", "F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 F13 F14 F15 F16 F17 F18 F19 F20 F21")]
    public void Every_row_names_tests_that_exist(string page, string numbers)
    {
        var known = Tests();

        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", page)).Select(static line => Row().Match(line)).Where(static match => match.Success).ToArray();

        Assert.Equal(numbers.Split(' '), rows.Select(static row => row.Groups["nr"].Value));
        foreach (var row in rows.Where(static row => !row.Value.Contains("niet van toepassing", StringComparison.Ordinal)))
        {
            var named = Name().Matches(row.Value).Select(static match => match.Groups["name"].Value).ToArray();
            Assert.True(named.Length > 0, $"{row.Groups["nr"].Value} names no test");
            Assert.Subset(known.ToHashSet(), named.ToHashSet());
        }
    }

    private static HashSet<string> Tests()
        => [.. typeof(BeloftenTests).Assembly.GetTypes().SelectMany(static type => type.GetMethods().Where(static method => method.IsDefined(typeof(FactAttribute), inherit: true))
            .Select(method => $"{type.Name}.{method.Name}"))];

    [GeneratedRegex(@"^\| (?<nr>[FPSTRIDE]\d+) \|.*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<name>\w+Tests\.\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
