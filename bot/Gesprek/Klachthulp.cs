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
        var known = Vertaling.Spreekt(knowledge, catalogue);
        var regels = new Regels(known);
        var tree = KlachtTree.Create(regels);
        var engine = new Engine(tree, catalogue, known, Voorstellen.Maak(known));
        var screen = new Uitkomstscherm(regels, known);
        var prompter = new Prompter(tree, catalogue, known, (answers, moment, words) => Invulling.Van(answers, regels, known, moment.Today, words), screen.Maak, VerhaalDialog.Jongere);
        problems = [.. Proof.Problems(tree), .. ContentCheck.Problems(tree, catalogue, Meldingen.Alle, Invulling.Namen),
            .. TaalCheck.Problems(catalogue, Vertaling.Sleutels(catalogue, known))];
        return new Klachthulp(tree, regels, catalogue, known, engine, prompter);
    }
}
