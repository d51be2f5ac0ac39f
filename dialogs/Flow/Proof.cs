namespace KlachtHulp.Dialogs.Flow;

/// <summary>Static proof over a tree, without running it. The service does not start when it finds anything.</summary>
/// <remarks>
/// Every path ends in one outcome; what an outcome needs is asked, as required, on every path to it; forks are exhaustive and do not overlap;
/// nothing is read before it is asked; nothing is asked twice on one path; every repeat is bounded; nothing stands behind an outcome.
/// </remarks>
public sealed class Proof
{
    private readonly List<string> _problems = [];

    private Proof()
    {
    }

    public static IReadOnlyList<string> Problems(Tree tree)
    {
        var proof = new Proof();
        if (proof.Flow(tree.Root, Known.Nothing) is not null)
        {
            proof._problems.Add("A path ends without an outcome.");
        }

        return [.. proof._problems.Distinct()];
    }

    /// <returns>What is known behind the node, or null when nothing comes behind it.</returns>
    private Known? Flow(Node node, Known known) => node switch
    {
        Node.Seq seq => FlowAll(seq.Items, known),
        Node.Ask ask => Asked(ask.Question, ask.Required, known),
        Node.When branch => Decided(branch, known),
        Node.Switch fork => Forked(fork, known),
        Node.Repeat repeat => Repeated(repeat, known),
        Node.Stage stage => Flow(stage.Body, known),
        Node.Tell => known,
        Node.Outcome outcome => Ended(outcome, known),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Known? FlowAll(IReadOnlyList<Node> items, Known? known)
    {
        foreach (var item in items)
        {
            if (known is null)
            {
                _problems.Add("Something stands behind an outcome and can never be reached.");
                return null;
            }

            known = Flow(item, known);
        }

        return known;
    }

    private Known Asked(Question question, bool required, Known known)
    {
        if (known.Possibly.Contains(question.Id))
        {
            _problems.Add($"{question.Id} is asked twice on one path.");
        }

        return known.With(question.Id, required);
    }

    private Known? Decided(Node.When branch, Known known)
    {
        foreach (var (question, certain) in Reads(branch.Condition))
        {
            CheckRead(question, certain, known, "a condition");
        }

        var then = Flow(branch.Then, known);
        var otherwise = branch.Else is null ? known : Flow(branch.Else, known);
        return then is null ? otherwise : otherwise is null ? then : then.Meet(otherwise);
    }

    private Known? Forked(Node.Switch fork, Known known)
    {
        CheckRead(fork.On, certain: true, known, "a fork");
        var options = fork.On.Options.Append(Node.Switch.Unknown).ToList();
        var covered = fork.Cases.SelectMany(static part => part.Values).ToList();
        _problems.AddRange(options.Except(covered).Select(missing => $"The fork on {fork.On.Id} has no case for {missing}."));
        _problems.AddRange(covered.Except(options).Select(extra => $"The fork on {fork.On.Id} has a case for {extra}, which is no option."));
        _problems.AddRange(covered.GroupBy(static value => value).Where(static group => group.Count() > 1).Select(group => $"The fork on {fork.On.Id} has two cases for {group.Key}."));
        return fork.Cases.Select(part => Flow(part.Then, known)).Aggregate((Known?)null, static (left, right) => left is null ? right : right is null ? left : left.Meet(right));
    }

    private Known? Repeated(Node.Repeat repeat, Known known)
    {
        if (repeat.Key.Max is < 1 or > 9)
        {
            _problems.Add($"The repeat {repeat.Key.Id} is not bounded between 1 and 9.");
        }

        return Flow(repeat.Body, known) is { } behind ? Asked(repeat.Key.More, required: false, behind) : null;
    }

    private Known? Ended(Node.Outcome outcome, Known known)
    {
        _problems.AddRange(outcome.Needs.Where(need => !known.Required.Contains(need.Id))
            .Select(need => $"The outcome {outcome.Id} can be reached without {need.Id} as a required question."));
        return null;
    }

    private void CheckRead(Question question, bool certain, Known known, string reader)
    {
        if (!(certain ? known.Certainly : known.Possibly).Contains(question.Id))
        {
            _problems.Add($"{question.Id} is read by {reader} before it is asked{(certain ? " on every path" : "")}.");
        }
    }

    /// <summary>The questions a condition reads, and whether they must have been asked on every path to it.</summary>
    internal static IEnumerable<(Question Question, bool Certain)> Reads(Condition condition) => condition switch
    {
        Condition.Is part => [(part.On, true)],
        Condition.OneOf part => [(part.On, true)],
        Condition.Includes part => [(part.On, true)],
        Condition.Answered part => [(part.On, true)],
        Condition.Follows part => part.Rule.Reads.Select(static question => (question, false)),
        Condition.Not part => Reads(part.Inner),
        Condition.And part => part.All.SelectMany(Reads),
        Condition.Or part => part.Any.SelectMany(Reads),
        Condition.First => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private sealed record Known(HashSet<string> Certainly, HashSet<string> Possibly, HashSet<string> Required)
    {
        public static Known Nothing { get; } = new([], [], []);

        public Known With(string id, bool required)
            => new([.. Certainly, id], [.. Possibly, id], required ? [.. Required, id] : Required);

        public Known Meet(Known other)
            => new([.. Certainly.Intersect(other.Certainly)], [.. Possibly.Union(other.Possibly)], [.. Required.Intersect(other.Required)]);
    }
}
