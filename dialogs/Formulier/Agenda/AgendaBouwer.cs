using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Dialogs.Topics;

namespace KlachtHulp.Dialogs.Formulier.Agenda;

/// <summary>A day in the resident's own calendar.</summary>
/// <param name="Id">Stable within one conversation: the code of the term.</param>
/// <param name="Titel">Says nothing about the story: others may look into a calendar.</param>
/// <param name="Herinnering">Days before, on which the calendar warns; 0 for no warning.</param>
public sealed record Agendapunt(string Id, DateOnly Dag, string Titel, string Uitleg, int Herinnering);

/// <summary>The last days of an end as points for a calendar.</summary>
public static class AgendaBouwer
{
    private const int DaysBefore = 7;

    public static IReadOnlyList<Agendapunt> Maak(Eindstand stand, Words words)
        => [.. stand.LaatsteDagen().Select(termijn => Punt(termijn, stand.Vandaag, words))];

    private static Agendapunt Punt(Termijn termijn, DateOnly today, Words words)
    {
        var partij = termijn.Partij == Partij.Gemeente ? "gemeente" : "inwoner";
        return new Agendapunt(
            termijn.Code, termijn.TeTonen(today), words.Message($"agenda.{partij}", new Dictionary<string, string> { ["naam"] = termijn.Naam }),
            string.Join(' ', Uitleg(termijn, partij, words)), termijn.Partij == Partij.Inwoner ? DaysBefore : 0);
    }

    /// <summary>What the day means, and that it has to be asked for where it is not settled.</summary>
    private static IEnumerable<string> Uitleg(Termijn termijn, string partij, Words words) =>
    [
        words.Message($"agenda.{partij}_uitleg", new Dictionary<string, string> { ["wet"] = termijn.Grondslag }),
        .. termijn.Zekerheid < Zekerheid.Hoog ? [words.Message("agenda.onzeker")] : Array.Empty<string>(),
    ];
}
