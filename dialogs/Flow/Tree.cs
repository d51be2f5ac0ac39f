namespace KlachtHulp.Dialogs.Flow;

/// <summary>A dialog tree with what can be derived from it once: its questions, its steps, its repeats.</summary>
public sealed class Tree
{
    private readonly Dictionary<string, Question> _questions = new(StringComparer.Ordinal);
    private readonly List<string> _stages = [];
    private readonly List<RepeatKey> _repeats = [];

    public Tree(string id, Node root)
    {
        Id = id;
        Root = root;
        Collect(root);
        Seals = _questions.Values.Where(static question => question.Seals).Select(static question => question.Id).ToHashSet(StringComparer.Ordinal);
    }

    public string Id { get; }

    public Node Root { get; }

    /// <summary>Every question by its id, in the order of the tree.</summary>
    public IReadOnlyDictionary<string, Question> Questions => _questions;

    /// <summary>Ids of the questions that seal the others; they stand outside every repeat.</summary>
    public IReadOnlySet<string> Seals { get; }

    /// <summary>Ids of the steps in order.</summary>
    public IReadOnlyList<string> Stages => _stages;

    /// <summary>Whether a yes to this question starts another round of a repeat.</summary>
    public bool AsksForMore(Question question) => _repeats.Exists(repeat => repeat.More.Id == question.Id);

    /// <summary>Question of a path; null when no such question exists (any more).</summary>
    public Question? QuestionAt(string path) => _questions.GetValueOrDefault(IdOf(path));

    /// <summary>The id in a path: <c>klacht[2].soort</c> gives <c>soort</c>.</summary>
    public static string IdOf(string path)
    {
        var end = path.LastIndexOf("].", StringComparison.Ordinal);
        return end < 0 ? path : path[(end + 2)..];
    }

    /// <summary>Number of the round in a path, from 1; 0 outside a repeat.</summary>
    public static int RoundOf(string path)
    {
        var start = path.IndexOf('[', StringComparison.Ordinal);
        var end = path.IndexOf(']', StringComparison.Ordinal);
        return start >= 0 && end > start && int.TryParse(path.AsSpan(start + 1, end - start - 1), out var round) ? round : 0;
    }

    /// <summary>The answers of a path as seen from its own round.</summary>
    public Answers Seen(Answers answers, string path)
        => RoundOf(path) is var round and > 0 && _repeats.Find(repeat => path.StartsWith(repeat.Id + "[", StringComparison.Ordinal)) is { } key ? answers.In(key, round) : answers;

    private void Collect(Node node)
    {
        switch (node)
        {
            case Node.Ask ask:
                _questions.TryAdd(ask.Question.Id, ask.Question);
                break;
            case Node.Stage stage when !_stages.Contains(stage.Id):
                _stages.Add(stage.Id);
                break;
            case Node.Repeat repeat:
                _questions.TryAdd(repeat.Key.More.Id, repeat.Key.More);
                _repeats.Add(repeat.Key);
                break;
        }

        foreach (var child in Children(node))
        {
            Collect(child);
        }
    }

    /// <summary>The parts of a node, in order.</summary>
    public static IEnumerable<Node> Children(Node node) => node switch
    {
        Node.Seq seq => seq.Items,
        Node.When branch => branch.Else is null ? [branch.Then] : [branch.Then, branch.Else],
        Node.Switch fork => fork.Cases.Select(static part => part.Then),
        Node.Repeat repeat => [repeat.Body],
        Node.Stage stage => [stage.Body],
        _ => [],
    };
}
