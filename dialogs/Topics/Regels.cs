using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>The rules of law that the tree asks about, over the terms of the seeds.</summary>
public sealed class Regels
{
    private readonly Knowledge _knowledge;
    private readonly Termijnen _termijnen;

    public Regels(Knowledge knowledge)
    {
        (_knowledge, _termijnen) = (knowledge, knowledge.Termijnen);
        VerhaalFel = new("verhaal_fel", [VerhaalDialog.Verhaal], (answers, _) => Felheid.Is(answers.Text(VerhaalDialog.Verhaal) ?? "", knowledge.FelleWoorden));
        TermijnVoorbij = new("behandeltermijn_voorbij", Behandeling, (answers, today) => StandVanBehandeling(answers, today) == Stand.Voorbij);
        TermijnOnzeker = new("behandeltermijn_onzeker", Behandeling, (answers, today) => StandVanBehandeling(answers, today) is Stand.Onbekend or Stand.MisschienVoorbij);
        KlachtJaarVoorbij = new("klachtjaar_voorbij", Gedraging, AllRoundsTooOld);
        BezwaarVoorbij = new("bezwaartermijn_voorbij", [BesluitDialog.Datum], (answers, today) => Bezwaar(answers)?.StandOp(today) == Stand.Voorbij);
        BezwaarDatumBekend = new("bezwaardatum_bekend", [BesluitDialog.Datum], (answers, today) => Bezwaar(answers)?.StandOp(today) == Stand.Loopt);
        BeslissingLoopt = new("bezwaarbeslissing_loopt", [BesluitDialog.Datum, BesluitDialog.BezwaarDatum], (answers, today) => Beslissing(answers)?.StandOp(today) == Stand.Loopt);
        BeslissingVoorbij = new("bezwaarbeslissing_voorbij", Beslist, (answers, today) => Beslissing(answers)?.StandOp(today) == Stand.Voorbij);
        OmbudsmanJaarVoorbij = new("ombudsmanjaar_voorbij", [InterneBehandelingDialog.AntwoordDatum], (answers, today) => NaAntwoord(answers)?.StandOp(today) == Stand.Voorbij);
    }

    /// <summary>The story is written in great anger: the resident hears that it may stay so, and what usually works better.</summary>
    public Rule VerhaalFel { get; }

    /// <summary>The gemeente has had its time to answer. Source: Awb art. 9:11.</summary>
    public Rule TermijnVoorbij { get; }

    /// <summary>It cannot be said from the days given whether the time has passed.</summary>
    public Rule TermijnOnzeker { get; }

    /// <summary>Everything complained about surely happened more than a year ago. Source: Awb art. 9:8, lid 1, onder b.</summary>
    public Rule KlachtJaarVoorbij { get; }

    /// <summary>The six weeks for bezwaar are surely over. Source: Awb art. 6:7 and 6:8.</summary>
    public Rule BezwaarVoorbij { get; }

    public Rule BezwaarDatumBekend { get; }

    /// <summary>The gemeente surely has time yet for its decision on bezwaar. Source: Awb art. 7:10.</summary>
    public Rule BeslissingLoopt { get; }

    /// <summary>The time for the decision on bezwaar is surely over. Source: Awb art. 7:10.</summary>
    public Rule BeslissingVoorbij { get; }

    /// <summary>The year to go to the ombudsman after the answer is surely over. Source: Awb art. 9:24.</summary>
    public Rule OmbudsmanJaarVoorbij { get; }

    private static Question[] Behandeling => [
        InterneBehandelingDialog.Ontvangst, InterneBehandelingDialog.Datum, InterneBehandelingDialog.Commissie, InterneBehandelingDialog.Verdaagd, VerhaalDialog.Gemeente];

    private static Question[] Beslist => [BesluitDialog.Datum, BesluitDialog.BezwaarDatum, BesluitDialog.BezwaarCommissie, BesluitDialog.BezwaarVerdaagd];

    private static Question[] Gedraging => [
        KlachtDialog.Wanneer, KlachtDialog.LooptNog, KlachtDialog.Soort, ToezeggingDialog.BreukWanneer, PrivacyDialog.Wanneer, PrivacyDialog.LooptNog, KlachtDialog.NogEen];

    /// <summary>The term in which the gemeente handles the klacht, from receipt; from the day of complaining when receipt is not known.</summary>
    /// <param name="today">Day whose settings of the gemeente tell whether a commissie advises, when the resident does not.</param>
    public Termijn? BehandelingVan(Answers answers, DateOnly today)
    {
        var start = FeitenLezer.Periode(answers, InterneBehandelingDialog.Ontvangst) ?? FeitenLezer.Periode(answers, InterneBehandelingDialog.Datum);
        var commissie = answers.TryGet(InterneBehandelingDialog.Commissie, out var known) ? known
            : _knowledge.InstellingVan(answers.Text(VerhaalDialog.Gemeente), today)?.Klachtadviescommissie;
        return start is { } received ? _termijnen.Behandeling(received, commissie, answers.Yes(InterneBehandelingDialog.Verdaagd)) : null;
    }

    public Termijn? Bezwaar(Answers answers) => Van(Termijncodes.Bezwaar, FeitenLezer.Periode(answers, BesluitDialog.Datum));

    /// <summary>The term for the decision on bezwaar.</summary>
    public Termijn? Beslissing(Answers answers) => FeitenPerBezwaar.Beslissing(answers, _termijnen);

    /// <summary>The year after the answer of the gemeente.</summary>
    public Termijn? NaAntwoord(Answers answers) => Van(Termijncodes.OmbudsmanNaAntwoord, FeitenLezer.Periode(answers, InterneBehandelingDialog.AntwoordDatum));

    /// <summary>The year to the ombudsman when no answer came.</summary>
    public Termijn? ZonderAntwoord(Answers answers, DateOnly today)
        => answers.Text(InterneBehandelingDialog.Antwoord) == "nee" && BehandelingVan(answers, today) is { } behandeling ? _termijnen.NaBehandeling(behandeling) : null;

    /// <summary>The year for the klacht, from the conduct of one complaint; null while the conduct goes on or its day is not known.</summary>
    public Termijn? KlachtJaar(Answers round)
    {
        if (round.Yes(KlachtDialog.LooptNog) || round.Yes(PrivacyDialog.LooptNog))
        {
            return null;
        }

        return Van(Termijncodes.KlachtJaar, FeitenLezer.Gedraging(round));
    }

    private Stand StandVanBehandeling(Answers answers, DateOnly today) => BehandelingVan(answers, today)?.StandOp(today) ?? Stand.Onbekend;

    private bool AllRoundsTooOld(Answers answers, DateOnly today)
        => answers.Rounds(KlachtDialog.Klacht).All(round => KlachtJaar(round)?.StandOp(today) == Stand.Voorbij);

    private Termijn? Van(string code, Tijdvak? start) => start is { } day ? _termijnen.Van(code, day) : null;
}
