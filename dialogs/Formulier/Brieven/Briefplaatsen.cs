using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Kinds;
using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Dialogs.Topics;

namespace KlachtHulp.Dialogs.Formulier.Brieven;

/// <summary>The values of the places in a letter, from the answers that were given anyway: no letter asks a question of its own.</summary>
public static class Briefplaatsen
{
    /// <summary>Every place a letter may use.</summary>
    public static IReadOnlyList<string> Namen { get; } =
    [
        "naam", "adres", "email", "telefoon", "kenmerk", "gemeente", "organisatie", "betrokkene", "verhaal", "gebeurtenis_datum", "belofte", "belofte_datum",
        "klacht_datum", "klacht_uiterlijk", "besluit_datum", "aanvraag_datum", "avg_datum", "avg_uiterlijk", "avg_verlengd", "avg_over", "schade", "gevolg", "reactie_datum",
        "bezwaar_laat", "bezwaar_datum", "bezwaar_besluit",
    ];

    /// <param name="reactieWeken">Weeks within which an answer is asked; 0 for none.</param>
    public static IReadOnlyDictionary<string, string> Van(Bron bron, Eindstand stand, Regels regels, int reactieWeken)
    {
        var answers = bron.Position.Answers;
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        Put(places, "naam", answers.Text(GegevensDialog.Naam));
        Put(places, "adres", answers.Text(GegevensDialog.Adres));
        Put(places, "email", answers.Text(GegevensDialog.Email));
        Put(places, "telefoon", answers.Text(GegevensDialog.Telefoon));
        Put(places, "kenmerk", answers.Text(GegevensDialog.Kenmerk));
        Put(places, "gemeente", bron.Show(answers, VerhaalDialog.Gemeente) ?? answers.Text(VerhaalDialog.Plaats));
        Put(places, "organisatie", answers.Text(VerhaalDialog.Organisatie));
        Put(places, "betrokkene", answers.Text(VerhaalDialog.Betrokkene));
        Put(places, "verhaal", answers.Text(VerhaalDialog.Verhaal));
        Put(places, "schade", answers.TryGet(WensenDialog.Schade, out var schade) ? BedragKind.InWoorden(schade) : null);
        Put(places, "reactie_datum", reactieWeken > 0 ? DagInWoorden.Van(bron.Today.AddDays(7 * reactieWeken)) : null);
        Days(places, answers, stand, regels, bron);
        Rounds(places, answers, stand, bron);
        return places;
    }

    private static void Days(Dictionary<string, string> places, Answers answers, Eindstand stand, Regels regels, Bron bron)
    {
        var today = bron.Today;
        Put(places, "klacht_datum", When(answers, InterneBehandelingDialog.Datum));
        Put(places, "besluit_datum", When(answers, BesluitDialog.Datum) ?? First([.. answers.Rounds(KlachtDialog.Klacht)], static round => When(round, PrivacyDialog.WeigeringWanneer)));
        Put(places, "bezwaar_datum", When(answers, BesluitDialog.BezwaarDatum));
        Put(places, "bezwaar_besluit", When(answers, BesluitDialog.Datum));
        Put(places, "gebeurtenis_datum", stand.Feiten.GedragingOp is { IsDag: true } dag ? DagInWoorden.Van(dag.Tot) : null);
        Put(places, "klacht_uiterlijk", Voorbij(regels.BehandelingVan(answers, today), today));
        Put(places, "bezwaar_laat", Voorbij(regels.Bezwaar(answers) ?? Termijn(Termijncodes.BezwaarAvg, stand.Feiten.AvgWeigeringOp, bron), today));
    }

    private static void Rounds(Dictionary<string, string> places, Answers answers, Eindstand stand, Bron bron)
    {
        var rounds = answers.Rounds(KlachtDialog.Klacht).ToList();
        Put(places, "belofte", First(rounds, static round => round.Text(ToezeggingDialog.Inhoud)));
        Put(places, "belofte_datum", First(rounds, static round => When(round, ToezeggingDialog.Wanneer)));
        Put(places, "gevolg", First(rounds, static round => round.Text(KlachtDialog.Gevolg) ?? round.Text(ToezeggingDialog.Nadeel) ?? round.Text(PrivacyDialog.Gevolg)));
        Put(places, "aanvraag_datum", First(rounds, static round => When(round, KlachtDialog.AanvraagDatum)));
        Put(places, "avg_datum", First(rounds, static round => When(round, PrivacyDialog.VerzoekWanneer)));
        Put(places, "avg_verlengd", stand.Feiten.AvgVerlengd == JaNee.Ja ? "ja" : null);
        Put(places, "avg_over", string.Join(", ", rounds.SelectMany(round => bron.ShowAll(round, PrivacyDialog.Gegevens)).Distinct(StringComparer.Ordinal)));
        Put(places, "avg_uiterlijk", Voorbij(Termijn(stand.Feiten.AvgVerlengd == JaNee.Ja ? Termijncodes.AvgVerlengd : Termijncodes.Avg, stand.Feiten.AvgVerzoekOp, bron), bron.Today));
    }

    private static Termijn? Termijn(string code, Tijdvak? start, Bron bron) => start is { } day ? bron.Knowledge.Termijnen.Van(code, day) : null;

    /// <summary>The last day of a term that has surely passed; null for any other.</summary>
    private static string? Voorbij(Termijn? termijn, DateOnly today) => termijn?.StandOp(today) == Stand.Voorbij ? DagInWoorden.Van(termijn.Uiterlijk) : null;

    private static string? First(IEnumerable<Answers> rounds, Func<Answers, string?> value) => rounds.Select(value).FirstOrDefault(static text => text is not null);

    /// <summary>A moment as it stands in a sentence; null when it is not known.</summary>
    private static string? When(Answers answers, Question<Wanneer> question)
        => answers.TryGet(question, out var when) ? WanneerInWoorden.Van(when) : null;

    private static void Put(Dictionary<string, string> places, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            places[name] = value;
        }
    }
}
