using System.Globalization;
using System.Text;

namespace KlachtHulp.Dialogs.Flow;

/// <summary>The tree as a Mermaid flowchart.</summary>
public static class TreeMermaid
{
    public static string Write(Tree tree)
    {
        var chart = new StringBuilder("flowchart TD\n");
        var number = 0;
        Draw(tree.Root, ["begin([Begin])"]);
        return chart.ToString();

        // Draws a node behind the given open ends and returns the ends that are open then.
        IReadOnlyList<string> Draw(Node node, IReadOnlyList<string> from) => node switch
        {
            Node.Seq seq => seq.Items.Aggregate(from, (ends, item) => Draw(item, ends)),
            Node.Ask ask => Box(from, $"[\"{ask.Question.Id}{(ask.Required ? " *" : "")}\"]"),
            Node.Tell tell => Box(from, $">\"{tell.TextKey}\"]"),
            Node.Outcome outcome => End(Box(from, $"([\"{outcome.Id}\"])")),
            Node.Stage stage => Draw(stage.Body, from),
            Node.Repeat repeat => Again(repeat, from),
            Node.When branch => Fork(Box(from, $"{{{{\"{TreeJson.Describe(branch.Condition)}\"}}}}"), [("ja", branch.Then), ("nee", branch.Else ?? new Node.Seq())]),
            Node.Switch fork => Fork(Box(from, $"{{\"{fork.On.Id}?\"}}"), [.. fork.Cases.Select(static part => (string.Join(", ", part.Values), part.Then))]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        IReadOnlyList<string> Box(IReadOnlyList<string> from, string shape)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"n{number++}");
            foreach (var end in from)
            {
                chart.Append(CultureInfo.InvariantCulture, $"    {end} --> {name}\n");
            }

            chart.Append(CultureInfo.InvariantCulture, $"    {name}{shape}\n");
            return [name];
        }

        IReadOnlyList<string> Fork(IReadOnlyList<string> from, IReadOnlyList<(string Label, Node Part)> parts)
            => [.. parts.SelectMany(part => Draw(part.Part, [.. from.Select(end => $"{end} -- \"{part.Label}\"")]))];

        IReadOnlyList<string> Again(Node.Repeat repeat, IReadOnlyList<string> from)
            => Box(Draw(repeat.Body, from), $"[\"{repeat.Key.More.Id} (hoogstens {repeat.Key.Max})\"]");

        static IReadOnlyList<string> End(IReadOnlyList<string> drawn) => drawn.Count == 0 ? drawn : [];
    }
}
