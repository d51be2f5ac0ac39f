using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Kinds;
using static KlachtHulp.Dialogs.Topics.Build;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>What the resident wants to come of it. A wish for money or for a decision goes by another letter, next to the klacht.</summary>
public static class WensenDialog
{
    public static readonly Question<IReadOnlyList<string>> Wens = Several(
        "wens", "nakomen", "excuses", "uitleg", "gesprek", "contactpersoon", "gegevens", "stoppen", "herhaling", "besluit", "geld");

    public static readonly Question<string> Toelichting = Text("wens.toelichting");

    public static readonly Question<decimal> Schade = new("wens.schade", new BedragKind());

    public static readonly Question<bool> Horen = YesNo("wens.horen");

    public static readonly Question<bool> EerstGesprek = YesNo("wens.eerst_gesprek");

    public static readonly Question<string> Doorslag = Text("wens.doorslag");

    public static readonly Question<IReadOnlyList<string>> Hulp = SeveralOr("wens.hulp", "geen", "tolk", "lezen", "begeleider");

    public static Node Tree(bool ombudsman) => new Node.Stage("wens", new Node.Seq(
        new Node.Ask(Wens),
        new Node.When(new Condition.Includes(Wens, "geld"), new Node.Seq(Tell("melding.schade"), new Node.Ask(Schade))),
        new Node.When(new Condition.Includes(Wens, "besluit"), Tell("melding.besluit_vragen")),
        new Node.When(new Condition.Includes(Wens, "gegevens"), Tell("melding.avg_verzoek")),
        new Node.Ask(Toelichting),
        ombudsman ? new Node.Ask(Doorslag) : Asks(EerstGesprek, Horen),
        new Node.Ask(Hulp)));
}
