using KlachtHulp.Bot.Delivery.Afleveren;
using KlachtHulp.Bot.Delivery.Afleveren.Zgw;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace KlachtHulp.Tests.Delivery.Afleveren;

/// <summary>Open Zaak is away for a week, comes back sick, and the service itself is restarted every day meanwhile.</summary>
public sealed class WeekDownTests : IAsyncLifetime
{
    private const int Complaints = 12;

    private readonly FixedClock _clock = new(Proefzending.Moment);
    private readonly string _folder = Directory.CreateTempSubdirectory("klachthulp-").FullName;
    private FarEnd _server = null!;
    private OpenZaakNagemaakt _openZaak = null!;

    public async Task InitializeAsync()
    {
        _openZaak = new(_clock.GetUtcNow);
        _server = await FarEnd.StartAsync(http => _openZaak.AnswerAsync(http));
        _server.Faults = call => _clock.GetUtcNow() < Proefzending.Moment.AddDays(7) ? Fault.Before : (Fault)(call % 5 == 0 ? 1 + (call / 5 % 2) : 0);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task After_a_week_without_the_far_end_each_complaint_is_exactly_one_zaak()
    {
        for (var day = 0; day < 9; day++)
        {
            var feed = new ConversationFeed();
            await using var store = await StorageSetup.OpenAsync(new("sqlite", Path.Combine(_folder, "week.db"), null, null), feed, _clock, default);
            if (day == 0)
            {
                await SendAsync(store);
            }

            await WorkADayAsync(store, feed);
            if (day == 6)
            {
                Assert.Empty(_openZaak.Zaken);
                Assert.Equal(new OutboxSummary(Complaints, 0, Proefzending.Moment), await store.ReadOutboxAsync(default));
            }
        }

        Assert.Empty(_openZaak.Complaints);
        Assert.Equal(Enumerable.Range(0, Complaints).Select(Kenmerk), _openZaak.Zaken.Select(static zaak => zaak["identificatie"]!.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(Complaints * 3, _openZaak.Tables["/zaken/zaakinformatieobjecten"].Count);
        Assert.Equal(Complaints, _openZaak.Tables["/zaken/statussen"].Count);
    }

    private static string Kenmerk(int number) => $"KH-WEEK-{number:D4}";

    private static async Task SendAsync(ConversationStore store)
    {
        for (var number = 0; number < Complaints; number++)
        {
            await store.SaveAsync(new($"gesprek-{number}", "0344", 0, new byte[1], [], null, [Proefzending.Item(Kenmerk(number))], Proefzending.Moment), default);
        }
    }

    private async Task WorkADayAsync(ConversationStore store, ConversationFeed feed)
    {
        var settings = new ZgwSettings(
            new(_server.Address + "/zaken/"), new(_server.Address + "/documenten/"), new(_server.Address + "/catalogi/"), OpenZaakNagemaakt.ClientId, OpenZaakNagemaakt.Secret,
            OpenZaakNagemaakt.Rsin, "KLACHT", "ZAAKTYPE-KLACHT", "Klacht", "zaakvertrouwelijk");
        var way = new ZgwAflevering(AfleverHttp.Client(), settings, _clock);
        using var worker = new OutboxWorker(
            store, new Bezorger(new Afleverwijzer(new Dictionary<string, IAflevering>(), way), Proefzending.Stukken),
            new Conversations(store, new EchoDialog(), new LocalTurnFeed(), new TurnOrder(), _clock), feed.Outbox, new Backoff(static () => 0.5),
            new AfleverSettings(TimeSpan.FromDays(30)), _clock, NullLogger<OutboxWorker>.Instance);
        for (var look = 0; look < 24 * 4; look++)
        {
            while (await worker.RunOnceAsync(default) == OutboxWorker.Together)
            {
            }

            _clock.Advance(TimeSpan.FromMinutes(15));
        }
    }
}
