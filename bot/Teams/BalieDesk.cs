using KlachtHulp.Bot.Channels;
using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Bot.Teams.Kaarten;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;

namespace KlachtHulp.Bot.Teams;

/// <summary>One visit of a staff member: who, of which gemeente, and the message that brought them.</summary>
/// <param name="Sleutel">Key of the person in the book.</param>
/// <param name="ActivityId">Id of the message; a repeat has the same.</param>
internal sealed record Visit(HttpRequest Request, string Gemeente, string Sleutel, string? ActivityId);

/// <summary>Does what a staff member wants and gives the next screen. Every klacht is looked up in the list of the own gemeente first.</summary>
internal sealed class BalieDesk(
    Balieboek book, Intake intake, Listing listing, CodeDesk codes, Toelichtingen explanations, BalieKaarten screens, Words words, TeamsSettings settings,
    DirectLineSettings directLine, TimeProvider clock)
{
    public async Task<Kaart> DoAsync(Visit visit, Wish wish) => wish switch
    {
        Wish.Nieuw nieuw => await BeginAsync(visit, nieuw),
        Wish.Lijst lijst => await listing.PageAsync(visit.Gemeente, lijst.Blad),
        Wish.Zoek zoek => await listing.FindAsync(visit.Gemeente, zoek.Kenmerk) ?? screens.Bericht("balie.niet_gevonden"),
        Wish.Open open => await OpenAsync(visit, open.Kenmerk),
        Wish.Verder verder => await TakeBackAsync(visit, verder),
        Wish.Overdragen over => await HandOverAsync(visit, over.Zaak),
        Wish.Overzicht all => await OverviewAsync(visit, all.Zaak),
        Wish.Toelichting toelichting => await ExplainAsync(visit, toelichting),
        Wish.Afgehandeld done => await FinishAsync(visit, done.Kenmerk),
        Wish.Verdaagd put => await listing.PutOffAsync(visit.Gemeente, put.Kenmerk, put.Aan) ?? screens.Bericht("balie.niet_gevonden"),
        Wish.Antwoord antwoord => await AnswerAsync(visit, antwoord),
        Wish.Leeg leeg => await EmptyAsync(visit, leeg.Zaak),
        _ => screens.Menu((await ActiveAsync(visit))?.Kenmerk),
    };

    /// <summary>Whether typed words are an answer.</summary>
    public async Task<bool> IsTakingAsync(Visit visit) => await ActiveAsync(visit) is not null;

    private async Task<Kaart> BeginAsync(Visit visit, Wish.Nieuw wish)
    {
        var staff = await book.MedewerkerAsync(visit.Sleutel);
        if (visit.ActivityId is not null && staff.Begonnen == visit.ActivityId && await ActiveAsync(visit) is { } begun)
        {
            return await ShowAsync(visit, begun);
        }

        // Where it happened may well be "balie", and how "telefoon".
        if (wish.Getypt is { } said && await ActiveAsync(visit) is { } active && await intake.OpenAsync(active.Gesprek) is { Vraag: not null } open)
        {
            return screens.NieuwOfAntwoord(open, active.Kenmerk, said, wish.Wijze);
        }

        var (gesprek, card) = await intake.BeginAsync(visit.Request, visit.Gemeente, new Opname(wish.Wijze, settings.Rol ?? words.Message("balie.rol")));
        var zaak = new Zaak(Gesprek.Kenmerk.Van(gesprek), gesprek, visit.Sleutel, clock.GetUtcNow());
        await book.WijzigAsync(visit.Gemeente, list => list.Met(zaak));
        await book.WijzigAsync(visit.Gemeente, visit.Sleutel, person => person with { Actief = zaak.Kenmerk, Begonnen = visit.ActivityId });
        return card.Na(words.Message("balie.begin", BalieKaarten.Values(("kenmerk", zaak.Kenmerk))));
    }

    private async Task<Kaart> OpenAsync(Visit visit, string kenmerk)
    {
        if ((await book.LijstAsync(visit.Gemeente)).Vind(kenmerk) is not { } zaak)
        {
            return screens.Bericht("balie.niet_gevonden");
        }

        return await ShowAsync(visit, await TakeUpAsync(visit, zaak, back: false));
    }

    /// <summary>Whoever goes on with a klacht gets the messages about it from then on.</summary>
    /// <param name="back">The resident gave it back with the code.</param>
    /// <returns>The row as it is now.</returns>
    private async Task<Zaak> TakeUpAsync(Visit visit, Zaak zaak, bool back)
    {
        var list = await book.WijzigAsync(visit.Gemeente, list => list.Met(Mine(list.Vind(zaak.Kenmerk) ?? zaak)));
        await book.WijzigAsync(visit.Gemeente, visit.Sleutel, person => person with { Actief = zaak.Kenmerk });
        return list.Vind(zaak.Kenmerk) ?? zaak;

        Zaak Mine(Zaak row) => row with { Medewerker = visit.Sleutel, Stand = back && row.Stand == Zaakstand.BijInwoner ? Zaakstand.Bezig : row.Stand };
    }

    private async Task<Kaart> ShowAsync(Visit visit, Zaak zaak)
        => await intake.NuAsync(visit.Request, zaak.Gesprek, visit.Gemeente) is { } card ? await listing.AfterAsync(visit.Gemeente, zaak, card) : await GoneAsync(visit, zaak);

    private async Task<Kaart> AnswerAsync(Visit visit, Wish.Antwoord wish)
    {
        var active = await ActiveAsync(visit);
        if (active is null || (wish.Zaak is { } named && !string.Equals(named, active.Kenmerk, StringComparison.Ordinal)))
        {
            return await ElsewhereAsync(visit, wish.Zaak);
        }

        var dedupe = visit.ActivityId is { Length: > 0 and <= 256 } id ? $"balie:{id}" : null;
        return await intake.AntwoordAsync(visit.Request, active.Gesprek, visit.Gemeente, wish.Incoming, dedupe) is { } card
            ? await listing.AfterAsync(visit.Gemeente, active, card)
            : await GoneAsync(visit, active);
    }

    /// <summary>A card of a klacht that is not the open one: nothing is written, and the way to it is shown.</summary>
    private async Task<Kaart> ElsewhereAsync(Visit visit, string? kenmerk) => kenmerk is not null && (await book.LijstAsync(visit.Gemeente)).Vind(kenmerk) is { } zaak
        ? screens.Bericht("balie.andere_klacht", zaak.Kenmerk)
        : screens.Bericht("balie.niets_open");

    private async Task<Kaart> EmptyAsync(Visit visit, string? kenmerk)
        => await ActiveAsync(visit) is { } active && active.Kenmerk == kenmerk ? (await ShowAsync(visit, active)).Na(words.Message("balie.fout.leeg")) : await ElsewhereAsync(visit, kenmerk);

    private async Task<Kaart> HandOverAsync(Visit visit, string? kenmerk)
    {
        if (await NamedAsync(visit, kenmerk) is not { } active)
        {
            return screens.Bericht("balie.niets_open");
        }

        var code = await codes.MakeAsync(active.Gesprek, visit.Gemeente);
        await book.WijzigAsync(visit.Gemeente, list => list.Vind(active.Kenmerk) is { Stand: Zaakstand.Bezig } open ? list.Met(open with { Stand = Zaakstand.BijInwoner }) : list);
        await book.WijzigAsync(visit.Gemeente, visit.Sleutel, person => person.Actief == active.Kenmerk ? person with { Actief = null } : person);
        return screens.Overdracht(active.Kenmerk, code, $"{Addresses.Base(visit.Request, directLine.PublicAddress)}/klacht", isHere: !await listing.IsByTelephoneAsync(active));
    }

    private async Task<Kaart> TakeBackAsync(Visit visit, Wish.Verder wish)
    {
        var reading = await codes.FindAsync(visit, wish.Code);
        if (reading is CodeReading.Found { Gesprek: var gesprek })
        {
            var zaak = new Zaak(Gesprek.Kenmerk.Van(gesprek), gesprek, visit.Sleutel, clock.GetUtcNow());
            return await ShowAsync(visit, await TakeUpAsync(visit, zaak, back: true));
        }

        return wish switch
        {
            { Anders: { } said, Lijkt: true } => await AskAsync(visit, said),
            { Anders: { } said } => await AnswerAsync(visit, new Wish.Antwoord(new Incoming.Said(said), Zaak: null)),
            _ => screens.Bericht(reading is CodeReading.TooOften ? "balie.code_te_vaak" : "balie.code_onbekend"),
        };
    }

    /// <summary>No code of ours, and perhaps an answer: nothing is written before it is certain, and nothing is lost.</summary>
    private async Task<Kaart> AskAsync(Visit visit, string said) => await ActiveAsync(visit) is { } active && await intake.OpenAsync(active.Gesprek) is { Vraag: not null } open
        ? screens.CodeOfAntwoord(open, active.Kenmerk, said)
        : screens.Bericht("balie.code_onbekend");

    private async Task<Kaart> OverviewAsync(Visit visit, string? kenmerk) => await NamedAsync(visit, kenmerk) is { } active && await intake.OverzichtAsync(active.Gesprek) is { } overview
        ? screens.Overzicht(active.Kenmerk, overview)
        : screens.Bericht("balie.niets_open");

    private async Task<Kaart> ExplainAsync(Visit visit, Wish.Toelichting wish)
    {
        if (await NamedAsync(visit, wish.Zaak) is not { } active)
        {
            return screens.Bericht("balie.niets_open");
        }

        var open = await intake.OpenAsync(active.Gesprek);
        var asked = wish.Vraag.Length > 0 ? wish.Vraag : open?.Vraag ?? "";
        return explanations.Vind(asked) is { } found
            ? screens.Toelichting(found, open?.Vraag == asked ? open.Titel ?? "" : "", active.Kenmerk)
            : screens.Bericht("balie.geen_toelichting", active.Kenmerk);
    }

    /// <summary>Only what was sent can leave the list; the rest is still somebody's to finish.</summary>
    private async Task<Kaart> FinishAsync(Visit visit, string kenmerk)
    {
        if ((await book.LijstAsync(visit.Gemeente)).Vind(kenmerk) is not { IsVerstuurd: true } zaak)
        {
            return screens.Bericht("balie.niet_gevonden");
        }

        await book.WijzigAsync(visit.Gemeente, list => list.Zonder(zaak.Kenmerk));
        return screens.Bericht("balie.afgehandeld", kenmerk: null, ("kenmerk", zaak.Kenmerk));
    }

    /// <summary>Erased by the resident, or too old: the row goes too, unless it was sent.</summary>
    private async Task<Kaart> GoneAsync(Visit visit, Zaak zaak)
    {
        if (!zaak.IsVerstuurd)
        {
            await book.WijzigAsync(visit.Gemeente, list => list.Zonder(zaak.Kenmerk));
        }

        await book.WijzigAsync(visit.Gemeente, visit.Sleutel, static person => person with { Actief = null });
        return screens.Bericht("balie.weg", kenmerk: null, ("kenmerk", zaak.Kenmerk));
    }

    /// <summary>The klacht on a card, or the one that is open.</summary>
    private async Task<Zaak?> NamedAsync(Visit visit, string? kenmerk) => kenmerk is null ? await ActiveAsync(visit) : (await book.LijstAsync(visit.Gemeente)).Vind(kenmerk);

    /// <summary>The klacht that is open; only when it stands in the list of the own gemeente.</summary>
    private async Task<Zaak?> ActiveAsync(Visit visit)
        => (await book.MedewerkerAsync(visit.Sleutel)).Actief is { } kenmerk ? (await book.LijstAsync(visit.Gemeente)).Vind(kenmerk) : null;
}
