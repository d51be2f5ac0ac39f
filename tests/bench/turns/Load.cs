using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace KlachtHulp.Bench.Turns;

/// <param name="P50">Milliseconds, as is <paramref name="P99"/>.</param>
/// <param name="Cpu">Microseconds of the server's processor time a turn.</param>
/// <param name="Wrong">Turns that failed or had another answer than they must have.</param>
/// <param name="First">What went wrong first; null when nothing did.</param>
internal sealed record Result(double PerSecond, double P50, double P99, double Cpu, int Wrong, string? First);

/// <summary>So many residents at once, each going through the script again and again in a new conversation, without thinking.</summary>
internal static class Load
{
    /// <summary>Until the runtime has compiled for speed what it met often; on a busy machine that is a matter of turns and not of seconds.</summary>
    public static async Task WarmAsync(Server server, IReadOnlyList<Line> script)
    {
        const double Enough = 30_000;
        var watch = Stopwatch.StartNew();
        for (var turns = 0.0; turns < Enough && watch.Elapsed < TimeSpan.FromMinutes(3);)
        {
            turns += (await RunAsync(server, 64, TimeSpan.FromSeconds(5), script)).PerSecond * 5;
        }
    }

    public static async Task<Result> RunAsync(Server server, int residents, TimeSpan time, IReadOnlyList<Line> script)
    {
        using var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = Timeout.InfiniteTimeSpan }) { Timeout = TimeSpan.FromMinutes(2) };
        var (times, wrong, watch, before) = (new ConcurrentBag<double>(), new ConcurrentQueue<string>(), Stopwatch.StartNew(), server.ProcessorTime);
        await Task.WhenAll(Enumerable.Range(0, residents).Select(async _ =>
        {
            while (watch.Elapsed < time && wrong.Count < 10)
            {
                await TalkAsync(http, server, script, () => watch.Elapsed < time, times, wrong);
            }
        }));
        var (seconds, cpu) = (watch.Elapsed.TotalSeconds, server.ProcessorTime - before);
        var sorted = times.Order().ToList();
        return sorted.Count == 0
            ? new Result(0, 0, 0, 0, wrong.Count, wrong.FirstOrDefault())
            : new Result(sorted.Count / seconds, sorted[sorted.Count / 2], sorted[sorted.Count * 99 / 100], cpu.TotalMicroseconds / sorted.Count, wrong.Count, wrong.FirstOrDefault());
    }

    private static async Task TalkAsync(HttpClient http, Server server, IReadOnlyList<Line> script, Func<bool> goOn, ConcurrentBag<double> times, ConcurrentQueue<string> wrong)
    {
        var conversation = Guid.NewGuid().ToString("N");
        for (var turn = 0; turn < script.Count && goOn(); turn++)
        {
            var id = $"{conversation}-{turn}";
            using var content = new ByteArrayContent(Activity(conversation, id, script[turn].Say));
            content.Headers.ContentType = new("application/json");
            var begin = Stopwatch.GetTimestamp();
            try
            {
                using var response = await http.PostAsync(server.Address, content);
                var body = await response.Content.ReadAsByteArrayAsync();
                times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
                if (Problem(response.IsSuccessStatusCode, body, id, script[turn].Expect) is { } problem)
                {
                    wrong.Enqueue($"turn {turn + 1}: {problem}");
                    return;
                }
            }
            catch (HttpRequestException problem)
            {
                wrong.Enqueue($"turn {turn + 1}: {problem.HttpRequestError}");
                return;
            }
        }
    }

    /// <summary>Every reply must answer this very message, the last one must ask what comes next, and no reply may carry the state of the conversation.</summary>
    private static string? Problem(bool success, byte[] body, string id, string expect)
    {
        if (!success || body.Length > 16 * 1024)
        {
            return success ? $"a reply of {body.Length} bytes" : "no success";
        }

        using var json = JsonDocument.Parse(body);
        var replies = json.RootElement.GetProperty("activities").EnumerateArray().ToList();
        return replies.Count == 0 || replies.Any(reply => reply.GetProperty("replyToId").GetString() != id)
            ? "another message was answered"
            : replies[^1].GetProperty("text").GetString()?.Contains(expect, StringComparison.Ordinal) == true ? null : $"not '{expect}'";
    }

    private static byte[] Activity(string conversation, string id, string text) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = "message",
        id,
        channelId = "bench",
        deliveryMode = "expectReplies",
        serviceUrl = "http://127.0.0.1:9/",
        conversation = new { id = conversation },
        recipient = new { id = "bot" },
        from = new { id = "bewoner" },
        locale = "nl-NL",
        text,
    });
}
