namespace KlachtHulp.Dialogs.Flow;

/// <summary>A place on the path.</summary>
/// <param name="Path">Scope and id.</param>
/// <param name="Required">Whether the form cannot do without.</param>
/// <param name="Stage">Id of the step.</param>
public sealed record Place(string Path, Question Question, bool Required, string Stage);

/// <summary>A message on the path, with the round in which it stands.</summary>
public sealed record Told(Node.Tell Tell, string Scope);

/// <summary>Where a conversation is.</summary>
/// <param name="Answers">The answers on the path.</param>
/// <param name="Given">The questions on the path that have an answer, in order.</param>
/// <param name="Next">The first open question; null at the end.</param>
/// <param name="Messages">Messages between the last answer and what comes next.</param>
/// <param name="Outcome">The end that was reached; null before it.</param>
public sealed record Position(Answers Answers, IReadOnlyList<Place> Given, Place? Next, IReadOnlyList<Told> Messages, Node.Outcome? Outcome)
{
    /// <summary>The questions on the path that wait until the resident asks for them.</summary>
    public IReadOnlyList<Place> OnRequest { get; init; } = [];

    /// <summary>Id of the step of the current question, or of the last one.</summary>
    public string Stage => Next?.Stage ?? (Given.Count > 0 ? Given[^1].Stage : "");
}

/// <summary>What would become of all answers.</summary>
/// <param name="Kept">On the path.</param>
/// <param name="Open">On the path and not answered.</param>
/// <param name="Undecided">Behind a fork whose question is still open.</param>
/// <param name="Unused">On a branch that is not taken.</param>
public sealed record Overview(IReadOnlyList<Place> Kept, IReadOnlyList<Place> Open, IReadOnlyList<string> Undecided, IReadOnlyList<string> Unused);

/// <summary>The two walks over the tree: <see cref="Replay"/> tells where we are, <see cref="Review"/> what is kept, open and unused.</summary>
public sealed class Walk
{
    private readonly IReadOnlyDictionary<string, Answer> _all;
    private readonly DateOnly _today;
    private readonly bool _lookAhead;
    private readonly Dictionary<string, Answer> _path;
    private readonly List<Place> _given;
    private readonly List<Place> _open = [];
    private readonly List<Place> _onRequest = [];
    private readonly List<Told> _told = [];
    private readonly HashSet<string> _undecided = new(StringComparer.Ordinal);
    private Node.Outcome? _outcome;
    private Answers _seen;
    private string _stage = "";

    private Walk(IReadOnlyDictionary<string, Answer> all, DateOnly today, bool lookAhead)
    {
        _all = all;
        _today = today;
        _lookAhead = lookAhead;
        _path = new Dictionary<string, Answer>(all.Count, StringComparer.Ordinal);
        _given = new List<Place>(all.Count);
        _seen = new Answers(_path);
    }

    public static Position Replay(Tree tree, IReadOnlyDictionary<string, Answer> answers, DateOnly today)
    {
        var walk = new Walk(answers, today, lookAhead: false);
        walk.Go(tree.Root, maybe: false);
        return new Position(new Answers(walk._path), walk._given, walk._open.Count > 0 ? walk._open[0] : null, walk._told, walk._outcome) { OnRequest = walk._onRequest };
    }

    public static Overview Review(Tree tree, IReadOnlyDictionary<string, Answer> answers, DateOnly today)
    {
        var walk = new Walk(answers, today, lookAhead: true);
        walk.Go(tree.Root, maybe: false);
        walk._undecided.ExceptWith(walk._path.Keys);
        var unused = answers.Keys.Where(path => !walk._path.ContainsKey(path) && !walk._undecided.Contains(path)).ToList();
        return new Overview(walk._given, walk._open, [.. walk._undecided], unused);
    }

    /// <returns>false when the walk is over: at an open question (replay) or at an outcome.</returns>
    private bool Go(Node node, bool maybe) => node switch
    {
        Node.Seq seq => GoAll(seq.Items, maybe),
        Node.Ask ask => Visit(ask.Question, ask.Required, maybe),
        Node.When branch => Decide(branch, maybe),
        Node.Switch fork => Choose(fork, maybe),
        Node.Repeat repeat => Rounds(repeat, maybe),
        Node.Stage stage => Enter(stage, maybe),
        Node.Tell tell => Say(tell, maybe),
        Node.Outcome outcome => End(outcome, maybe),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private bool GoAll(IReadOnlyList<Node> items, bool maybe)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (!Go(items[i], maybe))
            {
                return false;
            }
        }

        return true;
    }

    private bool Visit(Question question, bool required, bool maybe)
    {
        var path = _seen.Scope + question.Id;
        var answered = _all.TryGetValue(path, out var answer) && Counts(question, required, answer);
        if (maybe)
        {
            if (answered)
            {
                _undecided.Add(path);
            }

            return true;
        }

        var place = new Place(path, question, required, _stage);
        if (!answered && question.OnRequest)
        {
            _onRequest.Add(place);
            return true;
        }

        if (!answered)
        {
            _open.Add(place);
            return _lookAhead;
        }

        _path[path] = answer;
        _given.Add(place);
        _told.Clear();
        return true;
    }

    private static bool Counts(Question question, bool required, Answer answer)
        => answer.Standing == Standing.Given ? question.IsValid(answer.Value) : !required;

    private bool Decide(Node.When branch, bool maybe)
    {
        var holds = maybe ? null : branch.Condition.Holds(_seen, _today);
        if (holds is { } known)
        {
            return known ? Go(branch.Then, maybe) : branch.Else is null || Go(branch.Else, maybe);
        }

        Go(branch.Then, maybe: true);
        return branch.Else is null || Go(branch.Else, maybe: true);
    }

    private bool Choose(Node.Switch fork, bool maybe)
    {
        var answer = maybe ? null : _seen.Find(fork.On.Id);
        if (answer is not { } given)
        {
            foreach (var part in fork.Cases)
            {
                Go(part.Then, maybe: true);
            }

            return true;
        }

        var value = given.Standing == Standing.Given ? given.Value : Node.Switch.Unknown;
        return Go(fork.For(value).Then, maybe);
    }

    private bool Rounds(Node.Repeat repeat, bool maybe)
    {
        var outer = _seen;
        try
        {
            for (var round = 1; round <= repeat.Key.Max; round++)
            {
                _seen = new Answers(_path, repeat.Key.Scope(round), round);
                if (!Go(repeat.Body, maybe))
                {
                    return false;
                }

                if (round < repeat.Key.Max && !Visit(repeat.Key.More, required: false, maybe))
                {
                    return false;
                }

                if (!maybe && !_seen.Yes(repeat.Key.More))
                {
                    return true;
                }
            }

            return true;
        }
        finally
        {
            _seen = outer;
        }
    }

    private bool Enter(Node.Stage stage, bool maybe)
    {
        _stage = stage.Id;
        return Go(stage.Body, maybe);
    }

    private bool Say(Node.Tell tell, bool maybe)
    {
        if (!maybe)
        {
            _told.Add(new Told(tell, _seen.Scope));
        }

        return true;
    }

    private bool End(Node.Outcome outcome, bool maybe)
    {
        if (maybe)
        {
            return true;
        }

        _outcome = _open.Count == 0 ? outcome : _outcome;
        return false;
    }
}
