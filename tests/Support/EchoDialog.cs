using System.Text;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Tests.Support;

/// <summary>A dialog of three questions that repeats what it hears. Its body is one line per answer.</summary>
public sealed class EchoDialog : IDialog
{
    private static readonly string[] Vragen = ["wie", "wat", "wanneer"];

    public DialogTurn Step(ReadOnlyMemory<byte> body, Incoming incoming, DialogContext context) => incoming switch
    {
        Incoming.Joined { Taal: { } taal } => Turn(body, context, new Prompt.Say($"Welkom bij de proef in {taal}.")),
        Incoming.Joined => Turn(body, context, new Prompt.Say("Welkom bij de proef.")),
        Incoming.Said said => Answer(body, context, said.Text),
        Incoming.Chose chose => Answer(body, context, chose.Antwoord),
        Incoming.Commanded { Command: Command.Wis } => new DialogTurn(body, [new Prompt.Say("Alles is gewist.")], [], Erase: true, Changed: true),
        Incoming.Commanded other => Turn(body, context, new Prompt.Say($"Knop {other.Command} {other.Argument}".Trim())),
        _ => throw new InvalidOperationException(),
    };

    public string Keep(string text) => text;

    public Overzicht Overview(ReadOnlyMemory<byte> body, DialogContext context)
    {
        var answers = Answers(body);
        return new Overzicht(
            StepOf(answers.Length), [.. answers.Take(Vragen.Length)
                .Select((answer, index) => new OverzichtRij(Vragen[index], Vragen[index], "proef", answer, "gegeven"))], answers.Length >= Vragen.Length);
    }

    public IReadOnlyList<DocumentFile> Documents(ReadOnlyMemory<byte> body, DialogContext context)
        => Answers(body).Length >= Vragen.Length ? [new DocumentFile("brief.txt", "text/plain", () => body.ToArray())] : [];

    private static DialogTurn Answer(ReadOnlyMemory<byte> body, DialogContext context, string answer)
    {
        var line = answer.ReplaceLineEndings(" ");
        ReadOnlyMemory<byte> next = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span) + line + "\n");
        return Turn(next, context, new Prompt.Say($"U zei: {line}", Tone.Echo));
    }

    private static DialogTurn Turn(ReadOnlyMemory<byte> body, DialogContext context, Prompt.Say first)
    {
        var given = Answers(body).Length;
        Prompt next = given < Vragen.Length ? new Prompt.Vraag(Ask(given)) : new Prompt.Einde(End());
        return new DialogTurn(body, [first, next], [], Erase: false, Changed: context.Kanaal.Length >= 0);
    }

    private static VraagPrompt Ask(int index) => new(Vragen[index], Soort.Keuze, $"Vraag {index + 1}: {Vragen[index]}?")
    {
        Stap = StepOf(index),
        Opties = [new Optie("een", "De eerste keuze"), new Optie("twee", "De tweede keuze")],
    };

    private static Stap StepOf(int index) => new(Math.Min(index + 1, Vragen.Length), Vragen.Length, "Proef");

    private static Uitkomst End() => new("klacht", "Klaar", "Dit was de proef.", [], [new DocumentLink("brief.txt", "text/plain", "De brief")]);

    private static string[] Answers(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetString(body.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
