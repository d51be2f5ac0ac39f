using KlachtHulp.Bot.Delivery.Brief;
using KlachtHulp.Dialogs.Formulier;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>Writes a document as PDF that a screen reader can walk through and that an archive can keep.</summary>
/// <remarks>
/// Built to PDF/UA-1 and PDF/A-3a. No clock, no randomness, no state between two documents: it may be shared by all requests.
/// </remarks>
public sealed class PapierPdf(PdfFonts fonts, PdfTeksten teksten)
{
    /// <exception cref="ArgumentException">The language is not a language tag, or the name of a bijlage is empty, a path or used twice.</exception>
    public PdfDocument Write(Papier papier, IReadOnlyList<Bijlage> bijlagen)
    {
        if (!PdfSyntax.IsLanguage(papier.Taal))
        {
            throw new ArgumentException($"'{papier.Taal}' is not a language tag.", nameof(papier));
        }

        var document = Draw(papier, bijlagen);
        return document.Undrawn.Count == 0 || teksten.Vierkantjes.Length == 0
            ? document
            : Draw(papier with { Blokken = [.. papier.Blokken, new Blok.Alinea(teksten.Vierkantjes)] }, bijlagen);
    }

    private PdfDocument Draw(Papier papier, IReadOnlyList<Bijlage> bijlagen)
    {
        var style = new PageStyle(fonts.Regular(), fonts.Bold());
        var layout = new BlockLayout(style);
        layout.Write(papier.Blokken);
        WriteFooters(layout.Pages, papier.Voettekst, style);
        var bytes = new DocumentWriter(papier, style, layout).Write(bijlagen);
        return new PdfDocument(bytes, layout.Pages.Count, [.. style.Regular.Undrawn.Union(style.Bold.Undrawn)]);
    }

    private void WriteFooters(IReadOnlyList<PageCanvas> pages, string text, PageStyle style)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            var number = LineBreaker.Break([CleanText.OneLine(teksten.Nummer(i + 1, pages.Count))], style.Footer, PageStyle.TextWidth);
            var width = LineBreaker.Width(number[0], style.Footer);
            var left = LineBreaker.Break([CleanText.OneLine(text)], style.Footer, PageStyle.TextWidth - width - PageStyle.Indent);
            pages[i].Line(PageStyle.Left, PageStyle.FooterTop + 3, PageStyle.Left + PageStyle.TextWidth, PageStyle.FooterTop + 3, 0.5, PageStyle.LightLine);
            pages[i].Artifact("/Type /Pagination /Subtype /Footer", left, style.Footer, PageStyle.Left, PageStyle.FooterTop);
            pages[i].Artifact("/Type /Pagination /Subtype /Footer", number, style.Footer, PageStyle.Left + PageStyle.TextWidth - width, PageStyle.FooterTop);
        }
    }
}
