using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Tests.Support;

/// <summary>For each question of a tree: one answer for every class of answers that some condition can tell apart.</summary>
internal sealed class Classes
{
    public const string LongAgo = "2020-03-02/2020-03-03|dag|2 maart 2020";
    public const string Recent = "2026-11-16/2026-11-17|dag|16 november 2026";

    private const int Few = 2;

    private static readonly Answer NotKnown = new(Standing.Unknown, "");
    private static readonly Answer NotSaid = new(Standing.Skipped, "");

    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _forked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IReadOnlyList<string>>> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _included = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.Ordinal);

    public Classes(Tree tree)
    {
        Look(tree.Root);
        foreach (var question in tree.Questions.Values)
        {
            _values[question.Id] = [.. Values(question)];
        }
    }

    /// <summary>The answers to try at a place.</summary>
    public IEnumerable<Answer> At(Place place)
    {
        var given = _values[place.Question.Id].Select(static value => new Answer(Standing.Given, value));
        return place.Required || !IsRead(place.Question.Id) ? given : given.Append(place.Question.AllowsUnknown ? NotKnown : NotSaid);
    }

    private bool IsRead(string id) => _read.Contains(id);

    private IEnumerable<string> Values(Question question) => question.Soort switch
    {
        Soort.Datum => IsRead(question.Id) ? [LongAgo, Recent] : [Recent],
        Soort.Meerkeuze => Subsets(question),
        Soort.JaNee => IsRead(question.Id) ? question.Options : [question.Options[0]],
        Soort.Keuze => _forked.Contains(question.Id) ? question.Options : question.Options.DistinctBy(option => Signature(question.Id, option)),
        Soort.Controle => question.Options,
        Soort.LangeTekst when IsRead(question.Id) => [Free(question), Free(question) + " Dit kan zo niet!!!"],
        _ => [Free(question)],
    };

    /// <summary>Every combination of the options that a condition asks about; without any of them, another option.</summary>
    private IEnumerable<string> Subsets(Question question)
    {
        var asked = question.Options.Where(option => _included.GetValueOrDefault(question.Id)?.Contains(option) == true).ToList();
        var others = question.Options.Except(asked).ToList();
        var all = (1 << asked.Count) - 1;
        for (var mask = others.Count > 0 ? 0 : 1; mask <= all; mask++)
        {
            // Of many options: none, each alone, and all together; every combination of few.
            if (asked.Count > Few && mask != all && System.Numerics.BitOperations.PopCount((uint)mask) > 1)
            {
                continue;
            }

            var chosen = asked.Where((_, index) => (mask & (1 << index)) != 0).ToList();
            yield return chosen.Count > 0 ? string.Join(',', chosen) : others[0];
        }
    }

    /// <summary>Which conditions an option makes true; options alike in that are one class.</summary>
    private string Signature(string id, string option)
        => string.Concat(_named.GetValueOrDefault(id)?.Select(values => values.Contains(option) ? '1' : '0') ?? []);

    private static string Free(Question question) => question.Id switch
    {
        "gemeente" => "0344",
        "gegevens.naam" or "ondertekening" => "Fenna Voorbeeld",
        "gegevens.adres" => "Voorbeeldstraat 12, 1234 AB Voorbeeldstad",
        "gegevens.email" => "fenna@voorbeeld.nl",
        "gegevens.telefoon" => "0612345678",
        _ => question.Soort == Soort.Bedrag ? "150.00" : $"Woorden bij {question.Id}.",
    };

    private void Look(Node node)
    {
        switch (node)
        {
            case Node.When branch:
                _read.UnionWith(Proof.Reads(branch.Condition).Select(static read => read.Question.Id));
                Note(branch.Condition);
                break;
            case Node.Switch fork:
                _read.Add(fork.On.Id);
                _forked.Add(fork.On.Id);
                break;
        }

        foreach (var child in Tree.Children(node))
        {
            Look(child);
        }
    }

    private void Note(Condition condition)
    {
        switch (condition)
        {
            case Condition.Includes part:
                (_included.TryGetValue(part.On.Id, out var known) ? known : _included[part.On.Id] = []).Add(part.Value);
                break;
            case Condition.OneOf part:
                (_named.TryGetValue(part.On.Id, out var named) ? named : _named[part.On.Id] = []).Add(part.Values);
                break;
            case Condition.Not part:
                Note(part.Inner);
                break;
            case Condition.And part:
                part.All.ToList().ForEach(Note);
                break;
            case Condition.Or part:
                part.Any.ToList().ForEach(Note);
                break;
        }
    }
}
