using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Teams.Berichten;

/// <summary>Tells staff that a last day comes near: some days before it, and once more on the day before.</summary>
internal sealed class TermijnWatch(
    TeamsSettings settings, Balieboek book, Listing listing, TimeProvider clock, ILogger<TermijnWatch> logger) : BackgroundService
{
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
            foreach (var (zaak, day, mark) in list.Zaken.SelectMany(zaak => Due(zaak, today)))
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

    /// <summary>The nearest of the two warnings that is due and did not go out.</summary>
    private IEnumerable<(Zaak Zaak, LaatsteDag Day, string Mark)> Due(Zaak zaak, DateOnly today)
    {
        foreach (var day in zaak.Dagen)
        {
            var left = day.Dag.DayNumber - today.DayNumber;
            var stage = left < 0 || left > settings.WarningDays ? (int?)null : left <= 1 ? 1 : settings.WarningDays;
            var mark = string.Create(CultureInfo.InvariantCulture, $"{day.Code}:{stage}:{day.Dag:yyyy-MM-dd}");
            if (stage is not null && !zaak.Gemeld.Contains(mark, StringComparer.Ordinal))
            {
                yield return (zaak, day, mark);
            }
        }
    }

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
