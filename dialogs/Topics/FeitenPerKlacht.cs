using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>The facts that one complaint or one wish adds.</summary>
internal static class FeitenPerKlacht
{
    public static Kern Kern(Answers round) => round.Text(KlachtDialog.Soort) switch
    {
        "toezegging" => Recht.Kern.Belofte,
        "privacy" => Recht.Kern.Privacy,
        "bejegening" => Recht.Kern.Behandeling,
        "traagheid" => Recht.Kern.TeLaat,
        _ => round.Text(KlachtDialog.SoortAnders) switch
        {
            "informatie" => Recht.Kern.VerkeerdeInformatie,
            "dossier" => Recht.Kern.Gegevens,
            _ => Recht.Kern.Anders,
        },
    };

    public static Wens Wens(string id) => id switch
    {
        "nakomen" => Recht.Wens.AlsnogNakomen,
        "excuses" => Recht.Wens.Excuses,
        "uitleg" => Recht.Wens.Uitleg,
        "gesprek" => Recht.Wens.Gesprek,
        "contactpersoon" => Recht.Wens.AndereContactpersoon,
        "gegevens" => Recht.Wens.GegevensInzien | Recht.Wens.GegevensVerbeteren | Recht.Wens.GegevensWissen,
        "stoppen" => Recht.Wens.StoppenMetDelen,
        "herhaling" => Recht.Wens.NietWeer,
        "geld" => Recht.Wens.Geld,
        _ => Recht.Wens.NietGevraagd,
    };

    /// <summary>A request about one's own data: waiting until something was heard of it.</summary>
    public static AvgVerzoek Verzoek(Answers round)
    {
        var requests = round.All(PrivacyDialog.Verzoek);
        return requests.Count == 0 ? AvgVerzoek.NietGevraagd
            : requests.Contains("geen") || round.Text(PrivacyDialog.VerzoekAntwoord) is not null ? AvgVerzoek.Geen
            : AvgVerzoek.Wacht;
    }
}
