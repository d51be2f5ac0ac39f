using KlachtHulp.Bot.Delivery.Brief;
using KlachtHulp.Dialogs.Formulier;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>Lays a table of questions and answers over as many pages as it takes, with its header on each of them.</summary>
internal sealed class TableLayout(PageFlow flow, PageStyle style)
{
    private const double LeftWidth = PageStyle.TextWidth * PageStyle.LeftColumn;
    private const double RightX = PageStyle.Left + LeftWidth;

    /// <summary>A higher row may be parted over two pages; a lower one goes to the next page as a whole.</summary>
    private const double WholeRow = (PageStyle.Top - PageStyle.Bottom) / 2;

    /// <summary>Height of the header and the first row, which must not be parted from a heading above them.</summary>
    public double FirstHeight(Blok.Tabel table)
        => Height(Header(table)) + (table.Rijen.Count == 0 ? 0 : Math.Min(WholeRow, Height(Cells(table.Rijen[0]))));

    public void Write(StructureElement parent, Blok.Tabel table)
    {
        var element = parent.Add("Table");
        var header = Header(table);
        flow.Reserve(FirstHeight(table));
        if (header is not null)
        {
            var row = element.Add("TR");
            var (left, right) = (row.Add("TH", attributes: Scope("Column")), row.Add("TH", attributes: Scope("Column")));
            DrawHeader(header, left, right);
        }

        foreach (var rij in table.Rijen)
        {
            WriteRow(element.Add("TR"), Cells(rij), header);
        }

        flow.WantGap(PageStyle.AfterBlock + PageStyle.CellPadding);
    }

    private static string Scope(string of) => $"/O /Table /Scope /{of}";

    private static double Height(CellPair? cells) => cells is null ? 0 : (cells.Count * cells.LeftStyle.Leading) + (2 * PageStyle.CellPadding);

    private CellPair? Header(Blok.Tabel table)
        => string.IsNullOrWhiteSpace(table.KopLinks + table.KopRechts) ? null : Pair(table.KopLinks, table.KopRechts, style.TableHead, style.TableHead);

    private CellPair Cells(Rij row) => Pair(row.Links, row.Rechts, style.Label, style.Body);

    private static CellPair Pair(string left, string right, TextStyle leftStyle, TextStyle rightStyle) => new(
        LineBreaker.Break(CleanText.Lines(left), leftStyle, LeftWidth - (2 * PageStyle.CellPadding)),
        LineBreaker.Break(CleanText.Lines(right), rightStyle, PageStyle.TextWidth - LeftWidth),
        leftStyle,
        rightStyle);

    private void WriteRow(StructureElement row, CellPair cells, CellPair? header)
    {
        var (left, right) = (row.Add("TH", attributes: Scope("Row")), row.Add("TD"));
        if (flow.Y - Height(cells) < PageStyle.Bottom && Height(cells) <= WholeRow)
        {
            NextPage(header);
        }

        for (int done = 0, fit; done < cells.Count; done += fit)
        {
            flow.Down(PageStyle.CellPadding);
            fit = flow.FittingLines(cells.Count - done, cells.LeftStyle.Leading);
            if (fit == 0)
            {
                NextPage(header);
                continue;
            }

            flow.Page.Text(left, cells.LeftPart(done, fit), cells.LeftStyle, PageStyle.Left, flow.Y, done + fit < cells.Left.Count);
            flow.Page.Text(right, cells.RightPart(done, fit), cells.RightStyle, RightX, flow.Y, done + fit < cells.Right.Count);
            flow.Down((fit * cells.LeftStyle.Leading) + PageStyle.CellPadding);
            Rule(0.5, PageStyle.LightLine);
        }
    }

    /// <summary>The header is read once, so on later pages it is only drawn.</summary>
    private void NextPage(CellPair? header)
    {
        flow.NewPage();
        if (header is not null && Height(header) <= WholeRow)
        {
            DrawHeader(header, left: null, right: null);
        }
    }

    private void DrawHeader(CellPair header, StructureElement? left, StructureElement? right)
    {
        flow.Down(PageStyle.CellPadding);
        DrawHeaderCell(left, header.Left, PageStyle.Left);
        DrawHeaderCell(right, header.Right, RightX);
        flow.Down((header.Count * header.LeftStyle.Leading) + PageStyle.CellPadding);
        Rule(0.9, PageStyle.DarkLine);
    }

    private void DrawHeaderCell(StructureElement? cell, List<TextLine> lines, double x)
    {
        if (cell is null)
        {
            flow.Page.Artifact("/Type /Pagination", lines, style.TableHead, x, flow.Y);
        }
        else
        {
            flow.Page.Text(cell, lines, style.TableHead, x, flow.Y, goesOn: false);
        }
    }

    private void Rule(double width, double gray) => flow.Page.Line(PageStyle.Left, flow.Y, PageStyle.Left + PageStyle.TextWidth, flow.Y, width, gray);
}

/// <summary>The two cells of a row, broken into lines.</summary>
internal sealed record CellPair(List<TextLine> Left, List<TextLine> Right, TextStyle LeftStyle, TextStyle RightStyle)
{
    public int Count => Math.Max(Left.Count, Right.Count);

    public List<TextLine> LeftPart(int from, int count) => [.. Left.Skip(from).Take(count)];

    public List<TextLine> RightPart(int from, int count) => [.. Right.Skip(from).Take(count)];
}
