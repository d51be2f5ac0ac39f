using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace KlachtHulp.Bench.Faults;

/// <summary>From the start of the process to the first answered message, on the clock and in processor time; each time with an empty folder.</summary>
internal static class Start
{
    private const int Rounds = 7;

    public static async Task<int> RunAsync(string program)
    {
        var (clock, processor) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var folder = Directory.CreateTempSubdirectory("klachthulp-start-").FullName;
            var watch = Stopwatch.StartNew();
            var start = new ProcessStartInfo("dotnet", [Path.GetFullPath(program), "--urls", "http://127.0.0.1:0"]) { WorkingDirectory = folder, RedirectStandardOutput = true };
            using var process = Process.Start(start) ?? throw new InvalidOperationException("No process.");
            var address = "";
            while (address.Length == 0 && await process.StandardOutput.ReadLineAsync() is { } line)
            {
                var at = line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal);
                address = at >= 0 ? line[at..].Split('/', ' ') is [_, _, var host, ..] ? $"http://{host}" : "" : "";
            }

            await SayAsync(new Uri(address));
            clock.Add(watch.Elapsed.TotalSeconds);
            process.Refresh();
            processor.Add(process.TotalProcessorTime.TotalSeconds);
            process.Kill();
            await process.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }

        Console.WriteLine($"start to first answer: median {clock.Order().ElementAt(Rounds / 2):F2} s on the clock (best {clock.Min():F2}), {processor.Order().ElementAt(Rounds / 2):F2} s processor time (best {processor.Min():F2})");
        return 0;
    }

    private static async Task SayAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        var token = (await PostAsync(http, "/api/v1/tokens", "{}"))["token"]!.ToString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var id = (await PostAsync(http, "/v3/directline/conversations", "{}"))["conversationId"]!;
        await PostAsync(http, $"/v3/directline/conversations/{id}/activities", """{"type":"message","from":{"id":"dl_eerste"},"text":"De gemeente belde niet terug."}""");
    }

    private static async Task<JsonNode> PostAsync(HttpClient http, string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(path, body);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
