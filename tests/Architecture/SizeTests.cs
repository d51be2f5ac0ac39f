namespace KlachtHulp.Tests.Architecture;

public sealed class SizeTests
{
    private const int MostLines = 300;

    [Theory]
    [InlineData("dialogs")]
    [InlineData("bot")]
    [InlineData("tests")]
    public void No_source_file_is_too_long_to_read_in_one_sitting(string folder)
    {
        var files = Sources.Below(folder, ".cs", ".ts", ".tsx", ".mjs");

        Assert.True(files.Count > 20, $"{files.Count} files");
        Assert.Empty(files.Where(static file => file.Lines > MostLines).Select(static file => $"{file.Name}: {file.Lines} lines"));
    }
}
