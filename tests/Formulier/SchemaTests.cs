using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using KlachtHulp.Dialogs.Formulier;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Formulier;

/// <summary>schemas/klachtformulier-1.0.json says exactly what comes out.</summary>
public sealed class SchemaTests
{
    private static readonly Lazy<IReadOnlyList<Klachtformulier>> Forms = new(static () => [.. Cover.Ends.Select(static end => end.Form).OfType<Klachtformulier>()]);

    private static readonly string[] Demanded = ["interneKlacht", "aan/ombudsman", "klachten/0/gronden"];

    private static Klachtformulier Klacht => Forms.Value.First(static form => form.Soort == "klacht" && form.Klachten[0].Toezegging is not null);

    private static Klachtformulier Verzoekschrift => Forms.Value.First(static form => form.Soort == "verzoekschrift" && form.Klachten[0].Privacy is not null);

    [Fact]
    public void Every_form_of_the_enumeration_is_valid()
    {
        var problems = Schema.Problems(Forms.Value.Select(static form => JsonNode.Parse(FormulierJson.Write(form))));

        Assert.Equal(Forms.Value.Count, problems.Count);
        Assert.True(problems.Count > 1000);
        Assert.All(problems, Assert.Empty);
    }

    public static TheoryData<string, Action<JsonObject>> Breakages => new()
    {
        { "without a name", static form => form["klager"]!.AsObject().Remove("naam") },
        { "without an address", static form => form["klager"]!.AsObject().Remove("adres") },
        { "without a complaint", static form => form["klachten"] = new JsonArray() },
        { "with a BSN", static form => form["klager"]!["bsn"] = "111222333" },
        { "of another kind", static form => form["soort"] = "bezwaar" },
        { "of another version", static form => form["schemaVersie"] = "2.0" },
        { "without a signature", static form => form.Remove("ondertekening") },
        { "not agreed to", static form => form["ondertekening"]!["akkoord"] = false },
        { "with a day in another notation", static form => form["dagtekening"] = "22-11-2026" },
        { "with an unknown day that has a value", static form => form["klachten"]![0]!["wanneer"] = JsonNode.Parse("""{"precisie":"onbekend","tekst":"onbekend","waarde":"2026-11-22"}""") },
        { "with a known day that has none", static form => form["klachten"]![0]!["wanneer"] = JsonNode.Parse("""{"precisie":"dag","tekst":"dinsdag"}""") },
        { "with a complaint of no kind", static form => form["klachten"]![0]!["soort"] = "bijzonder" },
        { "with a block of another kind", static form => form["klachten"]![0]!["soort"] = "bejegening" },
        { "with an empty text", static form => form["klachten"]![0]!["omschrijving"] = "" },
        { "with something more", static form => form["extra"] = true },
    };

    [Fact]
    public void A_broken_form_is_not_valid()
    {
        var broken = new List<JsonNode?>();
        foreach (var row in Breakages)
        {
            var form = JsonNode.Parse(FormulierJson.Write(Klacht))!.AsObject(); // a form is an object
            ((Action<JsonObject>)row[1])(form);
            broken.Add(form);
        }

        var problems = Schema.Problems(broken);

        Assert.All(Breakages.Zip(problems), static pair => Assert.True(pair.Second.Count > 0, $"A form {pair.First[0]} is accepted."));
    }

    [Fact]
    public void A_verzoekschrift_without_what_article_9_28_asks_is_not_valid()
    {
        var broken = Demanded.Select(static path =>
        {
            var form = JsonNode.Parse(FormulierJson.Write(Verzoekschrift));
            var steps = path.Split('/');
            var holder = steps[..^1].Aggregate(form, static (node, step) => int.TryParse(step, out var index) ? node![index] : node![step]);
            Assert.True(holder!.AsObject().Remove(steps[^1]));
            return form;
        }).ToList();

        Assert.All(Schema.Problems(broken), Assert.NotEmpty);
    }

    [Fact]
    public void The_schema_has_every_field_of_the_form_and_no_other()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Schema.File));
        var seen = new HashSet<Type>();

        Compare(typeof(Klachtformulier), schema.RootElement, schema.RootElement, seen);

        Assert.Contains(typeof(InterneKlacht), seen);
        Assert.Contains(typeof(Soortkeuze), seen);
    }

    [Fact]
    public void Nothing_may_be_added_and_everything_has_a_dutch_title()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Schema.File));
        var objects = Objects(schema.RootElement).ToList();

        Assert.True(objects.Count > 12);
        Assert.All(objects, static found => Assert.Equal(JsonValueKind.False, found.GetProperty("additionalProperties").ValueKind));
        Assert.All(objects, static found => Assert.NotEqual("", found.GetProperty("title").GetString()));
    }

    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => (element.TryGetProperty("type", out var type) && type.ValueEquals("object") ? [element] : Array.Empty<JsonElement>())
            .Concat(element.EnumerateObject().Where(static property => property.Name is not ("then" or "else")).SelectMany(static property => Objects(property.Value))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };

    private static void Compare(Type type, JsonElement schema, JsonElement root, HashSet<Type> seen)
    {
        seen.Add(type);
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        var names = properties.Select(static property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Order(StringComparer.Ordinal);
        Assert.Equal(names, schema.GetProperty("properties").EnumerateObject().Select(static property => property.Name).Order(StringComparer.Ordinal));
        var always = properties.Where(static property => new NullabilityInfoContext().Create(property).ReadState == NullabilityState.NotNull)
            .Select(static property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Order(StringComparer.Ordinal);
        Assert.Equal(always, schema.GetProperty("required").EnumerateArray().Select(static name => name.GetString() ?? "").Order(StringComparer.Ordinal));
        foreach (var property in properties)
        {
            var inner = Resolve(schema.GetProperty("properties").GetProperty(JsonNamingPolicy.CamelCase.ConvertName(property.Name)), root);
            var (element, part) = Unwrap(property.PropertyType, inner, root);
            if (element.Namespace == typeof(Klachtformulier).Namespace)
            {
                Compare(element, part, root, seen);
            }
        }
    }

    private static (Type Type, JsonElement Schema) Unwrap(Type type, JsonElement schema, JsonElement root)
        => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)) ? (type.GetGenericArguments()[0], Resolve(schema.GetProperty("items"), root)) : (type, schema);

    private static JsonElement Resolve(JsonElement schema, JsonElement root)
        => schema.TryGetProperty("$ref", out var reference) ? root.GetProperty("$defs").GetProperty((reference.GetString() ?? "")["#/$defs/".Length..]) : schema;
}
