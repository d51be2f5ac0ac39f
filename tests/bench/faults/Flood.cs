using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace KlachtHulp.Bench.Faults;

/// <summary>An honest resident who answers once in a while, in turns with and without a flooder, so that the noise of the machine falls on both.</summary>
internal static class Flood
{
    private const int Rounds = 6;
    private const int Flooders = 8;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(8);

    public static async Task<int> RunAsync(Uri address)
    {
        var (quiet, flooded) = (new List<double>(), new List<double>());
        var refused = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            quiet.AddRange(await ResidentAsync(address));
            using var stop = new CancellationTokenSource();
            var flood = Enumerable.Range(0, Flooders).Select(_ => Task.Run(() => FloodAsync(address, stop.Token))).ToArray();
            flooded.AddRange(await ResidentAsync(address));
            await stop.CancelAsync();
            refused += (await Task.WhenAll(flood)).Sum();
        }

        Console.WriteLine($"quiet  : {Figures(quiet)}");
        Console.WriteLine($"flooded: {Figures(flooded)}; {refused / (Rounds * Round.TotalSeconds):F0} calls of the flooder a second were answered, nearly all with 429");
        Console.WriteLine($"p99 under the flood is {P(flooded, 0.99) / P(quiet, 0.99):F2} times the quiet one");
        return 0;
    }

    private static string Figures(List<double> times) => $"{times.Count} turns, p50 {P(times, 0.5):F1} ms, p99 {P(times, 0.99):F1} ms";

    private static double P(List<double> times, double part) => times.Order().ElementAt((int)(times.Count * part));

    private static async Task<List<double>> ResidentAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        // An address of its own: the flooder does not use up what the resident may begin.
        http.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.51.100.{Random.Shared.Next(1, 250)}");
        var token = (await PostAsync(http, "/api/v1/tokens", "{}", null))["token"]!.ToString();
        var started = await PostAsync(http, "/v3/directline/conversations", "{}", token);
        var path = $"/v3/directline/conversations/{started["conversationId"]}/activities";
        var (times, watch) = (new List<double>(), Stopwatch.StartNew());
        for (var turn = 1; watch.Elapsed < Round && turn < 250; turn++)
        {
            var one = Stopwatch.StartNew();
            await PostAsync(http, path, $$"""{"type":"message","from":{"id":"dl_eerlijk"},"text":"De gemeente belde niet terug, keer {{turn}}."}""", token);
            times.Add(one.Elapsed.TotalMilliseconds);
            await Task.Delay(20);
        }

        return times;
    }

    private static async Task<long> FloodAsync(Uri address, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.66");
        var calls = 0L;
        while (!stop.IsCancellationRequested)
        {
            using var body = new StringContent("{}", Encoding.UTF8, "application/json");
            using var response = await http.PostAsync("/api/v1/tokens", body, CancellationToken.None);
            calls++;
        }

        return calls;
    }

    private static async Task<JsonNode> PostAsync(HttpClient http, string path, string json, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
