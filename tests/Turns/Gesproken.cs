using System.Text;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Turns;

/// <summary>
/// Plays a script of messages and writes down all that comes back, as a person would read it. A line of a script is what the resident types, or
/// <c>/Command argument</c>, or <c>path=value</c> for a button (<c>#value</c> for a button of the question on screen).
/// </summary>
internal static class Gesproken
{
    public static string Speel(Conversation conversation, IEnumerable<string> script)
    {
        var text = new StringBuilder();
        Toon(text, conversation.Prompts);
        foreach (var line in script)
        {
            text.Append("\n> ").Append(line).Append("\n\n");
            Toon(text, conversation.Send(Read(conversation, line)).Prompts);
            if (conversation.Turn.Erase)
            {
                text.Append("(everything is erased)\n");
            }
        }

        return text.ToString();
    }

    private static Incoming Read(Conversation conversation, string line)
    {
        if (line.StartsWith('/'))
        {
            var parts = line[1..].Split(' ', 2);
            return new Incoming.Commanded(Enum.Parse<Command>(parts[0]), parts.Length > 1 ? parts[1] : null);
        }

        if (line.StartsWith('#'))
        {
            return new Incoming.Chose(conversation.Asked!.Vraag, line[1..], line[1..]); // not null: a script presses only where something is asked
        }

        var button = line.Split('=', 2);
        return button.Length == 2 ? new Incoming.Chose(button[0], button[1], button[1]) : new Incoming.Said(line);
    }

    private static void Toon(StringBuilder text, IReadOnlyList<Prompt> prompts)
    {
        foreach (var prompt in prompts)
        {
            text.AppendJoin('\n', Lines(prompt).Where(static line => line.Length > 0).Select(static line => "< " + line.Replace("\n", "\n< ", StringComparison.Ordinal))).Append('\n');
        }
    }

    private static IEnumerable<string> Lines(Prompt prompt) => prompt switch
    {
        Prompt.Say say => [(say.Tone == Tone.Plain ? "" : $"[{say.Tone}] ") + say.Text + (say.MaySave ? " (bewaren?)" : "") + (say.Waits ? " (wacht)" : "")],
        Prompt.Vraag { Content: var vraag } => Vraag(vraag),
        Prompt.Einde { Content: var einde } => [$"[einde {einde.Formulier}] {einde.Titel}", einde.Uitleg, .. einde.Routes.Select(static route => $"{route.Code} {route.Naam}")],
        _ => [],
    };

    private static IEnumerable<string> Vraag(VraagPrompt vraag) =>
    [
        $"[{vraag.Vraag}, {vraag.Soort}, {vraag.Stap.Nr}/{vraag.Stap.Van} {vraag.Stap.Titel}]{(vraag.Verplicht ? " verplicht" : "")}{(vraag.MagOnbekend ? " weet-niet" : "")}{(vraag.MagGenoeg ? " genoeg" : "")}",
        vraag.Titel,
        vraag.Hulp,
        vraag.Waarom.Length > 0 ? "Waarom: " + vraag.Waarom : "",
        string.Join(" | ", vraag.Opties.Select(static option => $"{option.Id}: {option.Titel}")),
        vraag.Voorstel is { } voorstel ? $"Voorstel: {voorstel.Tekst} ({voorstel.Antwoord})" : "",
        vraag.Huidig is { } huidig ? $"Huidig: {huidig.Tekst} ({huidig.Antwoord})" : "",
    ];
}
