using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>The facts about bezwaar that runs: until when the gemeente may take over it.</summary>
internal static class FeitenPerBezwaar
{
    /// <summary>The term for the decision on bezwaar; null when no day is known that it could be counted from.</summary>
    /// <remarks>
    /// Source: Awb art. 7:10. It begins after the last day to make bezwaar. Without the day of the besluit that last day lies between the bezwaar and six weeks
    /// after it: nobody objects before there is a besluit.
    /// </remarks>
    public static Termijn? Beslissing(Answers answers, Termijnen termijnen)
    {
        if (FeitenLezer.Periode(answers, BesluitDialog.Datum) is { } besluit)
        {
            return Beslissing(answers, termijnen, termijnen.Van(Termijncodes.Bezwaar, besluit).Uitersten);
        }

        return FeitenLezer.Periode(answers, BesluitDialog.BezwaarDatum) is { } bezwaar
            ? Beslissing(answers, termijnen, new Tijdvak(bezwaar.Van, termijnen.Van(Termijncodes.Bezwaar, bezwaar).Uitersten.Tot)) : null;
    }

    /// <summary>Whether the gemeente is late with its decision; not asked when there is one, or when nothing is known of it.</summary>
    public static JaNee TeLaat(Answers answers, Termijnen termijnen, DateOnly today)
    {
        if (answers.Text(BesluitDialog.Procedure) != "bezwaar" || !answers.TryGet(BesluitDialog.BezwaarBeslist, out var decided) || decided)
        {
            return JaNee.NietGevraagd;
        }

        return Beslissing(answers, termijnen)?.StandOp(today) switch { Stand.Voorbij => JaNee.Ja, Stand.Loopt => JaNee.Nee, _ => JaNee.WeetNiet };
    }

    private static Termijn Beslissing(Answers answers, Termijnen termijnen, Tijdvak einde)
        => termijnen.Beslissing(einde, answers.TryGet(BesluitDialog.BezwaarCommissie, out var known) ? known : null, answers.Yes(BesluitDialog.BezwaarVerdaagd));
}
