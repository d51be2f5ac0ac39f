using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using KlachtHulp.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace KlachtHulp.Tests.Privacy;

/// <summary>The service as it is installed: the real conversation, SQLite in a folder of its own, delivery to files. Only the clock is the test's.</summary>
internal sealed class WholeServer : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder _folder = new();

    public FixedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public Dictionary<string, string?> Settings { get; } = new(Ruim.Limits.Select(static limit => KeyValuePair.Create(limit.Name, (string?)limit.Value)));

    /// <summary>More registrations, after all others.</summary>
    public Action<IServiceCollection> Register { get; set; } = static _ => { };

    public Lines Log { get; } = new();

    public string Folder => _folder.Path;

    public string Deliveries => Path.Combine(_folder.Path, "afleveringen");

    public async Task<Resident> ResidentAsync(string asked = "{}") => await new Resident(CreateClient()).StartAsync(asked);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("KlachtHulp:Gegevens", _folder.Path);
        builder.UseSetting("KlachtHulp:Opslag:Pad", Path.Combine(_folder.Path, "klachthulp.db"));
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
            services.AddLogging(logging => logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
            Register(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _folder.Dispose();
        }
    }
}

/// <summary>Every log line with its exception.</summary>
internal sealed class Lines : ILoggerProvider, ILogger
{
    private const int DeliveredId = 301;

    private readonly TaskCompletionSource _delivered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<string> All { get; } = [];

    /// <summary>Done when a form was delivered.</summary>
    public Task Delivered => _delivered.Task.WaitAsync(TimeSpan.FromSeconds(60));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        All.Enqueue($"{state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        All.Enqueue($"{formatter(state, exception)} {exception}");
        if (eventId.Id == DeliveredId)
        {
            _delivered.TrySetResult();
        }
    }

    public void Dispose()
    {
    }
}

/// <summary>Somebody with a browser, all of whose words can be recognised.</summary>
internal sealed class Resident(HttpClient http)
{
    public const string Mark = "kanarie";

    private static readonly string[] Preferred = ["nee", "versturen", "klopt"];

    private string _conversation = "";
    private string _token = "";

    /// <summary>Id of the conversation.</summary>
    public string Id => _conversation;

    /// <summary>The newest screen, as in docs/wire.md.</summary>
    public JsonObject Screen { get; private set; } = [];

    public string Everything { get; private set; } = "";

    public string Conversation => _conversation;

    public string Token => _token;

    public async Task<Resident> StartAsync(string asked = "{}")
    {
        _token = (await SendAsync(HttpMethod.Post, "/api/v1/tokens", asked))["token"]!.ToString();
        var started = await SendAsync(HttpMethod.Post, "/v3/directline/conversations", json: null);
        (_conversation, _token) = (started["conversationId"]!.ToString(), started["token"]!.ToString());
        await LookAsync();
        return this;
    }

    /// <summary>Answers until the question or the end comes.</summary>
    /// <param name="until">Path of a question; null for the end.</param>
    public async Task WalkAsync(string? until = null)
    {
        for (var turn = 0; turn < 150 && Screen["vraag"] is { } path && path.ToString() != until; turn++)
        {
            await AnswerAsync();
        }

        Assert.Equal(until, Screen["vraag"]?.ToString());
    }

    public Task ChooseAsync(string answer) => PostAsync(new JsonObject
    {
        ["type"] = "message",
        ["text"] = answer,
        ["value"] = new JsonObject { ["vraag"] = Screen["vraag"]?.ToString(), ["antwoord"] = answer },
    });

    public Task EventAsync(string name) => PostAsync(new JsonObject { ["type"] = "event", ["name"] = $"klachthulp/{name}", ["value"] = new JsonObject() });

    /// <summary>Status of a look at the conversation.</summary>
    public async Task<int> StatusAsync()
    {
        using var response = await http.SendAsync(Request(HttpMethod.Get, $"/api/v1/gesprekken/{_conversation}/overzicht", json: null));
        return (int)response.StatusCode;
    }

    public async Task<byte[]> DocumentAsync(string kind)
    {
        var document = Screen["uitkomst"]!["documenten"]!.AsArray().First(document => document!["soort"]!.ToString() == kind)!;
        using var response = await http.SendAsync(Request(HttpMethod.Get, $"/api/v1/gesprekken/{_conversation}/documenten/{document["naam"]}", json: null));
        return await response.Content.ReadAsByteArrayAsync();
    }

    private async Task AnswerAsync()
    {
        var options = Screen["opties"]?.AsArray().Select(static option => option!["id"]!.ToString()).ToArray() ?? [];
        if (options.Length > 0)
        {
            await ChooseAsync(Preferred.FirstOrDefault(options.Contains) ?? options[0]);
        }
        else
        {
            await PostAsync(new JsonObject { ["type"] = "message", ["text"] = Words(Screen["vraag"]!.ToString(), Screen["soort"]!.ToString()) });
        }
    }

    private static string Words(string path, string kind) => (path, kind) switch
    {
        (_, "datum") => "12 maart 2026",
        (_, "bedrag") => "77 euro",
        ("gemeente", _) => "Utrecht",
        ("gegevens.naam" or "ondertekening", _) => "Kanarie Kanariesen",
        ("gegevens.adres", _) => "Kanariestraat 77, 1234 AB Kanariestad",
        ("gegevens.email", _) => "kanarie@kanarie.example",
        ("gegevens.telefoon", _) => "0612345678",
        _ => $"Mijn kanarie is weg en kanarie {path} hoort daarbij, zei kanarie de buurman.",
    };

    private async Task PostAsync(JsonObject activity)
    {
        activity["from"] = new JsonObject { ["id"] = "dl_kanarie", ["name"] = "Kanarie" };
        await SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{_conversation}/activities", activity.ToJsonString());
        await LookAsync();
    }

    private async Task LookAsync()
    {
        using var response = await http.SendAsync(Request(HttpMethod.Get, $"/v3/directline/conversations/{_conversation}/activities", json: null));
        Everything = await response.Content.ReadAsStringAsync();
        if (response.IsSuccessStatusCode)
        {
            Screen = JsonNode.Parse(Everything)!["activities"]!.AsArray().Select(static activity => activity!["channelData"]?["klachthulp"] as JsonObject)
                .LastOrDefault(static data => data is not null && (data.ContainsKey("vraag") || data.ContainsKey("uitkomst"))) ?? [];
        }
    }

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, string? json)
    {
        using var response = await http.SendAsync(Request(method, path, json));
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string? json) => new(method, path)
    {
        Headers = { Authorization = _token.Length > 0 ? new AuthenticationHeaderValue("Bearer", _token) : null },
        Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"),
    };
}
