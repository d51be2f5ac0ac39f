using System.Collections.Frozen;
using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers.Commands;

/// <summary>The phrases of seeds/taal/opdrachten.yaml.</summary>
internal sealed class CommandBook
{
    private const int Forgiving = 6;
    private readonly PhraseBook<Command> _whole;
    private readonly FrozenSet<string> _fillers;
    private readonly (string Word, Command Command)[] _single;

    /// <exception cref="FormatException">The seed names a command that does not exist.</exception>
    public CommandBook(OpdrachtenSeed seed)
    {
        var whole = seed.Opdrachten.SelectMany(static pair => pair.Value.Heel.Select(phrase => KeyValuePair.Create(Folding.Fold(phrase), Parse(pair.Key)))).ToList();
        _whole = new(whole);
        _single = [.. whole.Where(static pair => pair.Key.Length >= Forgiving
            && !pair.Key.Contains(' ', StringComparison.Ordinal)).Select(static pair => (pair.Key, pair.Value))];
        _fillers = seed.Vulling.Select(Folding.Fold).ToFrozenSet(StringComparer.Ordinal);
        Openings = new(seed.Opdrachten.SelectMany(static pair => pair.Value.Begin.Select(phrase => KeyValuePair.Create(phrase, Parse(pair.Key)))));
        SubjectStart = new(seed.OnderwerpBegin.Select(static phrase => KeyValuePair.Create(phrase, true)));
        SubjectEnd = new(seed.OnderwerpEind.Select(static phrase => KeyValuePair.Create(phrase, true)));
        Subjects = new(seed.Onderwerpen.SelectMany(static pair => pair.Value.Select(phrase => KeyValuePair.Create(phrase, pair.Key))));
    }

    public PhraseBook<Command> Openings { get; }

    public PhraseBook<bool> SubjectStart { get; }

    public PhraseBook<bool> SubjectEnd { get; }

    public PhraseBook<string> Subjects { get; }

    /// <summary>A command phrase at this token; a single long word may have one typing error.</summary>
    public bool TryWhole(IReadOnlyList<Token> tokens, int at, out Command command, out int next)
    {
        if (_whole.TryRead(tokens, at, out command, out next))
        {
            return true;
        }

        foreach (var (word, meaning) in _single)
        {
            if (EditDistance.Within(word, tokens[at].Text, 1))
            {
                command = meaning;
                next = at + 1;
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether these tokens add nothing.</summary>
    public bool IsFiller(IReadOnlyList<Token> tokens, int from, int until)
    {
        for (var at = from; at < until; at++)
        {
            if (!_fillers.Contains(tokens[at].Text))
            {
                return false;
            }
        }

        return true;
    }

    private static Command Parse(string name) => name switch
    {
        "verbeter" => Command.Correct,
        "terug" => Command.Back,
        "ongedaan" => Command.Undo,
        "uitleg" => Command.Explain,
        "waarom" => Command.Why,
        "sla_over" => Command.Skip,
        "genoeg" => Command.Enough,
        "weet_niet" => Command.DontKnow,
        "stop" => Command.Stop,
        "help" => Command.Help,
        "mens" => Command.Human,
        "opnieuw" => Command.Restart,
        "wis" => Command.Erase,
        "herhaal" => Command.Repeat,
        "overzicht" => Command.Overview,
        _ => throw new FormatException($"seeds/taal/opdrachten.yaml: unknown command '{name}'"),
    };
}
