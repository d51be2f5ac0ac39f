namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>Fills pages from top to bottom.</summary>
internal sealed class PageFlow
{
    private const double Rounding = 0.001;
    private readonly List<PageCanvas> _pages = [];
    private double _gap;

    public PageFlow() => NewPage();

    public IReadOnlyList<PageCanvas> Pages => _pages;

    public PageCanvas Page => _pages[^1];

    public int PageIndex => _pages.Count - 1;

    /// <summary>Upper edge of what comes next.</summary>
    public double Y { get; private set; }

    private bool AtTop => Y >= PageStyle.Top - Rounding;

    public void NewPage()
    {
        _pages.Add(new PageCanvas(_pages.Count));
        (Y, _gap) = (PageStyle.Top, 0);
    }

    /// <summary>White that is wanted below what was drawn; the largest wish counts, and at the top of a page none does.</summary>
    public void WantGap(double height) => _gap = AtTop ? 0 : Math.Max(_gap, height);

    /// <summary>Starts a new page when less than the height is left, and spends the gap when not.</summary>
    public void Reserve(double height)
    {
        if (!AtTop && Y - _gap - height < PageStyle.Bottom - Rounding)
        {
            NewPage();
        }

        Down(_gap);
        _gap = 0;
    }

    public void Down(double height) => Y -= height;

    /// <summary>How many of the lines fit here, leaving no line alone at the foot or the head of a page; 0 means: on a new page.</summary>
    public int FittingLines(int lines, double leading)
    {
        var room = (int)((Y - PageStyle.Bottom + Rounding) / leading);
        if (room >= lines)
        {
            return lines;
        }

        var fit = room == lines - 1 ? room - 1 : room;
        return fit < 2 && !AtTop ? 0 : Math.Max(1, fit);
    }
}
