using System.Text;
using KlachtHulp.Bot.Delivery.Afleveren;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Tests.Delivery.Afleveren;
using KlachtHulp.Tests.Storage;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Turns;

/// <summary>Files of residents belong to their conversation: kept with it, gone with it, and delivered with its form.</summary>
public sealed class BijlagenTests : IAsyncDisposable
{
    private readonly ConversationStore _store = ConversationStore.InMemory();
    private readonly FixedClock _clock = new(Some.Moment);
    private readonly Conversations _conversations;

    public BijlagenTests() => _conversations = new(_store, new EchoDialog(), new LocalTurnFeed(), new TurnOrder(), _clock);

    public async ValueTask DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task A_file_is_kept_once_and_in_order()
    {
        await _store.SaveAsync(Some.Turn("a", 0), default);

        Assert.Equal(BijlageUitslag.Bewaard, await AttachAsync("a", "een"));
        Assert.Equal(BijlageUitslag.Bewaard, await AttachAsync("a", "twee"));
        Assert.Equal(BijlageUitslag.Bewaard, await AttachAsync("a", "een"));

        Assert.Equal(["een", "twee"], await FilesAsync("a"));
    }

    [Fact]
    public async Task There_is_room_for_five_files_and_fifteen_megabytes()
    {
        await _store.SaveAsync(Some.Turn("a", 0), default);
        await _store.SaveAsync(Some.Turn("b", 0), default);
        foreach (var number in Enumerable.Range(1, 5))
        {
            Assert.Equal(BijlageUitslag.Bewaard, await AttachAsync("a", $"{number}"));
        }

        Assert.Equal(BijlageUitslag.Bewaard, await _conversations.AttachAsync("b", new Bewijsstuk("image/png", new byte[10 * 1024 * 1024]), default));

        Assert.Equal(BijlageUitslag.Vol, await AttachAsync("a", "zes"));
        Assert.Equal(BijlageUitslag.Vol, await _conversations.AttachAsync("b", new Bewijsstuk("image/png", new byte[6 * 1024 * 1024]), default));
        Assert.Equal(BijlageUitslag.Bewaard, await AttachAsync("b", "klein"));
    }

    [Fact]
    public async Task Without_a_conversation_nothing_is_kept()
    {
        Assert.Equal(BijlageUitslag.Onbekend, await AttachAsync("weg", "een"));

        Assert.Empty(await FilesAsync("weg"));
    }

    [Fact]
    public async Task Whoever_erases_the_conversation_erases_its_files()
    {
        await _store.SaveAsync(Some.Turn("a", 0), default);
        await AttachAsync("a", "een");

        await _conversations.EraseAsync("a", default);

        Assert.Empty(await FilesAsync("a"));
        Assert.Equal(0, (await _store.CheckAsync(default)).Conversations);
    }

    [Fact]
    public async Task A_resident_who_asks_to_erase_everything_erases_the_files_too()
    {
        var server = new BotServer();
        await using var _ = server;
        var resident = await server.Resident().StartAsync();
        var conversations = (Conversations)server.Services.GetService(typeof(Conversations))!;
        await conversations.AttachAsync(resident.ConversationId, new Bewijsstuk("image/png", new byte[3]), default);
        Assert.Single(await conversations.AttachmentsAsync(resident.ConversationId, default));

        await resident.PostAsync("""{"type":"event","name":"klachthulp/wis","from":{"id":"dl_a"} }""");

        Assert.Empty(await conversations.AttachmentsAsync(resident.ConversationId, default));
    }

    [Fact]
    public async Task A_file_does_not_grow_old_before_its_conversation()
    {
        await _store.SaveAsync(Some.Turn("a", 0), default);
        await AttachAsync("a", "een");
        _clock.Advance(TimeSpan.FromDays(40));
        await _store.SaveAsync(Some.Turn("a", 1) with { At = _clock.GetUtcNow() }, default);
        var file = Assert.Single(await _store.ListUnchangedSinceAsync(_clock.GetUtcNow().AddDays(-30), 10, default));

        Assert.False(await _conversations.EraseUnchangedAsync(file, _clock.GetUtcNow().AddDays(-30), default));
        Assert.Empty(await _store.ListUnchangedSinceAsync(_clock.GetUtcNow().AddDays(-30), 10, default));
        Assert.Equal(["een"], await FilesAsync("a"));

        await _store.EraseAsync("a", default);
        _clock.Advance(TimeSpan.FromDays(40));
        Assert.True(await _conversations.EraseUnchangedAsync(file, _clock.GetUtcNow().AddDays(-30), default));
    }

    [Fact]
    public async Task The_files_go_to_the_gemeente_with_the_form_under_names_of_ours()
    {
        var way = new Catcher();
        await _store.SaveAsync(Some.Turn("a", 0, outbox: [Proefzending.Item()]), default);
        await AttachAsync("a", "een");
        await _conversations.AttachAsync("a", new Bewijsstuk("application/pdf", "twee"u8.ToArray()), default);
        var bezorger = new Bezorger(new Afleverwijzer(new Dictionary<string, IAflevering>(), way), Proefzending.Stukken, _conversations);

        await bezorger.BezorgAsync(Assert.Single(await _store.LeaseOutboxAsync(1, Some.Moment, TimeSpan.FromMinutes(1), default)), Proefzending.Stappen(), default);

        Assert.Equal(["klacht.pdf", "brief.txt", "bijlage-1.png", "bijlage-2.pdf"], way.Sent!.Stukken.Value.Select(static stuk => stuk.Naam));
        Assert.Equal("een", Encoding.UTF8.GetString(way.Sent.Stukken.Value[2].Inhoud));
    }

    private Task<BijlageUitslag> AttachAsync(string id, string content)
        => _conversations.AttachAsync(id, new Bewijsstuk("image/png", Encoding.UTF8.GetBytes(content)), default);

    private async Task<IEnumerable<string>> FilesAsync(string id)
        => (await _conversations.AttachmentsAsync(id, default)).Select(static file => Encoding.UTF8.GetString(file.Inhoud.Span));

    private sealed class Catcher : IAflevering
    {
        public Zending? Sent { get; private set; }

        public Task<Afleverresultaat> LeverAsync(Zending zending, Stappen stappen, CancellationToken cancellationToken)
        {
            Sent = zending;
            return Task.FromResult<Afleverresultaat>(new Afleverresultaat.Afgeleverd());
        }
    }
}
