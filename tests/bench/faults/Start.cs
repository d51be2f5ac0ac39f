using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace KlachtHulp.Bench.Faults;

/// <summary>From the start of the process to the first answered message, on the clock and in processor time; each time with an empty folder, in turn with the floor.</summary>
internal static class Start
{
    private const int Rounds = 7;

    /// <param name="program">The service.</param>
    /// <param name="floor">The program of tests/bench/turns, which holds the floor; null for none.</param>
    public static async Task<int> RunAsync(string program, string? floor)
    {
        var (ours, under) = (new List<(double Clock, double Cpu)>(), new List<(double Clock, double Cpu)>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await OnceAsync(port => [Path.GetFullPath(program), "--urls", $"http://127.0.0.1:{port}"], SayAsync));
            if (floor is not null)
            {
                under.Add(await OnceAsync(port => [Path.GetFullPath(floor), "floor", $"{port}"], SayToFloorAsync));
            }
        }

        Tell("service", ours);
        if (floor is not null)
        {
            Tell("floor  ", under);
            Console.WriteLine($"ratio  : {Median(ours, static one => one.Clock) / Median(under, static one => one.Clock):F2} on the clock, {Median(ours, static one => one.Cpu) / Median(under, static one => one.Cpu):F2} in processor time");
        }

        return 0;
    }

    private static void Tell(string side, List<(double Clock, double Cpu)> times) => Console.WriteLine(
        $"{side}: start to first answer, median {Median(times, static one => one.Clock):F2} s on the clock (best {times.Min(static one => one.Clock):F2}), {Median(times, static one => one.Cpu):F2} s processor time (best {times.Min(static one => one.Cpu):F2})");

    private static double Median(List<(double Clock, double Cpu)> times, Func<(double Clock, double Cpu), double> part) => times.Select(part).Order().ElementAt(Rounds / 2);

    private static async Task<(double Clock, double Cpu)> OnceAsync(Func<int, string[]> arguments, Func<Uri, Task> sayAsync)
    {
        var (folder, port) = (Directory.CreateTempSubdirectory("klachthulp-start-").FullName, FreePort());
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments(port)) { WorkingDirectory = folder, RedirectStandardOutput = true }) ?? throw new InvalidOperationException("No process.");
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.Contains("http://127.0.0.1:", StringComparison.Ordinal))
        {
        }

        await sayAsync(new Uri($"http://127.0.0.1:{port}"));
        var clock = watch.Elapsed.TotalSeconds;
        process.Refresh();
        var cpu = process.TotalProcessorTime.TotalSeconds;
        process.Kill();
        await process.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
        return (clock, cpu);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task SayAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        var token = (await PostAsync(http, "/api/v1/tokens", "{}"))["token"]!.ToString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var id = (await PostAsync(http, "/v3/directline/conversations", "{}"))["conversationId"]!;
        await PostAsync(http, $"/v3/directline/conversations/{id}/activities", """{"type":"message","from":{"id":"dl_eerste"},"text":"De gemeente belde niet terug."}""");
    }

    private static async Task SayToFloorAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        await PostAsync(http, "/api/messages", """{"type":"message","id":"1","conversation":{"id":"een"},"text":"De gemeente belde niet terug."}""");
    }

    private static async Task<JsonNode> PostAsync(HttpClient http, string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(path, body);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
