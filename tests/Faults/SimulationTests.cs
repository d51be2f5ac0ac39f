using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Tests.Faults.Simulation;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Faults;

/// <summary>What was acknowledged is present exactly once, whatever goes wrong. A failure names its seed or its call.</summary>
public sealed class SimulationTests
{
    private static readonly ShellTalen Words = ShellTalen.Read(GesprekSetup.SeedFolder);

    [Fact]
    public async Task Two_hundred_complaints_amid_faults_keep_every_promise()
    {
        var (faults, sent) = (0, 0);
        for (var seed = 1; seed <= 200; seed++)
        {
            var mishaps = Mishaps.Random(new Random(seed), chance: 0.04);
            var complaint = await RunAsync(seed, mishaps, $"seed {seed}");
            (faults, sent) = (faults + mishaps.Count, sent + (complaint.Sent ? 1 : 0));
        }

        Assert.True(faults > 1000, $"only {faults} faults");
        Assert.True(sent > 50, $"only {sent} complaints were sent");
    }

    [Fact]
    public async Task A_hundred_complaints_that_go_by_mail_amid_faults_arrive_as_one_letter_each()
    {
        var (faults, sent) = (0, 0);
        for (var seed = 1; seed <= 100; seed++)
        {
            var mishaps = Mishaps.Random(new Random(seed), chance: 0.04);
            var complaint = await RunAsync(seed, mishaps, $"mail, seed {seed}", byMail: true);
            (faults, sent) = (faults + mishaps.Count, sent + (complaint.Sent ? 1 : 0));
        }

        Assert.True(faults > 500, $"only {faults} faults");
        Assert.True(sent > 25, $"only {sent} complaints were sent");
    }

    [Theory]
    [InlineData(nameof(Mishap.Before), false)]
    [InlineData(nameof(Mishap.After), false)]
    [InlineData(nameof(Mishap.Before), true)]
    [InlineData(nameof(Mishap.After), true)]
    public async Task Whichever_call_to_store_or_network_fails_every_promise_is_kept(string kind, bool byMail)
    {
        const int Seed = 3;
        var quiet = Mishaps.At(int.MaxValue, Mishap.None);
        var whole = await RunAsync(Seed, quiet, "no fault", byMail);
        Assert.True(whole.Sent);
        Assert.True(quiet.Calls > 80, $"{quiet.Calls} calls");

        for (var call = 1; call <= quiet.Calls; call++)
        {
            var mishaps = Mishaps.At(call, Enum.Parse<Mishap>(kind));
            var complaint = await RunAsync(Seed, mishaps, $"{kind} call {call}, by mail: {byMail}", byMail);
            Assert.True(complaint.Sent, $"{kind} call {call}: not sent");
        }
    }

    private static async Task<Complaint> RunAsync(int seed, Mishaps mishaps, string name, bool byMail = false)
    {
        await using var complaint = new Complaint(seed, mishaps, new KlachtGesprek(RealTree.Klachthulp, RealTree.Documents), Words, byMail);
        try
        {
            await complaint.RunAsync();
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            throw new InvalidOperationException($"{name}: {broken.Message}", broken);
        }

        return complaint;
    }
}
