using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Dialogs.Flow;

/// <summary>A part of the dialog tree. There is no jump, so every conversation ends by construction.</summary>
public abstract record Node
{
    private Node()
    {
    }

    /// <summary>One after the other.</summary>
    public sealed record Seq(params IReadOnlyList<Node> Items) : Node;

    /// <summary>A question at this place.</summary>
    public sealed record Ask(Question Question) : Node
    {
        /// <summary>Whether the form cannot do without a value. Only what the law demands (Awb art. 9:4 and 9:28), and what the way itself needs.</summary>
        public bool Required { get; init; }
    }

    /// <summary>A part that applies only under a condition, and what applies otherwise.</summary>
    public sealed record When(Condition Condition, Node Then) : Node
    {
        public Node? Else { get; init; }
    }

    /// <summary>A fork over the options of a question that was asked before; the cases cover every option and <see cref="Unknown"/>.</summary>
    public sealed record Switch(Question On, params IReadOnlyList<Case> Cases) : Node
    {
        /// <summary>Value of a case for "weet ik niet" and skipped answers.</summary>
        public const string Unknown = "onbekend";

        /// <summary>The case of a value.</summary>
        internal Case For(string value)
        {
            for (var i = 0; i < Cases.Count; i++)
            {
                if (Cases[i].Values.Contains(value))
                {
                    return Cases[i];
                }
            }

            throw new InvalidOperationException($"The fork on {On.Id} has no case for one of its values; the proof at start-up must have been left out.");
        }
    }

    /// <summary>A part that is gone through once for each complaint.</summary>
    public sealed record Repeat(RepeatKey Key, Node Body) : Node;

    /// <summary>A step of the progress text.</summary>
    public sealed record Stage(string Id, Node Body) : Node;

    /// <summary>A message at this place, shown with the next question.</summary>
    /// <param name="TextKey">Key in seeds/teksten.</param>
    public sealed record Tell(string TextKey, Tone Tone) : Node;

    /// <summary>The end of a path.</summary>
    /// <param name="Form">Which document comes out: klacht, verzoekschrift, or null when none does.</param>
    /// <param name="Needs">Questions without which the document has no legal value; proven to be asked, as required, on every path.</param>
    public sealed record Outcome(string Id, string? Form, params IReadOnlyList<Question> Needs) : Node;
}

/// <param name="Values">Option ids, or <see cref="Node.Switch.Unknown"/>.</param>
public sealed record Case(IReadOnlyList<string> Values, Node Then);

/// <summary>What the rounds of a repeat are called and how they end.</summary>
/// <param name="Id">Prefix of the path: <c>klacht</c> gives <c>klacht[1].</c></param>
/// <param name="More">Asked at the end of each round but the last.</param>
/// <param name="Max">At most this many rounds.</param>
public sealed record RepeatKey(string Id, Question<bool> More, int Max)
{
    /// <summary>Prefix of the paths of a round.</summary>
    /// <param name="round">From 1.</param>
    public string Scope(int round) => $"{Id}[{round}].";
}
