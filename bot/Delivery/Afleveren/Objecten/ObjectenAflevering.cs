using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Delivery.Afleveren.Zgw;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Delivery.Afleveren.Objecten;

/// <summary>Makes one object that holds the form, over the Objecten API 2.</summary>
/// <remarks>The uuid of the object follows from our reference, and an object with our reference is looked for first: a repeat finds what is there.</remarks>
public sealed class ObjectenAflevering(HttpClient http, ObjectenSettings settings, TimeProvider clock) : IAflevering
{
    private const string Resource = "objects";

    private readonly ZgwClient _client = new(http, () => new AuthenticationHeaderValue("Token", settings.Token), clock);

    public async Task<Afleverresultaat> LeverAsync(Zending zending, Stappen stappen, CancellationToken cancellationToken)
    {
        try
        {
            await stappen.DoenAsync("object", () => ObjectAsync(zending, cancellationToken));
            return new Afleverresultaat.Afgeleverd();
        }
        catch (AfleveringMislukt mislukt)
        {
            return mislukt.Resultaat;
        }
    }

    /// <summary>A version 4 uuid that is always the same for the same reference.</summary>
    internal static Guid Uuid(string kenmerk)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("object|" + kenmerk))[..16];
        bytes[6] = (byte)(0x40 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }

    private async Task<string> ObjectAsync(Zending zending, CancellationToken cancellationToken)
    {
        (string, string)[] query = [("type", settings.Type.AbsoluteUri), ("data_attr", $"kenmerk__exact__{zending.Kenmerk}")];
        if (await _client.ListAsync(settings.Objecten, Resource, query, cancellationToken) is [var there, ..])
        {
            return ZgwClient.UrlOf(there, Resource);
        }

        var body = new JsonObject
        {
            ["uuid"] = Uuid(zending.Kenmerk).ToString(),
            ["type"] = settings.Type.AbsoluteUri,
            ["record"] = new JsonObject
            {
                ["typeVersion"] = settings.Versie,
                ["startAt"] = Amsterdam.Day(zending.Ingediend).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["data"] = JsonNode.Parse(zending.Json.Span),
            },
        };
        return await _client.CreateAsync(settings.Objecten, Resource, body, cancellationToken)
            ?? throw new AfleveringMislukt(new Afleverresultaat.Later($"taken meanwhile in {Resource}"));
    }
}
