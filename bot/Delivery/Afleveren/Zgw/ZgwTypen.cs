using System.Globalization;
using System.Text.Json;

namespace KlachtHulp.Bot.Delivery.Afleveren.Zgw;

/// <summary>Looks up the types in the catalogus of the gemeente, as they are valid on the day of the form.</summary>
internal sealed class ZgwTypen(ZgwClient client, ZgwSettings settings)
{
    /// <exception cref="AfleveringMislukt">There is no such catalogus: the settings must change. Likewise below.</exception>
    public async Task<string> CatalogusAsync(CancellationToken cancellationToken)
        => ZgwClient.UrlOf(await FirstAsync("catalogussen", [("domein", settings.Domein), ("rsin", settings.Rsin)], cancellationToken), "catalogussen");

    public async Task<string> ZaaktypeAsync(string catalogus, DateOnly dag, CancellationToken cancellationToken)
        => ZgwClient.UrlOf(await FirstAsync(
            "zaaktypen",
            [("catalogus", catalogus), ("identificatie", settings.Zaaktype), ("datumGeldigheid", Iso(dag))],
            cancellationToken), "zaaktypen");

    public async Task<string> InformatieobjecttypeAsync(string catalogus, DateOnly dag, CancellationToken cancellationToken)
        => ZgwClient.UrlOf(await FirstAsync(
            "informatieobjecttypen",
            [("catalogus", catalogus), ("omschrijving", settings.Informatieobjecttype), ("datumGeldigheid", Iso(dag))],
            cancellationToken), "informatieobjecttypen");

    /// <summary>The status with which a zaak of this type begins.</summary>
    public async Task<string> EersteStatustypeAsync(string zaaktype, CancellationToken cancellationToken)
    {
        var found = await client.ListAsync(settings.Catalogi, "statustypen", [("zaaktype", zaaktype)], cancellationToken);
        return found.Count > 0 ? ZgwClient.UrlOf(found.MinBy(static type => type.GetProperty("volgnummer").GetInt32()), "statustypen") : throw Missing("statustypen");
    }

    private async Task<JsonElement> FirstAsync(string resource, (string Name, string Value)[] query, CancellationToken cancellationToken)
        => await client.ListAsync(settings.Catalogi, resource, query, cancellationToken) is [var first, ..] ? first : throw Missing(resource);

    private static AfleveringMislukt Missing(string resource) => new(new Afleverresultaat.Geweigerd($"nothing in {resource}"));

    private static string Iso(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
