using System.Text;
using KlachtHulp.Bot.Delivery.Brief;
using KlachtHulp.Dialogs.Formulier;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>Puts pages, fonts, structure, bookmarks, metadata and bijlagen together into one file.</summary>
internal sealed class DocumentWriter(Papier papier, PageStyle style, BlockLayout layout)
{
    private readonly ObjectWriter _objects = new();

    public byte[] Write(IReadOnlyList<Bijlage> bijlagen)
    {
        var title = CleanText.OneLine(papier.Titel);
        var (catalog, tree) = (_objects.Reserve(), _objects.Reserve());
        int[] pages = [.. layout.Pages.Select(_ => _objects.Reserve())];
        WritePages(tree, pages);
        var structure = new StructureWriter(_objects, pages).Write(layout.Root, layout.Pages);
        var bookmarks = new OutlineWriter(_objects, pages).Write(layout.Bookmarks);
        var outline = bookmarks is { } number ? $" /Outlines {PdfSyntax.References([number])}" : "";
        var attachments = AttachmentWriter.Write(_objects, bijlagen, papier.Dagtekening);
        var xmp = Encoding.UTF8.GetBytes(XmpMetadata.Write(title, papier.Taal, papier.Dagtekening));
        var metadata = _objects.AddStream("/Type /Metadata /Subtype /XML", xmp, compressed: false);
        var day = PdfSyntax.Date(papier.Dagtekening);
        var info = _objects.Add($"<</Title {PdfSyntax.Text(title)} /Producer ({XmpMetadata.Producer}) /CreationDate {day} /ModDate {day}>>");
        _objects.Set(catalog, $"""
            <</Type /Catalog /Pages {tree} 0 R /Lang ({papier.Taal}) /MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>>
            /StructTreeRoot {structure} 0 R /Metadata {metadata} 0 R{outline}{attachments}>>
            """);
        return _objects.Write(catalog, info);
    }

    private void WritePages(int tree, int[] pages)
    {
        var fonts = string.Concat(style.Regular.All.Concat(style.Bold.All).Select(Font));
        // Viewers adapt any white to their own; with this one those that do it badly also show the gray without a tint.
        var gray = _objects.Add($"[/CalGray <</WhitePoint [1 1 1] /Gamma 2.2>>]");
        var resources = _objects.Add($"<</Font <<{fonts}>> /ColorSpace <</G {gray} 0 R>>>>");
        for (var i = 0; i < pages.Length; i++)
        {
            var content = _objects.AddStream("", layout.Pages[i].Commands);
            _objects.Set(pages[i], $"""
                <</Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PageStyle.PageWidth} {PageStyle.PageHeight}]
                /Contents {content} 0 R /Resources {resources} 0 R /StructParents {i} /Tabs /S>>
                """);
        }

        _objects.Set(tree, $"<</Type /Pages /Count {pages.Length} /Kids [{PdfSyntax.References(pages)}]>>");
    }

    private string Font(FontSubset font) => font.IsUsed ? $"/{font.Resource} {PdfSyntax.References([FontWriter.Write(_objects, font)])} " : "";
}
