using System.Reflection;
using KlachtHulp.Dialogs.Flow;

namespace KlachtHulp.Tests.Architecture;

/// <summary>The arrows of docs/architecture.md. The compiler guards those between assemblies; these guard the folders inside them.</summary>
public sealed class DependencyTests
{
    private static readonly string[] DialogFolders = ["Content", "Flow", "Formulier", "Gemeenten", "Kinds", "Prompts", "Recht", "Recognizers", "Topics", "Turns"];

    [Fact]
    public void The_core_knows_the_standard_library_only()
    {
        var references = typeof(Tree).Assembly.GetReferencedAssemblies().Select(static name => name.Name ?? "").ToArray();

        Assert.NotEmpty(references);
        Assert.All(references, static name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
        Assert.DoesNotContain(references, static name => name.StartsWith("System.Net", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Recht", "")]
    [InlineData("Prompts", "")]
    [InlineData("Recognizers", "")]
    [InlineData("Gemeenten", "Recht Recognizers")]
    [InlineData("Flow", "Content Prompts")]
    [InlineData("Content", "Flow Gemeenten Prompts Recht Recognizers")]
    [InlineData("Kinds", "Content Flow Gemeenten Prompts Recht Recognizers")]
    [InlineData("Turns", "Content Flow Prompts Recognizers")]
    [InlineData("Topics", "Content Flow Gemeenten Kinds Prompts Recht Recognizers Turns")]
    [InlineData("Formulier", "Content Flow Gemeenten Kinds Prompts Recht Topics")]
    public void A_folder_of_the_core_uses_only_what_it_may(string folder, string allowed)
        => NothingUses($"dialogs/{folder}", DialogFolders.Except([folder, .. allowed.Split(' ')]).Select(static other => $"Dialogs.{other}"));

    [Fact]
    public void Every_folder_of_the_core_has_a_rule()
    {
        var rules = typeof(DependencyTests).GetMethod(nameof(A_folder_of_the_core_uses_only_what_it_may))?.GetCustomAttributes<InlineDataAttribute>()
            .Select(static rule => rule.GetData(null!).Single()[0]).OfType<string>() ?? []; // null: the attribute does not look at the method

        var folders = Sources.Below("dialogs", ".cs").Select(static file => file.Name.Split('/')[1]).Distinct();

        Assert.Equal(folders.Order(StringComparer.Ordinal), rules.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Storage", "Channels Commands Content Delivery Gesprek Turns")]
    [InlineData("Delivery", "Channels Commands Gesprek")]
    [InlineData("Turns", "Channels Commands Content Delivery Gesprek")]
    [InlineData("Content", "Channels Commands Delivery Gesprek Storage Turns")]
    [InlineData("Channels", "Commands Content Delivery Storage.Sqlite Storage.Postgres Storage.Memory Storage.Sealing")]
    [InlineData("Gesprek", "Channels Commands Teams")]
    [InlineData("Teams", "Commands Content Storage.Sqlite Storage.Postgres Storage.Memory Storage.Sealing")]
    public void A_folder_of_the_shell_keeps_out_of_its_neighbours(string folder, string forbidden)
        => NothingUses($"bot/{folder}", forbidden.Split(' ').Select(static other => $"Bot.{other}"));

    /// <summary>The shape of a stored activity is all that a channel knows of storage; loading and saving is for Turns.</summary>
    [Fact]
    public void Channels_leave_loading_and_saving_to_the_turns()
    {
        var users = Sources.Below("bot/Channels", ".cs").Where(static file => file.Text.Contains("IConversationStore ", StringComparison.Ordinal));

        Assert.Empty(users.Select(static file => file.Name));
    }

    [Theory]
    [InlineData("using KlachtHulp.Dialogs.Topics;", true)]
    [InlineData("var tree = Topics.KlachtTree.Root;", true)]
    [InlineData("global::KlachtHulp.Dialogs.Topics.Inner.Thing.Do();", true)]
    [InlineData("_topics.Topics.Add(one); Topics.Add(two);", false)]
    [InlineData("using KlachtHulp.Dialogs.TopicsOld;", false)]
    public void A_use_is_told_from_a_name_that_looks_like_it(string line, bool uses)
        => Assert.Equal(uses, new SourceFile("a.cs", line).Uses("Dialogs.Topics", ["KlachtTree", "Thing"]));

    private static void NothingUses(string folder, IEnumerable<string> namespaces)
    {
        var files = Sources.Below(folder, ".cs");

        var wrong = namespaces.SelectMany(other => Users(files, other).Select(file => $"{file.Name} uses {other}"));

        Assert.NotEmpty(files);
        Assert.Empty(wrong);
    }

    private static IEnumerable<SourceFile> Users(IReadOnlyList<SourceFile> files, string other)
    {
        var folder = other.Replace("Dialogs.", "dialogs/", StringComparison.Ordinal).Replace("Bot.", "bot/", StringComparison.Ordinal).Replace('.', '/');
        var types = Sources.Below(folder, ".cs").Select(static file => Path.GetFileNameWithoutExtension(file.Name)).ToArray();
        return files.Where(file => file.Uses(other, types));
    }
}
