using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Bot.Teams.Kaarten;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Teams.Berichten;

/// <summary>Tells staff that a last day comes near: some days before it, and once more on the day before.</summary>
internal sealed class TermijnWatch(
    TeamsSettings settings, Balieboek book, Listing listing, BalieSender sender, BalieKaarten screens, Words words, TimeProvider clock, ILogger<TermijnWatch> logger)
    : BackgroundService
{
    /// <summary>Who does not come for so long is not written to any more. Source: AVG art. 5, lid 1, onder e (opslagbeperking).</summary>
    private const int DaysKept = 180;

    private static readonly TimeSpan Round = TimeSpan.FromHours(1);

    /// <returns>How many warnings went out.</returns>
    internal async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var (today, sent) = (Amsterdam.Day(clock.GetUtcNow()), 0);
        foreach (var gemeente in settings.Tenants.Values.Distinct(StringComparer.Ordinal))
        {
            await ForgetAsync(gemeente, today.AddDays(-DaysKept));
            var list = await listing.RefreshAsync(gemeente);
            foreach (var (zaak, day, mark) in list.Zaken.SelectMany(zaak => Due(zaak, today)))
            {
                sent += await WarnAsync(gemeente, zaak, day, mark, today, cancellationToken) ? 1 : 0;
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

    /// <summary>The mark is written first, so that two servers do not both write; it is taken back when nobody could be reached.</summary>
    private async Task<bool> WarnAsync(string gemeente, Zaak zaak, LaatsteDag day, string mark, DateOnly today, CancellationToken cancellationToken)
    {
        var mine = false;
        await book.WijzigAsync(gemeente, list =>
        {
            mine = list.Vind(zaak.Kenmerk) is { } row && !row.Gemeld.Contains(mark, StringComparer.Ordinal);
            return mine ? list.Met(list.Vind(zaak.Kenmerk)! with { Gemeld = [.. list.Vind(zaak.Kenmerk)!.Gemeld, mark] }) : list;
        });
        if (!mine || await sender.SendAsync(gemeente, zaak, screens.Waarschuwing(Text(zaak, day, today), zaak.Kenmerk), cancellationToken))
        {
            return mine;
        }

        await book.WijzigAsync(gemeente, list => list.Vind(zaak.Kenmerk) is { } row ? list.Met(row with { Gemeld = [.. row.Gemeld.Where(other => other != mark)] }) : list);
        return false;
    }

    private string Text(Zaak zaak, LaatsteDag day, DateOnly today)
    {
        var left = day.Dag.DayNumber - today.DayNumber;
        var key = left switch { 0 => "balie.dag.vandaag", 1 => "balie.dag.morgen", _ => "balie.dag.bijna" };
        var when = words.Message(key, BalieKaarten.Values(("naam", day.Naam), ("dag", DagInWoorden.Van(day.Dag)), ("over", left.ToString(CultureInfo.InvariantCulture))));
        return words.Message("balie.melding.termijn", BalieKaarten.Values(("kenmerk", zaak.Kenmerk), ("wanneer", when)));
    }
}
