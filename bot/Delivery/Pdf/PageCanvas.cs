using System.Globalization;
using System.Text;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>The drawing of one page. Text reaches it only as numbers of glyphs, so no text can become a command.</summary>
internal sealed class PageCanvas(int index)
{
    // The gray is calibrated (CalGray), because PDF/A forbids the gray of the device without an output profile.
    private readonly StringBuilder _commands = new("/G cs 0 sc /G CS 0 SC\n");
    private readonly List<StructureElement> _owners = [];

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
        foreach (var run in Runs(lines, style, goesOn))
        {
            if (open && !run.Drawn)
            {
                Append($"EMC\n");
                open = false;
            }

            if (run.Drawn && !open)
            {
                Append($"/{owner.Type} <</MCID {Mark(owner)}>> BDC\n");
                open = true;
            }

            MoveTo(run, style, x, top);
            Show(run, run.Drawn ? null : owner);
        }

        Append($"{(open ? "EMC\n" : "")}ET\n0 sc\n");
    }

    /// <summary>Draws lines that are not part of the text: a page number, a repeated header.</summary>
    /// <param name="kind">PDF syntax of the properties of the artifact.</param>
    public void Artifact(string kind, IReadOnlyList<TextLine> lines, TextStyle style, double x, double top)
    {
        Append($"/Artifact <<{kind}>> BDC\n");
        BeginText(style);
        foreach (var run in Runs(lines, style, goesOn: false))
        {
            MoveTo(run, style, x, top);
            Show(run, substituted: null);
        }

        Append($"ET\n0 sc\nEMC\n");
    }

    public void Line(double x1, double y1, double x2, double y2, double width, double gray)
        => Append($"/Artifact <</Type /Layout>> BDC\n{gray:0.##} SC {width:0.##} w {x1:0.##} {y1:0.##} m {x2:0.##} {y2:0.##} l S 0 SC\nEMC\n");

    /// <summary>Glyphs of one line that are either all drawn as they are, or all replaced.</summary>
    private static IEnumerable<Run> Runs(IReadOnlyList<TextLine> lines, TextStyle style, bool goesOn)
    {
        for (var line = 0; line < lines.Count; line++)
        {
            var spaced = !lines[line].Joined && (goesOn || line < lines.Count - 1);
            Glyph[] glyphs = [.. lines[line].Glyphs, .. spaced ? [style.Font.Glyph(new(' '))] : Array.Empty<Glyph>()];
            for (int start = 0, end; start < glyphs.Length; start = end)
            {
                end = Array.FindIndex(glyphs, start, g => g.Drawn != glyphs[start].Drawn);
                end = end < 0 ? glyphs.Length : end;
                yield return new Run(line, start == 0, glyphs[start..end]);
            }
        }
    }

    private int Mark(StructureElement owner)
    {
        owner.AddContent(index, _owners.Count);
        _owners.Add(owner);
        return _owners.Count - 1;
    }

    private void BeginText(TextStyle style) => Append($"{style.Gray:0.##} sc\nBT\n/{style.Resource} {style.Size:0.##} Tf\n");

    private void MoveTo(Run run, TextStyle style, double x, double top)
    {
        if (run.StartsLine)
        {
            var baseline = top - (run.Line * style.Leading) - ((style.Leading + (0.66 * style.Size)) / 2);
            Append($"1 0 0 1 {x:0.##} {baseline:0.##} Tm\n");
        }
    }

    /// <param name="substituted">The owner of text that squares stand in for: its characters are kept for copying and reading aloud.</param>
    private void Show(Run run, StructureElement? substituted)
    {
        var codes = string.Concat(run.Glyphs.Select(static g => g.Code.ToString("X4", CultureInfo.InvariantCulture)));
        if (substituted is null)
        {
            Append($"<{codes}> Tj\n");
            return;
        }

        var text = PdfSyntax.Text(string.Concat(run.Glyphs.Select(static g => g.Character.ToString())));
        var span = substituted.Add("Span", actualText: text);
        Append($"/Span <</MCID {Mark(span)} /ActualText {text}>> BDC\n<{codes}> Tj\nEMC\n");
    }

    private void Append(FormattableString commands) => _commands.Append(commands.ToString(CultureInfo.InvariantCulture));

    private sealed record Run(int Line, bool StartsLine, Glyph[] Glyphs)
    {
        public bool Drawn => Glyphs[0].Drawn;
    }
}
