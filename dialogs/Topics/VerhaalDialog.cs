using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Kinds;
using static KlachtHulp.Dialogs.Topics.Build;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>The story, about which gemeente it is, who did it and for whom the resident speaks.</summary>
public static class VerhaalDialog
{
    /// <remarks>Source: Awb art. 9:4, lid 2, onder c.</remarks>
    public static readonly Question<string> Verhaal = Story("verhaal");

    public static readonly Question<string> Gemeente = new("gemeente", new GemeenteKind()) { Sensitivity = Sensitivity.None };

    public static readonly Question<string> Plaats = Line("plaats");

    public static readonly Question<string> Uitvoerder = Choice("uitvoerder", "gemeente", "zorgaanbieder", "jeugdhulp", "samenwerking", "buiten");

    public static readonly Question<string> Organisatie = Line("organisatie");

    public static readonly Question<string> Instantie = Line("instantie");

    public static readonly Question<string> Rol = Choice("rol", "zelf", "kind", "ander", "groep", "jongere") with { AllowsUnknown = false };

    public static readonly Question<string> Betrokkene = Line("betrokkene");

    public static readonly Question<bool> Machtiging = YesNo("machtiging");

    /// <summary>Whether somebody under 18 complains: then the words say "je".</summary>
    public static bool Jongere(Answers answers) => answers.Text(Rol) == "jongere";

    public static Node Tree(Regels regels) => new Node.Stage("verhaal", new Node.Seq(
        Required(Verhaal),
        new Node.When(new Condition.Follows(regels.VerhaalFel), Tell("melding.boos")) { Else = Tell("melding.verhaal_dank") },
        new Node.Ask(Gemeente),
        new Node.When(new Condition.Not(new Condition.Answered(Gemeente)), new Node.Ask(Plaats)),
        new Node.Ask(Uitvoerder),
        new Node.Switch(
            Uitvoerder,
            new Case(["gemeente", Node.Switch.Unknown], Nothing),
            new Case(["zorgaanbieder", "jeugdhulp", "samenwerking"], new Node.Ask(Organisatie)),
            new Case(["buiten"], new Node.Seq(new Node.Ask(Instantie), new Node.Outcome(Uitkomsten.AndereInstantie, Form: null)))),
        Required(Rol),
        new Node.Switch(
            Rol,
            new Case(["zelf", "groep", Node.Switch.Unknown], Nothing),
            new Case(["kind"], new Node.Ask(Betrokkene)),
            new Case(["jongere"], Tell("melding.jongere")),
            new Case(["ander"], new Node.Seq(
                new Node.Ask(Betrokkene),
                new Node.Ask(Machtiging),
                new Node.When(new Condition.Is(Machtiging, false), Warn("melding.machtiging")))))));
}
