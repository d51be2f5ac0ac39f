using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Commands;

/// <summary>The conversation in a terminal: <c>dotnet run --project bot -- talk</c>. Nothing is kept but the documents at the end.</summary>
/// <param name="resident">What is typed at a question, by its path; null when nothing more comes.</param>
public sealed class TalkCommand(IDialog dialog, Func<string, string?> resident, TextWriter output, TimeProvider clock)
{
    /// <summary>Id of the conversation.</summary>
    public string Conversation { get; init; } = Guid.NewGuid().ToString("N");

    /// <param name="folder">Where the documents are written; null to write none.</param>
    /// <returns>The body of the conversation as it stood at the end.</returns>
    public ReadOnlyMemory<byte> Run(string? folder)
    {
        ReadOnlyMemory<byte> body = default;
        Incoming incoming = new Incoming.Joined();
        while (true)
        {
            var turn = dialog.Step(body, incoming, Context());
            body = turn.Body;
            foreach (var prompt in turn.Prompts)
            {
                Show(prompt, body);
            }

            if (turn.Erase || turn.Prompts.Any(static prompt => prompt is Prompt.Einde))
            {
                Keep(body, folder);
                return body;
            }

            output.Write("> ");
            if (resident(Asked(turn.Prompts)) is not { } line)
            {
                return body;
            }

            incoming = new Incoming.Said(line.Replace("\\n", "\n", StringComparison.Ordinal));
        }
    }

    /// <summary>Who is asked whether everything is right, sees everything first.</summary>
    private void Show(Prompt prompt, ReadOnlyMemory<byte> body)
    {
        if (prompt is Prompt.Vraag { Content.Soort: Soort.Controle })
        {
            TalkText.Write(output, dialog.Overview(body, Context()));
        }

        TalkText.Write(output, prompt);
    }

    private static string Asked(IReadOnlyList<Prompt> prompts) => prompts.OfType<Prompt.Vraag>().LastOrDefault()?.Content.Vraag ?? "";

    private void Keep(ReadOnlyMemory<byte> body, string? folder)
    {
        var files = dialog.Documents(body, Context());
        if (folder is null || files.Count == 0)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Naam);
            File.WriteAllBytes(path, file.Inhoud());
            output.WriteLine(path);
        }
    }

    private DialogContext Context()
    {
        var now = clock.GetUtcNow();
        return new DialogContext(now, Amsterdam.Day(now), Gemeente: "", Kanaal: "terminal") { Gesprek = Conversation };
    }
}
