using KlachtHulp.Bot.Delivery.Afleveren;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Delivery.Afleveren;

public sealed class BestandAfleveringTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Map => Path.Combine(_folder.Path, "afleveringen");

    private string Of(string name) => Path.Combine(Map, Proefzending.Kenmerk, name);

    [Fact]
    public async Task A_form_is_a_folder_with_its_json_pdf_and_letter()
    {
        var result = await DeliverAsync();

        Assert.IsType<Afleverresultaat.Afgeleverd>(result);
        Assert.Equal(["brief.txt", "klacht.json", "klacht.pdf"], Names(Path.Combine(Map, Proefzending.Kenmerk)));
        Assert.Equal(Proefzending.Zending().Json.ToArray(), await File.ReadAllBytesAsync(Of("klacht.json")));
        Assert.StartsWith("%PDF", await File.ReadAllTextAsync(Of("klacht.pdf")), StringComparison.Ordinal);
        Assert.Equal([Proefzending.Kenmerk], Names(Map));
    }

    [Fact]
    public async Task Only_the_account_of_the_service_may_read_it()
    {
        await DeliverAsync();

        const UnixFileMode ForFiles = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.All([Map, Path.Combine(Map, Proefzending.Kenmerk)], static folder => Assert.True(HasRights(folder, ForFiles | UnixFileMode.UserExecute), folder));
        Assert.All(["klacht.json", "klacht.pdf", "brief.txt"], name => Assert.True(HasRights(Of(name), ForFiles), name));
    }

    [Fact]
    public async Task A_second_delivery_leaves_the_first_as_it_is()
    {
        await DeliverAsync();
        await File.WriteAllTextAsync(Of("klacht.json"), "gelezen");

        Assert.IsType<Afleverresultaat.Afgeleverd>(await DeliverAsync());
        Assert.Equal("gelezen", await File.ReadAllTextAsync(Of("klacht.json")));
    }

    [Fact]
    public async Task What_an_interrupted_delivery_left_is_written_again_from_the_start()
    {
        var half = Path.Combine(Map, $".{Proefzending.Kenmerk}.deel");
        Directory.CreateDirectory(half);
        await File.WriteAllTextAsync(Path.Combine(half, "klacht.json"), "{");

        await DeliverAsync();

        Assert.Equal([Proefzending.Kenmerk], Names(Map));
        Assert.Equal(Proefzending.Zending().Json.ToArray(), await File.ReadAllBytesAsync(Of("klacht.json")));
    }

    [Theory]
    [InlineData("../elders")]
    [InlineData("a/b")]
    [InlineData("..")]
    public async Task A_reference_that_leads_elsewhere_is_refused(string kenmerk)
    {
        Assert.IsType<Afleverresultaat.Geweigerd>(await DeliverAsync(kenmerk));
        Assert.False(Directory.Exists(Map));
    }

    [Fact]
    public async Task A_disk_that_refuses_is_an_error_and_leaves_no_folder_that_looks_complete()
    {
        await File.WriteAllTextAsync(Map, "geen map");

        await Assert.ThrowsAnyAsync<IOException>(() => DeliverAsync());
    }

    public void Dispose() => _folder.Dispose();

    private Task<Afleverresultaat> DeliverAsync(string kenmerk = Proefzending.Kenmerk)
        => new BestandAflevering(Map).LeverAsync(Proefzending.Zending(kenmerk), Proefzending.Stappen(), default);

    private static bool HasRights(string path, UnixFileMode rights) => OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == rights;

    private static IEnumerable<string?> Names(string folder)
        => Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
