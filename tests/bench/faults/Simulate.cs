using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Tests.Faults.Simulation;

namespace KlachtHulp.Bench.Faults;

/// <summary>Many complaints amid faults; a broken promise names its seed.</summary>
internal static class Simulate
{
    public static async Task<int> RunAsync(int count)
    {
        var klachthulp = GesprekSetup.Load(GesprekSetup.SeedFolder);
        var dialog = new KlachtGesprek(klachthulp, GesprekSetup.Documents(klachthulp));
        var words = ShellTalen.Read(GesprekSetup.SeedFolder);
        var (faults, sent, turns, broken) = (0L, 0, 0L, 0);
        for (var seed = 1; seed <= count; seed++)
        {
            var mishaps = Mishaps.Random(new Random(seed), chance: 0.04);
            await using var complaint = new Complaint(seed, mishaps, dialog, words);
            try
            {
                await complaint.RunAsync();
            }
            catch (InvalidOperationException promise)
            {
                broken++;
                Console.WriteLine($"seed {seed}: {promise.Message}");
            }

            (faults, sent, turns) = (faults + mishaps.Count, sent + (complaint.Sent ? 1 : 0), turns + complaint.Turns);
        }

        Console.WriteLine($"{count} complaints, {turns} messages acknowledged, {sent} sent, {faults} faults, {broken} broken promises");
        return broken == 0 ? 0 : 1;
    }
}
