using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace KlachtHulp.Bot.Teams.Pakket;

/// <summary>The app package for Microsoft Teams: the manifest with the settings filled in, and the two icons.</summary>
public static class TeamsPackage
{
    public const string FileName = "klachthulp-teams.zip";

    /// <summary>Version of the app as Teams shows it; to be raised when the manifest changes.</summary>
    private const string Version = "0.1.0";

    private const int LongestDeveloper = 32;
    private const int LongestAddress = 2048;

    private static readonly string[] Icons = ["color.png", "outline.png"];

    /// <summary>Folder of the template and the icons, beside the program.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "assets", "teams");

    /// <summary>Writes the package.</summary>
    /// <returns>The path of the file.</returns>
    /// <exception cref="InvalidDataException">A setting is missing or cannot be used; the message names all of them.</exception>
    public static string Write(string folder, string assets, IConfiguration configuration)
    {
        var manifest = Manifest(File.ReadAllText(Path.Combine(assets, "manifest.json")), configuration);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Add(zip, "manifest.json", Encoding.UTF8.GetBytes(manifest));
        foreach (var icon in Icons)
        {
            Add(zip, icon, File.ReadAllBytes(Path.Combine(assets, icon)));
        }

        return path;
    }

    /// <summary>The template with its places filled in.</summary>
    /// <exception cref="InvalidDataException">See <see cref="Write"/>.</exception>
    public static string Manifest(string template, IConfiguration configuration)
    {
        var settings = TeamsSettings.From(configuration);
        var (app, address) = (configuration["KlachtHulp:Bot:AppId"] ?? "", configuration["KlachtHulp:PubliekAdres"] ?? "");
        Check(settings, app, address);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["{{versie}}"] = Version,
            ["{{appId}}"] = app,
            ["{{organisatie}}"] = settings.Organisatie,
            ["{{website}}"] = settings.Website,
            ["{{privacy}}"] = settings.Privacy,
            ["{{voorwaarden}}"] = settings.Voorwaarden,
            ["{{host}}"] = new Uri(address).Host,
        };
        return Filled(JsonNode.Parse(template)!, values).ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static void Check(TeamsSettings settings, string app, string address)
    {
        List<string> problems = [];
        Demand(Guid.TryParse(app, out _), "KlachtHulp:Bot:AppId moet de id van de app in Entra zijn.");
        Demand(IsHttps(address), "KlachtHulp:PubliekAdres moet met https: beginnen.");
        Demand(settings.Organisatie.Length is > 0 and <= LongestDeveloper, $"KlachtHulp:Teams:Organisatie moet 1 tot {LongestDeveloper} tekens hebben.");
        Demand(IsHttps(settings.Website), "KlachtHulp:Teams:Website moet met https: beginnen.");
        Demand(IsHttps(settings.Privacy), "KlachtHulp:Teams:Privacy moet met https: beginnen.");
        Demand(IsHttps(settings.Voorwaarden), "KlachtHulp:Teams:Voorwaarden moet met https: beginnen.");
        if (problems.Count > 0)
        {
            throw new InvalidDataException(string.Join('\n', problems));
        }

        void Demand(bool met, string problem)
        {
            if (!met)
            {
                problems.Add(problem);
            }
        }
    }

    private static bool IsHttps(string address) => address.Length <= LongestAddress && Uri.TryCreate(address, UriKind.Absolute, out var parsed) && parsed.Scheme == Uri.UriSchemeHttps;

    private static JsonNode Filled(JsonNode node, Dictionary<string, string> values) => node switch
    {
        JsonObject found => new JsonObject(found.Select(pair => KeyValuePair.Create(pair.Key, pair.Value is null ? null : (JsonNode?)Filled(pair.Value, values)))),
        JsonArray list => new JsonArray([.. list.Select(item => item is null ? null : Filled(item, values))]),
        JsonValue text when text.TryGetValue<string>(out var place) && values.TryGetValue(place, out var value) => JsonValue.Create(value),
        _ => node.DeepClone(),
    };

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }
}
