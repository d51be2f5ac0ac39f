namespace KlachtHulp.Dialogs.Recht;

/// <summary>The facts of one klacht on one day, with each term computed at most once.</summary>
internal sealed class Beoordeling
{
    private readonly Termijnen _termijnen;
    private readonly List<(string Code, Termijn? Termijn)> _bekend = new(8);

    public Beoordeling(Feiten feiten, Termijnen termijnen, DateOnly vandaag)
    {
        (Feiten, _termijnen, Vandaag) = (feiten, termijnen, vandaag);
        Poort = OmbudsmanPoort.Bepaal(feiten.Geklaagd, feiten.Antwoord, feiten.Tevreden, Stand(Termijncodes.Behandeling),
            feiten.EerstKlagenNietRedelijk == JaNee.Ja);
    }

    public Feiten Feiten { get; }

    public DateOnly Vandaag { get; }

    public Poortuitkomst Poort { get; }

    public int Masker(Feit feit) => Feiten.Masker(feit, Poort);

    /// <summary>Where today lies in a term. What the resident counted himself is only heard where the known days cannot tell.</summary>
    public Stand Stand(string code)
    {
        var stand = Termijn(code)?.StandOp(Vandaag) ?? Recht.Stand.Onbekend;
        var zelfGeteld = code == Termijncodes.Behandeling && Feiten.BehandelingVoorbij == JaNee.Ja
            && stand is Recht.Stand.Onbekend or Recht.Stand.MisschienVoorbij;
        return zelfGeteld ? Recht.Stand.Voorbij : stand;
    }

    /// <summary>The term, or null when the day it starts on is not known.</summary>
    public Termijn? Termijn(string code)
    {
        foreach (var (bekend, termijn) in _bekend)
        {
            if (bekend == code)
            {
                return termijn;
            }
        }

        var nieuw = Bereken(code);
        _bekend.Add((code, nieuw));
        return nieuw;
    }

    /// <summary>How many weeks a term takes, in words for a sentence; only for a term that is counted in weeks, to which <see cref="RouteCheck"/> holds the seeds.</summary>
    public string Weken(string code)
    {
        if (code == Termijncodes.Behandeling)
        {
            return Feiten.Commissie switch
            {
                JaNee.Ja => Weken(Termijncodes.KlachtCommissie),
                JaNee.Nee => Weken(Termijncodes.Klacht),
                _ => $"{Weken(Termijncodes.Klacht)} tot {Weken(Termijncodes.KlachtCommissie)}",
            };
        }

        return _termijnen.Tabellen[code].On(Vandaag).Value.Aantal.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private Termijn? Bereken(string code)
    {
        if (code == Termijncodes.Behandeling)
        {
            bool? commissie = Feiten.Commissie switch { JaNee.Ja => true, JaNee.Nee => false, _ => null };
            return Verleden(Feiten.KlachtOntvangenOp) is { } ontvangen ? _termijnen.Behandeling(ontvangen, commissie, Feiten.Verdaagd == JaNee.Ja) : null;
        }

        if (code == Termijncodes.Avg && Feiten.AvgVerlengd == JaNee.Ja)
        {
            return Termijn(Termijncodes.AvgVerlengd);
        }

        if (code == Termijncodes.OmbudsmanZonderAntwoord)
        {
            return Termijn(Termijncodes.Behandeling) is { } behandeling ? _termijnen.NaBehandeling(behandeling) : null;
        }

        return Start(_termijnen.Tabellen[code].On(Vandaag).Value.Aanvang) is { } start ? _termijnen.Van(code, start) : null;
    }

    private Tijdvak? Start(Aanvang aanvang) => aanvang switch
    {
        Aanvang.Gedraging => Feiten.Doorlopend == JaNee.Ja ? new Tijdvak(Vandaag) : Verleden(Feiten.GedragingOp),
        Aanvang.KlachtOntvangen => Verleden(Feiten.KlachtOntvangenOp),
        Aanvang.KlachtAntwoord => Verleden(Feiten.AntwoordOp),
        Aanvang.BesluitBekendgemaakt => Verleden(Feiten.BesluitOp),
        Aanvang.EindeBezwaartermijn => Termijn(Termijncodes.Bezwaar)?.Nominalen,
        Aanvang.AvgVerzoekOntvangen => Verleden(Feiten.AvgVerzoekOp),
        Aanvang.AvgWeigeringBekendgemaakt => Verleden(Feiten.AvgWeigeringOp),
        Aanvang.AanvraagOntvangen => Verleden(Feiten.AanvraagOp),
        _ => null,
    };

    private Tijdvak? Verleden(Tijdvak? tijdvak) => tijdvak?.NietNa(Vandaag);
}
