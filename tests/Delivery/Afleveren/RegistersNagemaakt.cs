using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace KlachtHulp.Tests.Delivery.Afleveren;

/// <summary>Objecten API and Klantinteracties API in memory: check the token and the shapes, and keep what they get.</summary>
internal sealed class RegistersNagemaakt
{
    public const string Token = "proef-token";
    public const string Objecttype = "https://objecttypen.voorbeeld.example/api/v2/objecttypes/klacht";

    public static readonly Guid Actor = Guid.Parse("11111111-2222-4333-8444-555555555555");

    private readonly Lock _lock = new();

    public List<JsonObject> Objecten { get; } = [];

    public List<JsonObject> Contacten { get; } = [];

    public List<JsonObject> Onderwerpen { get; } = [];

    public List<JsonObject> Taken { get; } = [];

    /// <summary>What a client did wrong: each is a defect of ours.</summary>
    public List<string> Complaints { get; } = [];

    public async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        (int Status, JsonNode Answer) outcome;
        lock (_lock)
        {
            outcome = Handle(http.Request, body);
        }

        http.Response.StatusCode = outcome.Status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(outcome.Answer.ToJsonString());
    }

    private (int Status, JsonNode Answer) Handle(HttpRequest request, string body)
    {
        if (request.Headers.Authorization != $"Token {Token}")
        {
            return (401, new JsonObject());
        }

        var root = $"{request.Scheme}://{request.Host}";
        return (request.Method, request.Path.Value) switch
        {
            ("GET", "/objecten/objects") => (200, Page(Objecten.Where(row => request.Query["data_attr"] == $"kenmerk__exact__{row["record"]!["data"]!["kenmerk"]}"
                && request.Query["type"] == row["type"]!.ToString()))),
            ("GET", "/klant/onderwerpobjecten") => (200, Page(Onderwerpen.Where(row => IsAsked(request, row)))),
            ("GET", "/klant/internetaken") => (200, Page(Taken.Where(row =>
                request.Query["aanleidinggevendKlantcontact__uuid"] == row["aanleidinggevendKlantcontact"]!["uuid"]!.ToString()))),
            ("POST", "/objecten/objects") => PostObject(request, JsonNode.Parse(body)!.AsObject(), root),
            ("POST", "/klant/maak-klantcontact") => PostContact(JsonNode.Parse(body)!.AsObject(), root),
            ("POST", "/klant/internetaken") => PostTaak(JsonNode.Parse(body)!.AsObject(), root),
            _ => Wrong($"{request.Method} {request.Path}"),
        };
    }

    private (int Status, JsonNode Answer) PostObject(HttpRequest request, JsonObject body, string root)
    {
        var record = body["record"] as JsonObject;
        if (body["type"]?.ToString() != Objecttype || record?["typeVersion"]?.GetValue<int>() != 2 || request.Headers["Content-Crs"] != "EPSG:4326"
            || !DateOnly.TryParseExact(record["startAt"]?.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return Wrong("object");
        }

        if (Objecten.Any(row => row["uuid"]!.ToString() == body["uuid"]?.ToString()))
        {
            return (400, new JsonObject { ["invalidParams"] = new JsonArray(new JsonObject { ["name"] = "uuid", ["code"] = "unique" }) });
        }

        return Keep(Objecten, body, $"{root}/objecten/objects/{body["uuid"]}");
    }

    private (int Status, JsonNode Answer) PostContact(JsonObject body, string root)
    {
        var contact = body["klantcontact"] as JsonObject;
        bool Fits(string name, int most) => contact?[name]?.ToString() is { Length: > 0 } text && text.Length <= most;
        if (!Fits("kanaal", 50) || !Fits("onderwerp", 200) || !Fits("inhoud", 1000) || contact?["taal"]?.ToString() != "nld" || contact["vertrouwelijk"]?.GetValue<bool>() != true)
        {
            return Wrong("klantcontact");
        }

        var uuid = Guid.NewGuid().ToString();
        (contact["uuid"], contact["url"]) = (uuid, $"{root}/klant/klantcontacten/{uuid}");
        Contacten.Add(contact);
        var about = body["onderwerpobject"]!.AsObject();
        about["klantcontact"] = new JsonObject { ["uuid"] = uuid };
        Onderwerpen.Add(about);
        return (200, body.DeepClone());
    }

    private (int Status, JsonNode Answer) PostTaak(JsonObject body, string root)
    {
        var known = Contacten.Any(row => row["uuid"]!.ToString() == body["aanleidinggevendKlantcontact"]?["uuid"]?.ToString());
        return known && body["status"]?.ToString() == "te_verwerken" && body["gevraagdeHandeling"] is not null
            && body["toegewezenAanActoren"]?[0]?["uuid"]?.ToString() == Actor.ToString()
            ? Keep(Taken, body, $"{root}/klant/internetaken/{Taken.Count + 1}")
            : Wrong("internetaak");
    }

    private static bool IsAsked(HttpRequest request, JsonObject row)
    {
        var identity = row["onderwerpobjectidentificator"]!;
        return request.Query["onderwerpobjectidentificatorCodeRegister"] == identity["codeRegister"]!.ToString()
            && request.Query["onderwerpobjectidentificatorObjectId"] == identity["objectId"]!.ToString();
    }

    private static (int Status, JsonNode Answer) Keep(List<JsonObject> table, JsonObject body, string url)
    {
        body["url"] = url;
        table.Add(body);
        return (201, body.DeepClone());
    }

    private (int Status, JsonNode Answer) Wrong(string what)
    {
        Complaints.Add(what);
        return (400, new JsonObject());
    }

    private static JsonObject Page(IEnumerable<JsonObject> found)
    {
        var rows = new JsonArray([.. found.Select(static row => row.DeepClone())]);
        return new() { ["count"] = rows.Count, ["next"] = null, ["results"] = rows };
    }
}
