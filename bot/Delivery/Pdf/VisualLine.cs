using System.Globalization;
using System.Text;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>Glyphs that are drawn in one go. Measures in thousandths of the type size.</summary>
/// <param name="X">From the start of the line.</param>
/// <param name="Rise">Above the baseline.</param>
internal sealed record VisualPiece(FontSubset Font, List<Glyph> Glyphs, double X, double Rise);

/// <summary>
/// Where the glyphs of a line stand on paper when text in it runs from right to left. The pieces come in the order in which they are read:
/// each letter that runs from right to left is a piece of its own, so that a reader which follows the drawing still gets words.
/// </summary>
internal static class VisualLine
{
    public static List<VisualPiece> Of(TextLine line)
    {
        var clusters = Clusters(line);
        var places = Places(clusters);
        var pieces = new List<VisualPiece>();
        for (var i = 0; i < clusters.Count; i++)
        {
            var start = clusters[i][0];
            var goesOn = i > 0 && start.Level % 2 == 0 && start.Level == clusters[i - 1][0].Level && start.Font == clusters[i - 1][0].Font;
            if (!goesOn)
            {
                pieces.Add(new VisualPiece(start.Font, [], places[i], Rise: 0));
            }

            pieces[^1].Glyphs.Add(start);
            pieces.AddRange(MarkPlacement.On(start, clusters[i][1..], places[i]));
        }

        return pieces;
    }

    /// <summary>A letter stays together with its marks. Source: Unicode Standard Annex 9, rule L3.</summary>
    private static List<List<Glyph>> Clusters(TextLine line)
    {
        var clusters = new List<List<Glyph>>();
        foreach (var glyph in line.Glyphs)
        {
            if (clusters.Count > 0 && IsMark(glyph) && clusters[^1][0].Font == glyph.Font)
            {
                clusters[^1].Add(glyph);
            }
            else
            {
                clusters.Add([glyph]);
            }
        }

        return clusters;
    }

    /// <summary>The left edge of each cluster. Source: Unicode Standard Annex 9, rule L2.</summary>
    private static double[] Places(List<List<Glyph>> clusters)
    {
        int[] order = [.. Enumerable.Range(0, clusters.Count)];
        for (int level = clusters.Select(static c => c[0].Level).DefaultIfEmpty().Max(); level > 0; level--)
        {
            Reverse(order, i => clusters[i][0].Level >= level);
        }

        var (places, x) = (new double[clusters.Count], 0.0);
        foreach (var i in order)
        {
            places[i] = x;
            x += clusters[i].Sum(static g => g.Advance);
        }

        return places;
    }

    private static void Reverse(int[] order, Predicate<int> turns)
    {
        for (int start = 0, end; start < order.Length; start = Math.Max(end, start + 1))
        {
            end = Array.FindIndex(order, start, i => !turns(i));
            end = end < 0 ? order.Length : end;
            Array.Reverse(order, start, end - start);
        }
    }

    private static bool IsMark(Glyph glyph)
        => glyph.Advance == 0 && glyph.Level % 2 == 1 && Rune.GetUnicodeCategory(Rune.GetRuneAt(glyph.Text, 0)) == UnicodeCategory.NonSpacingMark;
}
