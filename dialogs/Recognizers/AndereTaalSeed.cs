namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>seeds/taal/&lt;taal&gt;.yaml: what is understood of a language besides Dutch.</summary>
public sealed record AndereTaalSeed
{
    public required JaNeeSeed Janee { get; init; }

    public required OpdrachtenSeed Opdrachten { get; init; }

    /// <summary>As in seeds/taal/tijdwoorden.yaml: kind of time word, then value, then spellings.</summary>
    public required Dictionary<string, Dictionary<int, List<string>>> Tijdwoorden { get; init; }

    /// <summary>Small numbers in words; larger ones are written in digits.</summary>
    public required Dictionary<int, List<string>> Telwoorden { get; init; }

    /// <summary>Words for a place in a list: "first".</summary>
    public required Dictionary<int, List<string>> Rangwoorden { get; init; }

    /// <summary>Kind of danger, then its phrases; they are listened to in every conversation.</summary>
    public required Dictionary<string, List<string>> Crisis { get; init; }

    /// <summary>What somebody types to change to this language.</summary>
    public required List<string> Namen { get; init; }

    internal TelwoordenSeed Getallen() => new()
    {
        Eenheden = [.. Telwoorden.Select(pair => new TelwoordSeed { Waarde = pair.Key, Woord = Folded(pair.Value), Rang = Folded(Rangwoorden.GetValueOrDefault(pair.Key, [])) })],
        Tientallen = [],
        Vermenigvuldigers = [],
        Bindwoord = [],
        Achtervoegsels = [],
        Breuken = [],
        Anderhalf = [],
        Dozijn = [],
        Min = [],
        Relatief = [],
    };

    private static List<string> Folded(List<string> words) => [.. words.Select(Text.Folding.Fold)];
}
