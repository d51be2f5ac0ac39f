using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Commands;

/// <summary>Prompts as plain lines.</summary>
internal static class TalkText
{
    public static void Write(TextWriter output, Prompt prompt)
    {
        switch (prompt)
        {
            case Prompt.Say say:
                output.WriteLine(say.Tone is Tone.Warning or Tone.Error or Tone.Crisis ? $"[!] {say.Text}" : say.Text);
                break;
            case Prompt.Vraag vraag:
                Question(output, vraag.Content);
                break;
            case Prompt.Einde einde:
                End(output, einde.Content);
                break;
        }

        output.WriteLine();
    }

    /// <summary>Everything answered so far, by step; what is not used stays away.</summary>
    public static void Write(TextWriter output, Overzicht overview)
    {
        foreach (var group in overview.Antwoorden.Where(static row => row.Status != "ongebruikt").GroupBy(static row => row.Groep))
        {
            output.WriteLine(group.Key);
            foreach (var row in group)
            {
                output.WriteLine($"  {row.Titel}: {row.Tekst}");
            }

            output.WriteLine();
        }
    }

    private static void Question(TextWriter output, VraagPrompt vraag)
    {
        output.WriteLine($"Stap {vraag.Stap.Nr} van {vraag.Stap.Van}: {vraag.Stap.Titel}");
        output.WriteLine(vraag.Verplicht ? vraag.Titel : $"{vraag.Titel} (niet verplicht)");
        if (vraag.Hulp.Length > 0)
        {
            output.WriteLine(vraag.Hulp);
        }

        for (var i = 0; i < vraag.Opties.Count; i++)
        {
            output.WriteLine($"  {i + 1}. {vraag.Opties[i].Titel}");
        }

        if (vraag.Voorstel is { } proposal)
        {
            output.WriteLine($"  Ik las: {proposal.Tekst}. Klopt dat? (ja / nee)");
        }
    }

    private static void End(TextWriter output, Uitkomst uitkomst)
    {
        output.WriteLine(uitkomst.Titel);
        output.WriteLine(uitkomst.Uitleg);
        foreach (var route in uitkomst.Routes)
        {
            output.WriteLine(route.Uiterlijk is { } day ? $"- {route.Naam}: {route.Uitleg} (uiterlijk {DagInWoorden.Van(day)})" : $"- {route.Naam}: {route.Uitleg}");
        }
    }
}
