using KlachtHulp.Bot.Beheer;
using KlachtHulp.Bot.Content;
using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Bot.Privacy;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Teams.Pakket;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Commands;

/// <summary>
/// What the program does besides serving: <c>talk</c>, <c>tree</c>, <c>check</c>, <c>recognize</c>, <c>backup</c>, <c>backed-up</c>, <c>move</c>, <c>rotate</c>,
/// <c>register</c>, <c>teams-manifest</c>.
/// </summary>
public static class CommandLine
{
    private static readonly string[] Verbs = ["talk", "tree", "check", "recognize", "backup", "backed-up", "move", "rotate", "register", "teams-manifest", StoreProbe.Verb];

    public static bool Knows(string verb) => Verbs.Contains(verb, StringComparer.Ordinal);

    /// <returns>Exit code: 0 when it went well.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return args switch
            {
                ["talk"] => Talk("."),
                ["talk", "--naar", var folder] => Talk(folder),
                ["talk", "--voorbeeld", var id] => Play(id, folder: null),
                ["talk", "--voorbeeld", var id, "--naar", var folder] => Play(id, folder),
                ["tree", .. var rest] => TreeCommand.Run(GesprekSetup.Load(GesprekSetup.SeedFolder), rest, Console.Out),
                ["check"] => CheckCommand.Run(GesprekSetup.SeedFolder, Amsterdam.Day(TimeProvider.System.GetUtcNow()), Console.Out)
                    + await new StoreCommands(StoreCommands.Settings(), Console.Out).CheckAsync(CancellationToken.None),
                ["backup", var path] => await new StoreCommands(StoreCommands.Settings(), Console.Out).BackupAsync(path, CancellationToken.None),
                ["backed-up"] => await new StoreCommands(StoreCommands.Settings(), Console.Out).BackedUpAsync(CancellationToken.None),
                ["move", var target] => await new StoreCommands(StoreCommands.Settings(), Console.Out).MoveAsync(target, CancellationToken.None),
                ["teams-manifest", var folder] => Package(folder),
                ["rotate"] => await new StoreCommands(StoreCommands.Settings(), Console.Out).RotateAsync(CancellationToken.None),
                ["register"] => Register(),
                ["recognize", ..] => RecognizeCommand.Run(GesprekSetup.SeedFolder),
                [StoreProbe.Verb, var path] => await Probe(StoreProbe.RunAsync(path, Console.Out, CancellationToken.None)),
                [StoreProbe.Verb, var soort, var where, var keys] => await Probe(StoreProbe.RunAsync(soort, where, keys, Console.Out, CancellationToken.None)),
                _ => Usage(),
            };
        }
        catch (Exception unsound) when (unsound is InvalidDataException or StorageSetupException or IOException)
        {
            await Console.Error.WriteLineAsync(unsound.Message);
            return 1;
        }
    }

    private static int Talk(string folder)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        new TalkCommand(Gesprek(), static _ => Console.In.ReadLine(), Console.Out, TimeProvider.System).Run(folder);
        return 0;
    }

    private static int Play(string id, string? folder)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        new Gevalspeler(Gesprek(), GevallenReader.Read(GesprekSetup.SeedFolder, id), Console.Out).Run(folder);
        return 0;
    }

    private static KlachtGesprek Gesprek()
    {
        var klachthulp = GesprekSetup.Load(GesprekSetup.SeedFolder);
        return new KlachtGesprek(klachthulp, GesprekSetup.Documents(klachthulp));
    }

    private static int Package(string folder)
    {
        Console.WriteLine(TeamsPackage.Write(folder, TeamsPackage.Folder, StoreCommands.Settings()));
        return 0;
    }

    private static async Task<int> Probe(Task probe)
    {
        await probe;
        return 0;
    }

    private static int Register()
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        Console.Out.WriteLine(Verwerkingsregister.Write(GesprekSetup.Load(GesprekSetup.SeedFolder), GesprekSetup.SeedFolder));
        return 0;
    }

    private static int Usage()
    {
        Console.Error.WriteLine(
            "Gebruik: talk [--voorbeeld S001] [--naar MAP] | tree [json|mermaid|html|MAP] | check | recognize | backup BESTAND | backed-up | move INSTELLINGEN.json | rotate | register | teams-manifest MAP");
        return 2;
    }
}
