using KlachtHulp.Bot.Storage;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Beheer;

/// <summary>Looking after the database from the command line: <c>backup</c>, <c>move</c> and the second half of <c>check</c>.</summary>
public sealed class StoreCommands(IConfiguration configuration, TextWriter output)
{
    /// <summary>Name under which the days of backups are kept.</summary>
    internal const string Reservekopie = "reservekopie";

    /// <summary>The settings as the service itself reads them, without its command line.</summary>
    public static IConfiguration Settings() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();

    /// <summary>A copy of the database in one file, also while the service runs. The master keys are not in it.</summary>
    /// <returns>Exit code.</returns>
    public async Task<int> BackupAsync(string path, CancellationToken cancellationToken)
    {
        var settings = StorageSettings.Read(configuration);
        if (settings.Soort != "sqlite" || !File.Exists(settings.Pad))
        {
            await output.WriteLineAsync(settings.Soort == "sqlite"
                ? $"Er is geen database op {settings.Pad}."
                : "Dit is voor SQLite. Gebruik bij PostgreSQL pg_dump of pg_basebackup, en meld het daarna met -- backed-up.");
            return 1;
        }

        await using var store = await OpenAsync(configuration, cancellationToken);
        await store.BackupAsync(path, cancellationToken);
        await store.AddTalliesAsync([new(Amsterdam.Day(TimeProvider.System.GetUtcNow()), Reservekopie, "", 1)], cancellationToken);
        await output.WriteLineAsync($"Reservekopie gemaakt en nagekeken: {path}. Bewaar de sleutels ({settings.SleutelBestand ?? "naast de database"}) op een andere plek.");
        return 0;
    }

    /// <summary>Notes that a backup was made with other means, such as those of PostgreSQL, so that the page of the klachtencoördinator can say so.</summary>
    /// <returns>Exit code.</returns>
    public async Task<int> BackedUpAsync(CancellationToken cancellationToken)
    {
        await using var store = await OpenAsync(configuration, cancellationToken);
        await store.AddTalliesAsync([new(Amsterdam.Day(TimeProvider.System.GetUtcNow()), Reservekopie, "", 1)], cancellationToken);
        await output.WriteLineAsync("De reservekopie van vandaag is genoteerd.");
        return 0;
    }

    /// <summary>Brings everything to another, empty database. The service must stand still.</summary>
    /// <param name="target">JSON file with a section <c>KlachtHulp:Opslag</c> for the new database.</param>
    /// <returns>Exit code.</returns>
    /// <exception cref="StorageSetupException">The target is not empty, lacks a key, or differs afterwards.</exception>
    public async Task<int> MoveAsync(string target, CancellationToken cancellationToken)
    {
        var there = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(target), optional: false).Build();
        await using var source = await OpenAsync(configuration, cancellationToken);
        await using var destination = await OpenAsync(there, cancellationToken);
        var report = await StoreMove.MoveAsync(source, destination, cancellationToken);
        await output.WriteLineAsync($"Verhuisd en vergeleken: {report.Conversations} gesprekken, {report.Turns} beurten, {report.Outbox} te bezorgen; controlegetal {report.Hash}.");
        return 0;
    }

    /// <summary>Wraps every key with the newest master key, also while the service runs. Without the older master keys, what was erased before is then beyond reach in old copies too.</summary>
    /// <returns>Exit code.</returns>
    public async Task<int> RotateAsync(CancellationToken cancellationToken)
    {
        await using var store = await OpenAsync(configuration, cancellationToken);
        var count = await store.RotateKeysAsync(cancellationToken);
        await output.WriteLineAsync($"{count} sleutels opnieuw verpakt. Haal oudere hoofdsleutels nu uit het sleutelbestand, ook uit uw kopieën ervan.");
        return 0;
    }

    /// <summary>Opens every seal in the database. Does nothing when there is none yet.</summary>
    /// <returns>Exit code: 1 when something cannot be read.</returns>
    public async Task<int> CheckAsync(CancellationToken cancellationToken)
    {
        var settings = StorageSettings.Read(configuration);
        if (settings.Soort == "geheugen" || (settings.Soort == "sqlite" && !File.Exists(settings.Pad)))
        {
            return 0;
        }

        await using var store = await OpenAsync(configuration, cancellationToken);
        var check = await store.CheckAsync(cancellationToken);
        var outbox = await store.ReadOutboxAsync(cancellationToken);
        await output.WriteLineAsync($"Opslag: {check.Conversations} gesprekken, {check.Turns} beurten; {outbox.Waiting} klachten onderweg, {outbox.Parked} geparkeerd.");
        foreach (var problem in check.Problems)
        {
            await output.WriteLineAsync($"Niet in orde: {problem}");
        }

        return check.Problems.Count == 0 ? 0 : 1;
    }

    private static Task<ConversationStore> OpenAsync(IConfiguration configuration, CancellationToken cancellationToken)
        => StorageSetup.OpenAsync(StorageSettings.Read(configuration), new(), TimeProvider.System, cancellationToken);
}
