using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Kinds;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Tests.Flow;

/// <summary>What a jurist reads of the tree: the page and the drawing, on a small tree with every kind of node.</summary>
public sealed class TekeningTests
{
    private static readonly Question<bool> Erg = new("erg", new JaNeeKind());
    private static readonly Question<bool> Nog = new("nog_een", new JaNeeKind());
    private static readonly Question<string> Kleur = new("kleur", new KeuzeKind(["rood", "blauw"]));
    private static readonly Question<string> Naam = new("naam", new NaamKind());

    private static readonly Tree Boom = new("proef", new Node.Seq(
        new Node.Stage("begin", new Node.Seq(new Node.Tell("melding.let_op", Tone.Plain), new Node.Ask(Erg))),
        new Node.When(new Condition.Is(Erg, true), new Node.Outcome("hulp", null)) { Else = new Node.Ask(Naam) { Required = true } },
        new Node.Repeat(new RepeatKey("klacht", Nog, 5), new Node.Ask(Kleur)),
        new Node.Switch(Kleur, new Case(["rood", "blauw"], new Node.Tell("melding.kleur", Tone.Plain)), new Case([Node.Switch.Unknown], new Node.Seq())),
        new Node.Outcome("klaar", "klacht", Naam, Kleur)));

    [Fact]
    public void The_drawing_shows_every_node_fork_and_end() => Assert.Equal(
        """
        flowchart TD
            begin([Begin]) --> n0
            n0>"melding.let_op"]
            n0 --> n1
            n1["erg"]
            n1 --> n2
            n2{{"erg = ja"}}
            n2 -- "ja" --> n3
            n3(["hulp"])
            n2 -- "nee" --> n4
            n4["naam *"]
            n4 --> n5
            n5["kleur"]
            n5 --> n6
            n6["nog_een (hoogstens 5)"]
            n6 --> n7
            n7{"kleur?"}
            n7 -- "rood, blauw" --> n8
            n8>"melding.kleur"]
            n8 --> n9
            n7 -- "onbekend" --> n9
            n9(["klaar"])

        """.ReplaceLineEndings("\n"),
        TreeMermaid.Write(Boom));

    [Fact]
    public void The_page_shows_the_words_of_every_node_and_what_an_end_needs()
    {
        var page = TreeHtml.Write(Boom, Words(), "<p>bijlage</p>");

        Assert.StartsWith("<!doctype html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><title>De vragen van KlachtHulp</title><style>body {", page, StringComparison.Ordinal);
        Assert.Contains(
            """
            </style></head><body>
            <h1>De vragen van KlachtHulp</h1>
            <p>Een sterretje betekent: het formulier kan niet zonder. Al het andere mag de inwoner overslaan.</p>
            <ul>
            <li><span class="als">Stap: Het begin</span><ul>
            <li class="zeg">Let op &lt;dit&gt;. <code>melding.let_op</code></li>
            <li class="vraag">Is het erg? (ja / Nee hoor) <code>erg</code><br><span class="help">Dan weet ik het.</span></li>
            </ul></li>
            <li><span class="als">Als erg = ja</span><ul>
            <li class="einde">Einde: uitkomst.hulp.titel <code>hulp</code></li>
            </ul></li>
            <li><span class="als">Anders</span><ul>
            <li class="vraag">Hoe heet u? * <code>naam</code></li>
            </ul></li>
            <li><span class="als">Voor elke klacht, hoogstens 5 keer</span><ul>
            <li class="vraag">Welke kleur? (Rood / blauw) <code>kleur</code></li>
            <li class="vraag">Nog een? (ja / nee) <code>nog_een</code></li>
            </ul></li>
            <li><span class="als">Als kleur is rood of blauw</span><ul>
            <li class="zeg">melding.kleur <code>melding.kleur</code></li>
            </ul></li>
            <li class="einde">Einde: Klaar <code>klaar, nodig: naam, kleur</code></li>
            </ul>
            <p>bijlage</p></body></html>

            """.ReplaceLineEndings("\n"),
            page,
            StringComparison.Ordinal);
    }

    public static TheoryData<string, Condition> Conditions => new()
    {
        { "erg = ja", new Condition.Is(Erg, true) },
        { "erg = nee", new Condition.Is(Erg, false) },
        { "kleur is rood of blauw", new Condition.OneOf(Kleur, "rood", "blauw") },
        { "fruit bevat peer", new Condition.Includes(new Question<IReadOnlyList<string>>("fruit", new MeerkeuzeKind(["appel", "peer"])), "peer") },
        { "naam is ingevuld", new Condition.Answered(Naam) },
        { "eerste ronde", new Condition.First() },
        { "regel te_laat (erg, kleur)", new Condition.Follows(new Rule("te_laat", [Erg, Kleur], static (_, _) => true)) },
        { "niet (eerste ronde)", new Condition.Not(new Condition.First()) },
        { "(erg = ja) en (naam is ingevuld)", new Condition.And(new Condition.Is(Erg, true), new Condition.Answered(Naam)) },
        { "(erg = ja) of (naam is ingevuld)", new Condition.Or(new Condition.Is(Erg, true), new Condition.Answered(Naam)) },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_is_said_in_words(string words, Condition condition) => Assert.Equal(words, TreeJson.Describe(condition));

    private static Words Words() => new(
        "nl",
        new Dictionary<string, QuestionWords>
        {
            ["erg"] = new() { Vraag = "Is het erg?", Waarom = "Dan weet ik het.", Opties = new Dictionary<string, OptionWords> { ["nee"] = new("Nee hoor", []) } },
            ["nog_een"] = new() { Vraag = "Nog een?" },
            ["kleur"] = new() { Vraag = "Welke kleur?", Opties = new Dictionary<string, OptionWords> { ["rood"] = new("Rood", []) } },
            ["naam"] = new() { Vraag = "Hoe heet u?" },
        },
        new Dictionary<string, string> { ["stap.begin"] = "Het begin", ["melding.let_op"] = "Let op <dit>.", ["uitkomst.klaar.titel"] = "Klaar" });
}
