using System.Text;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Commands;
using KlachtHulp.Bot.Content;
using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Topics;
using KlachtHulp.Tests.Recht;

namespace KlachtHulp.Tests.Journeys;

/// <summary>A case that was played to its end.</summary>
/// <param name="Conversation">What stood on the screen.</param>
/// <param name="Unsaid">Paths at which the case had more to say than was asked.</param>
internal sealed record Journey(Geval Geval, string Conversation, Position Position, IReadOnlyList<string> Unsaid, IReadOnlyList<DocumentFile> Documents)
{
    public static Journey Play(Klachthulp klachthulp, string id)
    {
        var geval = GevallenReader.Read(Seeds.Folder, id);
        var dialog = new KlachtGesprek(klachthulp, GesprekSetup.Documents(klachthulp));
        using var screen = new StringWriter { NewLine = "\n" };
        var player = new Gevalspeler(dialog, geval, screen);
        var body = player.Run(folder: null);
        var context = new DialogContext(player.Now, geval.Peildatum, Gemeente: "", Kanaal: "terminal") { Gesprek = player.Conversation };
        var memory = Memory.Of(LogCodec.Read(body), klachthulp.Tree.Seals);
        var position = Walk.Replay(klachthulp.Tree, memory.Given, geval.Peildatum);
        return new Journey(geval, screen.ToString(), position, player.Unsaid, dialog.Documents(body, context));
    }

    /// <summary>The conversation with who says what: <c>&gt;</c> the resident, <c>&lt;</c> KlachtHulp.</summary>
    public string Transcript()
    {
        var text = new StringBuilder();
        foreach (var line in Conversation.TrimEnd().Split('\n'))
        {
            var resident = line.StartsWith("> ", StringComparison.Ordinal);
            text.Append(resident ? "\n" : line.Length > 0 ? "< " : "").Append(line).Append(resident ? "\n\n" : "\n");
        }

        return text.ToString().Replace("\n\n\n", "\n\n", StringComparison.Ordinal);
    }

    /// <summary>The letter as the resident gets it; null when this end has none.</summary>
    public string? Letter => Content(Documenten.Tekst);

    /// <summary>The form; null when this end has none.</summary>
    public JsonNode? Form => Content(Documenten.Json) is { } json ? JsonNode.Parse(json) : null;

    private string? Content(string kind) => Documents.FirstOrDefault(file => file.Soort == kind) is { } file ? Encoding.UTF8.GetString(file.Inhoud()) : null;
}
