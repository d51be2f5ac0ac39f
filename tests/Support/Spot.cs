using KlachtHulp.Dialogs.Flow;

namespace KlachtHulp.Tests.Support;

/// <summary>The place of the first open question in a tree, found by another walk than the product's; for one round of each repeat.</summary>
internal sealed class Spot
{
    private readonly DateOnly _today;
    private readonly HashSet<string> _stillRead = new(StringComparer.Ordinal);
    private bool _goesOn = true;

    private Spot(DateOnly today) => _today = today;

    /// <summary>Numbers of the children on the way to the question.</summary>
    public string At { get; private set; } = "";

    public Question Question { get; private set; } = null!; // set when it is found, which Of makes sure of

    /// <summary>Ids of the questions that forks and conditions look at from here on.</summary>
    public IReadOnlySet<string> StillRead => _stillRead;

    /// <param name="answers">Answers on the path; one question behind them is open.</param>
    public static Spot Of(Tree tree, Answers answers, DateOnly today)
    {
        var spot = new Spot(today);
        Assert.True(spot.Find(tree.Root, answers, ""), "No question is open.");
        return spot;
    }

    private bool Find(Node node, Answers answers, string at) => node switch
    {
        Node.Seq seq => FindIn(seq.Items, answers, at),
        Node.Ask ask => Open(ask.Question, answers, at),
        Node.Stage stage => Find(stage.Body, answers, at + ".s"),
        Node.When branch => branch.Condition.Holds(answers, _today) == true
            ? Find(branch.Then, answers, at + ".dan")
            : branch.Else is { } otherwise && Find(otherwise, answers, at + ".anders"),
        Node.Switch fork => Find(fork.Cases[Taken(fork, answers)].Then, answers, $"{at}.{Taken(fork, answers)}"),
        Node.Repeat repeat => Find(repeat.Body, answers.In(repeat.Key, 1), at + ".r") || Open(repeat.Key.More, answers.In(repeat.Key, 1), at + ".more"),
        Node.Tell => false,
        _ => throw new InvalidOperationException("The way ended before the open question."),
    };

    private bool FindIn(IReadOnlyList<Node> items, Answers answers, string at)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (Find(items[i], answers, $"{at}.{i}"))
            {
                ReadOn(items.Skip(i + 1));
                return true;
            }
        }

        return false;
    }

    /// <summary>What comes behind the question, up to where every way has ended.</summary>
    private void ReadOn(IEnumerable<Node> items)
    {
        foreach (var item in items)
        {
            if (_goesOn)
            {
                _stillRead.UnionWith(Reads(item));
                _goesOn = GoesOn(item);
            }
        }
    }

    /// <summary>Whether some way through the node comes out behind it.</summary>
    private static bool GoesOn(Node node) => node switch
    {
        Node.Outcome => false,
        Node.When branch => branch.Else is null || GoesOn(branch.Then) || GoesOn(branch.Else),
        Node.Switch fork => fork.Cases.Any(static part => GoesOn(part.Then)),
        _ => Tree.Children(node).All(GoesOn),
    };

    private bool Open(Question question, Answers answers, string at)
    {
        if (question.OnRequest || answers.Find(question.Id) is not null)
        {
            return false;
        }

        (At, Question) = (at, question);
        return true;
    }

    private static int Taken(Node.Switch fork, Answers answers)
    {
        var value = answers.Find(fork.On.Id) is { Standing: Standing.Given } given ? given.Value : Node.Switch.Unknown;
        return fork.Cases.ToList().FindIndex(part => part.Values.Contains(value));
    }

    private static IEnumerable<string> Reads(Node node) => Own(node).Concat(Tree.Children(node).SelectMany(Reads));

    private static IEnumerable<string> Own(Node node) => node switch
    {
        Node.When branch => Proof.Reads(branch.Condition).Select(static read => read.Question.Id),
        Node.Switch fork => [fork.On.Id],
        _ => [],
    };
}
