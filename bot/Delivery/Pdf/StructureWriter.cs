using System.Globalization;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>Writes the structure tree, and the map from each piece of page content to the element that owns it.</summary>
internal sealed class StructureWriter(ObjectWriter objects, IReadOnlyList<int> pages)
{
    private readonly Dictionary<StructureElement, int> _numbers = [];

    /// <returns>Number of the root of the tree.</returns>
    public int Write(StructureElement document, IReadOnlyList<PageCanvas> canvases)
    {
        var root = objects.Reserve();
        Number(document);
        WriteElement(document, root);
        var parents = string.Join(' ', canvases.Select((canvas, i)
            => $"{i.ToString(CultureInfo.InvariantCulture)} [{PdfSyntax.References(canvas.Owners.Select(owner => _numbers[owner]))}]"));
        objects.Set(root, $"<</Type /StructTreeRoot /K [{_numbers[document]} 0 R] /ParentTree <</Nums [{parents}]>> /ParentTreeNextKey {canvases.Count}>>");
        return root;
    }

    private void Number(StructureElement element)
    {
        _numbers[element] = objects.Reserve();
        foreach (var kid in element.Kids.OfType<StructureKid.Element>())
        {
            Number(kid.Node);
        }
    }

    private void WriteElement(StructureElement element, int parent)
    {
        var home = element.Kids.OfType<StructureKid.Content>().FirstOrDefault()?.Page;
        var kids = string.Join(' ', element.Kids.Select(kid => Reference(kid, home)));
        var page = home is { } p ? $" /Pg {PdfSyntax.References([pages[p]])}" : "";
        var language = element.Language is { } tag ? $" /Lang ({tag})" : "";
        var attributes = element.Attributes is { } a ? $" /A <<{a}>>" : "";
        var actual = element.ActualText is { } text ? $" /ActualText {text}" : "";
        objects.Set(_numbers[element], $"<</Type /StructElem /S /{element.Type} /P {parent} 0 R{page}{language}{attributes}{actual} /K [{kids}]>>");
        foreach (var kid in element.Kids.OfType<StructureKid.Element>())
        {
            WriteElement(kid.Node, _numbers[element]);
        }
    }

    private string Reference(StructureKid kid, int? home) => kid switch
    {
        StructureKid.Element element => PdfSyntax.References([_numbers[element.Node]]),
        StructureKid.Content content when content.Page == home => content.Mark.ToString(CultureInfo.InvariantCulture),
        StructureKid.Content content => string.Create(CultureInfo.InvariantCulture, $"<</Type /MCR /Pg {pages[content.Page]} 0 R /MCID {content.Mark}>>"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
