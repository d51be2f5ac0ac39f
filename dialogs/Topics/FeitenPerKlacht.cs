using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Gemeenten;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>The facts that one complaint or one wish adds.</summary>
internal static class FeitenPerKlacht
{
    /// <summary>The kind that is a leak of data.</summary>
    private const string Gelekt = "P11";

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
            "regels" => Recht.Kern.Beleid,
            "integriteit" => Recht.Kern.Integriteit,
            _ => Recht.Kern.Anders,
        },
    };

    public static Uitvoerder Uitvoerder(Samenwerkingsvorm vorm)
        => vorm == Samenwerkingsvorm.Stichting ? Recht.Uitvoerder.Stichting : Recht.Uitvoerder.GemeenschappelijkeRegeling;

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
        "besluit" => Recht.Wens.BesluitOpPapier,
        _ => Recht.Wens.NietGevraagd,
    };

    /// <summary>Routes that the chosen kinds suggest, in the order of the kinds.</summary>
    public static IEnumerable<string> Routes(Answers round, Knowledge knowledge)
    {
        var gekozen = ToezeggingDialog.Soorten(round).Concat(PrivacyDialog.Soorten(round)).ToHashSet(StringComparer.Ordinal);
        return knowledge.Soorten.Toezeggingen.Where(soort => gekozen.Contains(soort.Id)).SelectMany(static soort => soort.Routes)
            .Concat(knowledge.Soorten.Privacyschendingen.Where(soort => gekozen.Contains(soort.Id)).SelectMany(static soort => soort.Routes));
    }

    /// <summary>Of several complaints the one whose year ends first and is not over; one that goes on has no end yet. Null when there is none.</summary>
    /// <remarks>Source: Awb art. 9:8, lid 1, onder b; each conduct has its own year, and the first day that may be missed is the one to show.</remarks>
    public static Tijdvak? EersteDieLoopt(IEnumerable<Answers> rounds, Termijnen termijnen, DateOnly today)
        => rounds.Where(static round => !round.Yes(KlachtDialog.LooptNog) && !round.Yes(PrivacyDialog.LooptNog))
            .Select(FeitenLezer.Gedraging).OfType<Tijdvak>().Where(period => termijnen.Van(Termijncodes.KlachtJaar, period).StandOp(today) != Stand.Voorbij)
            .OrderBy(static period => period.Van).Cast<Tijdvak?>().FirstOrDefault();

    /// <summary>Whether the gemeente may be late with a besluit on an aanvraag; an unknown day does not close that way.</summary>
    /// <remarks>Source: Awb art. 4:13; 8 weeks where no other law gives a term.</remarks>
    public static JaNee AanvraagTeLaat(Answers round, Knowledge knowledge, DateOnly today)
    {
        if (!round.Yes(KlachtDialog.Aanvraag))
        {
            return JaNee.NietGevraagd;
        }

        var loopt = FeitenLezer.Periode(round, KlachtDialog.AanvraagDatum) is { } dag
            && knowledge.Termijnen.Van(Termijncodes.Aanvraag, dag).StandOp(today) == Stand.Loopt;
        return loopt ? JaNee.Nee : JaNee.Ja;
    }

    /// <summary>A request about one's own data; what became of it may not be known, and then it waits.</summary>
    public static AvgVerzoek Verzoek(Answers round)
    {
        var requests = round.All(PrivacyDialog.Verzoek);
        return requests.Count == 0 ? AvgVerzoek.NietGevraagd
            : requests.Contains("geen") ? AvgVerzoek.Geen
            : round.Text(PrivacyDialog.VerzoekStand) switch { "geweigerd" => AvgVerzoek.Geweigerd, "ja" => AvgVerzoek.Geen, _ => AvgVerzoek.Wacht };
    }

    /// <summary>Whose data came to the wrong person; who does not say so means his own.</summary>
    public static Datalek Datalek(Answers round)
        => !PrivacyDialog.Soorten(round).Contains(Gelekt) ? Recht.Datalek.NietGevraagd
            : round.Text(PrivacyDialog.VanWie) == "ander" ? Recht.Datalek.GegevensVanAnder
            : Recht.Datalek.EigenGegevens;
}
