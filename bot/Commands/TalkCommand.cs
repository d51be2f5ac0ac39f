using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Commands;

/// <summary>The conversation in a terminal: <c>dotnet run --project bot -- talk</c>. Nothing is kept but the documents at the end.</summary>
public sealed class TalkCommand(IDialog dialog, TextReader input, TextWriter output, TimeProvider clock)
{
    private readonly string _conversation = Guid.NewGuid().ToString("N");

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
                TalkText.Write(output, prompt);
            }

            if (turn.Erase || turn.Prompts.Any(static prompt => prompt is Prompt.Einde))
            {
                Keep(body, folder);
                return body;
            }

            output.Write("> ");
            if (input.ReadLine() is not { } line)
            {
                return body;
            }

            incoming = new Incoming.Said(line.Replace("\\n", "\n", StringComparison.Ordinal));
        }
    }

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
        return new DialogContext(now, Amsterdam.Day(now), Gemeente: "", Kanaal: "terminal") { Gesprek = _conversation };
    }
}
