using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>The whole conversation, from the story to the klachtformulier or another way.</summary>
public static class KlachtTree
{
    public static Tree Create(Regels regels) => new("klacht", new Node.Seq(
        VerhaalDialog.Tree(regels),
        new Node.Stage("eerder", new Node.Seq(BesluitDialog.Tree(regels), new Node.Ask(InterneBehandelingDialog.Geklaagd))),
        new Node.Switch(
            InterneBehandelingDialog.Geklaagd,
            new Case(["ja"], new Node.Seq(new Node.Stage("eerder", InterneBehandelingDialog.History(regels, Form(regels, ombudsman: false))), Form(regels, ombudsman: true))),
            new Case(["nee"], First(Form(regels, ombudsman: false))),
            new Case([Node.Switch.Unknown], new Node.Seq(new Node.Tell("melding.geklaagd_onbekend", Tone.Plain), First(Form(regels, ombudsman: false)))))));

    /// <summary>A klacht to the gemeente comes before the ombudsman, unless that cannot be asked of somebody young.</summary>
    private static Node.Seq First(Node klacht) => new(
        new Node.Stage("eerder", new Node.When(new Condition.OneOf(VerhaalDialog.Rol, "jongere"), new Node.Ask(InterneBehandelingDialog.KanKlagen))),
        klacht);

    private static Node.Seq Form(Regels regels, bool ombudsman) => new(
        KlachtDialog.Tree(ombudsman),
        WensenDialog.Tree(ombudsman),
        GegevensDialog.Tree(),
        ControleDialog.Tree(regels, ombudsman),
        ombudsman ? Verzoekschrift() : Klacht());

    /// <remarks>Source: Awb art. 9:4, lid 2.</remarks>
    private static Node.Outcome Klacht() => new(
        Uitkomsten.Klacht, Form: "klacht", VerhaalDialog.Verhaal, GegevensDialog.Naam, GegevensDialog.Adres, ControleDialog.Akkoord, ControleDialog.Ondertekening);

    /// <remarks>Source: Awb art. 9:28, lid 1.</remarks>
    private static Node.Outcome Verzoekschrift() => new(
        Uitkomsten.Verzoekschrift,
        Form: "verzoekschrift",
        VerhaalDialog.Verhaal,
        KlachtDialog.Gronden,
        InterneBehandelingDialog.Wijze,
        GegevensDialog.Naam,
        GegevensDialog.Adres,
        ControleDialog.Akkoord,
        ControleDialog.Ondertekening);
}
