using System.Globalization;
using System.Text.Json;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Bot.Teams.Kaarten;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Teams.Berichten;

/// <summary>Brings a message to staff that stands in the outbox: as long as it takes within three days, through restarts, by any instance.</summary>
internal sealed class BalieBericht(Balieboek book, BalieSender sender, BalieKaarten screens, Words words, TimeProvider clock) : IEffectHandler
{
    private const string EffectKind = "balie";

    private static readonly TimeSpan UsefulFor = TimeSpan.FromDays(3);

    public string Kind => EffectKind;

    /// <param name="mark">Tells this message from others about the same klacht.</param>
    public static NewOutboxItem Maak(Staffmelding melding, string mark)
        => new(EffectKind, $"{EffectKind}:{melding.Gemeente}:{melding.Kenmerk}:{mark}", JsonSerializer.SerializeToUtf8Bytes(melding, BoekJson.Default.Staffmelding));

    /// <summary>Of no use any more when it is too old, or the klacht has left the list.</summary>
    public async Task<EffectResult> HandleAsync(OutboxItem item, Func<ReadOnlyMemory<byte>, Task> keep, CancellationToken cancellationToken)
    {
        if (JsonSerializer.Deserialize(item.Json.Span, BoekJson.Default.Staffmelding) is not { } melding || item.Created + UsefulFor < clock.GetUtcNow()
            || (await book.LijstAsync(melding.Gemeente)).Vind(melding.Kenmerk) is not { } zaak)
        {
            return new EffectResult.Finished();
        }

        var card = screens.Waarschuwing(melding.Dag is { } day ? Termijn(zaak, day) : words.Message("balie.melding.aflevering", BalieKaarten.Values(("kenmerk", zaak.Kenmerk))), zaak.Kenmerk);
        return await sender.SendAsync(melding.Gemeente, zaak, card, item.Key, cancellationToken);
    }

    private string Termijn(Zaak zaak, LaatsteDag day)
    {
        var left = day.Dag.DayNumber - Amsterdam.Day(clock.GetUtcNow()).DayNumber;
        var key = left switch { < 0 => "balie.dag.voorbij", 0 => "balie.dag.vandaag", 1 => "balie.dag.morgen", _ => "balie.dag.bijna" };
        var when = words.Message(key, BalieKaarten.Values(("naam", day.Naam), ("dag", DagInWoorden.Van(day.Dag)), ("over", Math.Abs(left).ToString(CultureInfo.InvariantCulture))));
        return words.Message("balie.melding.termijn", BalieKaarten.Values(("kenmerk", zaak.Kenmerk), ("wanneer", when)));
    }
}
