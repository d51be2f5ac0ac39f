using System.Security.Cryptography;
using System.Text;
using KlachtHulp.Bot.Delivery.Afleveren;
using KlachtHulp.Bot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KlachtHulp.Tests.Privacy;

/// <summary>A whole conversation, in which every word can be recognised: nothing of it is found where it does not belong.</summary>
public sealed class KanarieTests
{
    [Fact]
    public async Task No_word_of_a_resident_is_in_a_log_line_a_number_or_a_raw_file()
    {
        using var server = new WholeServer();
        var resident = await server.ResidentAsync();
        await resident.WalkAsync();
        await server.Log.Delivered;

        Assert.Contains(Resident.Mark, resident.Everything, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(server.Log.All);
        Assert.DoesNotContain(server.Log.All, static line => line.Contains(Resident.Mark, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(FilesWith(server, Resident.Mark));
        Assert.Empty(FilesWith(server, "1234 AB"));
    }

    [Fact]
    public async Task The_resident_gets_a_receipt_at_once_whose_number_is_that_of_the_form()
    {
        using var server = new WholeServer();
        var resident = await server.ResidentAsync();
        await resident.WalkAsync();

        var outcome = resident.Screen["uitkomst"]!;
        var proof = outcome["ontvangstbewijs"]!;
        var json = await resident.DocumentAsync("application/json");
        await server.Log.Delivered;
        var delivered = await File.ReadAllBytesAsync(Path.Combine(server.Deliveries, proof["kenmerk"]!.ToString(), "klacht.json"));
        Assert.Equal(json, delivered);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(delivered)), proof["sha256"]!.ToString());
        Assert.Equal("2026-11-23T09:00:00+00:00", proof["tijdstip"]!.ToString());
        Assert.Contains(proof["kenmerk"]!.ToString(), outcome["uitleg"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("maandag 23 november 2026, 10:00 uur", outcome["uitleg"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_sending_there_is_no_receipt_and_nothing_waits_to_be_delivered()
    {
        using var server = new WholeServer();
        var resident = await server.ResidentAsync();
        await resident.WalkAsync(until: "versturen");
        await resident.ChooseAsync("zelf");

        Assert.NotNull(resident.Screen["uitkomst"]);
        Assert.Null(resident.Screen["uitkomst"]!["ontvangstbewijs"]);
        Assert.Equal(new OutboxSummary(0, 0, null), await Store(server).ReadOutboxAsync(default));
    }

    [Fact]
    public async Task Erasing_removes_the_form_from_the_outbox_when_it_was_not_delivered_yet()
    {
        using var server = new WholeServer();
        await File.WriteAllTextAsync(server.Deliveries, "geen map, dus de aflevering lukt niet");
        var resident = await server.ResidentAsync();
        await resident.WalkAsync();
        Assert.Equal(1, (await Store(server).ReadOutboxAsync(default)).Waiting);

        await resident.EventAsync("wis");
        await resident.ChooseAsync("ja");

        Assert.NotEqual(200, await resident.StatusAsync());
        Assert.Equal(new OutboxSummary(0, 0, null), await Store(server).ReadOutboxAsync(default));
        // What stays are the keys of the service itself.
        Assert.All(await server.Services.GetRequiredService<ConversationStore>().Engine.ExportAsync(null, 100, default), static left => Assert.StartsWith(StoredConversation.Kept, left.Conversation.Id, StringComparison.Ordinal));
        File.Delete(server.Deliveries);
        server.Clock.Advance(TimeSpan.FromDays(1));
        await server.Services.GetRequiredService<OutboxWorker>().RunOnceAsync(default);
        Assert.False(Directory.Exists(server.Deliveries));
    }

    [Fact]
    public async Task A_failure_inside_a_turn_tells_its_kind_and_not_its_contents()
    {
        using var server = new WholeServer();
        var resident = await server.ResidentAsync();
        await resident.WalkAsync(until: "versturen");
        await server.Services.GetRequiredService<ConversationStore>().DisposeAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => resident.ChooseAsync("versturen"));

        Assert.Contains(server.Log.All, static line => line.Contains("Request failed", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Log.All, static line => line.Contains(Resident.Mark, StringComparison.OrdinalIgnoreCase));
    }

    private static IConversationStore Store(WholeServer server) => server.Services.GetRequiredService<IConversationStore>();

    /// <summary>Files of the service that hold a text; the delivered forms, which are for the gemeente, are left out.</summary>
    private static IEnumerable<string> FilesWith(WholeServer server, string text)
    {
        var files = Directory.EnumerateFiles(server.Folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(server.Deliveries, StringComparison.Ordinal)).ToArray();
        Assert.Contains(files, static file => file.EndsWith(".db-wal", StringComparison.Ordinal));
        return files.Where(file => Read(file).Contains(text, StringComparison.OrdinalIgnoreCase));
    }

    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
