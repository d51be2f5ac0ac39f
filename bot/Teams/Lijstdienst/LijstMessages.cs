using System.Text.Json.Serialization;

namespace KlachtHulp.Bot.Teams.Lijstdienst;

/// <summary>One page of the klachten that the helpdesk of a gemeente took in, nearest last day first.</summary>
/// <param name="Totaal">How many there are on all pages.</param>
public sealed record Klachtenlijst(IReadOnlyList<KlachtRegel> Klachten, int Totaal, int Pagina, int Aantal, [property: JsonPropertyName("_links")] PaginaLinks Links);

/// <summary>One klacht, without a word of what is in it.</summary>
/// <param name="Kenmerk">As on the form.</param>
/// <param name="Stand">Where it is.</param>
/// <param name="Begonnen">UTC.</param>
/// <param name="Bijna">A last day is near or past.</param>
public sealed record KlachtRegel(string Kenmerk, string Stand, DateTimeOffset Begonnen, bool Bijna, IReadOnlyList<DagRegel> LaatsteDagen);

/// <param name="Termijn">Code of the term.</param>
/// <param name="Naam">What happens until then.</param>
public sealed record DagRegel(string Termijn, string Naam, DateOnly Dag);

/// <summary>Addresses of this page and those beside it; null where there is none.</summary>
public sealed record PaginaLinks(PaginaLink Self, PaginaLink? Prev, PaginaLink? Next);

public sealed record PaginaLink(string Href);

/// <param name="Kenmerk">As on the form; in the body, because an address is kept in logs.</param>
public sealed record Zoekvraag(string? Kenmerk);

/// <summary>How the lists are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Klachtenlijst))]
[JsonSerializable(typeof(Zoekvraag))]
internal sealed partial class LijstJson : JsonSerializerContext;
