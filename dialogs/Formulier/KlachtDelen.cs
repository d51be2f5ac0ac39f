using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Topics;

namespace KlachtHulp.Dialogs.Formulier;

/// <summary>The blocks of one complaint that belong to its kind.</summary>
internal static class KlachtDelen
{
    public static ToezeggingDeel Toezegging(Bron bron, Answers round) => new()
    {
        Soorten = Kinds(bron, ToezeggingDialog.Soorten(round)),
        Inhoud = round.Text(ToezeggingDialog.Inhoud),
        Door = round.Text(ToezeggingDialog.Wie),
        Functie = round.Text(ToezeggingDialog.Functie),
        Wanneer = FormulierBouwer.Date(round, ToezeggingDialog.Wanneer),
        Kanaal = bron.ShowAll(round, ToezeggingDialog.Kanaal),
        Bewijs = bron.ShowAll(round, ToezeggingDialog.Bewijs),
        Getuige = FormulierBouwer.YesNo(round, ToezeggingDialog.Getuige),
        Duidelijk = FormulierBouwer.YesNo(round, ToezeggingDialog.Concreet),
        Bedrag = round.TryGet(ToezeggingDialog.Bedrag, out var amount) ? amount : null,
        Voorwaarden = round.Text(ToezeggingDialog.Voorwaarden),
        Voldaan = FormulierBouwer.YesNo(round, ToezeggingDialog.Voldaan),
        Vervolg = round.Text(ToezeggingDialog.Bevestigd) is { } later and not "geen" ? bron.OnForm(ToezeggingDialog.Bevestigd, later) : null,
        AndereMedewerker = FormulierBouwer.YesNo(round, ToezeggingDialog.AndereMedewerker),
        Breuk = round.Text(ToezeggingDialog.Breuk),
        BreukWanneer = FormulierBouwer.Date(round, ToezeggingDialog.BreukWanneer),
        Reden = round.Text(ToezeggingDialog.Reden),
        GehandeldOmdat = round.Text(ToezeggingDialog.Vertrouwd),
        Nadeel = round.Text(ToezeggingDialog.Nadeel),
    };

    public static PrivacyDeel Privacy(Bron bron, Answers round) => new()
    {
        Soorten = Kinds(bron, PrivacyDialog.Soorten(round)),
        Gegevens = bron.ShowAll(round, PrivacyDialog.Gegevens),
        Ontvanger = round.Text(PrivacyDialog.Ontvanger),
        Ontdekt = round.Text(PrivacyDialog.Ontdekt),
        VoorafVerteld = FormulierBouwer.YesNo(round, PrivacyDialog.Verteld),
        ZelfGevraagd = FormulierBouwer.YesNo(round, PrivacyDialog.ZelfGevraagd),
        Doel = round.Text(PrivacyDialog.Doel),
        VrijOmNeeTeZeggen = FormulierBouwer.YesNo(round, PrivacyDialog.Vrij),
        Verzoek = bron.ShowAll(round, PrivacyDialog.Verzoek),
        VerzoekWanneer = round.TryGet(PrivacyDialog.VerzoekWanneer, out _) ? FormulierBouwer.Date(round, PrivacyDialog.VerzoekWanneer) : null,
        VanWie = round.Text(PrivacyDialog.VanWie) is { } owner ? bron.OnForm(PrivacyDialog.VanWie, owner) : null,
        VerzoekAntwoord = round.Text(PrivacyDialog.VerzoekAntwoord) ?? (round.Text(PrivacyDialog.VerzoekStand) is { } stand ? bron.OnForm(PrivacyDialog.VerzoekStand, stand) : null),
    };

    private static IReadOnlyList<Soortkeuze> Kinds(Bron bron, IReadOnlyList<string> ids)
        => [.. ids.Select(id => new Soortkeuze(id, bron.Knowledge.Soortnaam(id)))];
}
