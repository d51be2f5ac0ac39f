using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace KlachtHulp.Tests.Faults;

/// <summary>A resident behind a load balancer: each call goes to the next instance, and to another one when that one is not there.</summary>
internal sealed class Caller(params string[] addresses) : IDisposable
{
    private const int MostTries = 40;

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private int _next;
    private string _token = "";

    public string Conversation { get; private set; } = "";

    /// <summary>Answers that a resident would have seen as an error.</summary>
    public List<string> Errors { get; } = [];

    public async Task StartAsync(string asked = "{}")
    {
        _token = (await CallAsync(HttpMethod.Post, "/api/v1/tokens", asked))["token"]!.ToString();
        var started = await CallAsync(HttpMethod.Post, "/v3/directline/conversations", "{}");
        (Conversation, _token) = (started["conversationId"]!.ToString(), started["token"]!.ToString());
    }

    /// <summary>Says something; a repeat after a lost connection carries the same number.</summary>
    public Task<JsonNode> SayAsync(string text, string number)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["from"] = new JsonObject { ["id"] = "dl_bewoner" },
            ["text"] = text,
            ["channelData"] = new JsonObject { ["clientActivityID"] = number },
        };
        return CallAsync(HttpMethod.Post, $"/v3/directline/conversations/{Conversation}/activities", activity.ToJsonString());
    }

    public async Task<IReadOnlyList<JsonNode>> HistoryAsync()
    {
        var all = new List<JsonNode>();
        var watermark = "";
        while (true)
        {
            var page = await CallAsync(HttpMethod.Get, $"/v3/directline/conversations/{Conversation}/activities?watermark={watermark}", null);
            var activities = page["activities"]!.AsArray();
            if (activities.Count == 0)
            {
                return all;
            }

            all.AddRange(activities.Select(static one => one!));
            watermark = page["watermark"]!.ToString();
        }
    }

    /// <summary>An open stream on one instance, from the beginning of the conversation.</summary>
    /// <returns>The stream, and where it was opened.</returns>
    public async Task<(ClientWebSocket Socket, Uri Url)> StreamAsync(string address)
    {
        using var request = Request(HttpMethod.Get, $"{address}/v3/directline/conversations/{Conversation}?watermark=0", null);
        using var response = await _http.SendAsync(request);
        var url = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["streamUrl"]!.ToString();
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(url), CancellationToken.None);
        return (socket, new Uri(url));
    }

    /// <summary>Status of one call to one instance, without trying another.</summary>
    public async Task<HttpStatusCode> StatusAsync(HttpMethod method, string url, string? json)
    {
        using var request = Request(method, url, json);
        using var response = await _http.SendAsync(request);
        return response.StatusCode;
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Reads frames until one holds the text.</summary>
    public static async Task<bool> HearsAsync(ClientWebSocket socket, string text, TimeSpan patience)
    {
        using var enough = new CancellationTokenSource(patience);
        var buffer = new byte[64 * 1024];
        var heard = new StringBuilder();
        try
        {
            while (!heard.ToString().Contains(text, StringComparison.Ordinal))
            {
                var frame = await socket.ReceiveAsync(buffer, enough.Token);
                if (frame.MessageType == WebSocketMessageType.Close)
                {
                    return false;
                }

                heard.Append(Encoding.UTF8.GetString(buffer, 0, frame.Count));
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<JsonNode> CallAsync(HttpMethod method, string path, string? json)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var request = Request(method, addresses[_next++ % addresses.Length] + path, json);
                using var response = await _http.SendAsync(request);
                var text = await response.Content.ReadAsStringAsync();
                if (!response.IsSuccessStatusCode)
                {
                    Errors.Add($"{method} {path}: {(int)response.StatusCode} {text}");
                }

                return JsonNode.Parse(text)!;
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException && attempt < MostTries)
            {
                // What a load balancer does: the next instance.
            }
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string url, string? json) => new(method, url)
    {
        Headers = { Authorization = _token.Length > 0 ? new AuthenticationHeaderValue("Bearer", _token) : null },
        Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"),
    };
}
