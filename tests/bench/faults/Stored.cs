using System.Diagnostics;
using System.Security.Cryptography;
using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Tests.Faults.Simulation;
using Microsoft.Extensions.Logging.Abstractions;

namespace KlachtHulp.Bench.Faults;

/// <summary>What a turn costs beside 1,000, 100,000 and 1,000,000 stored conversations, and how many bytes one takes. SQLite, durable, sealed.</summary>
internal static class Stored
{
    private const int Turns = 600;
    private const int Batch = 500;
    private const int WarmRounds = 40;
    private static readonly int[] Sizes = [1_000, 10_000, 100_000, 1_000_000];

    public static async Task<int> RunAsync(int most)
    {
        var folder = Directory.CreateTempSubdirectory("klachthulp-stored-").FullName;
        var path = Path.Combine(folder, "stored.db");
        await using (var store = await StorageSetup.OpenAsync(new("sqlite", path, null, null), new(), TimeProvider.System, default))
        {
            var (stored, costs) = (0, new List<(int Size, double Cpu, double P50)>());
            foreach (var size in Sizes.Where(size => size <= most))
            {
                await FillAsync(store, stored, size);
                stored = size;
                costs.Add(await MeasureAsync(store, size, path, first: costs.Count == 0));
            }

            Console.WriteLine($"from {costs[0].Size} to {costs[^1].Size} stored: processor time {costs[^1].Cpu / costs[0].Cpu:F2} times, p50 {costs[^1].P50 / costs[0].P50:F2} times; the aim is at most 1.3");
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    /// <summary>Small conversations: what grows with their number is the tree of the index, not the length of a row.</summary>
    private static async Task FillAsync(ConversationStore store, int from, int until)
    {
        var (body, activities) = (RandomNumberGenerator.GetBytes(300), Enumerable.Range(0, 6).Select(static _ => (ReadOnlyMemory<byte>)RandomNumberGenerator.GetBytes(200)).ToArray());
        for (var at = from; at < until; at += Batch)
        {
            var writes = Enumerable.Range(at, Math.Min(Batch, until - at)).Select(number =>
                store.SaveAsync(new($"vulling-{number:x8}", "0344", 0, body, activities, null, [], TimeProvider.System.GetUtcNow()), default).AsTask());
            await Task.WhenAll(writes);
        }
    }

    /// <param name="first">Turns before the measuring, until the runtime has compiled for speed: the first row must not pay for that alone.</param>
    private static async Task<(int Size, double Cpu, double P50)> MeasureAsync(ConversationStore store, int size, string path, bool first)
    {
        var klachthulp = GesprekSetup.Load(GesprekSetup.SeedFolder);
        var words = ShellTalen.Read(GesprekSetup.SeedFolder);
        var dialog = new KlachtGesprek(klachthulp, GesprekSetup.Documents(klachthulp));
        var runner = new TurnRunner(store, dialog, new LocalTurnFeed(), new TurnOrder(), new TurnSettings(300, 8000), words, TimeProvider.System, NullLogger<TurnRunner>.Instance);
        for (var round = 0; round < (first ? WarmRounds : 1); round++)
        {
            await ConverseAsync(runner, $"warm-{size}-{round}", 100, []);
        }

        var (before, times) = (Process.GetCurrentProcess().TotalProcessorTime, new List<double>());
        for (var conversation = 0; conversation < Turns / 12; conversation++)
        {
            await ConverseAsync(runner, $"meting-{size}-{conversation}", 12, times);
        }

        var cpu = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / times.Count;
        times.Sort();
        var file = new FileInfo(path).Length / 1_000_000;
        var copy = (await store.Engine.ExportAsync($"meting-{size}-0", 1, default))[0];
        var bytes = copy.Conversation.Body.Length + copy.Conversation.Key.Wrapped.Length + copy.Turns.Sum(static turn => turn.Activities.Activities.Length);
        Console.WriteLine(
            $"{size,9} stored ({file} MB): {cpu,6:F0} µs processor time a turn, p50 {times[times.Count / 2],6:F2} ms, p99 {times[times.Count * 99 / 100],7:F2} ms; a conversation of {copy.Conversation.Version} turns is {bytes} sealed bytes, its answers {copy.Conversation.Body.Length}");
        return (size, cpu, times[times.Count / 2]);
    }

    private static async Task ConverseAsync(TurnRunner runner, string id, int turns, List<double> times)
    {
        await runner.RunAsync(new(id, "0344", "web", new Incoming.Joined(), new SimWriter(null)), default);
        for (var turn = 1; turn <= turns; turn++)
        {
            var watch = Stopwatch.StartNew();
            await runner.RunAsync(new(id, "0344", "web", new Incoming.Said($"De gemeente belde op 2 februari niet terug, keer {turn}."), new SimWriter(turn)) { DedupeKey = $"{turn}" }, default);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
    }
}
