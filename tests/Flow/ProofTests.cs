using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Kinds;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Flow;

public sealed class ProofTests
{
    private static readonly Question<bool> Erg = new("erg", new JaNeeKind());
    private static readonly Question<string> Kleur = new("kleur", new KeuzeKind(["rood", "blauw"]));
    private static readonly Question<IReadOnlyList<string>> Fruit = new("fruit", new MeerkeuzeKind(["appel", "peer"]));
    private static readonly Question<string> Naam = new("naam", new NaamKind());
    private static readonly Node Klaar = new Node.Outcome("klaar", null);
    private static readonly Node Niets = new Node.Seq();

    [Fact]
    public void The_real_tree_has_no_problems() => Assert.Empty(Proof.Problems(RealTree.Tree));

    [Fact]
    public void A_sound_small_tree_has_no_problems() => Assert.Empty(Problems(
        new Node.Ask(Kleur),
        new Node.Switch(Kleur, new Case(["rood"], new Node.Ask(Naam) { Required = true }), new Case(["blauw", Node.Switch.Unknown], new Node.Ask(Naam) { Required = true })),
        new Node.Outcome("klaar", "klacht", Naam)));

    [Fact]
    public void A_path_that_just_stops_is_found() => Found("A path ends without an outcome.", new Node.Ask(Naam));

    [Fact]
    public void One_branch_that_just_stops_is_found() => Found(
        "A path ends without an outcome.",
        new Node.Ask(Erg),
        new Node.When(new Condition.Is(Erg, true), Klaar));

    [Fact]
    public void A_need_that_is_not_asked_is_found()
        => Found("The outcome klaar can be reached without naam as a required question.", new Node.Outcome("klaar", "klacht", Naam));

    [Fact]
    public void A_need_that_is_asked_on_one_branch_only_is_found() => Found(
        "The outcome klaar can be reached without naam as a required question.",
        new Node.Ask(Erg),
        new Node.When(new Condition.Is(Erg, true), new Node.Ask(Naam) { Required = true }),
        new Node.Outcome("klaar", "klacht", Naam));

    [Fact]
    public void A_need_that_may_be_skipped_is_found() => Found(
        "The outcome klaar can be reached without naam as a required question.",
        new Node.Ask(Naam),
        new Node.Outcome("klaar", "klacht", Naam));

    [Fact]
    public void A_fork_without_a_case_for_an_option_is_found()
        => Found("The fork on kleur has no case for blauw.", new Node.Ask(Kleur), new Node.Switch(Kleur, new Case(["rood", Node.Switch.Unknown], Niets)), Klaar);

    [Fact]
    public void A_fork_without_a_case_for_not_knowing_is_found()
        => Found("The fork on kleur has no case for onbekend.", new Node.Ask(Kleur), new Node.Switch(Kleur, new Case(["rood", "blauw"], Niets)), Klaar);

    [Fact]
    public void A_fork_with_two_cases_for_one_option_is_found() => Found(
        "The fork on kleur has two cases for rood.",
        new Node.Ask(Kleur),
        new Node.Switch(Kleur, new Case(["rood", "blauw"], Niets), new Case(["rood", Node.Switch.Unknown], Niets)),
        Klaar);

    [Fact]
    public void A_fork_with_a_case_for_no_option_is_found() => Found(
        "The fork on kleur has a case for groen, which is no option.",
        new Node.Ask(Kleur),
        new Node.Switch(Kleur, new Case(["rood", "blauw", "groen", Node.Switch.Unknown], Niets)),
        Klaar);

    [Fact]
    public void A_fork_on_a_question_that_is_not_asked_is_found() => Found(
        "kleur is read by a fork before it is asked on every path.",
        new Node.Switch(Kleur, new Case(["rood", "blauw", Node.Switch.Unknown], Niets)),
        Klaar);

    [Fact]
    public void A_condition_on_a_question_that_comes_later_is_found() => Found(
        "erg is read by a condition before it is asked on every path.",
        new Node.When(new Condition.Is(Erg, true), new Node.Ask(Naam)),
        new Node.Ask(Erg),
        Klaar);

    [Fact]
    public void A_condition_on_a_question_of_one_branch_is_found() => Found(
        "naam is read by a condition before it is asked on every path.",
        new Node.Ask(Erg),
        new Node.When(new Condition.Is(Erg, true), new Node.Ask(Naam)),
        new Node.When(new Condition.Answered(Naam), new Node.Ask(Kleur)),
        Klaar);

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Every_sort_of_condition_is_looked_into(string question, Condition condition)
        => Found($"{question} is read by a condition before it is asked on every path.", new Node.When(condition, Niets), Klaar);

    public static TheoryData<string, Condition> Conditions => new()
    {
        { "erg", new Condition.Is(Erg, true) },
        { "kleur", new Condition.OneOf(Kleur, "rood") },
        { "fruit", new Condition.Includes(Fruit, "peer") },
        { "naam", new Condition.Answered(Naam) },
        { "naam", new Condition.Not(new Condition.Answered(Naam)) },
        { "naam", new Condition.And(new Condition.First(), new Condition.Answered(Naam)) },
        { "naam", new Condition.Or(new Condition.First(), new Condition.Answered(Naam)) },
    };

    [Fact]
    public void A_rule_on_a_question_that_is_never_asked_is_found() => Found(
        "naam is read by a condition before it is asked.",
        new Node.When(new Condition.Follows(new Rule("regel", [Naam], static (_, _) => true)), Niets),
        Klaar);

    [Fact]
    public void A_rule_may_read_a_question_of_one_branch() => Assert.Empty(Problems(
        new Node.Ask(Erg),
        new Node.When(new Condition.Is(Erg, true), new Node.Ask(Naam)),
        new Node.When(new Condition.Follows(new Rule("regel", [Naam], static (_, _) => true)), Niets),
        Klaar));

    [Fact]
    public void A_question_asked_twice_on_one_path_is_found() => Found("naam is asked twice on one path.", new Node.Ask(Naam), new Node.Ask(Naam), Klaar);

    [Fact]
    public void The_same_question_on_two_branches_is_allowed() => Assert.Empty(Problems(
        new Node.Ask(Erg),
        new Node.When(new Condition.Is(Erg, true), new Node.Ask(Naam)) { Else = new Node.Ask(Naam) },
        Klaar));

    [Fact]
    public void A_question_behind_an_outcome_is_found() => Found("Something stands behind an outcome and can never be reached.", Klaar, new Node.Ask(Naam));

    [Fact]
    public void A_question_behind_a_fork_that_always_ends_is_found() => Found(
        "Something stands behind an outcome and can never be reached.",
        new Node.Ask(Erg),
        new Node.When(new Condition.Is(Erg, true), Klaar) { Else = Klaar },
        new Node.Ask(Naam));

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void A_repeat_without_a_sensible_bound_is_found(int max) => Found(
        "The repeat ronde is not bounded between 1 and 9.",
        new Node.Repeat(new RepeatKey("ronde", Erg, max), new Node.Ask(Naam)),
        Klaar);

    [Fact]
    public void A_service_with_an_unsound_tree_does_not_start()
    {
        var seeds = Directory.CreateTempSubdirectory("klachthulp-seeds-").FullName;
        try
        {
            Copy(KlachtHulp.Bot.Gesprek.GesprekSetup.SeedFolder, seeds);
            File.Delete(Path.Combine(seeds, "teksten", "nl", "vragen", "wensen.yaml"));

            var refusal = Assert.Throws<InvalidDataException>(() => KlachtHulp.Bot.Gesprek.GesprekSetup.Load(seeds));

            Assert.Contains("no words for the question wens.horen", refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(seeds, recursive: true);
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? to);
            File.Copy(file, target);
        }
    }

    private static void Found(string problem, params Node[] nodes) => Assert.Contains(problem, Problems(nodes));

    private static IReadOnlyList<string> Problems(params Node[] nodes) => Proof.Problems(new Tree("proef", new Node.Seq(nodes)));
}
