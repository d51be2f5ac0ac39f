using System.Collections.Frozen;

namespace KlachtHulp.Dialogs.Recht;

/// <summary>Computes terms from the rows of seeds/recht/termijnen.yaml.</summary>
/// <remarks>
/// Source: Awb art. 6:7, 6:8, 7:10, 9:8, 9:11, 9:24; Algemene termijnenwet art. 1 to 4; Regulation (EEC, Euratom) 1182/71 art. 3.
/// The row in force on the start day governs. A start before the first row takes that first row with low certainty: such a term ended long ago.
/// </remarks>
public sealed class Termijnen
{
    private readonly FrozenDictionary<string, DatedTable<Termijnregel>> _tabellen;

    public Termijnen(IEnumerable<DatedRow<Termijnregel>> regels, Kalender kalender)
    {
        _tabellen = regels.GroupBy(static row => row.Value.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(static group => group.Key, static group => new DatedTable<Termijnregel>($"termijnen {group.Key}", group),
                StringComparer.Ordinal);
        Kalender = kalender;
    }

    public Kalender Kalender { get; }

    public IReadOnlyDictionary<string, DatedTable<Termijnregel>> Tabellen => _tabellen;

    /// <exception cref="InvalidOperationException">The code is not in the seeds.</exception>
    public Termijn Van(string code, DateOnly start) => Van(code, new Tijdvak(start));

    /// <param name="start">When the term began, as far as known.</param>
    /// <exception cref="InvalidOperationException">The code is not in the seeds.</exception>
    public Termijn Van(string code, Tijdvak start)
    {
        var eerste = Regel(code, start.Van, out var vroeger);
        var vroeg = Einde.Van(eerste, start.Van, Kalender);
        if (start.IsDag)
        {
            return Bouw(eerste, vroeg, vroeg, vroeger ? Zekerheid.Laag : Zekerheid.Hoog);
        }

        var laatste = Regel(code, start.Tot, out _);
        return Bouw(laatste, vroeg, Einde.Van(laatste, start.Tot, Kalender), vroeger ? Zekerheid.Laag : Zekerheid.Middel);
    }

    /// <summary>How long the gemeente may take over a klacht.</summary>
    /// <remarks>
    /// Source: Awb art. 9:11, lid 1 and 2. Receipt starts it, not sending; an informal talk does not stop it.
    /// Whether a klachtadviescommissie takes part is often not known: then the six weeks are its earliest end and the ten weeks its latest.
    /// </remarks>
    /// <param name="commissie">Whether a klachtadviescommissie advises; absent when not known.</param>
    /// <param name="verdaagd">Whether the gemeente wrote that it takes longer.</param>
    public Termijn Behandeling(Tijdvak ontvangen, bool? commissie, bool verdaagd)
    {
        var zonder = verdaagd ? Termijncodes.KlachtVerdaagd : Termijncodes.Klacht;
        var met = verdaagd ? Termijncodes.KlachtCommissieVerdaagd : Termijncodes.KlachtCommissie;
        return MetOfZonder(zonder, met, ontvangen, commissie);
    }

    /// <summary>How long the gemeente may take over bezwaar; it begins after the last day to make bezwaar, not at its receipt.</summary>
    /// <remarks>Source: Awb art. 7:10, lid 1 and 3. Whether a commissie advises is often not known: see <see cref="Behandeling"/>.</remarks>
    /// <param name="einde">Last day to make bezwaar, as far as known.</param>
    /// <param name="commissie">Whether a bezwaaradviescommissie advises; absent when not known.</param>
    /// <param name="verdaagd">Whether the gemeente wrote that it takes six weeks more.</param>
    public Termijn Beslissing(Tijdvak einde, bool? commissie, bool verdaagd)
    {
        var zonder = verdaagd ? Termijncodes.BeslissingVerdaagd : Termijncodes.Beslissing;
        var met = verdaagd ? Termijncodes.BeslissingCommissieVerdaagd : Termijncodes.BeslissingCommissie;
        return MetOfZonder(zonder, met, einde, commissie);
    }

    private Termijn MetOfZonder(string zonder, string met, Tijdvak start, bool? commissie)
    {
        if (commissie is { } bekend)
        {
            return Van(bekend ? met : zonder, start);
        }

        var kort = Van(zonder, start);
        var lang = Van(met, start);
        return lang with
        {
            Zekerheid = Minst(Minst(kort.Zekerheid, lang.Zekerheid), Zekerheid.Middel),
            Weken = null,
            Nominalen = new(kort.Nominalen.Van, lang.Nominalen.Tot),
            Uitersten = new(kort.Uitersten.Van, lang.Uitersten.Tot),
        };
    }

    /// <summary>The year to go to the ombudsman when no answer came. It starts at the nominal end of the behandeling: earlier is safer for the
    /// resident.</summary>
    /// <remarks>Source: Awb art. 9:24, lid 1 under b.</remarks>
    public Termijn NaBehandeling(Termijn behandeling)
    {
        var termijn = Van(Termijncodes.OmbudsmanZonderAntwoord, behandeling.Nominalen);
        return termijn with { Zekerheid = Minst(termijn.Zekerheid, behandeling.Zekerheid) };
    }

    private Termijnregel Regel(string code, DateOnly dag, out bool vroeger)
    {
        var tabel = _tabellen.TryGetValue(code, out var gevonden) ? gevonden : throw new InvalidOperationException($"There is no term {code} in the seeds.");
        vroeger = dag < tabel.Rows[0].Herkomst.GeldigVan;
        return vroeger ? tabel.Rows[0].Value : tabel.On(dag).Value;
    }

    private static Termijn Bouw(Termijnregel regel, Einde vroeg, Einde laat, Zekerheid hoogstens)
    {
        var toon = regel.Partij == Partij.Inwoner ? vroeg : laat;
        return new Termijn(regel.Code, toon.Start, toon.Nominaal, toon.Uiterlijk, toon.AtwToegepast, regel.Grondslag,
            Minst(Minst(regel.Zekerheid, toon.Zekerheid), hoogstens))
        {
            Partij = regel.Partij,
            Naam = regel.Naam,
            Fataal = regel.Fataal,
            Weken = regel.Eenheid == Eenheid.Weken ? regel.Aantal : null,
            Nominalen = new(vroeg.Nominaal, laat.Nominaal),
            Uitersten = new(regel.Verlenging == Verlenging.AtwOnzeker ? vroeg.Nominaal : vroeg.Uiterlijk, laat.Uiterlijk),
        };
    }

    private static Zekerheid Minst(Zekerheid een, Zekerheid ander) => een < ander ? een : ander;

    /// <summary>The end of a term from one start.</summary>
    private readonly record struct Einde(DateOnly Start, DateOnly Nominaal, DateOnly Uiterlijk, bool AtwToegepast, Zekerheid Zekerheid)
    {
        public static Einde Van(Termijnregel regel, DateOnly start, Kalender kalender)
        {
            var nominaal = regel.Nominaal(start);
            if (regel.Verlenging == Verlenging.Geen)
            {
                return new(start, nominaal, nominaal, AtwToegepast: false, Zekerheid.Hoog);
            }

            var uiterlijk = kalender.EersteGewoneDag(nominaal, out var zekerInEu);
            var europees = regel.Verlenging == Verlenging.Vo1182;
            var besluitenBekend = nominaal >= kalender.Besluiten.Van && uiterlijk <= kalender.Besluiten.Tot;
            var zekerheid = europees && !zekerInEu ? Zekerheid.Onzeker : besluitenBekend ? Zekerheid.Hoog : Zekerheid.Middel;
            return new(start, nominaal, uiterlijk, !europees && uiterlijk != nominaal, zekerheid);
        }
    }
}
