using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Teams.Berichten;

/// <summary>Tells staff that a last day comes near, in the hours in which somebody can do something about it: some days before it, once more on the last working day before it, and once when it is over.</summary>
internal sealed class TermijnWatch(
    TeamsSettings settings, Balieboek book, Listing listing, Klachthulp klachthulp, TimeProvider clock, ILogger<TermijnWatch> logger) : BackgroundService
{
    /// <summary>Office hours in Amsterdam: from this hour up to the other.</summary>
    private const int Opens = 8;

    private const int Closes = 17;

    /// <summary>How the stages are called in the marks of a row; the first is the number of days of the settings.</summary>
    private const int LastCall = 1;

    private const int TooLate = 0;

    /// <summary>Who does not come for so long is not written to any more. Source: AVG art. 5, lid 1, onder e (opslagbeperking).</summary>
    private const int DaysKept = 180;

    private static readonly TimeSpan Round = TimeSpan.FromHours(1);

    /// <returns>How many warnings were put in the outbox.</returns>
    internal async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var (today, sent) = (Amsterdam.Day(clock.GetUtcNow()), 0);
        foreach (var gemeente in settings.Tenants.Values.Distinct(StringComparer.Ordinal))
        {
            await ForgetAsync(gemeente, today.AddDays(-DaysKept));
            var list = await listing.RefreshAsync(gemeente);
            foreach (var (zaak, day, mark) in IsOpen() ? list.Zaken.SelectMany(zaak => Due(zaak, today)) : [])
            {
                sent += await WarnAsync(gemeente, zaak, day, mark) ? 1 : 0;
            }
        }

        return sent;
    }

    [SuppressMessage("Design", "CA1031", Justification = "A store that fails now may work in an hour; the loop must live on.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Tenants.Count == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(Round, clock);
        do
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
            {
                Log.WatchFailed(logger, problem.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ForgetAsync(string gemeente, DateOnly before)
    {
        foreach (var key in (await book.LijstAsync(gemeente)).Medewerkers)
        {
            if ((await book.MedewerkerAsync(key)).Gezien < before)
            {
                await book.VergeetAsync(gemeente, key);
            }
        }
    }

    private bool IsOpen() => Amsterdam.Local(clock.GetUtcNow()) is { Hour: >= Opens and < Closes } now && !Kalender.IsVrij(DateOnly.FromDateTime(now.DateTime));

    private Kalender Kalender => klachthulp.Knowledge.Termijnen.Kalender;

    /// <summary>The nearest of the warnings that is due and did not go out.</summary>
    private IEnumerable<(Zaak Zaak, LaatsteDag Day, string Mark)> Due(Zaak zaak, DateOnly today)
    {
        var next = Kalender.EersteGewoneDag(today.AddDays(1), out _);
        foreach (var day in zaak.Dagen)
        {
            var stage = day.Dag < today ? Late(zaak, day) : Near(day.Dag.DayNumber - next.DayNumber);
            var mark = string.Create(CultureInfo.InvariantCulture, $"{day.Code}:{stage}:{day.Dag:yyyy-MM-dd}");
            if (stage is not null && !zaak.Gemeld.Contains(mark, StringComparer.Ordinal))
            {
                yield return (zaak, day, mark);
            }
        }
    }

    /// <param name="left">Days left on the next working day, when the next message can go out; what would be late then goes out today.</param>
    private int? Near(int left) => left < LastCall ? LastCall : left < settings.WarningDays ? settings.WarningDays : null;

    /// <summary>
    /// Too late is told only of a day that went by while the klacht was here. Not of the day to refuse it, after which it is simply handled, and not of
    /// the day on which it is erased.
    /// </summary>
    private static int? Late(Zaak zaak, LaatsteDag day)
        => day.Code is Termijncodes.NietBehandelen or ZaakReader.Wissen || day.Dag < Amsterdam.Day(zaak.Begonnen) ? null : TooLate;

    /// <summary>The mark and the message are stored together, so that each goes out once whatever fails and however many servers look.</summary>
    private async Task<bool> WarnAsync(string gemeente, Zaak zaak, LaatsteDag day, string mark)
    {
        var mine = false;
        await book.WijzigAsync(
            gemeente,
            list =>
            {
                var row = list.Vind(zaak.Kenmerk);
                mine = row is not null && !row.Gemeld.Contains(mark, StringComparer.Ordinal);
                return mine ? list.Met(row! with { Gemeld = [.. row.Gemeld, mark] }) : list;
            },
            () => mine ? [BalieBericht.Maak(new Staffmelding(gemeente, zaak.Kenmerk, day), mark)] : []);
        return mine;
    }
}
