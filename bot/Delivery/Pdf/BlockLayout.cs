using System.Diagnostics;
using KlachtHulp.Bot.Delivery.Brief;
using KlachtHulp.Dialogs.Formulier;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>A heading as it stands in the list of bookmarks.</summary>
internal sealed record Bookmark(int Level, string Title, Place Place);

/// <summary>Lays the blocks of a document out and builds the structure tree beside it.</summary>
internal sealed class BlockLayout
{
    private const string Bullet = "•";
    private readonly PageFlow _flow = new();
    private readonly StructureElement _root = new("Document");
    private readonly List<Bookmark> _bookmarks = [];
    private readonly PageStyle _style;
    private readonly TextFlow _text;
    private readonly TableLayout _table;

    public BlockLayout(PageStyle style) => (_style, _text, _table) = (style, new TextFlow(_flow), new TableLayout(_flow, style));

    public IReadOnlyList<PageCanvas> Pages => _flow.Pages;

    public StructureElement Root => _root;

    public IReadOnlyList<Bookmark> Bookmarks => _bookmarks;

    public void Write(IReadOnlyList<Blok> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            WriteOne(blocks, i);
        }
    }

    private void WriteOne(IReadOnlyList<Blok> blocks, int index)
    {
        switch (blocks[index])
        {
            case Blok.Kop kop:
                WriteHeading(kop, NextHeight(blocks, index + 1, headings: 2));
                break;
            case Blok.Alinea alinea:
                WriteParagraphs(_root, alinea.Tekst, Language(alinea.Taal), inset: 0);
                break;
            case Blok.Citaat citaat:
                WriteQuote(citaat);
                break;
            case Blok.Lijst lijst:
                WriteList(lijst);
                break;
            case Blok.Tabel tabel:
                _table.Write(_root, tabel);
                break;
            case Blok.Regels regels:
                _text.Write(_root.Add("P"), regels.Tekst.SelectMany(CleanText.Lines), _style.Body, whole: true);
                _flow.WantGap(PageStyle.AfterLines);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>What must stand below a heading on the same page.</summary>
    /// <param name="headings">How many headings more may be kept together.</param>
    private double NextHeight(IReadOnlyList<Blok> blocks, int index, int headings) => index == blocks.Count ? 0 : blocks[index] switch
    {
        Blok.Kop when headings == 0 => 0,
        Blok.Kop kop => PageStyle.BeforeHeading(kop.Niveau) + (2 * _style.Heading(kop.Niveau).Leading) + NextHeight(blocks, index + 1, headings - 1),
        Blok.Tabel tabel => _table.FirstHeight(tabel),
        Blok.Regels regels => Math.Min(regels.Tekst.Count + 1, PageStyle.WholeLines) * _style.Body.Leading,
        _ => 3 * _style.Body.Leading,
    };

    /// <summary>Levels never skip downwards (1, then 3): a reader would look for the heading between.</summary>
    private void WriteHeading(Blok.Kop kop, double nextHeight)
    {
        var level = Math.Clamp(kop.Niveau, 1, Math.Min(3, (_bookmarks.LastOrDefault()?.Level ?? 0) + 1));
        var title = CleanText.OneLine(kop.Tekst);
        var look = _style.Heading(level);
        if (title.Length == 0)
        {
            return;
        }

        var lines = LineBreaker.Break([title], look, PageStyle.TextWidth).Count;
        _flow.WantGap(PageStyle.BeforeHeading(level));
        _flow.Reserve((lines * look.Leading) + PageStyle.AfterHeading(level) + nextHeight);
        var place = _text.Write(_root.Add($"H{level}"), [title], look, whole: true);
        _bookmarks.Add(new Bookmark(level, title, place));
        _flow.WantGap(PageStyle.AfterHeading(level));
    }

    /// <returns>Where the first paragraph begins; null when there is none.</returns>
    private Place? WriteParagraphs(StructureElement parent, string text, string? language, double inset, bool fromRight = false)
    {
        Place? start = null;
        foreach (var paragraph in CleanText.Paragraphs(text))
        {
            var place = _text.Write(parent.Add("P", language), paragraph, _style.Body, inset, fromRight: fromRight);
            start ??= place;
            _flow.WantGap(PageStyle.AfterBlock);
        }

        return start;
    }

    private void WriteQuote(Blok.Citaat quote)
    {
        if (CleanText.Paragraphs(quote.Tekst).Count == 0)
        {
            return;
        }

        var element = _root.Add("BlockQuote", Language(quote.Taal));
        var fromRight = BidiLine.RunsFromRight(quote.Tekst);
        var x = fromRight ? PageStyle.Left + PageStyle.TextWidth - 2 : PageStyle.Left + 2;
        if (WriteParagraphs(element, quote.Tekst, language: null, PageStyle.Indent, fromRight) is { } start)
        {
            for (var page = start.Page; page <= _flow.PageIndex; page++)
            {
                var top = page == start.Page ? start.Y : PageStyle.Top;
                var bottom = page == _flow.PageIndex ? _flow.Y : PageStyle.Bottom;
                Pages[page].Line(x, top, x, bottom, width: 1.5, PageStyle.LightLine);
            }
        }

        _flow.WantGap(PageStyle.AfterBlock + 2);
    }

    private void WriteList(Blok.Lijst lijst)
    {
        var points = lijst.Punten.Where(static punt => !string.IsNullOrWhiteSpace(punt)).ToList();
        if (points.Count == 0)
        {
            return;
        }

        var list = _root.Add("L", attributes: "/O /List /ListNumbering /Disc");
        foreach (var punt in points)
        {
            var item = list.Add("LI");
            var label = item.Add("Lbl");
            var lines = CleanText.Lines(punt);
            _flow.Reserve(Math.Min(3, LineBreaker.Break(lines, _style.Body, PageStyle.TextWidth - PageStyle.Indent).Count) * _style.Body.Leading);
            var fromRight = BidiLine.RunsFromRight(punt);
            var x = fromRight ? PageStyle.Left + PageStyle.TextWidth - PageStyle.Indent + 5 : PageStyle.Left + 3;
            _flow.Page.Text(label, LineBreaker.Break([Bullet], _style.Body, PageStyle.Indent), _style.Body, x, _flow.Y, goesOn: true);
            _text.Write(item.Add("LBody"), lines, _style.Body, PageStyle.Indent, fromRight: fromRight);
            _flow.WantGap(PageStyle.AfterItem);
        }

        _flow.WantGap(PageStyle.AfterBlock);
    }

    private static string? Language(string? tag) => tag is not null && PdfSyntax.IsLanguage(tag) ? tag : null;
}
