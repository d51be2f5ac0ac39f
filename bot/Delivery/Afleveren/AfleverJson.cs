using System.Text.Json.Serialization;

namespace KlachtHulp.Bot.Delivery.Afleveren;

/// <summary>JSON that deliveries keep or send themselves.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class AfleverJson : JsonSerializerContext;
