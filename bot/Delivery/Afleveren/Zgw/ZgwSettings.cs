namespace KlachtHulp.Bot.Delivery.Afleveren.Zgw;

/// <summary>The section <c>Zgw</c> of a way of delivering.</summary>
/// <param name="Zaken">Root of the Zaken API, ending in a slash; likewise the other two.</param>
/// <param name="Rsin">RSIN of the gemeente, nine digits.</param>
/// <param name="Domein">Of the catalogus that holds the types.</param>
/// <param name="Zaaktype">Identificatie of the zaaktype. Its address is looked up: each version of a type has another.</param>
/// <param name="Informatieobjecttype">Omschrijving of the type of the documents.</param>
/// <param name="Vertrouwelijkheid">Vertrouwelijkheidaanduiding of zaak and documents.</param>
public sealed record ZgwSettings(
    Uri Zaken,
    Uri Documenten,
    Uri Catalogi,
    string ClientId,
    string Geheim,
    string Rsin,
    string Domein,
    string Zaaktype,
    string Informatieobjecttype,
    string Vertrouwelijkheid)
{
    /// <exception cref="InvalidOperationException">A setting is missing or unsafe.</exception>
    public static ZgwSettings From(IConfigurationSection section) => new(
        AfleverHttp.Root(section, "Zaken"),
        AfleverHttp.Root(section, "Documenten"),
        AfleverHttp.Root(section, "Catalogi"),
        AfleverHttp.Required(section, "ClientId"),
        AfleverHttp.Required(section, "Geheim"),
        AfleverHttp.Required(section, "Rsin"),
        AfleverHttp.Required(section, "Domein"),
        AfleverHttp.Required(section, "Zaaktype"),
        AfleverHttp.Required(section, "Informatieobjecttype"),
        section["Vertrouwelijkheid"] ?? "zaakvertrouwelijk");
}
