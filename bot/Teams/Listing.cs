using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Bot.Teams.Kaarten;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Teams;

/// <summary>The list of one gemeente, kept equal to what happened in the conversations, also when a resident went on alone.</summary>
internal sealed class Listing(Balieboek book, IConversationStore store, ZaakReader reader, LijstKaart cards, TimeProvider clock)
{
    /// <summary>How long a klacht stays after its last day.</summary>
    private const int DaysAfter = 14;

    private DateOnly Today => Amsterdam.Day(clock.GetUtcNow());

    public async Task<Kaart> PageAsync(string gemeente, int page) => cards.Maak(await RefreshAsync(gemeente), page, Today);

    /// <returns>null when this gemeente has no such klacht.</returns>
    public async Task<Kaart?> FindAsync(string gemeente, string kenmerk) => (await RefreshAsync(gemeente)).Vind(kenmerk) is { } zaak ? cards.Een(zaak, Today) : null;

    /// <summary>How many are in the list, and how many of those have a last day soon or behind them.</summary>
    public async Task<(int All, int Near)> CountAsync(string gemeente)
    {
        var list = await RefreshAsync(gemeente);
        return (list.Zaken.Count, list.Zaken.Count(zaak => cards.IsNear(zaak, Today)));
    }

    /// <summary>Whether the klacht was taken down by telephone.</summary>
    public async Task<bool> IsByTelephoneAsync(Zaak zaak) => await store.LoadAsync(zaak.Gesprek, CancellationToken.None) is { } stored && reader.IsTelefonisch(stored);

    /// <summary>Notes that the gemeente puts a klacht off, or not after all: its last day moves.</summary>
    /// <returns>null when this gemeente has no such klacht, or it was not sent.</returns>
    public async Task<Kaart?> PutOffAsync(string gemeente, string kenmerk, bool verdaagd)
    {
        var list = await book.WijzigAsync(gemeente, list => list.Vind(kenmerk) is { Ontvangen: { } received, Aan: { } handles } row
            ? list.Met(reader.Verstuurd(row with { Verdaagd = verdaagd }, received, handles, Today))
            : list);
        return list.Vind(kenmerk) is { Ontvangen: not null } zaak ? cards.Verdaagd(zaak, Today) : null;
    }

    /// <summary>Brings the row of one klacht up to date after a turn.</summary>
    public async Task<Kaart> AfterAsync(string gemeente, Zaak zaak, Kaart card)
    {
        if (await store.LoadAsync(zaak.Gesprek, CancellationToken.None) is { } stored && reader.Lees(zaak, stored, gemeente, Today) is var now && Differs(zaak, now))
        {
            await book.WijzigAsync(gemeente, list => list.Vind(zaak.Kenmerk) is { } row ? list.Met(row.Met(now)) : list);
        }

        return card;
    }

    /// <summary>Looks at every klacht of the list; writes only when something changed.</summary>
    public async Task<Balielijst> RefreshAsync(string gemeente)
    {
        var list = await book.LijstAsync(gemeente);
        var changes = new Dictionary<string, Zaak?>(StringComparer.Ordinal);
        foreach (var zaak in list.Zaken)
        {
            if (await NowAsync(zaak, gemeente) is var now && (now is null || Differs(zaak, now)))
            {
                changes[zaak.Kenmerk] = now;
            }
        }

        return changes.Count == 0 ? list : await book.WijzigAsync(gemeente, current => Apply(current, changes));
    }

    /// <summary>Whoever changed a row meanwhile is not undone: only place and days are taken over.</summary>
    private static Balielijst Apply(Balielijst list, Dictionary<string, Zaak?> changes) => list with
    {
        Zaken =
        [
            .. list.Zaken.Where(zaak => !changes.TryGetValue(zaak.Kenmerk, out var change) || change is not null)
                .Select(zaak => changes.GetValueOrDefault(zaak.Kenmerk) is { } now ? zaak.Met(now) : zaak),
        ],
    };

    /// <summary>Only when the days of the gemeente are known is the conversation no longer read: until then those in the row are from before it was sent.</summary>
    /// <returns>null when the row has had its time. What was sent and is gone stays, without days that are not true any more, until somebody takes it off.</returns>
    private async Task<Zaak?> NowAsync(Zaak zaak, string gemeente)
    {
        if (ZaakReader.KentBehandeling(zaak))
        {
            return zaak.Dagen.Max(static day => day.Dag).AddDays(DaysAfter) < Today ? null : zaak;
        }

        return await store.LoadAsync(zaak.Gesprek, CancellationToken.None) is { } stored ? reader.Lees(zaak, stored, gemeente, Today)
            : zaak.IsVerstuurd ? zaak with { Dagen = [] }
            : null;
    }

    private static bool Differs(Zaak before, Zaak after) => before.Stand != after.Stand || !before.Dagen.SequenceEqual(after.Dagen);
}
