using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Turns;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>What the story and the page say about questions that are still to come. Each is asked back; none is an answer by itself.</summary>
public static class Voorstellen
{
    public static Proposer Maak(Knowledge knowledge) => new(
        static moment => moment.Gemeente.Length > 0 ? (VerhaalDialog.Gemeente.Id, moment.Gemeente) : null,
        new Verhaallezer(knowledge).Read);
}
