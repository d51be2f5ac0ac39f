using KlachtHulp.Bot.Beheer;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Tests.Storage;
using Microsoft.Extensions.Configuration;

namespace KlachtHulp.Tests.Beheer;

public sealed class StoreCommandsTests : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly StringWriter _output = new();

    [Fact]
    public async Task A_backup_of_a_database_in_use_holds_every_conversation()
    {
        await using var store = await FillAsync("bron.db");

        Assert.Equal(0, await Commands("bron.db").BackupAsync(_scratch.File("kopie.db"), default));

        File.Copy(_scratch.File("bron.sleutels.json"), _scratch.File("kopie.sleutels.json"));
        await using var copy = await OpenAsync("kopie.db");
        Assert.Equal(await StoreMove.DescribeAsync(store, default), await StoreMove.DescribeAsync(copy, default));
        Assert.True(Some.IsPrivate(_scratch.File("kopie.db")));
    }

    [Fact]
    public async Task Without_a_database_a_backup_makes_none()
    {
        Assert.Equal(1, await Commands("niets.db").BackupAsync(_scratch.File("kopie.db"), default));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_scratch.Folder));
        Assert.Contains("geen database", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_brings_everything_with_its_progress_and_says_so()
    {
        MoveReport before;
        await using (var store = await FillAsync("bron.db"))
        {
            before = await StoreMove.DescribeAsync(store, default);
            await store.AddTalliesAsync([new(new DateOnly(2026, 11, 1), "vragen", "verhaal", 12), new(new DateOnly(2026, 11, 2), "gesprekken", "web", 3)], default);
        }

        File.Copy(_scratch.File("bron.sleutels.json"), _scratch.File("doel.sleutels.json"));
        await File.WriteAllTextAsync(_scratch.File("doel.json"), """{"KlachtHulp": {"Opslag": {"Pad": "PAD"}}}""".Replace("PAD", _scratch.File("doel.db"), StringComparison.Ordinal));

        Assert.Equal(0, await Commands("bron.db").MoveAsync(_scratch.File("doel.json"), default));

        await using var target = await OpenAsync("doel.db");
        Assert.Equal(before, await StoreMove.DescribeAsync(target, default));
        Assert.Equal(
            [new(new DateOnly(2026, 11, 1), "vragen", "verhaal", 12), new(new DateOnly(2026, 11, 2), "gesprekken", "web", 3)],
            (await target.ReadTalliesAsync(DateOnly.MinValue, default)).OrderBy(static tally => tally.Day));
        Assert.Equal("stap 1", Some.Text(Assert.Single(await target.LeaseOutboxAsync(9, Some.Moment.AddDays(1), TimeSpan.FromMinutes(1), default)).Progress));
        Assert.Contains(before.Hash, _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_into_a_database_that_has_counted_already_is_refused()
    {
        await using (await FillAsync("bron.db"))
        {
        }

        File.Copy(_scratch.File("bron.sleutels.json"), _scratch.File("doel.sleutels.json"));
        await using (var target = await OpenAsync("doel.db"))
        {
            await target.AddTalliesAsync([new(new DateOnly(2026, 11, 1), "vragen", "verhaal", 12)], default);
        }

        await File.WriteAllTextAsync(_scratch.File("doel.json"), """{"KlachtHulp": {"Opslag": {"Pad": "PAD"}}}""".Replace("PAD", _scratch.File("doel.db"), StringComparison.Ordinal));

        await Assert.ThrowsAsync<StorageSetupException>(() => Commands("bron.db").MoveAsync(_scratch.File("doel.json"), default));
    }

    [Fact]
    public async Task A_backup_made_with_other_means_is_noted_for_today()
    {
        await using (await FillAsync("bron.db"))
        {
        }

        Assert.Equal(0, await Commands("bron.db").BackedUpAsync(default));

        await using var store = await OpenAsync("bron.db");
        var noted = Assert.Single(await store.ReadTalliesAsync(DateOnly.MinValue, default));
        Assert.Equal((StoreCommands.Reservekopie, 1L), (noted.Name, noted.Count));
    }

    [Fact]
    public async Task A_check_counts_what_is_there_and_finds_nothing_wrong()
    {
        await using (await FillAsync("bron.db"))
        {
        }

        Assert.Equal(0, await Commands("bron.db").CheckAsync(default));
        Assert.Equal($"Opslag: 3 gesprekken, 3 beurten; 1 klachten onderweg, 0 geparkeerd.{Environment.NewLine}", _output.ToString());
    }

    [Fact]
    public async Task A_check_without_a_database_makes_none()
    {
        Assert.Equal(0, await Commands("niets.db").CheckAsync(default));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_scratch.Folder));
    }

    public void Dispose()
    {
        _scratch.Dispose();
        _output.Dispose();
    }

    private async Task<ConversationStore> FillAsync(string name)
    {
        var store = await OpenAsync(name);
        await store.SaveAsync(Some.Turn("a", 0, "een"), default);
        await store.SaveAsync(Some.Turn("b", 0, "twee"), default);
        await store.SaveAsync(Some.Turn("c", 0, "drie", outbox: [Some.Effect("KH-c")]), default);
        var item = Assert.Single(await store.LeaseOutboxAsync(1, Some.Moment, TimeSpan.FromMinutes(1), default));
        await store.UpdateOutboxAsync(item, OutboxState.Waiting, Some.Moment, Some.Bytes("stap 1"), default);
        return store;
    }

    private Task<ConversationStore> OpenAsync(string name)
        => StorageSetup.OpenAsync(new("sqlite", _scratch.File(name), null, null), new(), TimeProvider.System, default);

    private StoreCommands Commands(string name) => new(
        new ConfigurationBuilder().AddInMemoryCollection([new("KlachtHulp:Opslag:Pad", _scratch.File(name))]).Build(), _output);
}
