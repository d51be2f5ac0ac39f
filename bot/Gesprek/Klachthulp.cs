using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Topics;
using KlachtHulp.Dialogs.Turns;

namespace KlachtHulp.Bot.Gesprek;

/// <summary>The conversation with everything it knows, proven and ready. Made once at start.</summary>
public sealed record Klachthulp(Tree Tree, Regels Regels, Catalogue Catalogue, Knowledge Knowledge, Engine Engine, Prompter Prompter)
{
    /// <param name="problems">Every defect found; when it is not empty the service must not start.</param>
    public static Klachthulp Create(Catalogue catalogue, Knowledge knowledge, out IReadOnlyList<string> problems)
    {
        var regels = new Regels(knowledge);
        var tree = KlachtTree.Create(regels);
        var engine = new Engine(tree, catalogue, knowledge, Voorstellen.Maak(knowledge));
        var screen = new Uitkomstscherm(regels, knowledge);
        var prompter = new Prompter(tree, catalogue, knowledge, (answers, moment) => Invulling.Van(answers, regels, knowledge, moment.Today), screen.Maak, VerhaalDialog.Jongere);
        problems = [.. Proof.Problems(tree), .. ContentCheck.Problems(tree, catalogue, Meldingen.Alle, Invulling.Namen)];
        return new Klachthulp(tree, regels, catalogue, knowledge, engine, prompter);
    }
}
