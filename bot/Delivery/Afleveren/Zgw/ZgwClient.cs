using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KlachtHulp.Bot.Delivery.Afleveren.Zgw;

/// <summary>Calls to the APIs of a gemeente. Addresses in answers are passed on as values and never called.</summary>
/// <param name="authorization">Made anew for each call.</param>
internal sealed class ZgwClient(HttpClient http, Func<AuthenticationHeaderValue> authorization, TimeProvider clock)
{
    /// <summary>How an API says that an identificatie or uuid of ours is there already.</summary>
    private static readonly string[] NotUnique = ["identificatie-niet-uniek", "unique"];

    /// <summary>The first page of a list; ours are short.</summary>
    /// <exception cref="AfleveringMislukt">Refused, or not now.</exception>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(Uri root, string resource, (string Name, string Value)[] query, CancellationToken cancellationToken)
    {
        var text = string.Join('&', query.Select(static pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));
        using var response = await SendAsync(HttpMethod.Get, new Uri(root, $"{resource}?{text}"), body: null, cancellationToken);
        var answer = await ReadAsync(response, cancellationToken);
        var results = answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("results", out var page) ? page : answer;
        return results.ValueKind == JsonValueKind.Array ? [.. results.EnumerateArray()] : throw Shape(resource);
    }

    /// <returns>The address of what was made; null when its identificatie exists already.</returns>
    /// <exception cref="AfleveringMislukt">Refused, or not now.</exception>
    public async Task<string?> CreateAsync(Uri root, string resource, JsonObject body, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Post, new Uri(root, resource), body, cancellationToken);
        if (response.StatusCode == HttpStatusCode.BadRequest && await IsTakenAsync(response, cancellationToken))
        {
            return null;
        }

        return UrlOf(await ReadAsync(response, cancellationToken), resource);
    }

    /// <returns>The whole answer.</returns>
    /// <exception cref="AfleveringMislukt">Refused, or not now.</exception>
    public async Task<JsonElement> PostAsync(Uri root, string resource, JsonObject body, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Post, new Uri(root, resource), body, cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    /// <exception cref="AfleveringMislukt">The answer has no <c>url</c>.</exception>
    public static string UrlOf(JsonElement made, string resource)
        => made.ValueKind == JsonValueKind.Object && made.TryGetProperty("url", out var url) && url.GetString() is { Length: > 0 } address
            ? address
            : throw Shape(resource);

    private static AfleveringMislukt Shape(string resource) => new(new Afleverresultaat.Later($"unexpected answer from {resource}"));

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, JsonObject? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = authorization();
        request.Headers.Add("Accept-Crs", "EPSG:4326");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString()));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Content.Headers.Add("Content-Crs", "EPSG:4326");
        }

        return await http.SendAsync(request, cancellationToken);
    }

    private async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new AfleveringMislukt(AfleverHttp.Failure(response, clock));
        }

        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return document.RootElement.Clone();
    }

    private static async Task<bool> IsTakenAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return document.RootElement.TryGetProperty("invalidParams", out var wrong) && wrong.ValueKind == JsonValueKind.Array
                && wrong.EnumerateArray().Any(static param => param.TryGetProperty("code", out var code) && NotUnique.Contains(code.GetString(), StringComparer.Ordinal));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
