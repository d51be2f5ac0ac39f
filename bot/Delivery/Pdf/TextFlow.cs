namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>A height on a page.</summary>
internal readonly record struct Place(int Page, double Y);

/// <summary>Lays running text over as many pages as it takes.</summary>
internal sealed class TextFlow(PageFlow flow)
{
    private const int KeptTogether = 3;

    /// <summary>Breaks and draws the text of one element.</summary>
    /// <param name="inset">White at the side where lines begin, in points.</param>
    /// <param name="whole">An address or a heading: goes to the next page as a whole when it does not fit here, and stands at the left whatever it says.</param>
    /// <param name="fromRight">Lines begin at the right.</param>
    /// <returns>Where the text begins.</returns>
    public Place Write(StructureElement element, IEnumerable<string> lines, TextStyle style, double inset = 0, bool whole = false, bool fromRight = false)
    {
        var text = LineBreaker.Break(lines, style, PageStyle.TextWidth - inset).ConvertAll(line => whole ? line with { Shift = 0 } : line);
        flow.Reserve(Math.Min(text.Count, whole ? PageStyle.WholeLines : KeptTogether) * style.Leading);
        var start = new Place(flow.PageIndex, flow.Y);
        for (int done = 0, fit; done < text.Count; done += fit)
        {
            fit = flow.FittingLines(text.Count - done, style.Leading);
            if (fit == 0)
            {
                flow.NewPage();
                continue;
            }

            flow.Page.Text(element, text.GetRange(done, fit), style, PageStyle.Left + (fromRight ? 0 : inset), flow.Y, goesOn: done + fit < text.Count);
            flow.Down(fit * style.Leading);
        }

        return start;
    }
}
