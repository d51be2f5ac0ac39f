namespace KlachtHulp.Dialogs.Recht;

/// <summary>Which paper fits when a resident thinks of the ombudsman.</summary>
/// <remarks>Source: Awb art. 9:20 and 9:24.</remarks>
public enum Poortuitkomst
{
    /// <summary>Complain to the gemeente first.</summary>
    Klachtformulier,

    /// <summary>Ask once more with examples; without an answer a klachtformulier.</summary>
    NogEensVragen,

    /// <summary>The gemeente still has time, or that cannot be excluded.</summary>
    Herinnering,
    VerzoekschriftZonderAntwoord,
    VerzoekschriftNaAntwoord,
    VerzoekschriftNaWeigering,

    /// <summary>Not complained to the gemeente, with the reason why that could not be asked. The ombudsman decides on it.</summary>
    VerzoekschriftMetUitzondering,

    /// <summary>Solved; nothing is needed.</summary>
    Geen,
}

/// <summary>Whether a verzoekschrift to the ombudsman is possible yet.</summary>
/// <remarks>
/// Source: Awb art. 9:20 (complain first, in any form), 9:24 lid 1 under b (no answer in time counts as well), 9:20 lid 2 (a refusal to handle).
/// An answer opens the door whether or not the klacht was written; a spoken klacht without answer does after the same term, which is a fair reading and not
/// a rule.
/// </remarks>
public static class OmbudsmanPoort
{
    /// <param name="behandeling">Where today lies in the term of the gemeente; <see cref="Stand.Onbekend"/> without a date.</param>
    /// <param name="eerstKlagenNietRedelijk">The resident gives a reason why complaining first could not be asked.</param>
    public static Poortuitkomst Bepaal(Geklaagd geklaagd, Antwoord antwoord, Tevreden tevreden, Stand behandeling, bool eerstKlagenNietRedelijk)
    {
        var uitkomst = ZonderUitzondering(geklaagd, antwoord, tevreden, behandeling);
        var dicht = uitkomst is Poortuitkomst.Klachtformulier or Poortuitkomst.NogEensVragen or Poortuitkomst.Herinnering;
        return dicht && eerstKlagenNietRedelijk ? Poortuitkomst.VerzoekschriftMetUitzondering : uitkomst;
    }

    public static bool IsOpen(Poortuitkomst uitkomst) => uitkomst
        is Poortuitkomst.VerzoekschriftZonderAntwoord
        or Poortuitkomst.VerzoekschriftNaAntwoord
        or Poortuitkomst.VerzoekschriftNaWeigering
        or Poortuitkomst.VerzoekschriftMetUitzondering;

    private static Poortuitkomst ZonderUitzondering(Geklaagd geklaagd, Antwoord antwoord, Tevreden tevreden, Stand behandeling) => (antwoord, geklaagd) switch
    {
        (Antwoord.Geweigerd, _) => Poortuitkomst.VerzoekschriftNaWeigering,
        (Antwoord.Ja or Antwoord.Telefonisch, _) when tevreden == Tevreden.Ja => Poortuitkomst.Geen,
        (Antwoord.Ja or Antwoord.Telefonisch, _) => Poortuitkomst.VerzoekschriftNaAntwoord,
        (_, Geklaagd.Schriftelijk or Geklaagd.Mondeling) when behandeling == Stand.Voorbij => Poortuitkomst.VerzoekschriftZonderAntwoord,
        (_, Geklaagd.Schriftelijk) => Poortuitkomst.Herinnering,
        (_, Geklaagd.WeetNiet) => Poortuitkomst.NogEensVragen,
        _ => Poortuitkomst.Klachtformulier,
    };
}
