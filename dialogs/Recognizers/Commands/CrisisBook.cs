using KlachtHulp.Dialogs.Recognizers.Signals;

namespace KlachtHulp.Dialogs.Recognizers.Commands;

/// <summary>The phrases of seeds/taal/crisis.yaml.</summary>
internal sealed class CrisisBook
{
    public CrisisBook(IReadOnlyDictionary<string, List<string>> seed)
    {
        Concepts = new(seed);
        Sayings = Number("behalve");
        Kinds =
        [
            (Number("zelfdoding"), CrisisKind.Zelfdoding),
            (Number("kind_in_gevaar"), CrisisKind.KindInGevaar),
            (Number("geweld"), CrisisKind.Geweld),
            (Number("geweld_door_mij"), CrisisKind.GeweldDoorMij),
            (Number("dakloos"), CrisisKind.Dakloos),
        ];
    }

    public ConceptBook Concepts { get; }

    /// <summary>Ordinary sayings with the same words.</summary>
    public int Sayings { get; }

    public IReadOnlyList<(int Concept, CrisisKind Kind)> Kinds { get; }

    private int Number(string name)
        => Concepts.IndexOf(name) is >= 0 and var index ? index : throw new FormatException($"seeds/taal/crisis.yaml: '{name}' is missing");
}
