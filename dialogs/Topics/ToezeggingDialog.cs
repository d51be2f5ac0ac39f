using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Kinds;
using static KlachtHulp.Dialogs.Topics.Build;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>A promise that was not kept: what was said, by whom, and what came of it. Collects facts; never judges.</summary>
public static class ToezeggingDialog
{
    /// <summary>Groups of kinds, so that no screen shows twelve of them.</summary>
    public static readonly Question<IReadOnlyList<string>> Groep = Several("toezegging.groep", "krijgen", "doen", "vastleggen", "informatie");

    public static readonly Question<IReadOnlyList<string>> SoortKrijgen = Several("toezegging.soort_krijgen", "T01", "T02", "T06", "T07");

    public static readonly Question<IReadOnlyList<string>> SoortDoen = Several("toezegging.soort_doen", "T03", "T04", "T05", "T11");

    public static readonly Question<IReadOnlyList<string>> SoortVastleggen = Several("toezegging.soort_vastleggen", "T08", "T09", "T12");

    public static readonly Question<string> Inhoud = Text("toezegging.inhoud");

    public static readonly Question<string> Wie = Line("toezegging.wie");

    public static readonly Question<string> Functie = Line("toezegging.rol");

    public static readonly Question<Wanneer> Wanneer = Date("toezegging.wanneer");

    public static readonly Question<IReadOnlyList<string>> Kanaal = Several("toezegging.kanaal", "gesprek", "telefoon", "email", "brief", "app");

    public static readonly Question<IReadOnlyList<string>> Bewijs = SeveralOr("toezegging.bewijs", "niets", "email", "verslag", "plan", "brief", "app");

    public static readonly Question<bool> Concreet = YesNo("toezegging.concreet");

    public static readonly Question<decimal> Bedrag = new("toezegging.bedrag", new BedragKind());

    /// <summary>Whether the gemeente asked something in return, at the time of the promise.</summary>
    public static readonly Question<bool> Eis = YesNo("toezegging.eis");

    public static readonly Question<string> Voorwaarden = Text("toezegging.voorwaarden");

    public static readonly Question<bool> Voldaan = YesNo("toezegging.voldaan");

    public static readonly Question<string> Bevestigd = Choice("toezegging.bevestigd", "herhaald", "teruggenomen", "geen");

    public static readonly Question<bool> AndereMedewerker = YesNo("toezegging.andere_medewerker");

    public static readonly Question<string> Breuk = Text("toezegging.breuk");

    /// <summary>When it became clear that the promise would not be kept: the year of Awb art. 9:8 counts from here, not from the promise.</summary>
    public static readonly Question<Wanneer> BreukWanneer = Date("toezegging.breuk_wanneer");

    public static readonly Question<string> Reden = Text("toezegging.reden");

    public static readonly Question<string> Vertrouwd = Text("toezegging.vertrouwd");

    public static readonly Question<string> Nadeel = Text("toezegging.nadeel");

    public static readonly Question<bool> Getuige = YesNo("toezegging.getuige");

    /// <summary>The kinds that were chosen, T01 to T12.</summary>
    public static IReadOnlyList<string> Soorten(Answers answers)
    {
        string[] other = answers.All(Groep).Contains("informatie") ? ["T10"] : [];
        return [.. answers.All(SoortKrijgen), .. answers.All(SoortDoen), .. answers.All(SoortVastleggen), .. other];
    }

    public static Node Tree() => new Node.Seq(
        new Node.Ask(Groep),
        new Node.When(new Condition.Includes(Groep, "krijgen"), new Node.Ask(SoortKrijgen)),
        new Node.When(new Condition.Includes(Groep, "doen"), new Node.Ask(SoortDoen)),
        new Node.When(new Condition.Includes(Groep, "vastleggen"), new Node.Ask(SoortVastleggen)),
        Asks(Inhoud, Wie, Functie, Wanneer, Breuk, BreukWanneer, Reden, Kanaal, Bewijs, Getuige, Concreet),
        new Node.When(new Condition.Includes(Groep, "krijgen"), new Node.Ask(Bedrag)),
        new Node.Ask(Eis),
        new Node.When(new Condition.Is(Eis, true), Asks(Voorwaarden, Voldaan)),
        Asks(Bevestigd, AndereMedewerker, Vertrouwd, Nadeel));
}
