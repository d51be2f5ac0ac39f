using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Kinds;
using static KlachtHulp.Dialogs.Topics.Build;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>Whether the gemeente was given the chance to handle the klacht itself, and what it did with it.</summary>
/// <remarks>Source: Awb art. 9:20 (complain first; oral counts), 9:11 (term), 9:5 (satisfied), 9:28 lid 1 onder e.</remarks>
public static class InterneBehandelingDialog
{
    public static readonly Question<bool> Geklaagd = YesNo("eerder.geklaagd");

    public static readonly Question<string> Wijze = Choice("eerder.wijze", "telefoon", "gesprek", "email", "formulier", "brief") with { AllowsUnknown = false };

    public static readonly Question<Wanneer> Datum = Date("eerder.datum");

    public static readonly Question<string> Antwoord = Choice("eerder.antwoord", "nee", "schriftelijk", "mondeling", "geweigerd") with { AllowsUnknown = false };

    /// <summary>Whether somebody under 18 can complain to the gemeente first; asked of nobody else.</summary>
    /// <remarks>Source: Awb art. 9:20, lid 1: unless it cannot reasonably be asked.</remarks>
    public static readonly Question<bool> KanKlagen = YesNo("eerder.kan_klagen");

    public static readonly Question<bool> Ontvangen = YesNo("eerder.ontvangen");

    /// <summary>Asked of who wrote and heard nothing: without proof it is safest to send the klacht again.</summary>
    /// <remarks>Source: Awb art. 9:11: the term begins when the gemeente receives the klacht.</remarks>
    public static readonly Question<bool> Bewijs = YesNo("eerder.bewijs");

    public static readonly Question<Wanneer> Ontvangst = Date("eerder.ontvangst");

    public static readonly Question<bool> Commissie = YesNo("eerder.commissie");

    public static readonly Question<bool> Verdaagd = YesNo("eerder.verdaagd");

    /// <summary>Whether a complaint that was only spoken is put on paper now: only then do the rules and the term of the Awb hold.</summary>
    /// <remarks>Source: Awb art. 9:2 and 9:4.</remarks>
    public static readonly Question<bool> OpPapier = YesNo("eerder.op_papier");

    public static readonly Question<bool> Langer = YesNo("eerder.langer");

    public static readonly Question<Wanneer> AntwoordDatum = Date("eerder.antwoord_datum");

    public static readonly Question<string> Tevreden = Choice("eerder.tevreden", "ja", "deels", "nee") with { AllowsUnknown = false };

    public static readonly Question<string> AntwoordInhoud = Text("eerder.antwoord_inhoud");

    public static readonly Question<string> Oneens = Text("eerder.oneens");

    /// <summary>What the gemeente did with the klacht; asked of who complained before.</summary>
    /// <param name="klacht">The rest of the conversation for a klacht to the gemeente.</param>
    public static Node History(Regels regels, Node klacht) => new Node.Seq(
        Required(Wijze),
        new Node.Ask(Datum),
        Required(Antwoord),
        new Node.Switch(
            Antwoord,
            new Case(["nee", Node.Switch.Unknown], Waiting(regels, klacht)),
            new Case(["schriftelijk", "mondeling"], Answered()),
            new Case(["geweigerd"], new Node.Ask(AntwoordDatum))),
        new Node.When(new Condition.Follows(regels.OmbudsmanJaarVoorbij), Warn("melding.ombudsman_laat")));

    /// <summary>No answer yet: the ombudsman is open once the term has passed; when the days are not known well enough, the resident is asked.</summary>
    private static Node Waiting(Regels regels, Node klacht) => new Node.Seq(
        new Node.Ask(Ontvangen),
        new Node.When(new Condition.Is(Ontvangen, true), new Node.Seq(new Node.Ask(Ontvangst), new Node.Ask(Commissie)))
        {
            Else = new Node.When(new Condition.And(new Condition.Is(Ontvangen, false), new Condition.OneOf(Wijze, "email", "formulier", "brief")), new Node.Ask(Bewijs)),
        },
        new Node.Ask(Verdaagd),
        new Node.When(
            new Condition.Follows(regels.TermijnOnzeker),
            new Node.Seq(
                new Node.Ask(Langer),
                new Node.Switch(
                    Langer,
                    new Case(["ja"], Tell("melding.termijn_voorbij")),
                    new Case(["nee", Node.Switch.Unknown], StillTime(klacht)))))
        {
            Else = new Node.When(new Condition.Follows(regels.TermijnVoorbij), Tell("melding.termijn_voorbij"))
            {
                Else = StillTime(klacht),
            },
        });

    /// <summary>Who only spoke may put it on paper now; who wrote waits.</summary>
    private static Node StillTime(Node klacht) => new Node.When(
        new Condition.OneOf(Wijze, "telefoon", "gesprek"),
        new Node.Seq(
            new Node.Ask(OpPapier),
            new Node.Switch(
                OpPapier,
                new Case(["ja"], klacht),
                new Case(["nee", Node.Switch.Unknown], new Node.Outcome(Uitkomsten.Wachten, Form: null)))))
    {
        Else = new Node.Outcome(Uitkomsten.Wachten, Form: null),
    };

    private static Node Answered() => new Node.Seq(
        new Node.Ask(AntwoordDatum),
        Required(Tevreden),
        new Node.Switch(
            Tevreden,
            new Case(["ja"], new Node.Outcome(Uitkomsten.Opgelost, Form: null)),
            new Case(["deels", "nee", Node.Switch.Unknown], Asks(AntwoordInhoud, Oneens))));
}
