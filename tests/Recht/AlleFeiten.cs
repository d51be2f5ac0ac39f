using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Tests.Recht;

/// <summary>Enumerates facts: the part that decides whether any route is open in full, and every other fact one value at a time upon it.</summary>
internal static class AlleFeiten
{
    private static readonly DateOnly Vandaag = Seeds.Vandaag;

    private static readonly Uitvoerder[] Uitvoerders =
    [
        .. Enum.GetValues<Uitvoerder>(),
        Uitvoerder.Gemeente | Uitvoerder.WmoAanbieder,
        Uitvoerder.AndereInstantie | Uitvoerder.GemeenschappelijkeRegeling,
    ];

    private static readonly Kern[] Kernen = [Kern.NietGevraagd, Kern.Besluit, Kern.Belofte, Kern.Besluit | Kern.Behandeling,
        Kern.Privacy | Kern.Belofte | Kern.Geld];

    /// <summary>Every combination of the facts that the basic rows (not yet complained, waiting, answered) look at: 5 x 5 x 4 x 4 x 5 x 4 x 10 x 2.</summary>
    public static IEnumerable<Feiten> Basis()
        => from geklaagd in Enum.GetValues<Geklaagd>()
           from antwoord in Enum.GetValues<Antwoord>()
           from tevreden in Enum.GetValues<Tevreden>()
           from gedraging in Dagen(365)
           from ontvangen in Dagen(42).Append(new Tijdvak(Vandaag.AddDays(-600)))
           from beantwoord in Dagen(365)
           from uitvoerder in Uitvoerders
           from nietRedelijk in new[] { JaNee.NietGevraagd, JaNee.Ja }
           select new Feiten
           {
               Geklaagd = geklaagd,
               Antwoord = antwoord,
               Tevreden = tevreden,
               Uitvoerder = uitvoerder,
               GedragingOp = gedraging,
               KlachtOntvangenOp = ontvangen,
               AntwoordOp = beantwoord,
               EerstKlagenNietRedelijk = nietRedelijk,
               Commissie = JaNee.Nee,
           };

    /// <summary>Every combination of the facts that conflicts and fatal terms look at.</summary>
    public static IEnumerable<Feiten> Conflicten()
        => from besluit in Enum.GetValues<Besluit>()
           from besluitOp in Dagen(42)
           from eens in new[] { JaNee.NietGevraagd, JaNee.Ja }
           from procedure in Enum.GetValues<Procedure>()
           from los in new[] { JaNee.NietGevraagd, JaNee.Ja, JaNee.Nee }
           from kern in Kernen
           from geklaagd in new[] { Geklaagd.NietGevraagd, Geklaagd.Nee, Geklaagd.Schriftelijk }
           from antwoord in new[] { Antwoord.NietGevraagd, Antwoord.Ja }
           from spoed in new[] { JaNee.NietGevraagd, JaNee.Ja }
           select new Feiten
           {
               Besluit = besluit,
               BesluitOp = besluitOp,
               EensMetBesluit = eens,
               Procedure = procedure,
               LosVanProcedure = los,
               Kern = kern,
               Geklaagd = geklaagd,
               Antwoord = antwoord,
               Spoed = spoed,
           };

    /// <summary>One resident in an ordinary situation, with one further fact at a time.</summary>
    public static IEnumerable<Feiten> Enkel()
    {
        var gewoon = new Feiten { Geklaagd = Geklaagd.Nee, Uitvoerder = Uitvoerder.Gemeente, GedragingOp = new Tijdvak(Vandaag.AddDays(-30)) };
        return
        [
            gewoon,
            .. Enum.GetValues<Gevaar>().Select(gevaar => gewoon with { Gevaar = gevaar }),
            .. Enum.GetValues<Wens>().Select(wens => gewoon with { Wens = wens }),
            .. Enum.GetValues<Kern>().Select(kern => gewoon with { Kern = kern }),
            .. Enum.GetValues<Kern>().Select(kern => gewoon with { Kern = kern, Antwoord = Antwoord.Ja, Tevreden = Tevreden.Nee }),
            .. Enum.GetValues<Klagersrol>().Select(rol => gewoon with { Klagersrol = rol }),
            .. Enum.GetValues<Datalek>().Select(datalek => gewoon with { Datalek = datalek }),
            .. Dagen(30).SelectMany(dag => Enum.GetValues<AvgVerzoek>()
                .Select(verzoek => gewoon with { AvgVerzoek = verzoek, AvgVerzoekOp = dag, AvgWeigeringOp = dag })),
            gewoon with { AanvraagTeLaat = JaNee.Ja },
            .. Enum.GetValues<JaNee>().Select(laat => gewoon with { BezwaarTeLaat = laat, Procedure = Procedure.Bezwaar }),
            gewoon with { KlachtZoek = JaNee.Ja },
            gewoon with { NieuweBelofteGebroken = JaNee.Ja },
            gewoon with { NieuweBelofteGebroken = JaNee.Ja, Geklaagd = Geklaagd.Schriftelijk, Antwoord = Antwoord.Ja, Tevreden = Tevreden.Nee },
            gewoon with { HulpNodig = JaNee.Ja },
            gewoon with { Bedreiging = JaNee.Ja },
            gewoon with { Kern = Kern.Belofte, BelofteOverRecht = JaNee.Ja },
            gewoon with { Doorlopend = JaNee.Ja, GedragingOp = new Tijdvak(Vandaag.AddYears(-3)) },
        ];
    }

    /// <summary>No day, one that leaves the term running, one that leaves it in doubt, and one long ago.</summary>
    private static Tijdvak?[] Dagen(int lengte) =>
        [null, new Tijdvak(Vandaag.AddDays(-5)), new Tijdvak(Vandaag.AddDays(-lengte - 30), Vandaag.AddDays(-5)), new Tijdvak(Vandaag.AddDays(-lengte - 60))];
}
