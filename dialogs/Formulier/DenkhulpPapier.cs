using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Formulier;

/// <summary>A sheet of its own with the vereisten van behoorlijkheid that may be at stake. It helps to think; it judges nothing and goes with no letter.</summary>
/// <remarks>Source: Behoorlijkheidswijzer of the Nationale ombudsman.</remarks>
public sealed class DenkhulpPapier(Words words)
{
    public Papier Maak(IReadOnlyList<Vereiste> vereisten, DateOnly today) => new(words.Message("denkhulp.titel"), "nl-NL", today,
    [
        new Blok.Kop(1, words.Message("denkhulp.titel")),
        new Blok.Alinea(words.Message("denkhulp.uitleg")),
        .. vereisten.GroupBy(static vereiste => vereiste.Kernwaarde).SelectMany(Values),
        new Blok.Alinea(words.Message("denkhulp.slot")),
    ]);

    private static IEnumerable<Blok> Values(IGrouping<string, Vereiste> kernwaarde) =>
    [
        new Blok.Kop(2, kernwaarde.Key),
        new Blok.Lijst([.. kernwaarde.Select(static vereiste => $"{vereiste.Naam}: {vereiste.Uitleg}")]),
    ];
}
