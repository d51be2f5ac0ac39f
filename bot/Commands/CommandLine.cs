using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Commands;

/// <summary>What the program does besides serving: <c>talk</c>, <c>tree</c>, <c>check</c>, <c>recognize</c>.</summary>
public static class CommandLine
{
    private static readonly string[] Verbs = ["talk", "tree", "check", "recognize", StoreProbe.Verb];

    public static bool Knows(string verb) => Verbs.Contains(verb, StringComparer.Ordinal);

    /// <returns>Exit code: 0 when it went well.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return args switch
            {
                ["talk", .. var rest] => Talk(rest is ["--naar", var folder] ? folder : "."),
                ["tree", .. var rest] => TreeCommand.Run(GesprekSetup.Load(GesprekSetup.SeedFolder), rest, Console.Out),
                ["check"] => CheckCommand.Run(GesprekSetup.SeedFolder, Amsterdam.Day(TimeProvider.System.GetUtcNow()), Console.Out),
                ["recognize", ..] => RecognizeCommand.Run(GesprekSetup.SeedFolder),
                [StoreProbe.Verb, var path] => await Probe(path),
                _ => Usage(),
            };
        }
        catch (InvalidDataException unsound)
        {
            await Console.Error.WriteLineAsync(unsound.Message);
            return 1;
        }
    }

    private static int Talk(string folder)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        var klachthulp = GesprekSetup.Load(GesprekSetup.SeedFolder);
        new TalkCommand(new KlachtGesprek(klachthulp, GesprekSetup.Documents(klachthulp)), Console.In, Console.Out, TimeProvider.System).Run(folder);
        return 0;
    }

    private static async Task<int> Probe(string path)
    {
        await StoreProbe.RunAsync(path, Console.Out, CancellationToken.None);
        return 0;
    }

    private static int Usage()
    {
        Console.Error.WriteLine("Gebruik: talk [--naar MAP] | tree [json|mermaid|html|MAP] | check | recognize");
        return 2;
    }
}
