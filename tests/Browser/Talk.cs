using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace KlachtHulp.Tests.Browser;

/// <summary>A conversation held over Direct Line, to bring a test quickly to the question it is about.</summary>
internal sealed class Talk
{
    private readonly HttpClient _http;
    private readonly string _address;
    private string _watermark = "";

    private Talk(HttpClient http, string address, string id, string token) => (_http, _address, ConversationId, Token) = (http, address, id, token);

    public string ConversationId { get; }

    public string Token { get; }

    /// <summary>What the newest question or outcome carries in its channelData.</summary>
    public JsonObject Current { get; private set; } = [];

    /// <summary>Path of the open question; empty at the end.</summary>
    public string Vraag => Current["vraag"]?.GetValue<string>() ?? "";

    /// <summary>A short complaint about bad treatment, by path or by the id of the question. What is not here is skipped.</summary>
    public static IReadOnlyDictionary<string, string> Kort { get; } = new Dictionary<string, string>
    {
        ["verhaal"] = "De lantaarnpaal in mijn straat is al lang kapot.",
        ["gemeente"] = "Rotterdam",
        ["uitvoerder"] = "gemeente",
        ["rol"] = "zelf",
        ["besluit"] = "nee",
        ["procedure"] = "nee",
        ["eerder.geklaagd"] = "nee",
        ["soort"] = "bejegening",
        ["wie"] = "De man aan de balie",
        ["wanneer"] = "oktober 2018",
        ["nog_een"] = "nee",
        ["wens"] = "excuses,gesprek",
        ["gegevens.naam"] = "S. Bewoner",
        ["gegevens.adres"] = "Lindestraat 1, 3011 AA Rotterdam",
        ["controle"] = "klopt",
        ["ondertekening"] = "S. Bewoner",
        ["versturen"] = "zelf",
    };

    public static async Task<Talk> StartAsync(HttpClient http, string address)
    {
        using var asked = await http.PostAsync(new Uri($"{address}/api/v1/tokens"), new StringContent("{}", Encoding.UTF8, "application/json"));
        var token = JsonNode.Parse(await asked.Content.ReadAsStringAsync())!;
        var talk = new Talk(http, address, token["conversationId"]!.GetValue<string>(), token["token"]!.GetValue<string>());
        await talk.SendAsync(HttpMethod.Post, "/v3/directline/conversations");
        await talk.ListenAsync();
        return talk;
    }

    /// <summary>Answers until this question is open, or until the end when it is empty.</summary>
    public async Task GoToAsync(string vraag, IReadOnlyDictionary<string, string>? answers = null)
    {
        for (var turns = 0; Vraag != vraag; turns++)
        {
            Assert.True(turns < 120 && Vraag.Length > 0, $"'{vraag}' never came; the last question was '{Vraag}'.");
            await AnswerAsync(Find(answers ?? Kort));
        }
    }

    /// <param name="answer">Id of an option, ids joined with commas, or words; null skips the question.</param>
    public async Task AnswerAsync(string? answer)
    {
        var options = Current["opties"]?.AsArray();
        JsonObject activity = answer is null
            ? new() { ["type"] = "event", ["name"] = "klachthulp/overslaan" }
            : new() { ["type"] = "message", ["text"] = answer };
        if (answer is not null && options is { Count: > 0 } && answer.Split(',').All(id => options.Any(option => option!["id"]!.GetValue<string>() == id)))
        {
            activity["value"] = new JsonObject { ["vraag"] = Vraag, ["antwoord"] = answer };
        }

        activity["from"] = new JsonObject { ["id"] = "bewoner" };
        await SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{ConversationId}/activities", activity.ToJsonString());
        await ListenAsync();
    }

    /// <summary>A code with which this conversation goes on elsewhere.</summary>
    public async Task<string> SaveAsync() => JsonNode.Parse(await SendAsync(HttpMethod.Post, $"/api/v1/gesprekken/{ConversationId}/bewaar"))!["code"]!.GetValue<string>();

    /// <summary>A document of the end, by its media type.</summary>
    public async Task<byte[]> DocumentAsync(string soort)
    {
        var url = Current["uitkomst"]!["documenten"]!.AsArray().First(link => link!["soort"]!.GetValue<string>() == soort)!["url"]!.GetValue<string>();
        using var response = await RawAsync(HttpMethod.Get, new Uri(url), null);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private string? Find(IReadOnlyDictionary<string, string> answers)
        => answers.GetValueOrDefault(Vraag) ?? answers.GetValueOrDefault(Vraag[(Vraag.IndexOf("].", StringComparison.Ordinal) is var at and > 0 ? at + 2 : 0)..]);

    private async Task ListenAsync()
    {
        var set = JsonNode.Parse(await SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{ConversationId}/activities?watermark={_watermark}"))!;
        _watermark = set["watermark"]?.GetValue<string>() ?? _watermark;
        foreach (var activity in set["activities"]!.AsArray())
        {
            if (activity?["channelData"]?["klachthulp"] is JsonObject data && (data.ContainsKey("vraag") || data.ContainsKey("uitkomst")))
            {
                Current = data;
            }
        }
    }

    private async Task<string> SendAsync(HttpMethod method, string path, string? json = null)
    {
        using var response = await RawAsync(method, new Uri(_address + path), json);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> RawAsync(HttpMethod method, Uri address, string? json)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        var response = await _http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"{method} {address.AbsolutePath}: {(int)response.StatusCode}");
        return response;
    }
}
