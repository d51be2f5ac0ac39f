using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using KlachtHulp.Bot.Delivery.Afleveren;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Dialogs.Formulier;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Teams.Berichten;

/// <summary>Tells staff when a klacht they took in does not arrive: at once after a refusal, after some attempts when it may still come right.</summary>
internal sealed class BalieAfleverMelder(TeamsSettings settings, Balieboek book, ZaakReader reader, TimeProvider clock, ILogger<BalieAfleverMelder> logger) : IAfleverMelder
{
    /// <summary>How many attempts may fail before somebody is told; by then it takes longer than a restart at the far end.</summary>
    private const int Patience = 5;

    [SuppressMessage("Design", "CA1031", Justification = "A message that fails must not stop a delivery.")]
    public async Task MeldAsync(OutboxItem item, Afleverresultaat result, CancellationToken cancellationToken)
    {
        try
        {
            if (settings.Tenants.Count > 0 && item.Kind == Bezorger.Soort)
            {
                await HearAsync(item, result);
            }
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            Log.WatchFailed(logger, problem.GetType().Name);
        }
    }

    private async Task HearAsync(OutboxItem item, Afleverresultaat result)
    {
        var failed = result is Afleverresultaat.Geweigerd || (result is Afleverresultaat.Later && item.Attempts + 1 >= Patience);
        foreach (var gemeente in settings.Tenants.Values.Distinct(StringComparer.Ordinal))
        {
            if ((await book.LijstAsync(gemeente)).Vind(item.Key) is not { } zaak)
            {
                continue;
            }

            var stand = result is Afleverresultaat.Afgeleverd ? Zaakstand.Afgeleverd : failed ? Zaakstand.Mislukt : zaak.Stand;
            if (stand == zaak.Stand)
            {
                continue;
            }

            await book.WijzigAsync(
                gemeente,
                list => list.Vind(zaak.Kenmerk) is { } row ? list.Met(Dated(row with { Stand = stand }, item, gemeente)) : list,
                () => failed ? [BalieBericht.Maak(new Staffmelding(gemeente, zaak.Kenmerk, Dag: null), "aflevering")] : []);
        }
    }

    /// <summary>A resident who went on alone sent it just now: from here the days of the gemeente count, also when the conversation is erased at once.</summary>
    private Zaak Dated(Zaak row, OutboxItem item, string gemeente) => !row.IsVerstuurd || ZaakReader.KentBehandeling(row)
        ? row
        : reader.Verstuurd(row, Amsterdam.Day(item.Created), Addressee(item) ?? gemeente, Amsterdam.Day(clock.GetUtcNow()));

    /// <returns>CBS code on the form; null when it cannot be read.</returns>
    private static string? Addressee(OutboxItem item)
    {
        try
        {
            return FormulierJson.Read(item.Json.Span)?.Aan.Gemeentecode;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
