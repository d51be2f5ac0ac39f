using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Kinds;
using static KlachtHulp.Dialogs.Topics.Build;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>What happened with somebody's data. Asks whether the resident was involved and told, not only whether there was permission; never asks for the data.</summary>
public static class PrivacyDialog
{
    /// <summary>Groups of kinds, so that no screen shows twenty-one of them.</summary>
    public static readonly Question<IReadOnlyList<string>> Groep = Several("privacy.groep", "gedeeld", "gevraagd", "gehoord", "opgenomen", "verteld", "dossier");

    public static readonly Question<IReadOnlyList<string>> SoortGedeeld = Several("privacy.soort_gedeeld", "P01", "P02", "P03", "P04", "P12");

    public static readonly Question<IReadOnlyList<string>> SoortGevraagd = Several("privacy.soort_gevraagd", "P06", "P07", "P17", "P18", "P21");

    public static readonly Question<IReadOnlyList<string>> SoortGehoord = Several("privacy.soort_gehoord", "P05", "P09", "P11");

    public static readonly Question<IReadOnlyList<string>> SoortOpgenomen = Several("privacy.soort_opgenomen", "P10", "P16", "P19", "P20");

    public static readonly Question<IReadOnlyList<string>> SoortDossier = Several("privacy.soort_dossier", "P13", "P14", "P15");

    /// <summary>Whose data came to the wrong person: who received somebody else's data keeps them to himself.</summary>
    /// <remarks>Source: AVG art. 33.</remarks>
    public static readonly Question<string> VanWie = Choice("privacy.van_wie", "mij", "ander");

    public static readonly Question<IReadOnlyList<string>> Gegevens = Several("privacy.gegevens", "adres", "geld", "gezondheid", "gezin", "werk", "politie", "opname", "anders");

    public static readonly Question<string> Ontvanger = Line("privacy.ontvanger");

    public static readonly Question<string> Wie = Line("privacy.wie");

    public static readonly Question<Wanneer> Wanneer = Date("privacy.wanneer");

    public static readonly Question<string> Ontdekt = Text("privacy.ontdekt");

    public static readonly Question<bool> Verteld = YesNo("privacy.verteld");

    public static readonly Question<bool> ZelfGevraagd = YesNo("privacy.zelf_gevraagd");

    public static readonly Question<string> Doel = Text("privacy.doel");

    public static readonly Question<bool> Vrij = YesNo("privacy.vrij");

    public static readonly Question<bool> LooptNog = YesNo("privacy.loopt_nog");

    public static readonly Question<IReadOnlyList<string>> Verzoek = SeveralOr("privacy.verzoek", "geen", "inzage", "verbetering", "wissen", "stoppen");

    public static readonly Question<Wanneer> VerzoekWanneer = Date("privacy.verzoek_wanneer");

    /// <summary>What came of the request: a refusal is a besluit, and a message that it takes longer gives two months more.</summary>
    /// <remarks>Source: AVG art. 12, lid 3 and 4; UAVG art. 34.</remarks>
    public static readonly Question<string> VerzoekStand = Choice("privacy.verzoek_stand", "nee", "verlengd", "ja", "geweigerd");

    public static readonly Question<Wanneer> WeigeringWanneer = Date("privacy.weigering_wanneer");

    public static readonly Question<string> VerzoekAntwoord = Text("privacy.verzoek_antwoord");

    public static readonly Question<string> Gevolg = Text("privacy.gevolg");

    /// <summary>The kinds that were chosen, P01 to P21.</summary>
    public static IReadOnlyList<string> Soorten(Answers answers)
        => [.. new[] { SoortGedeeld, SoortGevraagd, SoortGehoord, SoortOpgenomen, SoortDossier }.SelectMany(answers.All).Concat(NotTold(answers)).Order(StringComparer.Ordinal)];

    public static Node Tree() => new Node.Seq(
        new Node.Ask(Groep),
        Kinds("gedeeld", SoortGedeeld),
        new Node.When(new Condition.Includes(Groep, "gevraagd"), Asks(SoortGevraagd, Vrij)),
        new Node.When(
            new Condition.Includes(Groep, "gehoord"),
            new Node.Seq(new Node.Ask(SoortGehoord), new Node.When(new Condition.Includes(SoortGehoord, "P11"), new Node.Ask(VanWie)))),
        Kinds("opgenomen", SoortOpgenomen),
        Kinds("dossier", SoortDossier),
        Tell("melding.privacy_geen_gegevens"),
        Asks(Gegevens, Ontvanger, Wie, Wanneer, Ontdekt, Verteld, ZelfGevraagd, Doel),
        Asks(LooptNog, Verzoek),
        new Node.When(
            new Condition.Or(Requested("inzage"), Requested("verbetering"), Requested("wissen"), Requested("stoppen")),
            new Node.Seq(
                Asks(VerzoekWanneer, VerzoekStand),
                new Node.Switch(
                    VerzoekStand,
                    new Case(["nee", "verlengd", Node.Switch.Unknown], Nothing),
                    new Case(["ja"], new Node.Ask(VerzoekAntwoord)),
                    new Case(["geweigerd"], new Node.Ask(WeigeringWanneer))))),
        new Node.Ask(Gevolg));

    private static Condition Requested(string soort) => new Condition.Includes(Verzoek, soort);

    /// <summary>This group is one kind by itself.</summary>
    private static IReadOnlyList<string> NotTold(Answers answers) => answers.All(Groep).Contains("verteld") ? ["P08"] : [];

    private static Node Kinds(string groep, Question<IReadOnlyList<string>> soorten)
        => new Node.When(new Condition.Includes(Groep, groep), new Node.Ask(soorten));
}
