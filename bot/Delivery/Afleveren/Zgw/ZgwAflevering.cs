using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Delivery.Afleveren.Zgw;

/// <summary>Makes a zaak with the documents of the form, over the Zaken, Documenten and Catalogi APIs.</summary>
/// <remarks>
/// Our reference is the identificatie of the zaak, so a repeat finds the zaak that is there. Each step keeps its result; what has no key of ours at the far end
/// (relation, status) is looked for before it is made. The status comes last: it is what starts work there.
/// </remarks>
public sealed class ZgwAflevering : IAflevering
{
    private const string Bron = "KlachtHulp";

    private readonly ZgwSettings _settings;
    private readonly ZgwClient _client;
    private readonly ZgwTypen _typen;

    public ZgwAflevering(HttpClient http, ZgwSettings settings, TimeProvider clock)
    {
        _settings = settings;
        _client = new(http, () => new AuthenticationHeaderValue("Bearer", ZgwToken.Make(settings.ClientId, settings.Geheim, clock.GetUtcNow())), clock);
        _typen = new(_client, settings);
    }

    public async Task<Afleverresultaat> LeverAsync(Zending zending, Stappen stappen, CancellationToken cancellationToken)
    {
        try
        {
            await DoAsync(zending, stappen, cancellationToken);
            return new Afleverresultaat.Afgeleverd();
        }
        catch (AfleveringMislukt mislukt)
        {
            return mislukt.Resultaat;
        }
    }

    private async Task DoAsync(Zending zending, Stappen stappen, CancellationToken cancellationToken)
    {
        var dag = Amsterdam.Day(zending.Ingediend);
        var catalogus = await stappen.DoenAsync("catalogus", () => _typen.CatalogusAsync(cancellationToken));
        var zaaktype = await stappen.DoenAsync("zaaktype", () => _typen.ZaaktypeAsync(catalogus, dag, cancellationToken));
        var soort = await stappen.DoenAsync("informatieobjecttype", () => _typen.InformatieobjecttypeAsync(catalogus, dag, cancellationToken));
        var begin = await stappen.DoenAsync("statustype", () => _typen.EersteStatustypeAsync(zaaktype, cancellationToken));
        var zaak = await stappen.DoenAsync("zaak", () => ZaakAsync(zending, zaaktype, dag, cancellationToken));
        Stuk[] stukken = [.. zending.Stukken.Value, new Stuk("klacht.json", "application/json", zending.Json.ToArray())];
        foreach (var stuk in stukken)
        {
            var document = await stappen.DoenAsync($"document {stuk.Naam}", () => DocumentAsync(zending, stuk, soort, dag, cancellationToken));
            await stappen.DoenAsync($"koppeling {stuk.Naam}", () => KoppelAsync(zaak, document, stuk, cancellationToken));
        }

        await stappen.DoenAsync("status", () => StatusAsync(zending, zaak, begin, cancellationToken));
    }

    private async Task<string> ZaakAsync(Zending zending, string zaaktype, DateOnly dag, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["identificatie"] = zending.Kenmerk,
            ["bronorganisatie"] = _settings.Rsin,
            ["verantwoordelijkeOrganisatie"] = _settings.Rsin,
            ["zaaktype"] = zaaktype,
            ["startdatum"] = Iso(dag),
            ["registratiedatum"] = Iso(dag),
            ["omschrijving"] = $"Klacht {zending.Kenmerk}",
            ["vertrouwelijkheidaanduiding"] = _settings.Vertrouwelijkheid,
            ["kenmerken"] = new JsonArray(new JsonObject { ["kenmerk"] = zending.Kenmerk, ["bron"] = Bron }),
        };
        return await AdoptOrMakeAsync(_settings.Zaken, "zaken", body, zaak => IsOurs(zaak, zending.Kenmerk), cancellationToken);
    }

    /// <summary>What tells the documents of one zaak apart: their extension, or for a resident's own files the number in their name.</summary>
    private static string Onderscheid(string naam)
        => naam.StartsWith("bijlage-", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(naam) : Path.GetExtension(naam)[1..];

    private async Task<string> DocumentAsync(Zending zending, Stuk stuk, string soort, DateOnly dag, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["identificatie"] = $"{zending.Kenmerk}-{Onderscheid(stuk.Naam)}",
            ["bronorganisatie"] = _settings.Rsin,
            ["creatiedatum"] = Iso(dag),
            ["titel"] = $"Klacht {zending.Kenmerk}",
            ["auteur"] = Bron,
            ["status"] = "definitief",
            ["formaat"] = stuk.Soort.Split(';')[0],
            ["taal"] = "nld",
            ["bestandsnaam"] = stuk.Naam,
            ["bestandsomvang"] = stuk.Inhoud.Length,
            ["inhoud"] = Convert.ToBase64String(stuk.Inhoud),
            ["indicatieGebruiksrecht"] = false,
            ["vertrouwelijkheidaanduiding"] = _settings.Vertrouwelijkheid,
            ["informatieobjecttype"] = soort,
        };
        return await AdoptOrMakeAsync(_settings.Documenten, "enkelvoudiginformatieobjecten", body, IsOurs, cancellationToken);
    }

    private async Task<string> KoppelAsync(string zaak, string document, Stuk stuk, CancellationToken cancellationToken)
    {
        const string Resource = "zaakinformatieobjecten";
        if (await _client.ListAsync(_settings.Zaken, Resource, [("zaak", zaak), ("informatieobject", document)], cancellationToken) is [var there, ..])
        {
            return ZgwClient.UrlOf(there, Resource);
        }

        var body = new JsonObject { ["zaak"] = zaak, ["informatieobject"] = document, ["titel"] = stuk.Naam };
        return await _client.CreateAsync(_settings.Zaken, Resource, body, cancellationToken) ?? throw new AfleveringMislukt(new Afleverresultaat.Geweigerd(Resource));
    }

    private async Task<string> StatusAsync(Zending zending, string zaak, string statustype, CancellationToken cancellationToken)
    {
        const string Resource = "statussen";
        if (await _client.ListAsync(_settings.Zaken, Resource, [("zaak", zaak)], cancellationToken) is [var there, ..])
        {
            return ZgwClient.UrlOf(there, Resource);
        }

        var body = new JsonObject
        {
            ["zaak"] = zaak,
            ["statustype"] = statustype,
            ["datumStatusGezet"] = zending.Ingediend.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        };
        return await _client.CreateAsync(_settings.Zaken, Resource, body, cancellationToken) ?? throw new AfleveringMislukt(new Afleverresultaat.Geweigerd(Resource));
    }

    /// <summary>What an earlier attempt made, though we never heard so; else a new one.</summary>
    /// <exception cref="AfleveringMislukt">Somebody else's, by the same identificatie: a person has to look.</exception>
    private async Task<string> AdoptOrMakeAsync(Uri root, string resource, JsonObject body, Func<JsonElement, bool> isOurs, CancellationToken cancellationToken)
    {
        (string, string)[] query = [("identificatie", $"{body["identificatie"]}"), ("bronorganisatie", _settings.Rsin)];
        if (await _client.ListAsync(root, resource, query, cancellationToken) is not [var there, ..])
        {
            return await _client.CreateAsync(root, resource, body, cancellationToken) ?? throw new AfleveringMislukt(new Afleverresultaat.Later($"taken meanwhile in {resource}"));
        }

        return isOurs(there) ? ZgwClient.UrlOf(there, resource) : throw new AfleveringMislukt(new Afleverresultaat.Geweigerd($"identificatie taken in {resource}"));
    }

    private static bool IsOurs(JsonElement zaak, string kenmerk) => zaak.TryGetProperty("kenmerken", out var marks) && marks.ValueKind == JsonValueKind.Array
        && marks.EnumerateArray().Any(mark => mark.GetProperty("kenmerk").ValueEquals(kenmerk) && mark.GetProperty("bron").ValueEquals(Bron));

    private static bool IsOurs(JsonElement document) => document.TryGetProperty("auteur", out var author) && author.ValueEquals(Bron);

    private static string Iso(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
