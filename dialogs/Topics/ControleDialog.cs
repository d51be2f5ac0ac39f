using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Kinds;
using static KlachtHulp.Dialogs.Topics.Build;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>Read everything once more, sign, and decide what happens with it.</summary>
/// <remarks>Source: Awb art. 9:4, lid 2 (ondertekend, dagtekening); art. 9:9 (the employee gets a copy).</remarks>
public static class ControleDialog
{
    public static readonly Question<string> WaaromNu = Text("waarom_nu");

    /// <summary>The letter in the resident's own words, for who wants to change its text; the answers stay as they are.</summary>
    public static readonly Question<string> Brief = new("brief", new TekstKind(Min: 10, LongestStory, Lines: true)) { Sensitivity = Sensitivity.Special, AllowsUnknown = false, OnRequest = true };

    public static readonly Question<bool> Akkoord = new("controle", new ControleKind()) { AllowsUnknown = false, Seals = true };

    public static readonly Question<string> Ondertekening = new("ondertekening", new NaamKind()) { AllowsUnknown = false, Seals = true };

    /// <summary>Asked only when the gemeente is known: a form without an address cannot be sent.</summary>
    public static readonly Question<string> Versturen = Choice("versturen", "versturen", "zelf") with { AllowsUnknown = false, Seals = true, Closes = "versturen" };

    public static Node Tree(Regels regels, bool ombudsman) => new Node.Stage("controle", new Node.Seq(
        ombudsman ? Nothing : new Node.When(new Condition.Follows(regels.KlachtJaarVoorbij), new Node.Seq(Warn("melding.jaar_voorbij"), new Node.Ask(WaaromNu))),
        Tell(ombudsman ? "melding.afschrift_ombudsman" : "melding.afschrift"),
        new Node.Ask(Brief),
        Required(Akkoord),
        Required(Ondertekening),
        ombudsman ? Nothing : new Node.When(new Condition.Answered(VerhaalDialog.Gemeente), Required(Versturen))));
}
