using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace KlachtHulp.Bot.Delivery.Afleveren.Webhook;

/// <summary>Posts the form as one CloudEvent, in structured JSON.</summary>
/// <remarks>
/// Source: CloudEvents 1.0.2, JSON event format. The receiver may get an event twice: <c>id</c> and <c>Idempotency-Key</c> are our reference both times.
/// <c>KlachtHulp-Signature: t=SECONDS,v1=HEX</c> is HMAC-SHA-256 with the shared secret over <c>SECONDS.BODY</c>.
/// </remarks>
public sealed class WebhookAflevering(HttpClient http, WebhookSettings settings, TimeProvider clock) : IAflevering
{
    public const string SignatureHeader = "KlachtHulp-Signature";
    public const string EventType = "nl.klachthulp.klacht.ingediend";

    public async Task<Afleverresultaat> LeverAsync(Zending zending, Stappen stappen, CancellationToken cancellationToken)
    {
        var body = Event(zending);
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Adres) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json", "utf-8");
        request.Headers.Add("Idempotency-Key", zending.Kenmerk);
        request.Headers.Add(SignatureHeader, Sign(body, clock.GetUtcNow()));
        using var response = await http.SendAsync(request, cancellationToken);
        return response.IsSuccessStatusCode ? new Afleverresultaat.Afgeleverd() : AfleverHttp.Failure(response, clock);
    }

    private string Sign(byte[] body, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] content = [.. Encoding.ASCII.GetBytes(seconds + "."), .. body];
        var signed = HMACSHA256.HashData(settings.Geheim, content);
        return $"t={seconds},v1={Convert.ToHexStringLower(signed)}";
    }

    private byte[] Event(Zending zending)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("specversion", "1.0");
            json.WriteString("type", EventType);
            json.WriteString("source", settings.Bron);
            json.WriteString("id", zending.Kenmerk);
            json.WriteString("time", zending.Ingediend.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteString("datacontenttype", "application/json");
            json.WriteStartObject("data");
            WriteData(json, zending);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteData(Utf8JsonWriter json, Zending zending)
    {
        json.WritePropertyName("formulier");
        json.WriteRawValue(zending.Json.Span);
        json.WriteStartArray("documenten");
        foreach (var stuk in zending.Stukken.Value)
        {
            json.WriteStartObject();
            json.WriteString("naam", stuk.Naam);
            json.WriteString("soort", stuk.Soort);
            json.WriteBase64String("inhoud", stuk.Inhoud);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
