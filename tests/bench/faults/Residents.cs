using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace KlachtHulp.Bench.Faults;

/// <summary>Residents who each answer three times a second, all from addresses of their own, and somebody new twice a second.</summary>
internal sealed class Residents
{
    private const int Count = 16;
    private static readonly TimeSpan Thought = TimeSpan.FromMilliseconds(330);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    private readonly int _port;
    private readonly List<(HttpClient Http, string Path, string Token)> _begun = [];

    private Residents(int port) => _port = port;

    /// <summary>Residents who have a conversation going.</summary>
    public static async Task<Residents> BeginAsync(int port)
    {
        var residents = new Residents(port);
        for (var number = 0; number < Count; number++)
        {
            var http = residents.Client($"198.51.100.{number + 1}");
            var (path, token) = await BeginAsync(http);
            residents._begun.Add((http, path, token));
        }

        return residents;
    }

    public async Task AnswerAsync(Measured into, TimeSpan time)
    {
        using var stop = new CancellationTokenSource(time);
        await Task.WhenAll([.. Enumerable.Range(0, Count).Select(number => AnswerAsync(into, number, stop.Token)), ArriveAsync(into, stop.Token)]);
        _begun.ForEach(static one => one.Http.Dispose());
    }

    private async Task AnswerAsync(Measured into, int number, CancellationToken stop)
    {
        var (http, path, token) = _begun[number];
        await PauseAsync(Thought * number / Count, stop);
        for (var turn = 1; !stop.IsCancellationRequested; turn++)
        {
            var one = Stopwatch.StartNew();
            await PostAsync(http, path, $$"""{"type":"message","from":{"id":"dl_eerlijk"},"text":"De gemeente belde niet terug, keer {{turn}}."}""", token);
            into.Turn(one.Elapsed.TotalMilliseconds);
            await PauseAsync(Thought, stop);
        }
    }

    private async Task ArriveAsync(Measured into, CancellationToken stop)
    {
        for (var number = 1; !stop.IsCancellationRequested; number++)
        {
            using var http = Client($"192.0.2.{number}");
            var one = Stopwatch.StartNew();
            await BeginAsync(http);
            into.Newcomer(one.Elapsed.TotalMilliseconds);
            await PauseAsync(Between, stop);
        }
    }

    private HttpClient Client(string address) => new() { BaseAddress = new Uri($"http://127.0.0.1:{_port}"), DefaultRequestHeaders = { { "X-Forwarded-For", address } } };

    /// <summary>Tries again when the service says so, as a browser does.</summary>
    private static async Task<(string Path, string Token)> BeginAsync(HttpClient http)
    {
        while (true)
        {
            using var response = await SendAsync(http, "/api/v1/gesprekken", "{}", token: null);
            if (response.StatusCode == HttpStatusCode.Created)
            {
                var begun = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
                return ($"/v3/directline/conversations/{begun["conversationId"]}/activities", begun["token"]!.ToString());
            }

            await Task.Delay(response.Headers.RetryAfter?.Delta ?? throw new InvalidOperationException($"{response.StatusCode} without a time."));
        }
    }

    private static async Task PostAsync(HttpClient http, string path, string json, string token)
    {
        using var response = await SendAsync(http, path, json, token);
        response.EnsureSuccessStatusCode();
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string path, string json, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request);
    }

    private static async Task PauseAsync(TimeSpan time, CancellationToken stop) => await Task.Delay(time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
