using System.Text.Json.Nodes;

namespace KlachtHulp.Bot.Teams.Kaarten;

/// <summary>The parts of a card. Colours are those of the host, so that light, dark and high contrast all work, and never say something alone.</summary>
internal static class Deel
{
    /// <summary>Breaks what would become a link or bold in the little markdown that cards know.</summary>
    public static string Plain(string text) => text.Replace("](", "]\u200B(", StringComparison.Ordinal).Replace("**", "*\u200B*", StringComparison.Ordinal).Replace("__", "_\u200B_", StringComparison.Ordinal);

    /// <summary>A heading for eyes and screen readers.</summary>
    public static JsonObject Kop(string text) => new()
    {
        ["type"] = "TextBlock",
        ["text"] = Plain(text),
        ["wrap"] = true,
        ["style"] = "heading",
        ["size"] = "medium",
        ["weight"] = "bolder",
    };

    public static JsonObject Tekst(string text, bool subtle = false, bool bold = false) => new()
    {
        ["type"] = "TextBlock",
        ["text"] = Plain(text),
        ["wrap"] = true,
        ["isSubtle"] = subtle,
        ["weight"] = bold ? "bolder" : "default",
    };

    /// <summary>Paragraphs one by one: a single end of line means nothing in a card.</summary>
    public static IEnumerable<JsonObject> Alineas(string text, bool subtle = false)
        => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => Tekst(line, subtle));

    /// <summary>Words of a resident: no markdown at all.</summary>
    public static JsonObject Letterlijk(string text) => new()
    {
        ["type"] = "RichTextBlock",
        ["spacing"] = "none",
        ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = text }),
    };

    /// <param name="style">default, emphasis, accent, good, warning or attention.</param>
    public static JsonObject Vak(string style, IEnumerable<JsonObject> parts) => new()
    {
        ["type"] = "Container",
        ["style"] = style,
        ["items"] = new JsonArray([.. parts]),
    };

    /// <summary>A message in a box; the word before it says what the colour says.</summary>
    public static JsonObject Gezegd(string word, string text, string style)
        => Vak(style, word.Length > 0 ? [Tekst(word, bold: true), .. Alineas(text)] : Alineas(text));

    public static JsonObject Knoppen(params IEnumerable<JsonObject> actions) => new()
    {
        ["type"] = "ActionSet",
        ["actions"] = new JsonArray([.. actions]),
    };

    /// <summary>A button. Newer clients put the answer in the place of the card, older ones send the same data as a message.</summary>
    /// <param name="inputs">Whether the fields of the card go with it; otherwise they need not be filled in.</param>
    public static JsonObject Knop(string title, JsonObject data, bool inputs = false)
    {
        var execute = Action("Action.Execute", title, data, inputs);
        execute["verb"] = data["balie"]?.GetValue<string>();
        execute["fallback"] = Action("Action.Submit", title, data, inputs);
        return execute;
    }

    /// <param name="spoken">What it opens, for who does not see what stands above it.</param>
    public static JsonObject Link(string title, string address, string? spoken = null)
        => new() { ["type"] = "Action.OpenUrl", ["title"] = title, ["tooltip"] = spoken ?? title, ["url"] = address };

    /// <param name="spoken">What it is, for who does not see it.</param>
    public static JsonObject Plaat(string address, string spoken)
        => new() { ["type"] = "Image", ["url"] = address, ["altText"] = spoken, ["width"] = "220px" };

    /// <summary>Shows or hides a part without asking the service.</summary>
    public static JsonObject Wissel(string title, string id) => new()
    {
        ["type"] = "Action.ToggleVisibility",
        ["title"] = title,
        ["targetElements"] = new JsonArray(id),
    };

    public static JsonObject Verborgen(string id, JsonObject part)
    {
        part["id"] = id;
        part["isVisible"] = false;
        return part;
    }

    public static JsonObject Data(string balie, params (string Name, string? Value)[] values)
    {
        var data = new JsonObject { ["balie"] = balie };
        foreach (var (name, value) in values.Where(static pair => pair.Value is not null))
        {
            data[name] = value;
        }

        return data;
    }

    private static JsonObject Action(string type, string title, JsonObject data, bool inputs)
        => new() { ["type"] = type, ["title"] = title, ["data"] = data.DeepClone(), ["associatedInputs"] = inputs ? "auto" : "none" };
}
