using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KlachtHulp.Tests.Journeys;

/// <summary>Finds a value in the JSON of a form by its place, as the cases write it: <c>klachten.0.wanneer.precisie</c>.</summary>
internal static class FormPath
{
    /// <returns>The value as text; of a list its members, of members with an id that id; empty when there is none.</returns>
    public static string Value(JsonNode form, string path)
    {
        var found = path.Split('.').Aggregate<string, JsonNode?>(form, static (node, part) => node switch
        {
            JsonArray list => list.ElementAtOrDefault(int.Parse(part, CultureInfo.InvariantCulture)),
            JsonObject block => block[part],
            _ => null,
        });
        return Text(found);
    }

    private static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonArray list => string.Join(", ", list.Select(Text)),
        JsonObject block => Text(block["id"] ?? block["organisatie"]),
        var value => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(),
    };
}
