using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Dialogs.Turns;

/// <summary>The progress text: which step of how many.</summary>
public static class Steps
{
    /// <param name="stage">Id of the step; empty before the first question.</param>
    public static Stap Of(Tree tree, string stage, Words words)
    {
        var number = tree.Stages.ToList().IndexOf(stage) + 1;
        return new Stap(Math.Max(1, number), tree.Stages.Count, stage.Length == 0 ? "" : words.Message($"stap.{stage}"));
    }
}
