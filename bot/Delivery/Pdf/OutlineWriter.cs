using System.Globalization;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>Writes the bookmarks: the headings, as a tree.</summary>
internal sealed class OutlineWriter(ObjectWriter objects, IReadOnlyList<int> pages)
{
    /// <returns>Number of the root, or null when there is no heading.</returns>
    public int? Write(IReadOnlyList<Bookmark> bookmarks)
    {
        if (bookmarks.Count == 0)
        {
            return null;
        }

        var root = new Node(objects.Reserve(), null, []);
        var path = new Stack<Node>([root]);
        foreach (var bookmark in bookmarks)
        {
            while (path.Count > bookmark.Level)
            {
                path.Pop();
            }

            var node = new Node(objects.Reserve(), bookmark, []);
            path.Peek().Kids.Add(node);
            path.Push(node);
        }

        objects.Set(root.Number, $"<</Type /Outlines{Family(root)}>>");
        WriteKids(root);
        return root.Number;
    }

    private void WriteKids(Node parent)
    {
        for (var i = 0; i < parent.Kids.Count; i++)
        {
            var node = parent.Kids[i];
            var previous = i > 0 ? $" /Prev {PdfSyntax.References([parent.Kids[i - 1].Number])}" : "";
            var next = i < parent.Kids.Count - 1 ? $" /Next {PdfSyntax.References([parent.Kids[i + 1].Number])}" : "";
            var (title, place) = (node.Bookmark!.Title, node.Bookmark.Place); // only the root has none, and the root is nobody's kid
            objects.Set(node.Number, $"""
                <</Title {PdfSyntax.Text(title)} /Parent {parent.Number} 0 R{previous}{next}{Family(node)}
                /Dest [{pages[place.Page]} 0 R /XYZ null {place.Y:0.##} null]>>
                """);
            WriteKids(node);
        }
    }

    private static string Family(Node node) => node.Kids.Count == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" /First {node.Kids[0].Number} 0 R /Last {node.Kids[^1].Number} 0 R /Count {node.Descendants}");

    private sealed record Node(int Number, Bookmark? Bookmark, List<Node> Kids)
    {
        public int Descendants => Kids.Sum(static kid => 1 + kid.Descendants);
    }
}
