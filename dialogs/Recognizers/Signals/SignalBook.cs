namespace KlachtHulp.Dialogs.Recognizers.Signals;

/// <summary>The concepts and rules of seeds/taal/signalen.yaml.</summary>
internal sealed class SignalBook
{
    private const int DefaultReach = 12;

    private readonly Dictionary<string, List<string>> _kinds;

    /// <exception cref="FormatException">A rule names a concept that does not exist.</exception>
    public SignalBook(SignalenSeed seed)
    {
        Concepts = new(seed.Begrippen);
        _kinds = seed.Soorten;
        Rules = [.. seed.Regels.Select(Rule)];
    }

    public ConceptBook Concepts { get; }

    public IReadOnlyList<SignalRule> Rules { get; }

    /// <summary>The kinds a label usually stands for.</summary>
    public IReadOnlyList<string> KindsOf(string label) => _kinds.TryGetValue(label, out var kinds) ? kinds : [];

    private SignalRule Rule(SignaalregelSeed seed, int index)
        => new(
            $"{seed.Label}#{index + 1}",
            seed.Label,
            seed.Soorten.Count > 0 ? seed.Soorten : KindsOf(seed.Label),
            OneOf(seed.Anker),
            [.. seed.Bij.Select(OneOf)],
            [.. seed.Daarna.Select(OneOf)],
            [.. seed.Zonder.SelectMany(OneOf)],
            [.. seed.Nergens.SelectMany(OneOf)],
            seed.NietNaast,
            seed.Binnen > 0 ? seed.Binnen : DefaultReach,
            seed.Alleen,
            seed.AlsLeeg);

    /// <summary>"delen of vertellen": any of these concepts.</summary>
    private int[] OneOf(string names) => [.. names.Split(" of ", StringSplitOptions.TrimEntries).Select(IndexOf)];

    private int IndexOf(string name)
        => Concepts.IndexOf(name) is >= 0 and var index ? index : throw new FormatException($"seeds/taal/signalen.yaml: unknown concept '{name}'");
}
