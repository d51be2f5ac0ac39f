using System.Diagnostics;
using System.Globalization;
using System.Text;
using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Bench.Faults;

/// <summary>kill -9 of a process that writes, at random moments, over and over on the same database.</summary>
internal static class Kill
{
    private const int Seed = 20261122;

    public static async Task<int> RunAsync(int rounds, string? connection)
    {
        var folder = Directory.CreateTempSubdirectory("klachthulp-kill-").FullName;
        var settings = Settings(folder, connection);
        var random = new Random(Seed);
        var acknowledged = new Dictionary<string, long>();
        var (lost, total) = (0, 0L);
        for (var round = 0; round < rounds; round++)
        {
            total += await WriteAndKillAsync(settings, random.Next(1, 400), acknowledged);
            await using var store = await StorageSetup.OpenAsync(settings, new(), TimeProvider.System, default);
            foreach (var (id, last) in acknowledged)
            {
                lost += await IsWholeAsync(store, id, last) ? 0 : 1;
            }

            // Now and then everything is looked at, seals too.
            lost += round % 20 == 19 ? (await store.CheckAsync(default)).Problems.Count : 0;
        }

        Directory.Delete(folder, recursive: true);
        Console.WriteLine($"{(connection is null ? "SQLite" : "PostgreSQL")}: {rounds} kills, {total} turns acknowledged, {lost} lost, doubled or damaged");
        return lost == 0 ? 0 : 1;
    }

    private static StorageSettings Settings(string folder, string? connection)
    {
        var keys = Path.Combine(folder, "sleutels.json");
        File.WriteAllText(keys, $$"""{"sleutels": [{"id": "k1", "sleutel": "{{Convert.ToBase64String(new byte[32])}}"}]}""");
        return connection is null ? new("sqlite", Path.Combine(folder, "kill.db"), null, keys) : new("postgres", "", connection, keys);
    }

    /// <returns>How many turns were acknowledged in this round.</returns>
    private static async Task<long> WriteAndKillAsync(StorageSettings settings, int lines, Dictionary<string, long> acknowledged)
    {
        string[] where = settings.Verbinding is { } connection ? ["postgres", connection] : ["sqlite", settings.Pad];
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(StoreProbe).Assembly.Location, StoreProbe.Verb, .. where, settings.SleutelBestand ?? ""]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("No process.");
        var seen = 0L;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ') is [var id, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var turn))
            {
                acknowledged[id] = Math.Max(acknowledged.GetValueOrDefault(id), turn);
                seen++;
            }

            if (seen == lines)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        return seen;
    }

    private static async Task<bool> IsWholeAsync(ConversationStore store, string id, long last)
    {
        if (await store.LoadAsync(id, default) is not { } found || found.Version < last)
        {
            return false;
        }

        // The whole of a long transcript is read only near its end: the rest was read in earlier rounds.
        var from = Math.Max(0, found.LastSequence - 2000);
        var number = from;
        foreach (var activity in await store.ReadActivitiesAsync(id, from, int.MaxValue, default))
        {
            if (activity.Sequence != ++number || Encoding.UTF8.GetString(activity.Json.Span) != $"{id} {number}")
            {
                return false;
            }
        }

        return number == found.LastSequence;
    }
}
