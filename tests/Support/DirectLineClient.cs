using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace KlachtHulp.Tests.Support;

/// <summary>A plain Direct Line client: what a test sends is what goes over the wire.</summary>
public sealed class DirectLineClient(BotServer server)
{
    private const string Root = "/v3/directline";

    private readonly HttpClient _http = server.CreateClient();

    public string Token { get; set; } = "";

    public string ConversationId { get; private set; } = "";

    public string StreamUrl { get; private set; } = "";

    /// <summary>Begins a conversation as a browser does.</summary>
    public async Task<DirectLineClient> StartAsync(string tokenBody = "{}")
    {
        var token = await SendAsync(HttpMethod.Post, "/api/v1/tokens", tokenBody, credential: "");
        Token = token.Json.GetProperty("token").GetString()!;
        var started = await SendAsync(HttpMethod.Post, $"{Root}/conversations");
        Assert.Equal(201, started.Status);
        Take(started);
        return this;
    }

    public void Take(Reply started)
    {
        ConversationId = started.Json.GetProperty("conversationId").GetString()!;
        Token = started.Json.GetProperty("token").GetString()!;
        StreamUrl = started.Json.GetProperty("streamUrl").GetString()!;
    }

    public Task<Reply> SayAsync(string text, string? clientActivityId = null)
    {
        var data = clientActivityId is null ? "" : $$""","channelData":{"clientActivityID":{{JsonSerializer.Serialize(clientActivityId)}}}""";
        return PostAsync($$"""{"type":"message","from":{"id":"dl_bewoner"},"text":{{JsonSerializer.Serialize(text)}}{{data}}}""");
    }

    public Task<Reply> PostAsync(string json) => SendAsync(HttpMethod.Post, $"{Root}/conversations/{ConversationId}/activities", json);

    public Task<Reply> HistoryReplyAsync(string query = "") => SendAsync(HttpMethod.Get, $"{Root}/conversations/{ConversationId}/activities{query}");

    public async Task<IReadOnlyList<JsonElement>> HistoryAsync(string query = "") =>
        [.. (await HistoryReplyAsync(query)).Json.GetProperty("activities").EnumerateArray()];

    /// <param name="path">Under the Direct Line root when it does not begin with /api, /v3 or /healthz.</param>
    /// <param name="credential">null for the own token, empty for none.</param>
    public async Task<Reply> SendAsync(HttpMethod method, string path, string? json = null, string? credential = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"{Root}/{path}");
        if ((credential ?? Token) is { Length: > 0 } bearer)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        if (json is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return await SendAsync(request);
    }

    public async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        return new Reply((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers);
    }
}

public sealed record Reply(int Status, string Text, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>Code of a Direct Line error.</summary>
    public string? Code => Json.GetProperty("error").GetProperty("code").GetString();
}
