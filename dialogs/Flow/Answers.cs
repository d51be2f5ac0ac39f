using System.Diagnostics.CodeAnalysis;

namespace KlachtHulp.Dialogs.Flow;

/// <summary>How an answer stands.</summary>
public enum Standing
{
    /// <summary>There is a value.</summary>
    Given,

    /// <summary>The resident does not know.</summary>
    Unknown,

    /// <summary>The resident would rather not say, or skipped it.</summary>
    Skipped,
}

/// <param name="Value">Canonical value; empty unless given.</param>
public readonly record struct Answer(Standing Standing, string Value);

/// <summary>The answers that count, as seen from one place in the tree: a name is looked up in the current round first, then outside it.</summary>
/// <remarks>Holds only answers on the path that is taken; an answer on a branch that was left is not here.</remarks>
public sealed class Answers
{
    private readonly Dictionary<string, Answer> _values;

    internal Answers(Dictionary<string, Answer> values, string scope = "", int round = 0)
    {
        _values = values;
        Scope = scope;
        Round = round;
    }

    /// <summary>No answers at all.</summary>
    public static Answers None { get; } = new([]);

    /// <summary>Prefix of the current round, such as <c>klacht[2].</c>; empty outside a repeat.</summary>
    public string Scope { get; }

    /// <summary>Number of the current round, from 1; 0 outside a repeat.</summary>
    public int Round { get; }

    /// <summary>The answer to a question by its id; null while it is open.</summary>
    public Answer? Find(string id)
    {
        if (Scope.Length > 0 && _values.TryGetValue(Scope + id, out var inner))
        {
            return inner;
        }

        return _values.TryGetValue(id, out var outer) ? outer : null;
    }

    /// <summary>The typed value; false when open, unknown, skipped or no longer valid.</summary>
    public bool TryGet<T>(Question<T> question, [MaybeNullWhen(false)] out T value)
        where T : notnull
    {
        value = default;
        return Find(question.Id) is { Standing: Standing.Given } given && question.Kind.TryParse(given.Value, out value);
    }

    /// <summary>Whether a yes/no question was answered with yes.</summary>
    public bool Yes(Question<bool> question) => TryGet(question, out var yes) && yes;

    /// <summary>The text of an answer, or null when there is none.</summary>
    public string? Text(Question<string> question) => TryGet(question, out var text) ? text : null;

    /// <summary>The chosen options, or none.</summary>
    public IReadOnlyList<string> All(Question<IReadOnlyList<string>> question) => TryGet(question, out var values) ? values : [];

    /// <summary>The same answers as seen from a round of a repeat.</summary>
    public Answers In(RepeatKey repeat, int round) => new(_values, repeat.Scope(round), round);

    /// <summary>Each round of a repeat that was started, in order.</summary>
    public IEnumerable<Answers> Rounds(RepeatKey repeat)
    {
        var round = 1;
        do
        {
            yield return In(repeat, round);
        }
        while (round < repeat.Max && In(repeat, round++).Yes(repeat.More));
    }
}
