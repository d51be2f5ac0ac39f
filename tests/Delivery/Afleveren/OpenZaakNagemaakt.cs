using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Delivery.Afleveren.Zgw;
using Microsoft.AspNetCore.Http;

namespace KlachtHulp.Tests.Delivery.Afleveren;

/// <summary>Zaken, Documenten and Catalogi API in memory: checks the JWT, the headers, the shapes and what must be unique, as Open Zaak does.</summary>
internal sealed class OpenZaakNagemaakt(Func<DateTimeOffset> now)
{
    public const string ClientId = "klachthulp-proef";
    public const string Secret = "kort-geheim";
    public const string Rsin = "002220647";

    private static readonly Dictionary<string, string[]> Required = new()
    {
        ["/zaken/zaken"] = ["bronorganisatie", "verantwoordelijkeOrganisatie", "zaaktype", "startdatum"],
        ["/zaken/zaakinformatieobjecten"] = ["zaak", "informatieobject"],
        ["/zaken/statussen"] = ["zaak", "statustype", "datumStatusGezet"],
        ["/documenten/enkelvoudiginformatieobjecten"] = ["auteur", "bronorganisatie", "creatiedatum", "informatieobjecttype", "taal", "titel"],
    };

    private readonly Lock _lock = new();

    public Dictionary<string, List<JsonObject>> Tables { get; } = Required.Keys.ToDictionary(static path => path, static _ => new List<JsonObject>());

    /// <summary>What a client did wrong: each is a defect of ours.</summary>
    public List<string> Complaints { get; } = [];

    public List<JsonObject> Zaken => Tables["/zaken/zaken"];

    public async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var path = http.Request.Path.Value!.TrimEnd('/');
        var (status, answer) = Handle(http.Request, path, body);
        http.Response.StatusCode = status;
        http.Response.ContentType = status < 400 ? "application/json" : "application/problem+json";
        await http.Response.WriteAsync(answer.ToJsonString());
    }

    private (int Status, JsonNode Answer) Handle(HttpRequest request, string path, string body)
    {
        lock (_lock)
        {
            if (!IsTokenGood(request.Headers.Authorization.ToString()))
            {
                return (401, Wrong("token", "not-authenticated"));
            }

            var root = $"{request.Scheme}://{request.Host}";
            return request.Method == "GET" ? (200, Get(request, path, root)) : Post(request, path, JsonNode.Parse(body)!.AsObject(), root);
        }
    }

    private JsonNode Get(HttpRequest request, string path, string root)
    {
        bool Is(string name, string value) => request.Query[name] == value;
        JsonObject[] found = path switch
        {
            "/catalogi/catalogussen" when Is("domein", "KLACHT") && Is("rsin", Rsin) => [new() { ["url"] = $"{root}/catalogi/catalogussen/1" }],
            "/catalogi/zaaktypen" when Is("identificatie", "ZAAKTYPE-KLACHT") && Is("catalogus", $"{root}/catalogi/catalogussen/1") && IsDay(request.Query["datumGeldigheid"])
                => [new() { ["url"] = $"{root}/catalogi/zaaktypen/7" }],
            "/catalogi/informatieobjecttypen" when Is("omschrijving", "Klacht") => [new() { ["url"] = $"{root}/catalogi/informatieobjecttypen/3" }],
            "/catalogi/statustypen" when Is("zaaktype", $"{root}/catalogi/zaaktypen/7") =>
                [new() { ["url"] = $"{root}/catalogi/statustypen/2", ["volgnummer"] = 2 }, new() { ["url"] = $"{root}/catalogi/statustypen/1", ["volgnummer"] = 1 }],
            _ when Tables.TryGetValue(path, out var table) => [.. table.Where(row => request.Query.All(pair => row[pair.Key]?.ToString() == pair.Value))],
            _ => [],
        };
        var rows = new JsonArray([.. found.Select(static row => row.DeepClone())]);
        return path == "/zaken/zaakinformatieobjecten" ? rows : new JsonObject { ["count"] = rows.Count, ["next"] = null, ["results"] = rows };
    }

    private (int Status, JsonNode Answer) Post(HttpRequest request, string path, JsonObject body, string root)
    {
        if (!Required.TryGetValue(path, out var required))
        {
            return (404, Wrong("", "not-found"));
        }

        if (required.FirstOrDefault(name => body[name] is null) is { } missing)
        {
            Complaints.Add($"{path} without {missing}");
            return (400, Wrong(missing, "required"));
        }

        if (path == "/zaken/zaken" && (request.Headers["Accept-Crs"] != "EPSG:4326" || request.Headers["Content-Crs"] != "EPSG:4326"))
        {
            Complaints.Add("no CRS headers");
            return (412, Wrong("Accept-Crs", "required"));
        }

        if (Shape(path, body) is { } fault)
        {
            Complaints.Add($"{path}: {fault}");
            return (400, Wrong(fault, "invalid"));
        }

        var table = Tables[path];
        if (body["identificatie"] is { } id && table.Any(row => row["identificatie"]?.ToString() == id.ToString() && row["bronorganisatie"]?.ToString() == body["bronorganisatie"]?.ToString()))
        {
            return (400, Wrong("identificatie", "identificatie-niet-uniek"));
        }

        body["url"] = string.Create(CultureInfo.InvariantCulture, $"{root}{path}/{table.Count + 1}");
        table.Add(body);
        return (201, body.DeepClone());
    }

    /// <summary>Lengths and formats as in the API specifications; a relation must point to what exists.</summary>
    private string? Shape(string path, JsonObject body)
    {
        bool Exists(string table, string name) => Tables[table].Any(row => row["url"]?.ToString() == body[name]?.ToString());
        bool IsTooLong(string name, int most) => body[name]?.ToString().Length > most;
        return path switch
        {
            "/zaken/zaken" when IsTooLong("identificatie", 40) || IsTooLong("omschrijving", 80) || IsTooLong("toelichting", 1000) => "length",
            "/zaken/zaken" when !DateOnly.TryParseExact(body["startdatum"]?.ToString(), "yyyy-MM-dd", out _) => "startdatum",
            "/zaken/zaakinformatieobjecten" when !Exists("/zaken/zaken", "zaak") || !Exists("/documenten/enkelvoudiginformatieobjecten", "informatieobject") => "relation",
            "/zaken/statussen" when !Exists("/zaken/zaken", "zaak") => "zaak",
            "/documenten/enkelvoudiginformatieobjecten" when Convert.FromBase64String(body["inhoud"]!.ToString()).Length != (int)body["bestandsomvang"]! => "bestandsomvang",
            "/documenten/enkelvoudiginformatieobjecten" when body["taal"]!.ToString().Length != 3 || IsTooLong("titel", 200) || IsTooLong("bestandsnaam", 255) => "length",
            _ => null,
        };
    }

    /// <summary>The zaaktype is valid from 1 January 2026 on.</summary>
    private static bool IsDay(string? text)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 2026;

    private bool IsTokenGood(string header)
    {
        var parts = header.Replace("Bearer ", "", StringComparison.Ordinal).Split('.');
        if (parts.Length != 3 || ZgwToken.Sign($"{parts[0]}.{parts[1]}", Secret) != string.Join('.', parts))
        {
            return false;
        }

        using var claims = JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]));
        var issued = DateTimeOffset.FromUnixTimeSeconds(claims.RootElement.GetProperty("iat").GetInt64());
        return claims.RootElement.GetProperty("client_id").GetString() == ClientId && (now() - issued).Duration() < TimeSpan.FromHours(1);
    }

    private static JsonObject Wrong(string name, string code) => new()
    {
        ["status"] = 400,
        ["invalidParams"] = new JsonArray(new JsonObject { ["name"] = name, ["code"] = code, ["reason"] = code }),
    };
}
