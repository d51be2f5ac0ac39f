using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Kinds;
using KlachtHulp.Tests.Browser;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Flow;

public sealed class TreeGuardTests
{
    private static readonly Node Klaar = new Node.Outcome("klaar", null);

    [Fact]
    public void The_committed_tree_is_the_tree_of_the_code()
    {
        var committed = File.ReadAllText(Path.Combine(Repository.Root, "docs", "boom", "klacht.json"));

        Assert.Equal("", TreeGuard.Advice(committed, TreeJson.Write(RealTree.Tree)));
    }

    [Fact]
    public void The_same_tree_gives_no_advice() => Assert.Equal("", TreeGuard.Advice(Json(Color("rood")), Json(Color("rood"))));

    [Fact]
    public void A_question_that_disappears_asks_for_a_migration()
        => AsksForMigration("the question kleur is gone", Json(Color("rood")), Json(new Question<bool>("tint", new JaNeeKind())));

    [Fact]
    public void A_question_of_another_kind_asks_for_a_migration()
        => AsksForMigration("the question kleur was Keuze and is now JaNee", Json(Color("rood")), Json(new Question<bool>("kleur", new JaNeeKind())));

    [Fact]
    public void An_option_that_disappears_asks_for_a_migration()
        => AsksForMigration("the question kleur lost the option blauw", Json(Color("rood", "blauw")), Json(Color("rood", "groen")));

    [Fact]
    public void A_new_option_asks_only_to_be_committed() => AsksForCommit(Json(Color("rood")), Json(Color("rood", "blauw")));

    [Fact]
    public void A_new_question_asks_only_to_be_committed() => AsksForCommit(Json(Color("rood")), Json(Color("rood"), new Question<bool>("tint", new JaNeeKind())));

    [Fact]
    public void Another_order_asks_only_to_be_committed()
    {
        var tint = new Question<bool>("tint", new JaNeeKind());

        AsksForCommit(Json(Color("rood"), tint), Json(tint, Color("rood")));
    }

    private static void AsksForMigration(string reason, string before, string after)
    {
        var advice = TreeGuard.Advice(before, after);
        Assert.Contains("Write a migration", advice, StringComparison.Ordinal);
        Assert.Contains(reason, advice, StringComparison.Ordinal);
    }

    private static void AsksForCommit(string before, string after)
    {
        Assert.Empty(TreeGuard.Breaks(before, after));
        Assert.Contains(TreeGuard.HowToCommit, TreeGuard.Advice(before, after), StringComparison.Ordinal);
    }

    private static Question<string> Color(params string[] options) => new("kleur", new KeuzeKind(options));

    private static string Json(params Question[] questions)
        => TreeJson.Write(new Tree("proef", new Node.Seq([.. questions.Select(static question => new Node.Ask(question)), Klaar])));
}
