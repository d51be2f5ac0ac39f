using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using KlachtHulp.Tests.Browser;

namespace KlachtHulp.Tests.Formulier;

/// <summary>The JSON Schema of the form, checked by a validator that others wrote (ajv).</summary>
internal static class Schema
{
    public static string File => Path.Combine(Repository.Root, "schemas", "klachtformulier-1.0.json");

    private static string Folder => Path.Combine(Repository.Root, "tests", "schema");

    /// <summary>What is wrong with each document; an empty list for a sound one.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Problems(IEnumerable<JsonNode?> documents)
    {
        Install();
        var path = Path.GetTempFileName();
        try
        {
            System.IO.File.WriteAllText(path, new JsonArray([.. documents]).ToJsonString());
            var output = Run("node", "validate.mjs", File, path);
            return JsonSerializer.Deserialize<string[][]>(output) ?? [];
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    private static readonly Lock Installing = new();

    private static void Install()
    {
        lock (Installing)
        {
            if (!Directory.Exists(Path.Combine(Folder, "node_modules", "ajv")))
            {
                Run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            }
        }
    }

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {error.GetAwaiter().GetResult()}");
        return output;
    }
}
