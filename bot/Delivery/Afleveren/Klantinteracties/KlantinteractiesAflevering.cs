using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Delivery.Afleveren.Zgw;

namespace KlachtHulp.Bot.Delivery.Afleveren.Klantinteracties;

/// <summary>After another way has brought the documents: registers the contact and gives the klachtencoördinator a task, over the Klantinteracties API 0.9.</summary>
/// <remarks>
/// The contact is about our reference, or about the zaak when the other way made one; what is already registered about that is found again.
/// Name, contact details and story are not in it.
/// </remarks>
public sealed class KlantinteractiesAflevering(HttpClient http, KlantinteractiesSettings settings, IAflevering via, TimeProvider clock) : IAflevering
{
    private const string Onderwerpen = "onderwerpobjecten";
    private const string Taken = "internetaken";

    private readonly ZgwClient _client = new(http, () => new AuthenticationHeaderValue("Token", settings.Token), clock);

    public async Task<Afleverresultaat> LeverAsync(Zending zending, Stappen stappen, CancellationToken cancellationToken)
    {
        if (stappen.Uitkomst("stukken") is null)
        {
            if (await via.LeverAsync(zending, stappen, cancellationToken) is not Afleverresultaat.Afgeleverd and var result)
            {
                return result;
            }

            await stappen.DoenAsync("stukken", () => Task.FromResult(settings.Via));
        }

        try
        {
            var onderwerp = Onderwerp(zending, stappen.Uitkomst("zaak"));
            var contact = await stappen.DoenAsync("klantcontact", () => ContactAsync(zending, onderwerp, cancellationToken));
            await stappen.DoenAsync("taak", () => TaakAsync(zending, contact, cancellationToken));
            return new Afleverresultaat.Afgeleverd();
        }
        catch (AfleveringMislukt mislukt)
        {
            return mislukt.Resultaat;
        }
    }

    /// <param name="zaak">Address of the zaak; null when the documents went another way.</param>
    private static Onderwerpobject Onderwerp(Zending zending, string? zaak) => zaak is null
        ? new("klacht", "klachthulp", "kenmerk", zending.Kenmerk)
        : new("zaak", "open-zaak", "uuid", zaak[(zaak.TrimEnd('/').LastIndexOf('/') + 1)..].TrimEnd('/'));

    /// <returns>The uuid of the klantcontact.</returns>
    private async Task<string> ContactAsync(Zending zending, Onderwerpobject onderwerp, CancellationToken cancellationToken)
    {
        if (await _client.ListAsync(settings.Api, Onderwerpen, onderwerp.Query, cancellationToken) is [var there, ..])
        {
            return UuidOf(there, "klantcontact");
        }

        var made = await _client.PostAsync(settings.Api, "maak-klantcontact", new JsonObject
        {
            ["klantcontact"] = new JsonObject
            {
                ["kanaal"] = settings.Kanaal,
                ["onderwerp"] = $"Klacht {zending.Kenmerk}",
                ["inhoud"] = $"Klacht met kenmerk {zending.Kenmerk}. De stukken staan in het systeem waar klachten binnenkomen.",
                ["taal"] = "nld",
                ["vertrouwelijk"] = true,
                ["indicatieContactGelukt"] = true,
                ["plaatsgevondenOp"] = zending.Ingediend.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            },
            ["onderwerpobject"] = new JsonObject { ["onderwerpobjectidentificator"] = onderwerp.Json },
        }, cancellationToken);
        return UuidOf(made, "klantcontact");
    }

    private async Task<string> TaakAsync(Zending zending, string contact, CancellationToken cancellationToken)
    {
        if (await _client.ListAsync(settings.Api, Taken, [("aanleidinggevendKlantcontact__uuid", contact)], cancellationToken) is [var there, ..])
        {
            return ZgwClient.UrlOf(there, Taken);
        }

        var made = await _client.PostAsync(settings.Api, Taken, new JsonObject
        {
            ["gevraagdeHandeling"] = "Klacht behandelen",
            ["toelichting"] = $"Kenmerk {zending.Kenmerk}",
            ["status"] = "te_verwerken",
            ["aanleidinggevendKlantcontact"] = new JsonObject { ["uuid"] = contact },
            ["toegewezenAanActoren"] = new JsonArray(new JsonObject { ["uuid"] = settings.Actor.ToString() }),
        }, cancellationToken);
        return ZgwClient.UrlOf(made, Taken);
    }

    private static string UuidOf(JsonElement found, string name)
        => found.ValueKind == JsonValueKind.Object && found.TryGetProperty(name, out var one) && one.ValueKind == JsonValueKind.Object
            && one.TryGetProperty("uuid", out var uuid) && uuid.GetString() is { Length: > 0 } text
            ? text
            : throw new AfleveringMislukt(new Afleverresultaat.Later($"unexpected answer about {name}"));

    /// <summary>What the contact is about, as another register knows it.</summary>
    private sealed record Onderwerpobject(string Objecttype, string Register, string Soort, string Id)
    {
        private const string Name = "onderwerpobjectidentificator";

        public (string, string)[] Query => [($"{Name}CodeRegister", Register), ($"{Name}ObjectId", Id)];

        public JsonObject Json => new() { ["codeObjecttype"] = Objecttype, ["codeRegister"] = Register, ["codeSoortObjectId"] = Soort, ["objectId"] = Id };
    }
}
