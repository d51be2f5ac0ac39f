namespace KlachtHulp.Dialogs.Recht;

/// <summary>What is known of one klacht, as far as the routes depend on it. Everything may be unknown; an unknown fact never closes a route.</summary>
/// <remarks>Source: Awb ch. 4, 6 and 9; AVG art. 12 to 22; the facts that seeds/recht/routes.yaml asks for.</remarks>
public sealed record Feiten
{
    public Gevaar Gevaar { get; init; }

    /// <summary>Money, care or a home stops today.</summary>
    public JaNee Spoed { get; init; }

    public Uitvoerder Uitvoerder { get; init; }

    public Kern Kern { get; init; }

    public Besluit Besluit { get; init; }

    /// <summary>Whether the resident can live with the besluit itself.</summary>
    public JaNee EensMetBesluit { get; init; }

    /// <summary>The broken toezegging is about something the resident may have a right to, so a besluit can be asked for.</summary>
    public JaNee BelofteOverRecht { get; init; }

    public JaNee AanvraagTeLaat { get; init; }

    /// <summary>The gemeente is late with its decision on bezwaar; not known when the days or the commissie leave it open.</summary>
    public JaNee BezwaarTeLaat { get; init; }

    /// <summary>It is still going on.</summary>
    public JaNee Doorlopend { get; init; }

    public Klagersrol Klagersrol { get; init; }

    public Geklaagd Geklaagd { get; init; }

    public JaNee Ontvangstbevestiging { get; init; }

    /// <summary>The klacht got lost, or there is no proof that it was sent.</summary>
    public JaNee KlachtZoek { get; init; }

    public JaNee Commissie { get; init; }

    public JaNee Verdaagd { get; init; }

    /// <summary>The resident counted that the time for an answer is over; only asked, and only used, where the known days cannot tell.</summary>
    public JaNee BehandelingVoorbij { get; init; }

    public Antwoord Antwoord { get; init; }

    public Tevreden Tevreden { get; init; }

    public JaNee NieuweBelofteGebroken { get; init; }

    public Procedure Procedure { get; init; }

    /// <summary>Whether something happened that stands apart from what the court looks at.</summary>
    public JaNee LosVanProcedure { get; init; }

    public Wens Wens { get; init; }

    public AvgVerzoek AvgVerzoek { get; init; }

    public JaNee AvgVerlengd { get; init; }

    public Datalek Datalek { get; init; }

    /// <summary>Complaining to the gemeente first cannot reasonably be asked.</summary>
    public JaNee EerstKlagenNietRedelijk { get; init; }

    public JaNee HulpNodig { get; init; }

    public JaNee Bedreiging { get; init; }

    /// <summary>When it happened last; for a broken toezegging when it was refused, not when it was made.</summary>
    public Tijdvak? GedragingOp { get; init; }

    /// <summary>Day the besluit was sent or handed over.</summary>
    public Tijdvak? BesluitOp { get; init; }

    /// <summary>Day the gemeente received the klacht, or heard it by telephone.</summary>
    public Tijdvak? KlachtOntvangenOp { get; init; }

    /// <summary>Day of the letter that answers the klacht or refuses to handle it.</summary>
    public Tijdvak? AntwoordOp { get; init; }

    public Tijdvak? AvgVerzoekOp { get; init; }

    public Tijdvak? AvgWeigeringOp { get; init; }

    public Tijdvak? AanvraagOp { get; init; }

    /// <summary>Codes of routes that the chosen kinds suggest besides the rows; each is offered with its general sentence.</summary>
    public IReadOnlyList<string> OokMogelijk { get; init; } = [];

    /// <summary>Name to use in sentences, for example <c>de Nationale ombudsman</c>; empty gives a general word.</summary>
    public string Ombudsman { get; init; } = "";

    /// <summary>The provider or joint body complained about; empty gives a general word.</summary>
    public string Organisatie { get; init; } = "";

    /// <summary>How sure it is that this organisation still does this work for the gemeente.</summary>
    public Zekerheid OrganisatieZekerheid { get; init; } = Zekerheid.Hoog;

    /// <summary>The authority this belongs to when it is not the gemeente; empty gives a general word.</summary>
    public string Instantie { get; init; } = "";

    /// <summary>The value of a fact as bits, so that a condition is one comparison.</summary>
    /// <param name="poort">What the gate to the ombudsman says of these facts.</param>
    internal int Masker(Feit feit, Poortuitkomst poort) => feit switch
    {
        Feit.Gevaar => 1 << (int)Gevaar,
        Feit.Spoed => 1 << (int)Spoed,
        Feit.Uitvoerder => Vlaggen((int)Uitvoerder),
        Feit.Kern => Vlaggen((int)Kern),
        Feit.Besluit => 1 << (int)Besluit,
        Feit.EensMetBesluit => 1 << (int)EensMetBesluit,
        Feit.BelofteOverRecht => 1 << (int)BelofteOverRecht,
        Feit.AanvraagTeLaat => 1 << (int)AanvraagTeLaat,
        Feit.BezwaarTeLaat => 1 << (int)BezwaarTeLaat,
        Feit.Doorlopend => 1 << (int)Doorlopend,
        Feit.Klagersrol => 1 << (int)Klagersrol,
        Feit.Geklaagd => 1 << (int)Geklaagd,
        Feit.Ontvangstbevestiging => 1 << (int)Ontvangstbevestiging,
        Feit.KlachtZoek => 1 << (int)KlachtZoek,
        Feit.Antwoord => 1 << (int)Antwoord,
        Feit.Tevreden => 1 << (int)Tevreden,
        Feit.NieuweBelofteGebroken => 1 << (int)NieuweBelofteGebroken,
        Feit.Procedure => 1 << (int)Procedure,
        Feit.LosVanProcedure => 1 << (int)LosVanProcedure,
        Feit.Wens => Vlaggen((int)Wens),
        Feit.AvgVerzoek => 1 << (int)AvgVerzoek,
        Feit.Datalek => 1 << (int)Datalek,
        Feit.HulpNodig => 1 << (int)HulpNodig,
        Feit.Bedreiging => 1 << (int)Bedreiging,
        _ => 1 << (int)poort,
    };

    /// <summary>Bit 0 stands for "nothing said", so that it can be asked for as well.</summary>
    public static int Vlaggen(int waarde) => waarde == 0 ? 1 : waarde << 1;
}
