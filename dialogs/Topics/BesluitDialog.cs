using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Kinds;
using static KlachtHulp.Dialogs.Topics.Build;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>Whether a decision or a procedure plays a part: a fatal term must not pass while somebody writes a complaint.</summary>
public static class BesluitDialog
{
    public static readonly Question<bool> Besluit = YesNo("besluit");

    public static readonly Question<Wanneer> Datum = Date("besluit.datum");

    public static readonly Question<bool> Anders = YesNo("besluit.anders");

    public static readonly Question<bool> OokKlacht = YesNo("besluit.ook_klacht");

    public static readonly Question<string> Procedure = Choice("procedure", "nee", "bezwaar", "rechter");

    /// <summary>What kind of case: only one about a besluit stands in the way of bezwaar.</summary>
    /// <remarks>Source: Awb art. 6:4, 8:1 and 9:8, lid 1, onder c to f.</remarks>
    public static readonly Question<string> SoortZaak = Choice("procedure.soort", "beroep", "civiel", "straf", "uitspraak");

    public static readonly Question<bool> AnderPunt = YesNo("procedure.ander_punt");

    /// <summary>Whether the gemeente decided on the bezwaar: then the court has a fatal term; if not, the gemeente may be late.</summary>
    /// <remarks>Source: Awb art. 6:7, 7:10 and 8:1.</remarks>
    public static readonly Question<bool> BezwaarBeslist = YesNo("bezwaar.beslist");

    public static readonly Question<Wanneer> BezwaarDatum = Date("bezwaar.datum");

    public static readonly Question<bool> BezwaarCommissie = YesNo("bezwaar.commissie");

    public static readonly Question<bool> BezwaarVerdaagd = YesNo("bezwaar.verdaagd");

    public static Node Tree(Regels regels) => new Node.Seq(
        new Node.Ask(Besluit),
        new Node.Switch(
            Besluit,
            new Case(["ja"], Decision(regels)),
            new Case(["nee"], Nothing),
            new Case([Node.Switch.Unknown], Warn("melding.besluit_kijk"))),
        new Node.Ask(Procedure),
        new Node.Switch(
            Procedure,
            new Case(["nee", Node.Switch.Unknown], Nothing),
            new Case(["bezwaar"], Objected(regels)),
            new Case(["rechter"], new Node.Seq(
                new Node.When(new Condition.Is(Besluit, false), Nothing) { Else = new Node.Ask(SoortZaak) },
                new Node.Ask(AnderPunt),
                new Node.Switch(
                    AnderPunt,
                    new Case(["ja", Node.Switch.Unknown], Tell("melding.rechter_ander_punt")),
                    new Case(["nee"], new Node.Outcome(Uitkomsten.Rechter, Form: null)))))));

    private static Node Decision(Regels regels) => new Node.Seq(
        new Node.Ask(Datum),
        new Node.Ask(Anders),
        new Node.Switch(
            Anders,
            new Case(["nee"], Nothing),
            new Case(["ja", Node.Switch.Unknown], new Node.Seq(
                new Node.When(new Condition.Follows(regels.BezwaarVoorbij), Warn("melding.bezwaar_voorbij"))
                {
                    Else = new Node.When(new Condition.Follows(regels.BezwaarDatumBekend), Warn("melding.bezwaar")) { Else = Warn("melding.bezwaar_zonder_datum") },
                },
                new Node.Ask(OokKlacht),
                new Node.Switch(
                    OokKlacht,
                    new Case(["ja", Node.Switch.Unknown], Tell("melding.bezwaar_en_klacht")),
                    new Case(["nee"], new Node.Outcome(Uitkomsten.Bezwaar, Form: null)))))));

    /// <summary>Commissie and delay are only asked when they can matter: not while the shortest term runs.</summary>
    private static Node Objected(Regels regels) => new Node.Seq(
        Tell("melding.bezwaar_loopt"),
        new Node.Ask(BezwaarBeslist),
        new Node.Switch(
            BezwaarBeslist,
            new Case(["ja"], Warn("melding.beroep")),
            new Case([Node.Switch.Unknown], Nothing),
            new Case(["nee"], new Node.Seq(
                new Node.Ask(BezwaarDatum),
                new Node.When(new Condition.Follows(regels.BeslissingLoopt), Tell("melding.bezwaar_wacht"))
                {
                    Else = new Node.Seq(
                        Asks(BezwaarCommissie, BezwaarVerdaagd),
                        new Node.When(new Condition.Follows(regels.BeslissingVoorbij), Tell("melding.bezwaar_te_laat"))),
                }))));
}
