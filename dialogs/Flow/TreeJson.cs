using System.Text.Encodings.Web;
using System.Text.Json;

namespace KlachtHulp.Dialogs.Flow;

/// <summary>The tree as canonical JSON: the same tree always gives the same text. It is committed, so that a change shows in review.</summary>
public static class TreeJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Tree tree)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", tree.Id);
            json.WriteStartArray("stappen");
            foreach (var stage in tree.Stages)
            {
                json.WriteStringValue(stage);
            }

            json.WriteEndArray();
            WriteQuestions(json, tree);
            json.WritePropertyName("boom");
            WriteNode(json, tree.Root);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteQuestions(Utf8JsonWriter json, Tree tree)
    {
        json.WriteStartObject("vragen");
        foreach (var (id, question) in tree.Questions.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(id);
            json.WriteString("soort", question.Soort.ToString());
            if (question.Options.Count > 0)
            {
                WriteList(json, "opties", question.Options);
            }

            json.WriteBoolean("magOnbekend", question.AllowsUnknown);
            json.WriteString("gevoeligheid", question.Sensitivity.ToString());
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, Node node)
    {
        json.WriteStartObject();
        switch (node)
        {
            case Node.Seq seq:
                WriteNodes(json, "reeks", seq.Items);
                break;
            case Node.Ask ask:
                json.WriteString("vraag", ask.Question.Id);
                json.WriteBoolean("verplicht", ask.Required);
                break;
            case Node.When branch:
                json.WriteString("als", Describe(branch.Condition));
                json.WritePropertyName("dan");
                WriteNode(json, branch.Then);
                WriteOptional(json, "anders", branch.Else);
                break;
            case Node.Switch fork:
                json.WriteString("kies", fork.On.Id);
                WriteCases(json, fork);
                break;
            case Node.Repeat repeat:
                json.WriteString("herhaal", repeat.Key.Id);
                json.WriteString("nog_een", repeat.Key.More.Id);
                json.WriteNumber("hoogstens", repeat.Key.Max);
                json.WritePropertyName("inhoud");
                WriteNode(json, repeat.Body);
                break;
            case Node.Stage stage:
                json.WriteString("stap", stage.Id);
                json.WritePropertyName("inhoud");
                WriteNode(json, stage.Body);
                break;
            case Node.Tell tell:
                json.WriteString("zeg", tell.TextKey);
                break;
            case Node.Outcome outcome:
                json.WriteString("einde", outcome.Id);
                json.WriteString("formulier", outcome.Form);
                WriteList(json, "nodig", [.. outcome.Needs.Select(static need => need.Id)]);
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, Node? node)
    {
        if (node is not null)
        {
            json.WritePropertyName(name);
            WriteNode(json, node);
        }
    }

    private static void WriteNodes(Utf8JsonWriter json, string name, IEnumerable<Node> nodes)
    {
        json.WriteStartArray(name);
        foreach (var node in nodes)
        {
            WriteNode(json, node);
        }

        json.WriteEndArray();
    }

    private static void WriteCases(Utf8JsonWriter json, Node.Switch fork)
    {
        json.WriteStartArray("gevallen");
        foreach (var part in fork.Cases)
        {
            json.WriteStartObject();
            WriteList(json, "bij", part.Values);
            json.WritePropertyName("dan");
            WriteNode(json, part.Then);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>A condition as one readable line.</summary>
    public static string Describe(Condition condition) => condition switch
    {
        Condition.Is part => $"{part.On.Id} = {(part.Value ? "ja" : "nee")}",
        Condition.OneOf part => $"{part.On.Id} is {string.Join(" of ", part.Values)}",
        Condition.Includes part => $"{part.On.Id} bevat {part.Value}",
        Condition.Answered part => $"{part.On.Id} is ingevuld",
        Condition.First => "eerste ronde",
        Condition.Follows part => $"regel {part.Rule.Name} ({string.Join(", ", part.Rule.Reads.Select(static question => question.Id))})",
        Condition.Not part => $"niet ({Describe(part.Inner)})",
        Condition.And part => string.Join(" en ", part.All.Select(static inner => $"({Describe(inner)})")),
        Condition.Or part => string.Join(" of ", part.Any.Select(static inner => $"({Describe(inner)})")),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
