using System.Globalization;
using System.Text;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>The drawing of one page. Text reaches it only as numbers of glyphs, so no text can become a command.</summary>
internal sealed class PageCanvas(int index)
{
    // The gray is calibrated (CalGray), because PDF/A forbids the gray of the device without an output profile.
    private readonly StringBuilder _commands = new("/G cs 0 sc /G CS 0 SC\n");
    private readonly List<StructureElement> _owners = [];
    private string _font = "";

    /// <summary>The element each marked content belongs to, by its number.</summary>
    public IReadOnlyList<StructureElement> Owners => _owners;

    public byte[] Commands => Encoding.ASCII.GetBytes(_commands.ToString());

    /// <summary>Draws lines that belong to an element.</summary>
    /// <param name="x">Left edge in points.</param>
    /// <param name="top">Upper edge of the first line in points.</param>
    /// <param name="goesOn">The text goes on elsewhere, so that its last word here must not touch the next.</param>
    public void Text(StructureElement owner, IReadOnlyList<TextLine> lines, TextStyle style, double x, double top, bool goesOn)
    {
        BeginText(style);
        var open = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var spaced = !lines[i].Joined && (goesOn || i < lines.Count - 1);
            open = lines[i].IsStraight
                ? Straight(owner, lines[i], spaced, open, style, x, Baseline(i, style, top))
                : Turned(owner, lines[i], spaced, open, style, x, Baseline(i, style, top));
        }

        Append($"{(open ? "EMC\n" : "")}ET\n0 sc\n");
    }

    /// <summary>Draws lines that are not part of the text: a page number, a repeated header.</summary>
    /// <param name="kind">PDF syntax of the properties of the artifact.</param>
    public void Artifact(string kind, IReadOnlyList<TextLine> lines, TextStyle style, double x, double top)
    {
        Append($"/Artifact <<{kind}>> BDC\n");
        BeginText(style);
        for (var i = 0; i < lines.Count; i++)
        {
            DrawTurned(lines[i], style, x, Baseline(i, style, top));
        }

        Append($"ET\n0 sc\nEMC\n");
    }

    public void Line(double x1, double y1, double x2, double y2, double width, double gray)
        => Append($"/Artifact <</Type /Layout>> BDC\n{gray:0.##} SC {width:0.##} w {x1:0.##} {y1:0.##} m {x2:0.##} {y2:0.##} l S 0 SC\nEMC\n");

    private static double Baseline(int line, TextStyle style, double top) => top - (line * style.Leading) - ((style.Leading + (0.66 * style.Size)) / 2);

    /// <summary>Draws a line that stands on paper as it is read.</summary>
    /// <param name="open">Whether a marked content of the owner is open; what is given back says so afterwards.</param>
    private bool Straight(StructureElement owner, TextLine line, bool spaced, bool open, TextStyle style, double x, double baseline)
    {
        var starts = true;
        foreach (var run in Runs([.. line.Glyphs, .. spaced ? [style.Font.Glyph(new(' '))] : Array.Empty<Glyph>()]))
        {
            if (open != run[0].Drawn)
            {
                Append($"{(open ? "EMC" : $"/{owner.Type} <</MCID {Mark(owner)}>> BDC")}\n");
                open = !open;
            }

            if (starts)
            {
                MoveTo(x, baseline);
            }

            Show(run, style, open ? null : owner);
            starts = false;
        }

        return open;
    }

    /// <summary>Draws a line in which text runs from right to left. What it says is kept beside it, in the order in which it is read.</summary>
    private bool Turned(StructureElement owner, TextLine line, bool spaced, bool open, TextStyle style, double x, double baseline)
    {
        var span = owner.Add("Span", actualText: PdfSyntax.Text(spaced ? line.Text + " " : line.Text));
        Append($"{(open ? "EMC\n" : "")}/Span <</MCID {Mark(span)}>> BDC\n");
        DrawTurned(line, style, x, baseline);
        Append($"EMC\n");
        return false;
    }

    private void DrawTurned(TextLine line, TextStyle style, double x, double baseline)
    {
        foreach (var piece in VisualLine.Of(line))
        {
            var at = x + line.Shift + (piece.X * style.Size / 1000);
            MoveTo(at, baseline + (piece.Rise * style.Size / 1000));
            Show([.. piece.Glyphs], style, substituted: null);
        }
    }

    /// <summary>Glyphs of one font that are either all drawn as they are, or all replaced.</summary>
    private static IEnumerable<Glyph[]> Runs(Glyph[] glyphs)
    {
        for (int start = 0, end; start < glyphs.Length; start = end)
        {
            end = Array.FindIndex(glyphs, start, g => g.Drawn != glyphs[start].Drawn || g.Font != glyphs[start].Font);
            end = end < 0 ? glyphs.Length : end;
            yield return glyphs[start..end];
        }
    }

    private int Mark(StructureElement owner)
    {
        owner.AddContent(index, _owners.Count);
        _owners.Add(owner);
        return _owners.Count - 1;
    }

    private void BeginText(TextStyle style)
    {
        _font = style.Font.Resource;
        Append($"{style.Gray:0.##} sc\nBT\n/{_font} {style.Size:0.##} Tf\n");
    }

    private void MoveTo(double x, double baseline) => Append($"1 0 0 1 {x:0.##} {baseline:0.##} Tm\n");

    /// <param name="substituted">The owner of text that squares stand in for: its characters are kept for copying and reading aloud.</param>
    private void Show(Glyph[] run, TextStyle style, StructureElement? substituted)
    {
        if (run[0].Font.Resource != _font)
        {
            _font = run[0].Font.Resource;
            Append($"/{_font} {style.Size:0.##} Tf\n");
        }

        var codes = string.Concat(run.Select(static g => g.Code.ToString("X4", CultureInfo.InvariantCulture)));
        if (substituted is null)
        {
            Append($"<{codes}> Tj\n");
            return;
        }

        var text = PdfSyntax.Text(string.Concat(run.Select(static g => g.Text)));
        var span = substituted.Add("Span", actualText: text);
        Append($"/Span <</MCID {Mark(span)} /ActualText {text}>> BDC\n<{codes}> Tj\nEMC\n");
    }

    private void Append(FormattableString commands) => _commands.Append(commands.ToString(CultureInfo.InvariantCulture));
}
