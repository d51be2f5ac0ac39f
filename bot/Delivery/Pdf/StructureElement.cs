namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>A node of the structure tree: what a screen reader walks through.</summary>
/// <param name="type">A standard type, such as P or TD.</param>
/// <param name="language">BCP-47, when it is not the language of the parent.</param>
/// <param name="attributes">PDF syntax of the attributes, written by us and never taken from a text.</param>
/// <param name="actualText">PDF syntax of the text that is meant, where the page shows a substitute.</param>
internal sealed class StructureElement(string type, string? language = null, string? attributes = null, string? actualText = null)
{
    private readonly List<StructureKid> _kids = [];

    public string Type { get; } = type;

    public string? Language { get; } = language;

    public string? Attributes { get; } = attributes;

    public string? ActualText { get; } = actualText;

    public IReadOnlyList<StructureKid> Kids => _kids;

    public StructureElement Add(string type, string? language = null, string? attributes = null, string? actualText = null)
    {
        var element = new StructureElement(type, language, attributes, actualText);
        _kids.Add(new StructureKid.Element(element));
        return element;
    }

    public void AddContent(int page, int mark) => _kids.Add(new StructureKid.Content(page, mark));
}

/// <summary>What a node of the structure tree holds.</summary>
internal abstract record StructureKid
{
    private StructureKid()
    {
    }

    public sealed record Element(StructureElement Node) : StructureKid;

    /// <param name="Page">Index of the page, from 0.</param>
    /// <param name="Mark">Number of the marked content on that page (MCID).</param>
    public sealed record Content(int Page, int Mark) : StructureKid;
}
