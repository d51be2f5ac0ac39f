using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Teams.Berichten;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Tests.Privacy;
using KlachtHulp.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KlachtHulp.Tests.Teams;

/// <summary>The whole service with two gemeenten that have a helpdesk, and a channel that writes down what it gets. A test itself says when the last days are looked at.</summary>
internal sealed class TeamsServer : IAsyncDisposable
{
    public const string Utrecht = "aaaaaaaa-0000-0000-0000-000000000344";
    public const string Amsterdam = "bbbbbbbb-0000-0000-0000-000000000363";

    private TeamsServer(ChannelServer channel)
    {
        Channel = channel;
        Whole.Settings["environment"] = "Development";
        Whole.Register = static services =>
        {
            services.AddSingleton<IStartupFilter, Loopback>();
            services.Remove(services.Single(static service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.ReturnType == typeof(TermijnWatch)));
        };
        Whole.Settings["KlachtHulp:Teams:Tenants:" + Utrecht] = "0344";
        Whole.Settings["KlachtHulp:Teams:Tenants:" + Amsterdam] = "0363";
        Whole.Settings["KlachtHulp:PubliekAdres"] = "https://klacht.example";
    }

    public WholeServer Whole { get; } = new();

    public ChannelServer Channel { get; }

    public FixedClock Clock => Whole.Clock;

    public Balieboek Book => Whole.Services.GetRequiredService<Balieboek>();

    public static async Task<TeamsServer> StartAsync(Action<WholeServer>? set = null)
    {
        var server = new TeamsServer(await ChannelServer.StartAsync());
        set?.Invoke(server.Whole);
        return server;
    }

    public StaffMember Staff(string name = "anna", string tenant = Utrecht) => new(this, name, tenant);

    public async Task<(int Status, string Body)> PostAsync(JsonObject activity)
    {
        using var http = Whole.CreateClient();
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Waits until everything in the outbox was carried out.</summary>
    public Task QuietAsync() => UntilAsync(async () => (await Whole.Services.GetRequiredService<IConversationStore>().ReadOutboxAsync(default)).Waiting == 0);

    public static async Task UntilAsync(Func<Task<bool>> so)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await so())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Channel.DisposeAsync();
        await Whole.DisposeAsync();
    }
}

/// <summary>A developer's machine: without an app id only it is let in.</summary>
internal sealed class Loopback : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(static (http, following) =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Loopback;
            return following(http);
        });
        next(app);
    };
}

/// <summary>Somebody of a gemeente in Teams: types, presses buttons, and sees the last card.</summary>
internal sealed class StaffMember(TeamsServer server, string name, string tenant)
{
    private static readonly string[] Preferred = ["nee", "versturen", "klopt", "gemeente", "zelf"];

    private int _sent;

    public JsonObject Card { get; private set; } = [];

    /// <summary>Everything on the card that a person reads.</summary>
    public string Seen => string.Join('\n', Texts(Card));

    /// <summary>Reference of the klacht on the card.</summary>
    public string Kenmerk => Datas().Select(static data => data["zaak"]?.ToString()).OfType<string>().Last();

    public string? Vraag => Datas().Where(static data => data["balie"]?.ToString() == "antwoord").Select(static data => data["vraag"]?.ToString()).FirstOrDefault();

    public JsonObject Activity(string type = "message", string? id = null) => new()
    {
        ["type"] = type,
        ["id"] = id ?? $"{name}-{++_sent}",
        ["channelId"] = "msteams",
        ["serviceUrl"] = server.Channel.Address,
        ["from"] = new JsonObject { ["id"] = $"29:{name}", ["name"] = $"{name} Achternaam", ["aadObjectId"] = $"aad-{name}" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot" },
        ["conversation"] = new JsonObject { ["id"] = $"a:{name}", ["conversationType"] = "personal", ["tenantId"] = tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } },
    };

    /// <summary>Types something; the card comes in the answer.</summary>
    public async Task<StaffMember> TypeAsync(string text, string? id = null)
    {
        var activity = Activity(id: id);
        activity["text"] = text;
        activity["deliveryMode"] = "expectReplies";
        var (status, body) = await server.PostAsync(activity);
        Assert.Equal(200, status);
        Card = JsonNode.Parse(body)!["activities"]![0]!["attachments"]![0]!["content"]!.AsObject();
        return this;
    }

    /// <summary>Presses the button with this title, with what is filled in.</summary>
    public Task<StaffMember> PressAsync(string title, params (string Id, string Value)[] inputs)
        => ExecuteAsync(Actions().First(action => action["title"]?.ToString() == title)["data"]!.AsObject(), inputs);

    public async Task<StaffMember> ExecuteAsync(JsonObject data, params (string Id, string Value)[] inputs)
    {
        var (status, body) = await server.PostAsync(Execute(data, inputs));
        Assert.Equal(200, status);
        var answer = JsonNode.Parse(body)!;
        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), (answer["statusCode"]!.GetValue<int>(), answer["type"]!.ToString()));
        Card = answer["value"]!.AsObject();
        return this;
    }

    public JsonObject Execute(JsonObject data, params (string Id, string Value)[] inputs)
    {
        var sent = data.DeepClone().AsObject();
        foreach (var (id, value) in inputs)
        {
            sent[id] = value;
        }

        var activity = Activity("invoke");
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = sent["balie"]?.ToString(), ["data"] = sent } };
        return activity;
    }

    /// <summary>Answers until the question or the end comes.</summary>
    public async Task<StaffMember> WalkAsync(string? until = null)
    {
        for (var turn = 0; turn < 150 && Vraag is { } path && path != until; turn++)
        {
            await AnswerAsync(path);
        }

        Assert.Equal(until, Vraag);
        return this;
    }

    public IReadOnlyList<JsonObject> Actions() => [.. All(Card).Where(static node => node["type"]?.ToString().StartsWith("Action.", StringComparison.Ordinal) == true && node.Parent is JsonArray)];

    public IReadOnlyList<JsonObject> Inputs() => [.. All(Card).Where(static node => node["type"]?.ToString().StartsWith("Input.", StringComparison.Ordinal) == true)];

    public static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(static pair => All(pair.Value)).Prepend(found),
        JsonArray list => list.SelectMany(All),
        _ => [],
    };

    private async Task AnswerAsync(string path)
    {
        var input = Inputs().FirstOrDefault(static field => field["id"]?.ToString() == "antwoord");
        if (input is null)
        {
            var buttons = Actions().Where(action => action["data"]?["balie"]?.ToString() == "antwoord").Select(static action => action["data"]!.AsObject()).ToList();
            await ExecuteAsync(buttons.FirstOrDefault(static data => Preferred.Contains(data["antwoord"]?.ToString())) ?? buttons[0]);
            return;
        }

        var ids = input["choices"]?.AsArray().Select(static choice => choice!["value"]!.ToString()).ToArray();
        await PressAsync("Verder", ("antwoord", ids is null ? Words(path) : Preferred.FirstOrDefault(ids.Contains) ?? ids[0]));
    }

    private static string Words(string path) => path switch
    {
        _ when path.EndsWith("wanneer", StringComparison.Ordinal) || path.EndsWith("datum", StringComparison.Ordinal) => "12 maart 2026",
        _ when path.EndsWith("bedrag", StringComparison.Ordinal) || path.EndsWith("schade", StringComparison.Ordinal) => "77 euro",
        "gemeente" => "Utrecht",
        "gegevens.naam" or "ondertekening" => "Kanarie Kanariesen",
        "gegevens.adres" => "Kanariestraat 77, 1234 AB Kanariestad",
        "gegevens.email" => "kanarie@kanarie.example",
        "gegevens.telefoon" => "0612345678",
        _ => $"Mijn kanarie is weg en {path} hoort daarbij, zei kanarie de buurman.",
    };

    private IEnumerable<JsonObject> Datas() => All(Card).Select(static node => node["data"]).OfType<JsonObject>();

    private static IEnumerable<string> Texts(JsonNode? card) => All(card).SelectMany(static node => new[] { node["text"], node["title"], node["label"] }).OfType<JsonValue>().Select(static text => text.ToString());
}
