using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Teams.Pakket;
using KlachtHulp.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace KlachtHulp.Tests.Teams;

/// <summary>The package for Teams: what the manifest schema 1.19 asks, and nothing that is not set.</summary>
public sealed class PakketTests : IDisposable
{
    private static readonly string[] Scopes = ["personal", "team"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_package_holds_the_manifest_and_two_icons_of_the_right_size()
    {
        using var zip = ZipFile.OpenRead(TeamsPackage.Write(_folder.Path, TeamsPackage.Folder, Settings()));

        Assert.Equal(["color.png", "manifest.json", "outline.png"], zip.Entries.Select(static entry => entry.FullName).Order(StringComparer.Ordinal));
        Assert.Equal((192, 192), Size(zip, "color.png"));
        Assert.Equal((32, 32), Size(zip, "outline.png"));
    }

    [Fact]
    public void The_settings_are_filled_in_and_the_limits_of_the_schema_are_kept()
    {
        var manifest = Manifest(Settings());

        Assert.DoesNotContain("{{", manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(("1.19", "00000000-0000-0000-0000-00000000b07a"), (manifest["manifestVersion"]!.ToString(), manifest["id"]!.ToString()));
        Assert.Equal("""{"name":"Gemeente \u0022Proef\u0022","websiteUrl":"https://proef.example/app","privacyUrl":"https://proef.example/privacy","termsOfUseUrl":"https://proef.example/app"}""", manifest["developer"]!.ToJsonString());
        Assert.Equal("""["klacht.proef.example"]""", manifest["validDomains"]!.ToJsonString());
        Assert.InRange(manifest["name"]!["short"]!.ToString().Length, 1, 30);
        Assert.InRange(manifest["name"]!["full"]!.ToString().Length, 1, 100);
        Assert.InRange(manifest["description"]!["short"]!.ToString().Length, 1, 80);
        Assert.InRange(manifest["description"]!["full"]!.ToString().Length, 1, 4000);
        var bot = Assert.Single(manifest["bots"]!.AsArray())!;
        Assert.Equal(Scopes, bot["scopes"]!.AsArray().Select(static scope => scope!.ToString()));
        Assert.False(bot["supportsFiles"]!.GetValue<bool>());
        Assert.All(bot["commandLists"]!.AsArray(), static list =>
        {
            Assert.InRange(list!["commands"]!.AsArray().Count, 1, 10);
            Assert.All(list["commands"]!.AsArray(), static command => Assert.True(command!["title"]!.ToString().Length <= 32 && command["description"]!.ToString().Length <= 128));
        });
    }

    [Theory]
    [InlineData("KlachtHulp:Bot:AppId", "geen-guid")]
    [InlineData("KlachtHulp:PubliekAdres", "http://klacht.proef.example")]
    [InlineData("KlachtHulp:PubliekAdres", null)]
    [InlineData("KlachtHulp:Teams:Organisatie", "Een gemeente met een naam van meer dan 32 tekens")]
    [InlineData("KlachtHulp:Teams:Organisatie", null)]
    [InlineData("KlachtHulp:Teams:Privacy", "javascript:alert(1)")]
    public void What_Teams_would_refuse_is_refused_here_with_the_name_of_the_setting(string name, string? value)
    {
        var settings = Settings();
        settings[name] = value;

        var problem = Assert.Throws<InvalidDataException>(() => Manifest(settings));

        Assert.StartsWith(name, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_of_the_manifest_is_understood()
    {
        await using var server = await TeamsServer.StartAsync();
        var commands = Manifest(Settings())["bots"]![0]!["commandLists"]![0]!["commands"]!.AsArray().Select(static command => command!["title"]!.ToString()).ToList();
        var staff = await server.Staff().TypeAsync("telefoon");
        var kenmerk = staff.Kenmerk;

        foreach (var command in commands)
        {
            await staff.TypeAsync(command);
        }

        await staff.TypeAsync(kenmerk);
        await staff.PressAsync("Ga verder met deze klacht");
        Assert.Equal("verhaal", staff.Vraag);
    }

    private static JsonNode Manifest(IConfiguration settings) => JsonNode.Parse(TeamsPackage.Manifest(File.ReadAllText(Path.Combine(TeamsPackage.Folder, "manifest.json")), settings))!;

    private static (int Width, int Height) Size(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        var head = new byte[24];
        stream.ReadExactly(head);
        Assert.Equal("89504E470D0A1A0A", Convert.ToHexString(head[..8]));
        return (BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(20)));
    }

    private static IConfiguration Settings() => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["KlachtHulp:Bot:AppId"] = "00000000-0000-0000-0000-00000000b07a",
        ["KlachtHulp:PubliekAdres"] = "https://klacht.proef.example",
        ["KlachtHulp:Teams:Organisatie"] = "Gemeente \"Proef\"",
        ["KlachtHulp:Teams:Website"] = "https://proef.example/app",
        ["KlachtHulp:Teams:Privacy"] = "https://proef.example/privacy",
    }).Build();
}
