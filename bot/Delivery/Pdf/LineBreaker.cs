using System.Buffers;
using KlachtHulp.Bot.Delivery.Brief;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>Divides text into lines that fit a width. The work grows with the length of the text and nothing else.</summary>
internal static class LineBreaker
{
    /// <summary>Signs after which a word that is longer than a line is best cut, such as those in a web address.</summary>
    private static readonly SearchValues<char> CutAfter = SearchValues.Create("/-.@_?&=,;:+");

    /// <param name="lines">Cleaned lines; each starts a line of its own on paper.</param>
    /// <param name="width">Points.</param>
    public static List<TextLine> Break(IEnumerable<string> lines, TextStyle style, double width)
    {
        var room = (int)(width * 1000 / style.Size);
        return [.. lines.SelectMany(line => BreakOne(line, style.Font, room)).Select(line => line.Whole == 0 ? line : line with { Shift = Math.Max(0, width - Width(line, style)) })];
    }

    /// <summary>Width of the line in points.</summary>
    public static double Width(TextLine line, TextStyle style) => Measure(line.Glyphs) * style.Size / 1000;

    private static List<TextLine> BreakOne(string text, FontSubset font, int room)
    {
        var words = new ShapedWords(CleanText.Words(text), font);
        var lines = new List<TextLine>();
        var (line, used) = (new List<Glyph>(), 0);
        foreach (var (space, word) in words)
        {
            var width = Measure(word);
            if (line.Count > 0 && used + space.Advance + width <= room)
            {
                line.Add(space);
                line.AddRange(word);
                used += space.Advance + width;
                continue;
            }

            if (line.Count > 0)
            {
                lines.Add(new TextLine(line, Whole: words.Whole));
            }

            line = width <= room ? word : CutLongWord(word, room, words.Whole, lines);
            used = Measure(line);
        }

        lines.Add(new TextLine(line, Whole: words.Whole));
        return lines;
    }

    private static int Measure(IEnumerable<Glyph> glyphs) => glyphs.Sum(static g => g.Advance);

    /// <summary>Adds whole lines of the word and gives back what is left for the last line.</summary>
    private static List<Glyph> CutLongWord(List<Glyph> word, int room, byte whole, List<TextLine> lines)
    {
        var (start, cut, used) = (0, 0, 0);
        for (var i = 0; i < word.Count; i++)
        {
            if (used + word[i].Advance > room && i > start)
            {
                var end = cut > start + ((i - start) / 2) ? cut : i;
                lines.Add(new TextLine(word[start..end], Joined: true, Whole: whole));
                start = end;
                used = Measure(word[start..i]);
            }

            used += word[i].Advance;
            cut = word[i].Text is [var sign] && CutAfter.Contains(sign) ? i + 1 : cut;
        }

        return word[start..];
    }
}
