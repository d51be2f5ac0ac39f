using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Kinds;
using static KlachtHulp.Dialogs.Topics.Build;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>One complaint: what kind it is, and its details. Gone through once for each complaint.</summary>
public static class KlachtDialog
{
    public static readonly Question<bool> NogEen = YesNo("nog_een") with { AllowsUnknown = false };

    public static readonly RepeatKey Klacht = new("klacht", NogEen, Max: 5);

    /// <summary>What happened in the second and later complaints; the first is told in the story.</summary>
    public static readonly Question<string> Omschrijving = Story("omschrijving");

    public static readonly Question<string> Soort = Choice("soort", "toezegging", "privacy", "bejegening", "traagheid", "anders");

    public static readonly Question<string> SoortAnders = Choice("soort_anders", "informatie", "dossier", "samenwerking", "regels", "integriteit", "overig");

    public static readonly Question<string> Wie = Line("wie");

    public static readonly Question<Wanneer> Wanneer = Date("wanneer");

    public static readonly Question<bool> LooptNog = YesNo("loopt_nog");

    public static readonly Question<string> Waar = Line("waar");

    /// <summary>Whether the resident waits for a besluit on an aanvraag: then the law has a term and a letter for it.</summary>
    /// <remarks>Source: Awb art. 4:13 and 4:17.</remarks>
    public static readonly Question<bool> Aanvraag = YesNo("aanvraag");

    public static readonly Question<Wanneer> AanvraagDatum = Date("aanvraag.datum");

    public static readonly Question<string> Gevolg = Text("gevolg");

    /// <remarks>Source: Awb art. 9:28, lid 1, onder d.</remarks>
    public static readonly Question<string> Gronden = new("gronden", new TekstKind(Min: 10, 4000, Lines: true)) { Sensitivity = Sensitivity.Special };

    /// <param name="ombudsman">Whether the form goes to the ombudsman, who must be told why the conduct was not right.</param>
    public static Node Tree(bool ombudsman) => new Node.Stage("gebeurtenis", new Node.Repeat(Klacht, new Node.Seq(
        new Node.When(new Condition.Not(new Condition.First()), Required(Omschrijving)),
        new Node.Ask(Soort),
        new Node.Switch(
            Soort,
            new Case(["toezegging"], ToezeggingDialog.Tree()),
            new Case(["privacy"], PrivacyDialog.Tree()),
            new Case(["bejegening"], Plain()),
            new Case(["traagheid"], new Node.Seq(Plain(), new Node.Ask(Aanvraag), new Node.When(new Condition.Is(Aanvraag, true), new Node.Ask(AanvraagDatum)))),
            new Case(["anders", Node.Switch.Unknown], new Node.Seq(new Node.Ask(SoortAnders), Plain()))),
        new Node.Ask(Gronden) { Required = ombudsman })));

    private static Node Plain() => Asks(Wie, Wanneer, LooptNog, Waar, Gevolg);
}
