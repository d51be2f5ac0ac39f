using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>Which vereisten van behoorlijkheid the chosen kinds are most often about: a suggestion to think with, never a judgement.</summary>
/// <remarks>Source: Behoorlijkheidswijzer of the Nationale ombudsman.</remarks>
public static class Vereistenkeuze
{
    public static IReadOnlyList<Vereiste> Van(Answers answers, Knowledge knowledge)
    {
        var gekozen = answers.Rounds(KlachtDialog.Klacht).SelectMany(static round => ToezeggingDialog.Soorten(round).Concat(PrivacyDialog.Soorten(round)))
            .ToHashSet(StringComparer.Ordinal);
        var ids = knowledge.Soorten.Toezeggingen.Where(soort => gekozen.Contains(soort.Id)).SelectMany(static soort => soort.Vereisten)
            .Concat(knowledge.Soorten.Privacyschendingen.Where(soort => gekozen.Contains(soort.Id)).SelectMany(static soort => soort.Vereisten))
            .ToHashSet(StringComparer.Ordinal);
        return [.. knowledge.Soorten.Vereisten.Where(vereiste => ids.Contains(vereiste.Id))];
    }
}
