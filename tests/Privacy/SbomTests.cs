using System.Diagnostics;
using System.Text.Json.Nodes;
using KlachtHulp.Tests.Browser;

namespace KlachtHulp.Tests.Privacy;

/// <summary>The bill of materials that deploy/sbom.mjs writes.</summary>
public sealed class SbomTests
{
    [Fact]
    public async Task Every_package_of_the_lock_files_is_in_the_bill_of_materials()
    {
        var text = await WriteAsync();
        var bill = JsonNode.Parse(text)!;
        var known = bill["components"]!.AsArray().Select(static one => $"{one!["name"]} {one["version"]}").ToHashSet();

        var nuget = Lock("bot/packages.lock.json")["dependencies"]!["net10.0"]!.AsObject().Where(static one => one.Value!["type"]!.ToString() != "Project")
            .Select(static one => $"{one.Key} {one.Value!["resolved"]}").ToArray();
        var npm = Lock("bot/web/package-lock.json")["packages"]!.AsObject().Where(static one => one.Key.Length > 0)
            .Select(static one => $"{one.Key[(one.Key.LastIndexOf("node_modules/", StringComparison.Ordinal) + 13)..]} {one.Value!["version"]}").ToArray();

        Assert.True(nuget.Length > 10 && npm.Length > 5, $"{nuget.Length} and {npm.Length}");
        Assert.Subset(known.ToHashSet(), nuget.Concat(npm).ToHashSet());
        Assert.Equal(("CycloneDX", "1.6"), (bill["bomFormat"]!.ToString(), bill["specVersion"]!.ToString()));
        Assert.Equal(text, await WriteAsync());
    }

    private static JsonNode Lock(string path) => JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, path)))!;

    private static async Task<string> WriteAsync()
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "deploy", "sbom.mjs")]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("No process.");
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"sbom.mjs ended with {process.ExitCode}.");
    }
}
