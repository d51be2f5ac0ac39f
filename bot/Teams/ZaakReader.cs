using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Bot.Privacy;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Dialogs.Topics;

namespace KlachtHulp.Bot.Teams;

/// <summary>From the log of a conversation to what the list says of it: where it is, and the last days.</summary>
/// <remarks>
/// Source: Awb art. 9:8, lid 3 and 9:11. The klacht is received on the day it was sent; whether a commissie advises is often not known, and then the
/// shorter term counts here: whoever handles it should not find out too late.
/// </remarks>
public sealed class ZaakReader(Klachthulp klachthulp, BewaarSettings keeping)
{
    /// <summary>Code of the day after which the service itself erases what nobody went on with.</summary>
    public const string Wissen = "wissen";

    public Zaak Lees(Zaak zaak, StoredConversation stored, string gemeente, DateOnly today)
    {
        var log = LogCodec.Read(stored.Body);
        var memory = Memory.Of(log, klachthulp.Tree.Seals);
        var position = Walk.Replay(klachthulp.Tree, memory.Given, today);
        if (Ontvangst.Verstuurd(memory) is { } sent)
        {
            var code = position.Answers.Text(VerhaalDialog.Gemeente) ?? gemeente;
            return Verstuurd(zaak, Amsterdam.Day(sent), code, today) with { Stand = zaak.IsVerstuurd ? zaak.Stand : Zaakstand.Verstuurd };
        }

        return zaak with
        {
            Stand = position.Outcome is not null ? Zaakstand.Klaar : zaak.Stand == Zaakstand.BijInwoner ? Zaakstand.BijInwoner : Zaakstand.Bezig,
            Dagen =
            [
                .. Eindstand.Van(position, log, klachthulp.Knowledge, today).LaatsteDagen().Where(static termijn => termijn.Partij == Partij.Inwoner)
                    .Select(termijn => new LaatsteDag(termijn.Code, termijn.Naam, termijn.TeTonen(today)))
                    .Append(new LaatsteDag(Wissen, klachthulp.Catalogue.In(Catalogue.Dutch).Message("balie.dag.wissen"), Amsterdam.Day(stored.Updated + keeping.Open).AddDays(-1)))
                    .OrderBy(static day => day.Dag),
            ],
        };
    }

    /// <summary>Whether it was taken down by telephone, so that the resident does not see the screen of the staff.</summary>
    public bool IsTelefonisch(StoredConversation stored) => Memory.Of(LogCodec.Read(stored.Body), klachthulp.Tree.Seals).Opname?.Wijze == "telefoon";

    /// <summary>Whether the row already has the days that count once a klacht was sent.</summary>
    public static bool KentBehandeling(Zaak zaak) => zaak.IsVerstuurd && zaak.Dagen.Any(static day => day.Code == Termijncodes.Behandeling);

    /// <summary>The days of the gemeente in the place of those of before it was sent.</summary>
    /// <param name="gemeente">CBS code of who handles the klacht.</param>
    public Zaak Verstuurd(Zaak zaak, DateOnly received, string gemeente, DateOnly today) => zaak with
    {
        Ontvangen = received,
        Aan = gemeente,
        Dagen = Behandeling(received, gemeente, today, zaak.Verdaagd),
    };

    private IReadOnlyList<LaatsteDag> Behandeling(DateOnly received, string gemeente, DateOnly today, bool verdaagd)
    {
        var knowledge = klachthulp.Knowledge;
        var refuse = knowledge.Termijnen.Van(Termijncodes.NietBehandelen, received);
        var handle = knowledge.Termijnen.Behandeling(new Tijdvak(received), knowledge.InstellingVan(gemeente, today)?.Klachtadviescommissie, verdaagd);
        var name = knowledge.Termijnen.Tabellen[Termijncodes.Klacht].On(received).Value.Naam;
        return [new LaatsteDag(refuse.Code, refuse.Naam, refuse.Uiterlijk), new LaatsteDag(Termijncodes.Behandeling, name, handle.Uitersten.Van)];
    }
}
