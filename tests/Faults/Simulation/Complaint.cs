using System.Globalization;
using System.Security.Cryptography;
using KlachtHulp.Bot.Delivery.Afleveren;
using KlachtHulp.Bot.Delivery.Afleveren.Email;
using KlachtHulp.Bot.Delivery.Afleveren.Zgw;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Tests.Delivery.Afleveren;
using KlachtHulp.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace KlachtHulp.Tests.Faults.Simulation;

/// <summary>
/// One complaint from the greeting to the zaak at the gemeente, through the real turns, the real dialog, the real store and the real worker, while store, network,
/// clock and process go wrong. The same seed gives the same run.
/// </summary>
internal sealed class Complaint : IAsyncDisposable
{
    private const string Id = "simulatie";
    private const int MostTurns = 160;
    private const int MostTries = 500;

    private static readonly string[] Preferred = ["nee", "versturen", "klopt"];

    private readonly Random _random;
    private readonly Mishaps _mishaps;
    private readonly IDialog _dialog;
    private readonly ShellTalen _words;
    private readonly FixedClock _clock = new(Proefzending.Moment);
    private readonly ConversationFeed _feed = new();
    private readonly ConversationStore _store;
    private readonly FaultyStore _faulty;
    private readonly OpenZaakNagemaakt _openZaak;
    private readonly FarMail? _mail;
    private readonly List<int> _acknowledged = [];
    private TurnRunner _runner = null!;
    private OutboxWorker _worker = null!;
    private Shown _screen = new();

    /// <param name="byMail">Brings the form by mail instead of to a zaaksysteem.</param>
    public Complaint(int seed, Mishaps mishaps, IDialog dialog, ShellTalen words, bool byMail = false)
    {
        _random = new(seed);
        _mail = byMail ? new(mishaps, _random) : null;
        (_mishaps, _dialog, _words) = (mishaps, dialog, words);
        _store = ConversationStore.InMemory(_feed);
        _faulty = new(_store, mishaps);
        _openZaak = new(_clock.GetUtcNow);
        Restart();
    }

    /// <summary>Messages that were acknowledged.</summary>
    public int Turns => _acknowledged.Count;

    /// <summary>Whether the resident was told that the complaint was sent.</summary>
    public bool Sent => _screen.Bewijs is not null;

    /// <exception cref="InvalidOperationException">What was promised is not so.</exception>
    public async Task RunAsync()
    {
        await SendAsync(new Incoming.Joined(), null);
        for (var number = 1; !_screen.Einde && number <= MostTurns; number++)
        {
            await SendAsync(Answer(), number);
            await DisturbAsync();
        }

        _mishaps.Stop();
        await DeliverAsync();
        await CheckAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _worker.Dispose();
        await _store.DisposeAsync();
    }

    /// <summary>A new process over what was stored.</summary>
    private void Restart()
    {
        _worker?.Dispose();
        var (order, feed) = (new TurnOrder(), new LocalTurnFeed());
        _runner = new(_faulty, _dialog, feed, order, new TurnSettings(300, 8000), _words, _clock, NullLogger<TurnRunner>.Instance);
        _worker = new(
            _faulty, new Bezorger(new Afleverwijzer(new Dictionary<string, IAflevering>(), Way()), Proefzending.Stukken), new(_faulty, _dialog, feed, order, _clock), _feed.Outbox,
            new Backoff(_random.NextDouble), new AfleverSettings(TimeSpan.FromDays(7)), _clock, NullLogger<OutboxWorker>.Instance);
    }

    private IAflevering Way()
    {
        if (_mail is not null)
        {
            return new EmailAflevering(new("mail", 25, MailTls.Geen, "dienst@voorbeeld.example", "klacht@voorbeeld.example", Gebruiker: null, Wachtwoord: null, Vertrouwd: null), _clock, _mail.OpenAsync);
        }

        var settings = new ZgwSettings(
            new("http://127.0.0.1/zaken/"), new("http://127.0.0.1/documenten/"), new("http://127.0.0.1/catalogi/"), OpenZaakNagemaakt.ClientId, OpenZaakNagemaakt.Secret,
            OpenZaakNagemaakt.Rsin, "KLACHT", "ZAAKTYPE-KLACHT", "Klacht", "zaakvertrouwelijk");
        return new ZgwAflevering(new HttpClient(new FarNetwork(_openZaak, _mishaps, _random)), settings, _clock);
    }

    private Incoming Answer()
    {
        if (_screen.Opties is { Length: > 0 } options)
        {
            var usual = Preferred.FirstOrDefault(options.Contains) ?? options[0];
            var chosen = _random.Next(12) == 0 ? options[_random.Next(options.Length)] : usual;
            return new Incoming.Chose(_screen.Vraag ?? "", chosen, chosen);
        }

        return new Incoming.Said((_screen.Vraag, _screen.Soort) switch
        {
            (_, "Datum") => "2 februari 2026",
            (_, "Bedrag") => "77 euro",
            ("gemeente", _) => "Utrecht",
            ("gegevens.naam" or "ondertekening", _) => "Proef Bewoner",
            ("gegevens.adres", _) => "Proefstraat 77, 1234 AB Utrecht",
            ("gegevens.email", _) => "proef@voorbeeld.example",
            ("gegevens.telefoon", _) => "0612345678",
            var (path, _) => $"De gemeente belde niet terug over {path}.",
        });
    }

    /// <summary>Sends until it is acknowledged, as the client does: the same message with the same number.</summary>
    private async Task SendAsync(Incoming incoming, int? number)
    {
        for (var attempt = 1; ; attempt++)
        {
            Demand(attempt < MostTries, "a message is never acknowledged");
            try
            {
                var request = new TurnRequest(Id, "0344", "web", incoming, new SimWriter(number))
                {
                    DedupeKey = number?.ToString(CultureInfo.InvariantCulture),
                };
                var result = await TakeAsync(request);
                if (_random.Next(25) == 0)
                {
                    // The answer got lost on its way to the resident, who sends it again.
                    continue;
                }

                Take(await ActivitiesAsync(result), number);
                return;
            }
            catch (MishapException)
            {
                _clock.Advance(TimeSpan.FromSeconds(1));
            }
        }
    }

    /// <summary>Now and then the same message comes twice at the same moment.</summary>
    private async Task<TurnResult> TakeAsync(TurnRequest request)
    {
        if (_random.Next(20) > 0)
        {
            return await _runner.RunAsync(request, default);
        }

        var both = await Task.WhenAll(_runner.RunAsync(request, default), _runner.RunAsync(request, default));
        Demand(both.Count(static one => one is TurnResult.Saved) <= 1, "one message became two turns");
        return both[1];
    }

    private async Task<IReadOnlyList<ReadOnlyMemory<byte>>> ActivitiesAsync(TurnResult result) => result switch
    {
        TurnResult.Saved saved => saved.Activities,
        TurnResult.Repeated before => before.Activities,
        TurnResult.Existing => [.. (await _faulty.ReadActivitiesAsync(Id, 0, 1000, default)).Select(static one => one.Json)],
        _ => throw new InvalidOperationException($"A message ended as {result.GetType().Name}."),
    };

    private void Take(IReadOnlyList<ReadOnlyMemory<byte>> activities, int? number)
    {
        var shown = activities.Select(SimWriter.Read).ToArray();
        _screen = shown.LastOrDefault(static one => one.Vraag is not null || one.Einde) ?? _screen;
        if (number is { } told)
        {
            Demand(shown[0].Nummer == told, "the answer belongs to another message");
            _acknowledged.Add(told);
        }
    }

    /// <summary>Between two messages time passes, clocks are set, processes stop, and the worker looks.</summary>
    private async Task DisturbAsync()
    {
        _clock.Advance(TimeSpan.FromSeconds(_random.Next(1, 90)));
        switch (_random.Next(60))
        {
            case 0:
                _clock.Advance(TimeSpan.FromHours(1));
                break;
            case 1:
                _clock.Advance(TimeSpan.FromHours(-1));
                break;
            case 2:
                _clock.Advance(TimeSpan.FromDays(-1));
                break;
            case < 6:
                Restart();
                break;
        }

        await LookAsync();
    }

    private async Task LookAsync()
    {
        try
        {
            await _worker.RunOnceAsync(default);
        }
        catch (MishapException)
        {
            // The loop of the worker lives on.
        }
    }

    /// <summary>Everything works again. A refusal is tried again after a day; a clock that was set back must first come to the moment of sending.</summary>
    private async Task DeliverAsync()
    {
        for (var look = 0; look < 2000 && await _store.ReadOutboxAsync(default) is { Oldest: not null }; look++)
        {
            _clock.Advance(TimeSpan.FromMinutes(30));
            await LookAsync();
        }
    }

    private async Task CheckAsync()
    {
        var said = (await _store.ReadActivitiesAsync(Id, 0, 100_000, default)).Select(static one => SimWriter.Read(one.Json).Nummer).OfType<int>();
        Demand(said.SequenceEqual(_acknowledged), "the transcript is not exactly what was acknowledged");
        Demand((await _store.CheckAsync(default)).Problems.Count == 0, "the store is damaged");
        Demand(_openZaak.Complaints.Count == 0, "the far end was called wrongly: " + string.Join(", ", _openZaak.Complaints));
        Demand(_openZaak.Zaken.Count == (Sent && _mail is null ? 1 : 0), $"{_openZaak.Zaken.Count} zaken, sent: {Sent}, outbox: {await _store.ReadOutboxAsync(default)}, now: {_clock.GetUtcNow():u}");
        Demand(await _store.ReadOutboxAsync(default) is { Waiting: 0, Parked: 0 }, "something still waits to be delivered");
        if (_mail is not null)
        {
            CheckMail(_mail.Arrived);
        }
        else if (Sent)
        {
            CheckZaak();
        }

        if (Sent)
        {
            _clock.Advance(TimeSpan.FromDays(9));
            await LookAsync();
            Demand(await _store.LoadAsync(Id, default) is null, "the conversation is still there after its time");
        }
    }

    private void CheckZaak()
    {
        Demand(_openZaak.Zaken[0]["identificatie"]!.ToString() == _screen.Kenmerk, "the zaak has another reference than the receipt");
        var documents = _openZaak.Tables["/documenten/enkelvoudiginformatieobjecten"];
        Demand(documents.Count == 3 && _openZaak.Tables["/zaken/statussen"].Count == 1 && _openZaak.Tables["/zaken/zaakinformatieobjecten"].Count == 3, "the zaak is not complete");
        var json = documents.Single(static row => row["bestandsnaam"]!.ToString() == "klacht.json")["inhoud"]!.ToString();
        Demand(Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(json))) == _screen.Bewijs, "the form is not the one on the receipt");
    }

    /// <summary>Mail cannot promise once: what came twice is the same letter to the last byte, under one Message-ID.</summary>
    private void CheckMail(List<string> arrived)
    {
        Demand(arrived.Count > 0 == Sent && arrived.Distinct().Count() <= 1, $"{arrived.Distinct().Count()} different letters, sent: {Sent}");
        if (Sent)
        {
            var parts = arrived[0].Split("\nContent-Disposition: attachment; filename=\"klacht.json\"\n");
            Demand(arrived[0].Contains($"\nMessage-ID: <{_screen.Kenmerk}@voorbeeld.example>\n", StringComparison.Ordinal) && parts.Length == 2, "the letter is not complete");
            var json = Convert.FromBase64String(parts[1].Split("\n--")[0].ReplaceLineEndings(""));
            Demand(Convert.ToHexStringLower(SHA256.HashData(json)) == _screen.Bewijs, "the form is not the one on the receipt");
        }
    }

    private static void Demand(bool promise, string broken)
    {
        if (!promise)
        {
            throw new InvalidOperationException(broken);
        }
    }
}
