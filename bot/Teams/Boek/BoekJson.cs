using System.Text.Json.Serialization;

namespace KlachtHulp.Bot.Teams.Boek;

/// <summary>How the book of the helpdesk is stored: members may be added, never change their meaning.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Balielijst))]
[JsonSerializable(typeof(Medewerker))]
[JsonSerializable(typeof(Staffmelding))]
internal sealed partial class BoekJson : JsonSerializerContext;
