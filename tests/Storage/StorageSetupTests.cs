using KlachtHulp.Bot.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KlachtHulp.Tests.Storage;

public sealed class StorageSetupTests
{
    [Fact]
    public async Task Without_keys_a_private_file_is_made_and_used_again()
    {
        using var scratch = new Scratch();
        var settings = new Dictionary<string, string?> { ["KlachtHulp:Opslag:Pad"] = scratch.File("nieuw/klachthulp.db") };
        await using (var services = Build(settings))
        {
            await services.GetRequiredService<IConversationStore>().SaveAsync(Some.Turn("a", 0, "blijft"), default);
        }

        Assert.True(Some.IsPrivate(scratch.File("nieuw/klachthulp.sleutels.json")));
        await using (var services = Build(settings))
        {
            Assert.Equal("blijft", Some.Text((await services.GetRequiredService<IConversationStore>().LoadAsync("a", default))!.Body));
        }

        Assert.Equal(
            ["klachthulp.db", "klachthulp.sleutels.json"],
            Directory.GetFiles(scratch.File("nieuw")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task With_a_database_present_no_new_key_is_made_up()
    {
        using var scratch = new Scratch();
        var settings = new Dictionary<string, string?> { ["KlachtHulp:Opslag:Pad"] = scratch.File("klachthulp.db") };
        await using (var services = Build(settings))
        {
            await services.GetRequiredService<IConversationStore>().SaveAsync(Some.Turn("a", 0), default);
        }

        File.Delete(scratch.File("klachthulp.sleutels.json"));

        await using var again = Build(settings);
        Assert.Throws<StorageSetupException>(() => again.GetRequiredService<IConversationStore>());
        Assert.False(File.Exists(scratch.File("klachthulp.sleutels.json")));
    }

    [Theory]
    [InlineData("mongo", null, "must be sqlite, postgres or geheugen")]
    [InlineData("postgres", null, "SleutelBestand")]
    [InlineData("sqlite", "{}", "cannot be read")]
    [InlineData("sqlite", "{\"sleutels\": []}", "no master key")]
    [InlineData("sqlite", "{\"sleutels\": [{\"id\": \"k\", \"sleutel\": \"AAAA\"}]}", "exactly 32 bytes")]
    [InlineData("sqlite", "{\"sleutels\": [{\"id\": \"k\", \"sleutel\": \"!\"}]}", "cannot be read")]
    public async Task Settings_without_sense_stop_the_start(string soort, string? keys, string message)
    {
        using var scratch = new Scratch();
        var settings = new Dictionary<string, string?> { ["KlachtHulp:Opslag:Soort"] = soort, ["KlachtHulp:Opslag:Pad"] = scratch.File("klachthulp.db") };
        if (keys is not null)
        {
            settings["KlachtHulp:Opslag:SleutelBestand"] = scratch.File("sleutels.json");
            await File.WriteAllTextAsync(scratch.File("sleutels.json"), keys);
        }

        await using var services = Build(settings);
        var start = services.GetServices<IHostedService>().Single();

        Assert.Contains(message, (await Assert.ThrowsAsync<StorageSetupException>(() => start.StartAsync(default))).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(scratch.File("klachthulp.db")));
    }

    [Fact]
    public async Task In_memory_nothing_touches_the_disk_and_the_feed_is_shared()
    {
        await using var services = Build(new() { ["KlachtHulp:Opslag:Soort"] = "geheugen" });
        using var subscription = services.GetRequiredService<ConversationFeed>().Subscribe("a");

        await services.GetRequiredService<IConversationStore>().SaveAsync(Some.Turn("a", 0), default);

        await subscription.WaitAsync(default).AsTask().WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Same(services.GetRequiredService<IConversationStore>(), services.GetRequiredService<ConversationStore>());
    }

    private static ServiceProvider Build(Dictionary<string, string?> settings)
        => new ServiceCollection().AddStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
}
