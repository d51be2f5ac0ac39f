using KlachtHulp.Dialogs.Content;

namespace KlachtHulp.Dialogs.Formulier;

/// <summary>The sentences that stand in the form as well as in the letter.</summary>
internal static class BriefZinnen
{
    /// <summary>What the resident asks of whoever handles it: hearing, receipt, forwarding, and what this klacht is not about.</summary>
    public static IEnumerable<string> Verder(Klachtformulier formulier, Words words)
    {
        if (formulier.Samenhang.Besluit == true)
        {
            yield return formulier.Samenhang.BesluitDatum is { Precisie: not "onbekend" } day
                ? words.Message("brief.besluit_datum", FormulierPapier.Values(("datum", day.Tekst)))
                : words.Message("brief.besluit");
        }

        if (formulier.Samenhang.Procedure is "bezwaar" or "rechter")
        {
            yield return words.Message($"brief.procedure.{formulier.Samenhang.Procedure}");
        }

        if (formulier.Samenhang.SchadeApart)
        {
            yield return words.Message("brief.schade_apart");
        }

        if (formulier.Wensen.Keuzes.Contains("gegevens"))
        {
            yield return words.Message("brief.avg_apart");
        }

        if (formulier.WaaromNu is { } reason)
        {
            yield return words.Message("brief.waarom_nu", FormulierPapier.Values(("reden", reason)));
        }

        foreach (var sentence in Talk(formulier, words))
        {
            yield return sentence;
        }

        yield return words.Message($"brief.{formulier.Soort}.ontvangst");
        yield return words.Message($"brief.{formulier.Soort}.doorsturen");
    }

    private static IEnumerable<string> Talk(Klachtformulier formulier, Words words)
    {
        if (formulier.Horen.EerstInformeel == true)
        {
            yield return words.Message("brief.eerst_gesprek");
        }

        if (formulier.Horen.Gesprek is { } hearing)
        {
            yield return words.Message(hearing ? "brief.horen_ja" : "brief.horen_nee");
        }

        if (formulier.Horen.Hulp.Count > 0)
        {
            yield return words.Message("brief.hulp", FormulierPapier.Values(("hulp", string.Join(", ", formulier.Horen.Hulp))));
        }
    }
}
