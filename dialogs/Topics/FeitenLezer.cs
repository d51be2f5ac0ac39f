using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Kinds;
using KlachtHulp.Dialogs.Recht;
using YesNo = KlachtHulp.Dialogs.Recht.JaNee;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>Translates the answers into the facts the route table asks about. What was not asked stays "not asked"; nothing is assumed.</summary>
public static class FeitenLezer
{
    /// <summary>Route of kinds of promise about something the resident may have a right to: then a besluit can be asked for.</summary>
    private const string RouteOfDecision = "R14";

    /// <param name="gevaren">Kinds of danger that were seen in this conversation, as in <see cref="Turns.Meldingen.Gevaren"/>.</param>
    public static Feiten Lees(Answers answers, Knowledge knowledge, DateOnly today, IReadOnlyCollection<string> gevaren)
    {
        var rounds = answers.Rounds(KlachtDialog.Klacht).Where(static round => round.Find(KlachtDialog.Soort.Id) is not null).ToList();
        var code = answers.Text(VerhaalDialog.Gemeente);
        var organisatie = answers.Text(VerhaalDialog.Organisatie);
        var feiten = Klager(answers, rounds, knowledge);
        var verzoek = rounds.MaxBy(FeitenPerKlacht.Verzoek);
        var samen = knowledge.SamenwerkingVan(code, organisatie, today);
        var eerste = FeitenPerKlacht.EersteDieLoopt(rounds, knowledge.Termijnen, today);
        return feiten with
        {
            Gevaar = FeitenPerGevaar.Van(gevaren),
            Spoed = gevaren.Contains("dakloos") ? YesNo.Ja : YesNo.NietGevraagd,
            Bedreiging = gevaren.Contains("geweld_door_mij") ? YesNo.Ja : YesNo.NietGevraagd,
            Uitvoerder = samen is null ? feiten.Uitvoerder : FeitenPerKlacht.Uitvoerder(samen.Vorm),
            OrganisatieZekerheid = samen is null ? Zekerheid.Hoog : samen.Herkomst.Zekerheid,
            Commissie = feiten.Commissie is YesNo.Ja or YesNo.Nee ? feiten.Commissie : Eigen(knowledge.InstellingVan(code, today)?.Klachtadviescommissie, feiten.Commissie),
            OokMogelijk = [.. rounds.SelectMany(round => FeitenPerKlacht.Routes(round, knowledge)).Distinct(StringComparer.Ordinal)],
            AanvraagTeLaat = rounds.Select(round => FeitenPerKlacht.AanvraagTeLaat(round, knowledge, today)).Where(static late => late == YesNo.Ja).FirstOrDefault(),
            BezwaarTeLaat = FeitenPerBezwaar.TeLaat(answers, knowledge.Termijnen, today),
            AvgVerzoek = verzoek is null ? AvgVerzoek.NietGevraagd : FeitenPerKlacht.Verzoek(verzoek),
            AvgVerlengd = verzoek?.Text(PrivacyDialog.VerzoekStand) == "verlengd" ? YesNo.Ja : YesNo.NietGevraagd,
            AanvraagOp = rounds.Select(static round => Periode(round, KlachtDialog.AanvraagDatum)).FirstOrDefault(static period => period is not null),
            Ombudsman = knowledge.OmbudsmanVan(code, organisatie, today).Ombudsman.Naam,
            Organisatie = organisatie ?? "",
            Instantie = answers.Text(VerhaalDialog.Instantie) ?? "",
            Doorlopend = eerste is null ? feiten.Doorlopend : YesNo.NietGevraagd,
            GedragingOp = eerste ?? rounds.Select(Gedraging).MaxBy(static period => period?.Tot),
            BesluitOp = Periode(answers, BesluitDialog.Datum),
            KlachtOntvangenOp = Periode(answers, InterneBehandelingDialog.Ontvangst) ?? Periode(answers, InterneBehandelingDialog.Datum),
            AntwoordOp = Periode(answers, InterneBehandelingDialog.AntwoordDatum),
            AvgVerzoekOp = verzoek is null ? null : Periode(verzoek, PrivacyDialog.VerzoekWanneer),
            AvgWeigeringOp = verzoek is null ? null : Periode(verzoek, PrivacyDialog.WeigeringWanneer),
        };
    }

    private static Feiten Klager(Answers answers, IReadOnlyList<Answers> rounds, Knowledge knowledge) => new()
    {
        Uitvoerder = Uitvoerder(answers),
        Kern = rounds.Aggregate(Tri(answers, BesluitDialog.OokKlacht) == YesNo.Nee ? Kern.Besluit : Kern.NietGevraagd, static (kern, round) => kern | FeitenPerKlacht.Kern(round)),
        Besluit = answers.Find(BesluitDialog.Besluit.Id) is null ? Besluit.NietGevraagd : Tri(answers, BesluitDialog.Besluit) switch { YesNo.Ja => Besluit.Ja, YesNo.Nee => Besluit.Nee, _ => Besluit.WeetNiet },
        EensMetBesluit = Tri(answers, BesluitDialog.Anders) switch { YesNo.Ja => YesNo.Nee, YesNo.Nee => YesNo.Ja, var other => other },
        BelofteOverRecht = rounds.SelectMany(ToezeggingDialog.Soorten).Any(id => knowledge.Soorten.Toezeggingen.Any(soort => soort.Id == id && soort.Routes.Contains(RouteOfDecision))) ? YesNo.Ja : YesNo.NietGevraagd,
        Doorlopend = rounds.Any(static round => round.Yes(KlachtDialog.LooptNog) || round.Yes(PrivacyDialog.LooptNog)) ? YesNo.Ja : YesNo.NietGevraagd,
        Klagersrol = Rol(answers),
        Geklaagd = Geklaagd(answers),
        Ontvangstbevestiging = Tri(answers, InterneBehandelingDialog.Ontvangen),
        KlachtZoek = Tri(answers, InterneBehandelingDialog.Bewijs) == YesNo.Nee ? YesNo.Ja : YesNo.NietGevraagd,
        EerstKlagenNietRedelijk = Tri(answers, InterneBehandelingDialog.KanKlagen) == YesNo.Nee ? YesNo.Ja : YesNo.NietGevraagd,
        Commissie = Tri(answers, InterneBehandelingDialog.Commissie),
        Verdaagd = Tri(answers, InterneBehandelingDialog.Verdaagd),
        BehandelingVoorbij = Tri(answers, InterneBehandelingDialog.Langer),
        NieuweBelofteGebroken = rounds.SelectMany(ToezeggingDialog.Soorten).Contains("T11") ? YesNo.Ja : YesNo.NietGevraagd,
        Antwoord = answers.Text(InterneBehandelingDialog.Antwoord) switch
        {
            "nee" => Antwoord.Nee,
            "schriftelijk" => Antwoord.Ja,
            "mondeling" => Antwoord.Telefonisch,
            "geweigerd" => Antwoord.Geweigerd,
            _ => Antwoord.NietGevraagd,
        },
        Tevreden = answers.Text(InterneBehandelingDialog.Tevreden) switch { "ja" => Tevreden.Ja, "deels" => Tevreden.Deels, "nee" => Tevreden.Nee, _ => Tevreden.NietGevraagd },
        Procedure = answers.Text(BesluitDialog.Procedure) switch { "bezwaar" => Procedure.Bezwaar, "rechter" => Zaak(answers), "nee" => Procedure.Geen, _ => Procedure.NietGevraagd },
        LosVanProcedure = Tri(answers, BesluitDialog.AnderPunt),
        Wens = answers.All(WensenDialog.Wens).Aggregate(Wens.NietGevraagd, static (wens, id) => wens | FeitenPerKlacht.Wens(id)),
        Datalek = rounds.Select(FeitenPerKlacht.Datalek).Where(static lek => lek != Datalek.NietGevraagd).DefaultIfEmpty(Datalek.NietGevraagd).Min(),
        HulpNodig = answers.All(WensenDialog.Hulp).Any(static id => id != "geen") ? YesNo.Ja : YesNo.NietGevraagd,
    };

    private static Uitvoerder Uitvoerder(Answers answers) => answers.Find(VerhaalDialog.Uitvoerder.Id) is not { } given ? Recht.Uitvoerder.NietGevraagd : given.Value switch
    {
        "gemeente" => Recht.Uitvoerder.Gemeente,
        "zorgaanbieder" => Recht.Uitvoerder.WmoAanbieder,
        "jeugdhulp" => Recht.Uitvoerder.Jeugdhulp,
        "samenwerking" => Recht.Uitvoerder.GemeenschappelijkeRegeling,
        "buiten" => Recht.Uitvoerder.AndereInstantie,
        _ => Recht.Uitvoerder.WeetNiet,
    };

    /// <summary>A case of which the kind is not known is not one about the besluit: then the way of bezwaar stays open.</summary>
    private static Procedure Zaak(Answers answers) => answers.Text(BesluitDialog.SoortZaak) switch
    {
        "beroep" => Procedure.Beroep,
        "civiel" => Procedure.Civiel,
        "straf" => Procedure.Straf,
        "uitspraak" => Procedure.Uitspraak,
        _ => Procedure.Rechter,
    };

    private static Klagersrol Rol(Answers answers) => answers.Text(VerhaalDialog.Rol) switch
    {
        "zelf" => Klagersrol.Zelf,
        "kind" => Klagersrol.VoorKind,
        "groep" => Klagersrol.Groep,
        "jongere" => Klagersrol.Jongere,
        "ander" => answers.Yes(VerhaalDialog.Machtiging) ? Klagersrol.Gemachtigd : Klagersrol.ZonderMachtiging,
        _ => Klagersrol.NietGevraagd,
    };

    private static Geklaagd Geklaagd(Answers answers) => Tri(answers, InterneBehandelingDialog.Geklaagd) switch
    {
        YesNo.Ja => answers.Text(InterneBehandelingDialog.Wijze) is "telefoon" or "gesprek" ? Recht.Geklaagd.Mondeling : Recht.Geklaagd.Schriftelijk,
        YesNo.Nee => Recht.Geklaagd.Nee,
        YesNo.WeetNiet => Recht.Geklaagd.WeetNiet,
        _ => Recht.Geklaagd.NietGevraagd,
    };

    private static YesNo Eigen(bool? instelling, YesNo anders) => instelling is { } eigen ? eigen ? YesNo.Ja : YesNo.Nee : anders;

    private static YesNo Tri(Answers answers, Question<bool> question) => answers.Find(question.Id) switch
    {
        null => YesNo.NietGevraagd,
        { Standing: Standing.Given, Value: "ja" } => YesNo.Ja,
        { Standing: Standing.Given } => YesNo.Nee,
        _ => YesNo.WeetNiet,
    };

    /// <summary>When the conduct of one complaint took place; for a promise the day it became clear that it was not kept.</summary>
    internal static Tijdvak? Gedraging(Answers round)
        => Periode(round, ToezeggingDialog.BreukWanneer) ?? Periode(round, PrivacyDialog.Wanneer) ?? Periode(round, KlachtDialog.Wanneer);

    /// <summary>A moment as first and last possible day; null when open at a side or not known.</summary>
    internal static Tijdvak? Periode(Answers answers, Question<Wanneer> question)
        => answers.TryGet(question, out var when) && when.Van is { } first && when.LaatsteDag is { } last && last >= first ? new Tijdvak(first, last) : null;
}
